import { axisX, axisY, dot, gridX, link, ruleX, ruleY } from "@observablehq/plot";
import { clipped, framed, labelRoom, rules, type Svg } from "./frame";
import type { KeyItem } from "./key";
import type { Style } from "./style";

export interface LanePoint {
  /** Which lane of its row it lies in. */
  lane: number;
  /** Whose value it is: its points lie equally far from the middle of their lanes. */
  name: string;
  value: number;
  title: string;
  color: string;
}

export interface LanePointsData {
  rows: { label: string; points: LanePoint[] }[];
  lanes: number;
  /** What is found, in a sentence. */
  alt: string;
  titles: { x: string; y: string };
  key: KeyItem[];
  format: (value: number) => string;
  /** The axis begins at 0. */
  isFromZero: boolean;
  /** Points between which lines are drawn: of one row, by their names. */
  pairs?: (points: readonly LanePoint[]) => [LanePoint, LanePoint][];
  /** The colour of a lane's mean; null for none. */
  meanColor(lane: number, points: number): string | null;
}

/** Lanes that can be told apart in a row. */
export const MOST_LANES = 4;

/** Points in rows, each row divided into lanes from above; a tick at a lane's mean. */
export function lanePoints(
  { rows, lanes, alt, titles, key, format, isFromZero, pairs, meanColor }: LanePointsData,
  style: Style,
  width: number,
): Svg {
  const gap = Math.min(0.38, 0.72 / Math.max(1, lanes - 1));
  const middle = (lane: number) => 0.5 + (lane - (lanes - 1) / 2) * gap;
  const spread = lanes === 1 ? 0.5 : 0.42 * gap;
  const names = new Map<string, number>();
  for (const { points } of rows) for (const { name } of points) if (!names.has(name)) names.set(name, names.size);
  // Names one after another are far from each other, so that most points are seen.
  const shift = (name: string) => (names.size < 2 ? 0 : ((names.get(name)! * 0.618034) % 1) - 0.5) * spread;
  const placed = rows.flatMap(({ points }, row) =>
    points
      .filter(({ value }) => Number.isFinite(value))
      .map((point) => ({ ...point, row, y: row + middle(point.lane) + shift(point.name) })),
  );
  type Placed = (typeof placed)[number];
  const lines = pairs ? rows.flatMap((_, row) => pairs(placed.filter((point) => point.row === row)) as [Placed, Placed][]) : [];
  const means = rows.flatMap((_, row) =>
    Array.from({ length: lanes }, (_, lane) => lane).flatMap((lane) => {
      const own = placed.filter((point) => point.row === row && point.lane === lane);
      const color = own.length > 0 ? meanColor(lane, own.length) : null;
      return color === null
        ? []
        : [{ value: own.reduce((sum, point) => sum + point.value, 0) / own.length, y: row + middle(lane), stroke: color }];
    }),
  );
  const half = Math.max(0.17, spread / 2) * (lanes > 2 ? gap / 0.38 : 1);
  const values = placed.map(({ value }) => value);
  const [low, high] = [isFromZero ? 0 : Math.min(...values), Math.max(...values, isFromZero ? 1e-9 : -Infinity)];
  const pad = (high - low || 1) * 0.04;
  const letters = width < 420 ? 20 : 26;
  const height = 14 + 10 * Math.max(2, lanes);
  return framed(
    style,
    alt,
    {
      width,
      height: rows.length * height + 26,
      marginLeft: labelRoom(
        rows.map(({ label }) => label),
        letters,
      ),
      marginRight: 16,
      marginTop: 4,
      marginBottom: 22,
      x: { domain: placed.length > 0 ? [low - (isFromZero ? 0 : pad), high + pad] : [0, 1] },
      y: { domain: [0, Math.max(1, rows.length)], reverse: true },
      marks: [
        gridX({ ticks: 5, ...rules(style) }),
        ruleY(
          rows.map((_, row) => row),
          { stroke: style.line },
        ),
        axisX({ ticks: width < 420 ? 4 : 6, tickSize: 0, label: null, tickFormat: format }),
        axisY(
          rows.map((_, row) => row + 0.5),
          { tickSize: 0, label: null, tickFormat: (at: number) => clipped(rows[Math.floor(at)]?.label ?? "", letters), fill: style.ink },
        ),
        link(lines, {
          x1: ([first]) => first.value,
          x2: ([, second]) => second.value,
          y1: ([first]) => first.y,
          y2: ([, second]) => second.y,
          stroke: style.faint,
          strokeOpacity: 0.7,
        }),
        ...means.map((one) => ruleX([one], { x: "value", y1: one.y - half, y2: one.y + half, stroke: one.stroke, strokeWidth: 2 })),
        dot(placed, {
          x: "value",
          y: "y",
          r: 3.2,
          fill: ({ color }: Placed) => color,
          fillOpacity: 0.8,
          stroke: style.card,
          strokeWidth: 0.6,
          title: "title",
        }),
      ],
    },
    { titles, key },
  );
}
