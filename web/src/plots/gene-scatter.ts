import { dot, ruleX, ruleY } from "@observablehq/plot";
import type { ExpressionTable } from "../contract/compare";
import { apart, cloud, geneAxes, namesOf, reachOf } from "./cloud";
import { value } from "./format";
import { framed, type Svg } from "./frame";
import { sideColor, sideKey, type Sides } from "./sides";
import type { Style } from "./style";

export interface GeneScatterData {
  table: ExpressionTable;
  sides: Sides;
  /** The gene to be ringed, by its name; "" for none. */
  gene: string;
  /** Genes are coloured below this q. */
  fdr: number;
}

/** Genes drawn one by one at most: those with the smallest p. */
const DOTS = 3000;

const HEIGHT = 262;
const MARGIN = { left: 40, right: 16, top: 10, bottom: 22 };

interface Axes {
  what: string;
  x: string;
  y: string;
  at(table: ExpressionTable, i: number): [x: number, y: number];
  /** Lines that stand for no difference. */
  zero: "x" | "y";
}

const CHANGE = "log2 fold change";
const VOLCANO: Axes = {
  what: "Volcano plot",
  x: CHANGE,
  y: "−log10 p",
  at: ({ logFoldChange, p }, i) => [logFoldChange[i]!, -Math.log10(Math.max(p[i]!, Number.MIN_VALUE))],
  zero: "x",
};
const MEAN_DIFFERENCE: Axes = {
  what: "Mean-difference plot",
  x: "mean log2 counts per million",
  y: CHANGE,
  at: ({ logFoldChange, average }, i) => [average[i]!, logFoldChange[i]!],
  zero: "y",
};

function geneScatter({ table, sides, gene, fdr }: GeneScatterData, axes: Axes, style: Style, width: number): Svg {
  const all = [...table.gene.keys()]
    .map((i) => {
      const [x, y] = axes.at(table, i);
      return { x, y, i, symbol: table.symbols[i]! || table.ensemblIds[i]!, side: (table.logFoldChange[i]! > 0 ? 0 : 1) as 0 | 1 };
    })
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const isHit = ({ i }: { i: number }) => table.q[i]! < fdr;
  const hits = all.filter(isHit).sort((a, b) => table.p[a.i]! - table.p[b.i]!);
  const dots = hits.slice(0, DOTS);
  const drawn = new Set(dots);
  const chosen = all.filter(({ symbol }) => symbol === gene);
  const up = hits.filter(({ side }) => side === 0).length;
  const reach = reachOf(all, width - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom);
  const middle = reach.x[0] + 0.7 * (reach.x[1] - reach.x[0]);
  const named = apart([...chosen, ...dots.filter(({ symbol }) => symbol !== gene)], reach, middle);
  const zero = { stroke: style.faint, strokeDasharray: "3 3" };
  return framed(
    style,
    `${axes.what} of ${table.type}: ${all.length} genes, ${up} higher in ${sides[0]} and ${hits.length - up} higher in ${sides[1]} at ` +
      `an FDR of ${fdr * 100}%${named.length > 0 ? `; named: ${named.map(({ symbol }) => symbol).join(", ")}` : ""}.`,
    {
      width,
      height: HEIGHT,
      marginLeft: MARGIN.left,
      marginRight: MARGIN.right,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      marks: [
        ...geneAxes(style),
        axes.zero === "x" ? ruleX([0], zero) : ruleY([0], zero),
        cloud(
          all.filter((one) => !drawn.has(one)),
          style,
        ),
        dot(dots, {
          x: "x",
          y: "y",
          r: 1.9 * (style.point ?? 1),
          fill: (one: (typeof dots)[number]) => sideColor(style, one.side),
          fillOpacity: 0.75,
          title: ({ i, symbol }: (typeof dots)[number]) =>
            `${symbol}: log2 fold change ${value(table.logFoldChange[i]!)}, FDR ${value(table.q[i]!)}`,
        }),
        dot(chosen, { x: "x", y: "y", r: 4.5, stroke: style.ink, strokeWidth: 1.4 }),
        ...namesOf(named, middle, style),
      ],
    },
    {
      titles: { x: axes.x, y: axes.y },
      key: [
        ...(hits.length > 0 ? sideKey(style, sides, (name) => `higher in ${name}, FDR < ${fdr * 100}%`) : []),
        { kind: "square", label: hits.length > 0 ? "other genes" : "genes, darker where more", color: style.faint, opacity: 0.6 },
        ...(chosen.length > 0 ? [{ kind: "dot", label: gene, color: style.ink, symbol: "ring", r: 4 } as const] : []),
      ],
    },
  );
}

/** Genes of a type by their change and their p. */
export const volcano = (data: GeneScatterData, style: Style, width: number): Svg => geneScatter(data, VOLCANO, style, width);

/** Genes of a type by their mean and their change. */
export const meanDifference = (data: GeneScatterData, style: Style, width: number): Svg => geneScatter(data, MEAN_DIFFERENCE, style, width);
