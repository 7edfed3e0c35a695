import { axisX, axisY, cell, dot, gridX, gridY } from "@observablehq/plot";
import type { GeneGroups } from "../contract/survey";
import { percent, value } from "./format";
import { clipped, framed, rules, type Svg } from "./frame";
import { rampColor, toHex } from "./palette";
import type { Style } from "./style";

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
  const left = Math.min(184, 14 + 7.1 * Math.max(4, ...names.map((name) => Math.min(name.length, 26))));
  const top = 12 + 6.6 * Math.max(4, ...genes.map(({ symbol }) => Math.min(symbol.length, 14)));
  // More genes than fit upright are laid out wider; the card scrolls.
  const wide = Math.max(width, left + genes.length * GENE + 12);
  const fill = (one: (typeof cells)[number]) => toHex(rampColor(one.mean / one.most, style.dark));
  const title = (one: (typeof cells)[number]) =>
    `${one.gene} in ${one.group}: mean ${value(one.mean)}, expressed by ${percent(one.fraction)} of the cells`;
  const best = names.map((name, j) => {
    const of = (gene: number) => mean[gene * groups.length + j] ?? -1;
    return `${name}: ${genes[most.reduce((highest, _, gene) => (of(gene) > of(highest) ? gene : highest), 0)]?.symbol ?? "none"}`;
  });
  return framed(
    style,
    `${as === "dots" ? "Dot plot" : "Heat map"} of ${genes.length} genes in ${groups.length} groups. Highest in each: ` +
      `${best.slice(0, 12).join("; ")}.`,
    {
      width: wide,
      height: top + names.length * ROW + 10,
      marginLeft: left,
      marginRight: 12,
      marginTop: top,
      marginBottom: 8,
      x: { type: "band", domain: genes.map(({ symbol }) => symbol), padding: 0.06 },
      y: { type: "band", domain: names, padding: 0.06 },
      ...(as === "dots" ? { r: { domain: [0, 1], range: [0, Math.min(8.5, (wide - left - 12) / Math.max(1, genes.length) / 2)] } } : {}),
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
  );
}
