import { axisX, axisY, cell, dot, gridX, gridY } from "@observablehq/plot";
import type { GeneGroups } from "../contract/survey";
import { percent, value } from "./format";
import { clipped, framed, labelRoom, rules, TITLE_ROOM, type Svg } from "./frame";
import type { KeyItem } from "./key";
import { rampColor, toHex } from "./palette";
import type { Style } from "./style";
import { rampTicks } from "./ticks";

export interface DotPlotData {
  found: GeneGroups;
  /** Dots tell the share of cells too; tiles the mean alone. */
  as: "dots" | "tiles";
  /** Each gene's means from 0 to its largest, else one scale for all. */
  isScaled: boolean;
}

const ROW = 22;
/** A gene's column, at least: its name stands upright in it. */
const GENE = 14;

/** Chosen genes by groups of cells: colour is the mean of log1p values, a dot's area the share of cells expressing the gene. */
export function dotPlot({ found, as, isScaled }: DotPlotData, style: Style, width: number): Svg {
  const { genes, groups, mean, fraction } = found;
  const names = groups.map(({ name }) => name);
  const most = genes.map((_, g) =>
    Math.max(1e-12, ...groups.map((_one, j) => mean[g * groups.length + j]!).filter((x) => !Number.isNaN(x))),
  );
  const scale = Math.max(...most, 1e-12);
  const cells = genes
    .flatMap(({ symbol }, g) =>
      groups.map(({ name }, j) => ({
        gene: symbol,
        group: name,
        mean: mean[g * groups.length + j]!,
        fraction: fraction[g * groups.length + j]!,
        most: isScaled ? most[g]! : scale,
      })),
    )
    .filter((one) => !Number.isNaN(one.mean));
  const left = labelRoom(names, 26);
  const top =
    4 +
    labelRoom(
      genes.map(({ symbol }) => symbol),
      14,
    );
  // More genes than fit upright are laid out wider; the card scrolls.
  const wide = Math.max(width, left + TITLE_ROOM + genes.length * GENE + 12);
  const largest = Math.min(8.5, (wide - left - TITLE_ROOM - 12) / Math.max(1, genes.length) / 2);
  const key: KeyItem[] = [
    isScaled
      ? {
          kind: "ramp",
          title: "mean expression (log1p), per gene",
          ticks: [
            { at: 0, label: "0" },
            { at: 1, label: "gene's largest" },
          ],
        }
      : { kind: "ramp", title: "mean expression (log1p)", ticks: rampTicks(0, scale, value) },
    ...(as === "dots"
      ? [
          {
            kind: "sizes",
            title: "cells expressing (%)",
            sizes: [0.25, 0.5, 0.75, 1].map((share) => ({ r: largest * Math.sqrt(share), label: String(share * 100) })),
          } as const,
        ]
      : []),
  ];
  const fill = (one: (typeof cells)[number]) => toHex(rampColor(one.mean / one.most, style.dark));
  const title = (one: (typeof cells)[number]) =>
    `${one.gene} in ${one.group}: mean ${value(one.mean)}, expressed in ${percent(one.fraction)} of the cells`;
  const best = names.map((name, j) => {
    const at = (gene: number) => mean[gene * groups.length + j] ?? -1;
    return `${name}: ${genes[most.reduce((best, _, gene) => (at(gene) > at(best) ? gene : best), 0)]?.symbol ?? "none"}`;
  });
  return framed(
    style,
    `${as === "dots" ? "Dot plot" : "Heat map"} of ${genes.length} genes in ${groups.length} groups. Highest in ` +
      `each: ${best.slice(0, 12).join("; ")}.`,
    {
      width: wide,
      height: top + names.length * ROW + 10,
      marginLeft: left,
      marginRight: 12,
      marginTop: top,
      marginBottom: 8,
      x: { type: "band", domain: genes.map(({ symbol }) => symbol), padding: 0.06 },
      y: { type: "band", domain: names, padding: 0.06 },
      ...(as === "dots" ? { r: { domain: [0, 1], range: [0, largest] } } : {}),
      marks: [
        ...(as === "dots" ? [gridX({ ...rules(style) }), gridY({ ...rules(style) })] : []),
        axisX({
          anchor: "top",
          tickSize: 0,
          tickRotate: -90,
          label: null,
          fontStyle: "italic",
          tickFormat: (gene: string) => clipped(gene, 14),
        } as object),
        axisY({ tickSize: 0, label: null, fill: style.ink, tickFormat: (name: string) => clipped(name, 26) }),
        as === "dots"
          ? dot(cells, { x: "gene", y: "group", r: "fraction", fill, stroke: style.soft, strokeWidth: 0.4, title })
          : cell(cells, { x: "gene", y: "group", fill, rx: 2, title }),
      ],
    },
    { titles: { x: "gene", y: found.by === "clusters" ? "cluster" : found.by }, isTop: true, key },
  );
}
