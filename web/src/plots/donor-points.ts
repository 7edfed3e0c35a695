import { axisX, axisY, dot, gridX, link, ruleX, ruleY } from "@observablehq/plot";
import { clipped, framed, labelRoom, rules, type Svg } from "./frame";
import { sideColor, sideKey, type Sides } from "./sides";
import type { Style } from "./style";

export interface DonorPoint {
  donor: string;
  side: 0 | 1;
  value: number;
  title: string;
}

export interface DonorPointsData {
  rows: { label: string; points: DonorPoint[] }[];
  sides: Sides;
  /** What is drawn, for those who do not see it: `Share of each type by donor`. */
  about: string;
  /** Title of the axis, with its unit. */
  x: string;
  /** What the rows are: types unless said. */
  y?: string;
  format: (value: number) => string;
  /** The axis begins at 0. */
  isFromZero: boolean;
}

const ROW = 34;
/** Where in its row a condition lies. */
const LANE = [0.31, 0.69] as const;
/** Donors of a lane are drawn so far apart that most are seen. */
const SPREAD = 0.16;

/**
 * A point per donor and condition, a row per type: the level compared above what it is compared with, a tick at the mean over the donors,
 * and a line between the two points of one donor.
 */
export function donorPoints(
  { rows, sides, about, x, y = "cell type", format, isFromZero }: DonorPointsData,
  style: Style,
  width: number,
): Svg {
  const donors = new Map<string, number>();
  for (const { points } of rows) for (const { donor } of points) if (!donors.has(donor)) donors.set(donor, donors.size);
  const shift = (donor: string) => (donors.size < 2 ? 0 : ((donors.get(donor)! * 0.618034) % 1) - 0.5) * SPREAD;
  const placed = rows.flatMap(({ points }, row) =>
    points
      .filter(({ value }) => Number.isFinite(value))
      .map((point) => ({ ...point, row, y: row + LANE[point.side] + shift(point.donor) })),
  );
  const pairs = rows.flatMap((_, row) => {
    const of = (side: 0 | 1) => placed.filter((point) => point.row === row && point.side === side);
    return of(0).flatMap((first) =>
      of(1)
        .filter(({ donor }) => donor === first.donor && donor !== "")
        .map((second) => ({ first, second })),
    );
  });
  const means = rows.flatMap((_, row) =>
    ([0, 1] as const).flatMap((side) => {
      const own = placed.filter((point) => point.row === row && point.side === side);
      const value = own.reduce((sum, point) => sum + point.value, 0) / own.length;
      return own.length > 0 ? [{ value, y: row + LANE[side], side }] : [];
    }),
  );
  const values = placed.map(({ value }) => value);
  const [low, high] = [isFromZero ? 0 : Math.min(...values), Math.max(...values, isFromZero ? 1e-9 : -Infinity)];
  const pad = (high - low || 1) * 0.04;
  const letters = width < 420 ? 20 : 26;
  const margin = labelRoom(
    rows.map(({ label }) => label),
    letters,
  );
  const largest = means.filter(({ side }) => side === 0).sort((a, b) => b.value - a.value)[0];
  const other = largest && means.find(({ y, side }) => side === 1 && Math.floor(y) === Math.floor(largest.y));
  const alt = largest
    ? `${about}: ${rows.length} rows; highest mean of ${sides[0]} in ${rows[Math.floor(largest.y)]!.label}, ${format(largest.value)}` +
      `${other ? `, and ${format(other.value)} in ${sides[1]}` : ""}.`
    : `${about}: no donors.`;
  return framed(
    style,
    alt,
    {
      width,
      height: rows.length * ROW + 26,
      marginLeft: margin,
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
        link(pairs, {
          x1: ({ first }) => first.value,
          x2: ({ second }) => second.value,
          y1: ({ first }) => first.y,
          y2: ({ second }) => second.y,
          stroke: style.faint,
          strokeOpacity: 0.7,
        }),
        ...means.map((one) =>
          ruleX([one], { x: "value", y1: one.y - 0.17, y2: one.y + 0.17, stroke: sideColor(style, one.side), strokeWidth: 2 }),
        ),
        dot(placed, {
          x: "value",
          y: "y",
          r: 3.2,
          fill: (point: (typeof placed)[number]) => sideColor(style, point.side),
          fillOpacity: 0.8,
          stroke: style.card,
          strokeWidth: 0.6,
          title: "title",
        }),
      ],
    },
    {
      titles: { x, y },
      key: [
        ...sideKey(style, sides),
        { kind: "note", label: `a dot a donor, | the mean${pairs.length > 0 ? ", lines join a donor's two" : ""}` },
      ],
    },
  );
}
