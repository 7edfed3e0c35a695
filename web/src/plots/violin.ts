import { areaY, axisX, axisY, dot, gridX, ruleY } from "@observablehq/plot";
import type { GeneViolin } from "../contract/survey";
import { percent, value } from "./format";
import { clipped, framed, labelRoom, rules, type Svg } from "./frame";
import { slotColor } from "./palette";
import type { Style } from "./style";

export interface ViolinData {
  found: GeneViolin;
  /** Slot of each group's colour, as on the map. */
  slots: number[];
}

const ROW = 34;

/** One gene in each group: the density on both sides of a line, the quartiles and the median. */
export function violin({ found, slots }: ViolinData, style: Style, width: number): Svg {
  const groups = found.groups.map((one, i) => ({ ...one, i }));
  const names = groups.map(({ name }) => name);
  const left = labelRoom(names, 26);
  const middles = Array.from({ length: found.edges.length - 1 }, (_, b) => (found.edges[b]! + found.edges[b + 1]!) / 2);
  const shapes = groups.flatMap(({ density, i }) => {
    const top = Math.max(...density, 1e-12);
    return middles.map((x, b) => ({ x, i, low: i - (0.42 * density[b]!) / top, high: i + (0.42 * density[b]!) / top }));
  });
  const quartiles = groups.filter(({ cells }) => cells > 0);
  const title = (one: (typeof groups)[number]) =>
    `${one.name}: median ${value(one.median)}, mean ${value(one.mean)}; ${percent(one.expressing / one.cells)} of ` +
    `${one.cells.toLocaleString("en-US")} cells express it`;
  const highest = [...quartiles].sort((a, b) => b.mean - a.mean)[0];
  return framed(
    style,
    highest
      ? `${found.symbol} in ${groups.length} groups of ${found.by}. Highest mean: ${highest.name}, ${value(highest.mean)}, ` +
          `expressed by ${percent(highest.expressing / highest.cells)} of its cells.`
      : "No cells.",
    {
      width,
      height: 30 + ROW * groups.length,
      marginLeft: left,
      marginRight: 14,
      marginTop: 6,
      marginBottom: 24,
      x: { domain: [0, found.edges.at(-1) || 1] },
      y: { domain: [groups.length - 0.5, -0.5], type: "linear" },
      marks: [
        gridX({ ticks: 5, ...rules(style) }),
        axisX({ ticks: 5, tickSize: 0, label: null }),
        axisY(
          names.map((_, i) => i),
          { tickSize: 0, label: null, fill: style.ink, tickFormat: (i: number) => clipped(names[i] ?? "", 26) },
        ),
        areaY(shapes, {
          x: "x",
          y1: "low",
          y2: "high",
          z: "i",
          fill: (one: (typeof shapes)[number]) => slotColor(slots[one.i] ?? -1, style.dark),
          fillOpacity: 0.75,
        }),
        ruleY(quartiles, { y: "i", x1: "q1", x2: "q3", stroke: style.ink, strokeWidth: 2.4 }),
        dot(quartiles, { x: "median", y: "i", r: 3, fill: style.card, stroke: style.ink, strokeWidth: 1.4, title }),
        dot(quartiles, { x: "mean", y: "i", r: 2.2, symbol: "diamond", fill: style.ink, title }),
      ],
    },
    {
      titles: { x: `${found.symbol} (log1p of normalized counts)`, y: found.by === "clusters" ? "cluster" : found.by },
      key: [
        { kind: "line", label: "interquartile range", color: style.ink, width: 2.4 },
        { kind: "dot", label: "median", color: style.ink, symbol: "ring", r: 3 },
        { kind: "dot", label: "mean", color: style.ink, symbol: "diamond", r: 3.2 },
        { kind: "note", label: "Shapes: density of the group's cells." },
      ],
    },
  );
}
