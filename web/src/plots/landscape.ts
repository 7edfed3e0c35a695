import { areaY, axisX, axisY, dot, gridX, ruleY } from "@observablehq/plot";
import type { LandscapeGroup } from "../contract/trust";
import { many, probability } from "./format";
import { clipped, framed, labelRoom, rules, type Svg } from "./frame";
import type { Style } from "./style";

export interface LandscapeData {
  groups: Pick<LandscapeGroup, "label" | "cells" | "donors" | "mean" | "median" | "histogram">[];
  /** ln of the classes. */
  most: number;
  /** What the groups are of. */
  by?: string;
}

/** Heights of a ridge: the histogram smoothed by a narrow kernel, the highest 1. */
function ridge(histogram: readonly number[]): number[] {
  const kernel = [0.06, 0.24, 0.4, 0.24, 0.06];
  const smooth = histogram.map((_, i) =>
    kernel.reduce((sum, weight, j) => sum + weight * (histogram[Math.min(Math.max(i + j - 2, 0), histogram.length - 1)] ?? 0), 0),
  );
  const top = Math.max(...smooth, 1e-9);
  return smooth.map((height) => height / top);
}

/** The part of the axis that holds all but a few cells, at least a quarter of it. */
function reach(groups: LandscapeData["groups"]): number {
  const bins = groups[0]?.histogram.length ?? 1;
  const all = Array.from({ length: bins }, (_, bin) => groups.reduce((sum, { histogram }) => sum + histogram[bin], 0));
  const total = all.reduce((sum, cells) => sum + cells, 0);
  let left = total * 0.002;
  let last = bins;
  while (last > 1 && left >= all[last - 1]) left -= all[--last];
  return Math.min(1, Math.max(0.25, Math.ceil((last / bins) * 20) / 20));
}

const ROW = 30;

/** Entropies group by group: a ridge of the cells, the mean with its interval. */
export function landscape({ groups, most, by = "group of cells" }: LandscapeData, style: Style, width: number): Svg {
  const margin = labelRoom(
    groups.map(({ label }) => label),
    26,
  );
  const end = reach(groups);
  const labels = groups.map(({ label }) => label);
  const high = [...groups].sort((a, b) => b.mean.value - a.mean.value)[0];
  const alt = high
    ? `Normalized entropy of ${groups.length} groups; highest mean: ${high.label}, ${probability(high.mean.value / most)}.`
    : "No cells.";
  const center = new Map(labels.map((label, i) => [label, i]));
  const ridges = groups.flatMap((group) =>
    ridge(group.histogram)
      .slice(0, Math.ceil(end * group.histogram.length))
      .map((height, bin) => ({
        label: group.label,
        x: (bin + 0.5) / group.histogram.length,
        low: center.get(group.label)! + 0.36,
        high: center.get(group.label)! + 0.36 - 0.78 * height,
      })),
  );
  const rows = groups.map((group) => ({
    y: center.get(group.label)!,
    label: group.label,
    mean: group.mean.value / most,
    low: group.mean.low / most,
    high: group.mean.high / most,
    median: group.median / most,
    title:
      `${group.label}: mean ${probability(group.mean.value / most)} (${probability(group.mean.low / most)} to ` +
      `${probability(group.mean.high / most)}), ` +
      `${many(group.cells, "cell")}${group.donors ? `, ${many(group.donors, "donor")}` : ""}`,
  }));
  return framed(
    style,
    alt,
    {
      width,
      height: 30 + ROW * groups.length,
      marginLeft: margin,
      marginRight: 14,
      marginTop: 8,
      marginBottom: 22,
      x: { domain: [0, end] },
      y: { domain: [groups.length - 0.5, -0.5], type: "linear" },
      marks: [
        gridX({ ticks: 5, ...rules(style) }),
        axisX({ ticks: 5, tickSize: 0, label: null, tickFormat: (x: number) => (x === 0 || x === 1 ? String(x) : probability(x)) }),
        axisY(
          labels.map((_, i) => i),
          { tickSize: 0, label: null, tickFormat: (i: number) => clipped(labels[i] ?? "", 26), fill: style.ink },
        ),
        areaY(ridges, {
          x: "x",
          y1: "low",
          y2: "high",
          z: "label",
          fill: style.accent,
          fillOpacity: style.dark ? 0.34 : 0.22,
          stroke: style.accent,
          strokeOpacity: 0.5,
          strokeWidth: 0.8,
          curve: "basis",
        }),
        ruleY(
          rows.filter((row) => Number.isFinite(row.low)),
          { y: "y", x1: "low", x2: "high", stroke: style.ink, strokeWidth: 2, dy: 6 },
        ),
        dot(rows, { x: "mean", y: "y", fill: style.ink, r: 3.2, dy: 6, title: "title" }),
      ],
    },
    {
      titles: { x: "normalized entropy (0: certain, 1: all classes equally likely)", y: by },
      key: [
        { kind: "square", label: "cells", color: style.accent, opacity: style.dark ? 0.34 : 0.22, stroke: style.accent },
        { kind: "dot", label: "mean", color: style.ink, r: 3.2 },
        {
          kind: "line",
          label: groups.some(({ donors }) => donors) ? "95% interval over donors" : "95% interval over cells",
          color: style.ink,
        },
      ],
    },
  );
}
