import { axisX, axisY, dot, gridY, line } from "@observablehq/plot";
import type { Landscape, Trend } from "../contract/trust";
import { count, many, pValue, probability, value } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";
import { sizeSteps } from "./ticks";

export interface TrendData {
  points: Landscape["points"];
  trends: Trend[];
  matched: Trend | null;
  most: number;
}

const NAMES: Record<string, number> = { all: 0, healthy: 2, diseased: 1 };

/** Mean entropy of each donor at its age, with the lines through them; before birth lies left of 0. */
export function trend({ points, trends, matched, most }: TrendData, style: Style, width: number): Svg {
  const years = points.map((point) => point.years);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const shown = trends.length > 1 ? trends.filter(({ of }) => of !== "all") : trends;
  const color = (group: string) => (group === "all" || group === "" ? style.accent : style.series[NAMES[group] ?? 3]);
  const ends = [...shown.map((one) => ({ ...one, dash: "" })), ...(matched ? [{ ...matched, of: "matched", dash: "4 3" }] : [])].map(
    (one) => ({ ...one, ends: [from, to].map((x) => ({ x, y: (one.intercept + one.slope * x) / most })) }),
  );
  const alt = trends[0]
    ? `Mean normalized entropy against age, ${many(points.length, "point")}: ` +
      `${value((trends[0].slope / most) * 10)} per ten ` +
      `years${Number.isFinite(trends[0].pValue) ? ` (${pValue(trends[0].pValue)})` : ""}.`
    : "No trend.";
  const most1 = Math.max(...points.map((point) => point.mean / most), ...ends.flatMap((one) => one.ends.map(({ y }) => y)), 0.05);
  const least = Math.min(...points.map((point) => point.mean / most), ...ends.flatMap((one) => one.ends.map(({ y }) => y)));
  const most2 = points.reduce((largest, { cells }) => Math.max(largest, cells), 1);
  const radius = (cells: number) => Math.max(2, 6 * Math.sqrt(cells / most2));
  const groups = [...new Set(points.map(({ health }) => health as string))];
  const pad = (most1 - least) * 0.1 + 0.01;
  return framed(
    style,
    alt,
    {
      width,
      height: 176,
      marginLeft: 36,
      marginRight: 14,
      marginTop: 10,
      marginBottom: 22,
      x: { domain: [from - (to - from) * 0.03 - 0.01, to + (to - from) * 0.03 + 0.01] },
      y: { domain: [Math.max(0, least - pad), most1 + pad] },
      r: { type: "identity" },
      marks: [
        gridY({ ticks: 4, ...rules(style) }),
        axisX({ ticks: 6, tickSize: 0, label: null }),
        axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: (y: number) => probability(y) }),
        ...ends.map((one) =>
          line(one.ends, {
            x: "x",
            y: "y",
            stroke: one.of === "matched" ? style.faint : color(one.of),
            strokeWidth: 2,
            strokeDasharray: one.dash,
          }),
        ),
        dot(points, {
          x: "years",
          y: (point: TrendData["points"][number]) => point.mean / most,
          r: (point: TrendData["points"][number]) => radius(point.cells),
          fill: (point: TrendData["points"][number]) => color(point.health),
          fillOpacity: 0.75,
          title: (point: TrendData["points"][number]) =>
            `${point.group}${point.health ? `, ${point.health}` : ""}: ${probability(point.mean / most)}, ${many(point.cells, "cell")}`,
        }),
      ],
    },
    {
      titles: { x: "age (years; before birth below 0)", y: "mean normalized entropy" },
      key: [
        ...groups.map((name) => ({ kind: "dot", label: name || "one donor or group", color: color(name) }) as const),
        ...shown.map(
          (one) =>
            ({ kind: "line", label: one.of === "all" ? "regression line" : `regression line, ${one.of}`, color: color(one.of) }) as const,
        ),
        ...(matched ? [{ kind: "line", label: "adjusted for depth", color: style.faint, dash: "4 3" } as const] : []),
        { kind: "sizes", title: "cells", sizes: sizeSteps(most2).map((cells) => ({ r: radius(cells), label: count(cells) })) },
      ],
    },
  );
}
