import { axisX, axisY, barY, gridY, line } from "@observablehq/plot";
import { percent } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface ExplainedData {
  /** Share of the chosen genes' variance along each component. */
  explained: number[];
}

/** What each component explains, and all up to it. */
export function explained({ explained: shares }: ExplainedData, style: Style, width: number): Svg {
  let sum = 0;
  const bars = shares.map((share, i) => ({ component: i + 1, share, sum: (sum += share) }));
  const ticks = [1, ...bars.map(({ component }) => component).filter((c) => c % 10 === 0)];
  return framed(
    style,
    `PC1 of ${bars.length} explains ${percent(bars[0]?.share ?? NaN)} of the variance, all of them ${percent(sum)}.`,
    {
      width,
      height: 140,
      marginLeft: 40,
      marginRight: 12,
      marginTop: 10,
      marginBottom: 22,
      x: { type: "band", domain: bars.map(({ component }) => component), padding: 0.2 },
      y: { domain: [0, Math.max(sum, 1e-9)] },
      marks: [
        gridY({ ticks: 3, ...rules(style) }),
        axisX({ ticks: ticks as never, tickSize: 0, label: null }),
        axisY({ ticks: 3, tickSize: 0, label: null, tickFormat: (x: number) => percent(x) }),
        line(bars, { x: "component", y: "sum", stroke: style.faint, strokeWidth: 1.3 }),
        barY(bars, {
          x: "component",
          y: "share",
          fill: style.accent,
          title: (one: (typeof bars)[number]) => `PC${one.component}: ${percent(one.share)}; cumulative ${percent(one.sum)}`,
        }),
      ],
    },
    {
      titles: { x: "principal component", y: "variance explained (%)" },
      key: [
        { kind: "square", label: "component", color: style.accent },
        { kind: "line", label: "cumulative", color: style.faint, width: 1.3 },
      ],
    },
  );
}
