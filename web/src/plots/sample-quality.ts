import { areaY, axisX, axisY, dot, gridX, link } from "@observablehq/plot";
import { percent, shortNumber, value } from "./format";
import { clipped, framed, labelRoom, rules, type Svg } from "./frame";
import { fromAxis, toAxis } from "./limits-axis";
import { slotColor } from "./palette";
import type { Style } from "./style";

export interface SampleQualityData {
  label: string;
  isLog: boolean;
  isShare: boolean;
  /** Of the values or, where `isLog`, of log10(1 + value). */
  edges: number[];
  samples: { name: string; cells: number; counts: number[]; median: number; low: number | null; high: number | null; slot: number }[];
}

const ROW = 26;

/** One metric in every sample, on one scale: density, median, and the sample's own limits. */
export function sampleQuality({ label, isLog, isShare, edges, samples }: SampleQualityData, style: Style, width: number): Svg {
  const names = samples.map(({ name }) => name);
  const show = (x: number) => (isShare ? percent(x) : value(x));
  const rows = samples.map((one, i) => ({ ...one, i }));
  const middles = edges.slice(1).map((edge, b) => (edge + edges[b]!) / 2);
  const shapes = rows.flatMap(({ counts, i }) => {
    const top = Math.max(...counts, 1);
    return middles.map((x, b) => ({ x, i, low: i - (0.42 * counts[b]!) / top, high: i + (0.42 * counts[b]!) / top }));
  });
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const limits = rows.flatMap(({ i, low, high }) =>
    [low, high].flatMap((limit) => {
      const x = limit === null ? NaN : toAxis(limit, isLog);
      return x >= first && x <= last ? [{ x, low: i - 0.42, high: i + 0.42 }] : [];
    }),
  );
  const left = labelRoom(names, 22);
  // As many as have room beside each other.
  const ticks = Math.max(2, Math.floor((width - left) / 72));
  const title = ({ name, median, low, high, cells }: (typeof rows)[number]) =>
    `${name}: ${cells.toLocaleString("en-US")} cells, median ${show(median)}, limits ${low === null ? "none" : show(low)} to ` +
    `${high === null ? "none" : show(high)}`;
  const highest = [...rows].sort((a, b) => b.median - a.median);
  return framed(
    style,
    `${label} in ${samples.length} samples. Highest median: ${highest[0]?.name ?? "none"}, ${show(highest[0]?.median ?? NaN)}; lowest: ` +
      `${highest.at(-1)?.name ?? "none"}, ${show(highest.at(-1)?.median ?? NaN)}.`,
    {
      width,
      height: 30 + ROW * samples.length,
      marginLeft: left,
      marginRight: 14,
      marginTop: 6,
      marginBottom: 24,
      x: { domain: [first, last], nice: false },
      y: { domain: [samples.length - 0.5, -0.5], type: "linear" },
      marks: [
        gridX({ ticks, ...rules(style) }),
        axisX({
          ticks,
          tickSize: 0,
          label: null,
          tickFormat: (x: number) => (isShare ? `${Number((x * 100).toFixed(1))}%` : shortNumber(Math.round(fromAxis(x, isLog)))),
        }),
        axisY(
          names.map((_, i) => i),
          { tickSize: 0, label: null, fill: style.ink, tickFormat: (i: number) => clipped(names[i] ?? "", 22) },
        ),
        areaY(shapes, {
          x: "x",
          y1: "low",
          y2: "high",
          z: "i",
          fill: (one: (typeof shapes)[number]) => slotColor(rows[one.i]!.slot, style.dark),
          fillOpacity: 0.7,
        }),
        link(limits, { x1: "x", x2: "x", y1: "low", y2: "high", stroke: style.warn, strokeWidth: 1.6 }),
        dot(rows, {
          x: (one: (typeof rows)[number]) => toAxis(one.median, isLog),
          y: "i",
          r: 3,
          fill: style.card,
          stroke: style.ink,
          strokeWidth: 1.4,
          title,
        }),
      ],
    },
    {
      titles: { x: `${label}${isLog ? " (log scale)" : ""}`, y: "sample" },
      key: [
        { kind: "dot", label: "median", color: style.ink, symbol: "ring", r: 3 },
        { kind: "line", label: "limit of the sample", color: style.warn, width: 1.6 },
        { kind: "note", label: "Shapes: density of the sample's cells." },
      ],
    },
  );
}
