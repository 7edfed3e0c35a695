import { axisX, axisY, gridY, rectY, ruleX } from "@observablehq/plot";
import type { Distribution } from "../contract/types";
import { count, percent, shortNumber, value } from "./format";
import { framed, rules, TITLE_ROOM, type Svg } from "./frame";
import { fromAxis, LIMITS_MARGINS, toAxis } from "./limits-axis";
import type { Style } from "./style";

export interface LimitsHistogramData {
  /** Of the values or, where `isLog`, of log10(1 + value). */
  distribution: Distribution;
  isLog: boolean;
  isShare: boolean;
  /** In the values' own units; null: none. */
  low: number | null;
  high: number | null;
  label: string;
  median: number;
  outside: number;
}

const TICKS = [0, ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power))];

/** A histogram whose bars outside the limits are hollow. */
export function limitsHistogram(
  { distribution, isLog, isShare, low, high, label, median, outside }: LimitsHistogramData,
  style: Style,
  width: number,
): Svg {
  const at = { low: low === null ? -Infinity : toAxis(low, isLog), high: high === null ? Infinity : toAxis(high, isLog) };
  const show = (x: number) => (isShare ? percent(x) : value(x));
  const bars = distribution.counts.flatMap((cells, i) => {
    const [from, to] = [distribution.edges[i]!, distribution.edges[i + 1]!];
    // A bar that a limit goes through is cut there.
    const cuts = [from, ...[at.low, at.high].filter((cut) => cut > from && cut < to), to];
    return cuts
      .slice(1)
      .map((end, j) => ({ x1: cuts[j]!, x2: end, cells, isOut: (cuts[j]! + end) / 2 < at.low || (cuts[j]! + end) / 2 > at.high }));
  });
  const title = (bar: (typeof bars)[number]) =>
    `${count(bar.cells)} cells between ${show(fromAxis(bar.x1, isLog))} and ${show(fromAxis(bar.x2, isLog))}`;
  const [first, last] = [distribution.edges[0] ?? 0, distribution.edges.at(-1) ?? 1];
  const inside = TICKS.filter((tick) => toAxis(tick, true) >= first && toAxis(tick, true) <= last);
  const every = Math.max(1, Math.ceil((inside.length * 40) / width));
  const ticks = isLog ? inside.filter((_, i) => i % every === 0).map((tick) => toAxis(tick, true)) : Math.max(3, Math.floor(width / 80));
  const range =
    low === null && high === null
      ? "no limits"
      : `limits ${low === null ? "none" : show(low)} to ${high === null ? "none" : show(high)}, ${count(outside)} cells outside`;
  return framed(
    style,
    `Histogram of ${label}: median ${show(median)}; ${range}.`,
    {
      width,
      height: 118,
      marginLeft: LIMITS_MARGINS.left - TITLE_ROOM,
      marginRight: LIMITS_MARGINS.right,
      marginTop: 8,
      marginBottom: 22,
      x: { domain: [first, last], nice: false },
      marks: [
        gridY({ ticks: 3, ...rules(style) }),
        axisX({
          ticks: ticks as never,
          tickSize: 0,
          label: null,
          tickFormat: (x: number) => (isShare ? `${Number((x * 100).toFixed(1))}%` : shortNumber(Math.round(fromAxis(x, isLog)))),
        }),
        axisY({ ticks: 3, tickSize: 0, label: null, tickFormat: shortNumber }),
        rectY(
          bars.filter(({ isOut }) => !isOut),
          { x1: "x1", x2: "x2", y: "cells", fill: style.series[0]!, fillOpacity: 0.85, insetLeft: 0.4, insetRight: 0.4, title },
        ),
        rectY(
          bars.filter(({ isOut }) => isOut),
          {
            x1: "x1",
            x2: "x2",
            y: "cells",
            fill: style.warn,
            fillOpacity: 0.35,
            stroke: style.warn,
            strokeWidth: 0.6,
            insetLeft: 0.4,
            insetRight: 0.4,
            title,
          },
        ),
        ruleX(
          [at.low, at.high].filter((x) => Number.isFinite(x) && x >= first && x <= last),
          { stroke: style.warn, strokeWidth: 1.5 },
        ),
        ruleX([toAxis(median, isLog)], { stroke: style.ink, strokeWidth: 1.2, strokeDasharray: "3 3" }),
      ],
    },
    {
      titles: { x: `${label}${isShare ? " (%)" : ""}${isLog ? " (log scale)" : ""}`, y: "cells" },
      key: [
        { kind: "line", label: `median ${show(median)}`, color: style.ink, dash: "3 3", width: 1.2 },
        ...(low === null && high === null
          ? []
          : ([
              { kind: "line", label: "limit", color: style.warn, width: 1.5 },
              { kind: "square", label: "within limits", color: style.series[0]!, opacity: 0.85 },
              { kind: "square", label: `outside (${count(outside)} cells)`, color: style.warn, opacity: 0.35, stroke: style.warn },
            ] as const)),
      ],
    },
  );
}
