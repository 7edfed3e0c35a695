import { lanePoints, type LanePoint } from "./lane-points";
import type { Svg } from "./frame";
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

/** The two points of each donor that has both; those of no donor have none. */
const paired = (points: readonly LanePoint[]): [LanePoint, LanePoint][] =>
  points
    .filter(({ lane, name }) => lane === 0 && name !== "")
    .flatMap((first) =>
      points.filter(({ lane, name }) => lane === 1 && name === first.name).map((second): [LanePoint, LanePoint] => [first, second]),
    );

/** What the rows' highest mean is, in a sentence. */
function finding({ rows, sides, about, format }: DonorPointsData): string {
  const meanOf = (points: readonly DonorPoint[], side: 0 | 1) => {
    const values = points.filter((point) => point.side === side && Number.isFinite(point.value)).map(({ value }) => value);
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  };
  const means = rows.map(({ label, points }) => ({ label, first: meanOf(points, 0), second: meanOf(points, 1) }));
  const [largest] = means.filter(({ first }) => first !== null).sort((a, b) => b.first! - a.first!);
  if (!largest) return `${about}: no donors.`;
  const other = largest.second === null ? "" : `, and ${format(largest.second)} in ${sides[1]}`;
  return `${about}: ${rows.length} rows; highest mean of ${sides[0]} in ${largest.label}, ${format(largest.first!)}${other}.`;
}

/**
 * A point per donor and condition, a row per type: the level compared above what it is compared with, a tick at the mean over the donors,
 * and a line between the two points of one donor.
 */
export function donorPoints(data: DonorPointsData, style: Style, width: number): Svg {
  const { sides, x, y = "cell type", format, isFromZero } = data;
  const rows = data.rows.map(({ label, points }) => ({
    label,
    points: points.map(({ donor, side, value, title }) => ({ lane: side, name: donor, value, title, color: sideColor(style, side) })),
  }));
  const hasPairs = rows.some(({ points }) => paired(points.filter(({ value }) => Number.isFinite(value))).length > 0);
  const note = `a dot a donor, | the mean${hasPairs ? ", lines join a donor's two" : ""}`;
  return lanePoints(
    {
      rows,
      lanes: 2,
      alt: finding(data),
      titles: { x, y },
      key: [...sideKey(style, sides), { kind: "note", label: note }],
      format,
      isFromZero,
      pairs: paired,
      meanColor: (lane) => sideColor(style, lane as 0 | 1),
    },
    style,
    width,
  );
}
