import { axisX, axisY, dot, gridX, ruleX, ruleY } from "@observablehq/plot";
import { probability } from "./format";
import { clipped, framed, labelRoom, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface ForestRow {
  label: string;
  value: number;
  low: number;
  high: number;
  /** Which of the series it belongs to, from 0. */
  series?: number;
  /** What the row's dot says when it is pointed at. */
  title?: string;
}

export interface ForestData {
  rows: ForestRow[];
  /** What is drawn, for those who do not see it: `Top-1 by donor`. */
  about: string;
  /** A line to compare with: 0 for differences, .5 for areas under a curve. */
  reference?: number;
  domain?: [number, number];
  /** Title of the axis; else what is drawn. */
  x?: string;
  /** What the line to compare with stands for. */
  referenceName?: string;
  /** What the labels name. */
  y?: string;
  /** Names of the series, in order. */
  names?: readonly string[];
  /** What the ends of the lines are; else 95% intervals. */
  ends?: string;
  format?: (value: number) => string;
}

/** Values with their intervals, a row each; rows of one label lie beside each other. */
export function forest(
  {
    rows,
    about,
    reference,
    referenceName,
    domain,
    x: xTitle,
    y: yTitle,
    names = [],
    ends: what = "95% interval",
    format = (value) => (value === 0 || value === 1 ? String(value) : probability(value)),
  }: ForestData,
  style: Style,
  width: number,
): Svg {
  const labels = [...new Set(rows.map((row) => row.label))];
  const series = Math.max(1, ...rows.map((row) => (row.series ?? 0) + 1));
  const finite = rows.flatMap(({ value, low, high }) => [value, low, high]).filter(Number.isFinite);
  const ends = [...finite, ...(reference === undefined ? [] : [reference])];
  const pad = (Math.max(...ends, 0.001) - Math.min(...ends)) * 0.06;
  const x = domain ?? [Math.min(...ends) - pad, Math.max(...ends) + pad];
  const margin = labelRoom(labels, 28);
  const band = 15 + 7 * (series - 1);
  const shift = (row: ForestRow) => ((row.series ?? 0) - (series - 1) / 2) * 7;
  const color = (row: ForestRow) => (series === 1 ? style.accent : style.series[(row.series ?? 0) % style.series.length]);
  const groups = Array.from({ length: series }, (_, one) => rows.filter((row) => (row.series ?? 0) === one));
  const best = rows.filter((row) => Number.isFinite(row.value)).sort((a, b) => b.value - a.value)[0];
  const alt = best
    ? `${about}: ${labels.length} rows, highest ${best.label} with ${format(best.value)} (${format(best.low)} to ${format(best.high)}).`
    : `${about}: no data.`;
  return framed(
    style,
    alt,
    {
      // The first and last row's series lie beyond the row.
      width,
      height: 28 + labels.length * (band + 4) + 7 * (series - 1),
      marginLeft: margin,
      marginRight: 16,
      marginTop: 4 + 3.5 * (series - 1),
      marginBottom: 24 + 3.5 * (series - 1),
      x: { domain: x },
      y: { domain: labels, padding: 0.1 },
      marks: [
        gridX({ ticks: 5, ...rules(style) }),
        axisX({ ticks: 5, tickSize: 0, label: null, tickFormat: format }),
        axisY({ tickSize: 0, label: null, tickFormat: (label: string) => clipped(label, 28), fill: style.ink }),
        ...(reference === undefined ? [] : [ruleX([reference], { stroke: style.faint, strokeDasharray: "3 3" })]),
        ...groups.flatMap((group) => {
          const dy = group[0] ? shift(group[0]) : 0;
          return [
            ruleY(
              group.filter((row) => Number.isFinite(row.low)),
              {
                y: "label",
                x1: (row: ForestRow) => Math.max(row.low, x[0]),
                x2: (row: ForestRow) => Math.min(row.high, x[1]),
                stroke: color,
                strokeWidth: 2,
                dy,
                strokeOpacity: 0.65,
              },
            ),
            dot(group, {
              x: "value",
              y: "label",
              fill: color,
              r: 3.4,
              dy,
              title: (row: ForestRow) => row.title ?? `${row.label}: ${format(row.value)} (${format(row.low)} to ${format(row.high)})`,
            }),
          ];
        }),
      ],
    },
    {
      titles: { x: xTitle ?? about, ...(yTitle ? { y: yTitle } : {}) },
      key: [
        ...names.map((label, i) => ({ kind: "dot", label, color: style.series[i % style.series.length]!, r: 3.4 }) as const),
        ...(reference !== undefined && referenceName
          ? [{ kind: "line", label: referenceName, color: style.faint, dash: "3 3", width: 1 } as const]
          : []),
        ...(rows.some(({ low }) => Number.isFinite(low))
          ? [{ kind: "line", label: what, color: series === 1 ? style.accent : style.soft } as const]
          : []),
      ],
    },
  );
}
