import { axisX, axisY, dot, gridY, line } from "@observablehq/plot";
import type { Landscape, Trend } from "../contract/trust";
import { many, pValue, share, value } from "./format";
import { framed, rules, type Svg } from "./frame";
import type { Style } from "./style";

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
  const color = (of: string) => (of === "all" || of === "" ? style.accent : style.series[NAMES[of] ?? 3]);
  const ends = [...shown.map((one) => ({ ...one, dash: "" })), ...(matched ? [{ ...matched, of: "matched", dash: "4 3" }] : [])].map(
    (one) => ({ ...one, ends: [from, to].map((x) => ({ x, y: (one.intercept + one.slope * x) / most })) }),
  );
  const alt = trends[0]
    ? `Mean entropy against age of ${many(points.length, "point")}: ${value((trends[0].slope / most) * 10)} of the most possible ` +
      `per ten years${Number.isFinite(trends[0].pValue) ? ` (${pValue(trends[0].pValue)})` : ""}.`
    : "No trend.";
  const most1 = Math.max(...points.map((point) => point.mean / most), ...ends.flatMap((one) => one.ends.map(({ y }) => y)), 0.05);
  const least = Math.min(...points.map((point) => point.mean / most), ...ends.flatMap((one) => one.ends.map(({ y }) => y)));
  const pad = (most1 - least) * 0.1 + 0.01;
  return framed(style, alt, {
    width,
    height: 190,
    marginLeft: 36,
    marginRight: 14,
    marginTop: 10,
    marginBottom: 36,
    x: { domain: [from - (to - from) * 0.03 - 0.01, to + (to - from) * 0.03 + 0.01] },
    y: { domain: [Math.max(0, least - pad), most1 + pad] },
    r: { range: [2, 6] },
    marks: [
      gridY({ ticks: 4, ...rules(style) }),
      axisX({ ticks: 6, tickSize: 0, label: "years of age", labelAnchor: "center", labelArrow: "none" }),
      axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: (y: number) => share(y, 2) }),
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
        r: "cells",
        fill: (point: TrendData["points"][number]) => color(point.health),
        fillOpacity: 0.75,
        title: (point: TrendData["points"][number]) =>
          `${point.group}${point.health ? `, ${point.health}` : ""}: ${share(point.mean / most, 3)}, ${many(point.cells, "cell")}`,
      }),
    ],
  });
}
