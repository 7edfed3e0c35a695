import { axisX, axisY, dot, gridY, line } from "@observablehq/plot";
import { count, probability, value } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface DepthData {
  bins: { cells: number; meanDepth: number; meanValue: number }[];
  correlation: number;
  most: number;
}

/** Mean entropy of cells of like depth, shallow to deep. */
export function depth({ bins, correlation, most }: DepthData, style: Style, width: number): Svg {
  const points = bins.filter((bin) => bin.cells > 0 && bin.meanDepth > 0).map((bin) => ({ ...bin, y: bin.meanValue / most }));
  return framed(
    style,
    `Mean entropy against depth; Spearman correlation ${probability(correlation)}.`,
    {
      width,
      height: 136,
      marginLeft: 36,
      marginRight: 14,
      marginTop: 10,
      marginBottom: 22,
      x: { type: "log" },
      y: { domain: [0, Math.max(0.1, ...points.map(({ y }) => y)) * 1.1] },
      marks: [
        gridY({ ticks: 3, ...rules(style) }),
        axisX({
          ticks: 4,
          tickSize: 0,
          label: null,
          tickFormat: (x: number) => value(x),
        }),
        axisY({ ticks: 3, tickSize: 0, label: null, tickFormat: (y: number) => probability(y) }),
        line(points, { x: "meanDepth", y: "y", stroke: style.accent, strokeWidth: 1.6 }),
        dot(points, {
          x: "meanDepth",
          y: "y",
          fill: style.accent,
          r: 3,
          title: (bin: (typeof points)[number]) =>
            `${count(bin.cells)} cells, mean ${count(bin.meanDepth)} counts: normalized entropy ${probability(bin.y)}`,
        }),
      ],
    },
    {
      titles: { x: "counts per cell (log scale)", y: "normalized entropy" },
      key: [{ kind: "dot", label: "mean of cells of like depth; 0: certain, 1: all classes equally likely", color: style.accent, r: 3 }],
    },
  );
}
