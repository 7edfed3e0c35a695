import { shareOf, type TypesBySample } from "../contract/types-by-sample";
import { many, percent } from "./format";
import type { Svg } from "./frame";
import { lanePoints, MOST_LANES } from "./lane-points";
import { slotColor } from "./palette";
import { MOST_TYPES } from "./step-figures";
import type { Style } from "./style";

export interface SamplePointsData {
  found: TypesBySample;
  /** The colour of a condition or, where none are told, of a sample; absent: in the order of the table. */
  slots?: ReadonlyMap<string, number>;
}

/** So many samples have a colour each where no conditions are told. */
const OWN_COLORS = 8;
/** A mean of fewer says nothing that the points do not. */
const LEAST_FOR_MEAN = 3;

export const NOT_KNOWN = "not known";

interface Row {
  label: string;
  counts: number[];
}

/** Rows of the picture: classes by their mean share over samples, then cells of which the model knows nothing. */
function rowsOf(found: TypesBySample): Row[] {
  const { classes, samples } = found;
  const read = samples.filter(({ cells, unread }) => cells > unread);
  const mean = (counts: readonly number[]) => read.reduce((sum, row) => sum + shareOf(found, row, counts[samples.indexOf(row)]!), 0);
  const rows = classes.map(({ label }, i) => ({ label, counts: samples.map(({ counts }) => counts[i]!) }));
  const shown = rows.sort((a, b) => mean(b.counts) - mean(a.counts)).slice(0, MOST_TYPES);
  const unknown = samples.map((row) => row.unknown);
  return unknown.some((cells) => cells > 0) ? [...shown, { label: NOT_KNOWN, counts: unknown }] : shown;
}

/** Shares of predicted types, a point a sample: in lanes by condition where there are few, coloured by condition, else by sample. */
export function samplePoints({ found, slots }: SamplePointsData, style: Style, width: number): Svg {
  const { samples, condition, column } = found;
  const subjects = [...new Set(samples.map((row) => row.condition ?? row.sample))];
  const isColored = condition !== null || subjects.length <= OWN_COLORS;
  const lanes = condition !== null && subjects.length <= MOST_LANES ? subjects.length : 1;
  const color = (subject: string) =>
    isColored ? slotColor(slots?.get(subject) ?? subjects.indexOf(subject), style.dark) : style.series[0]!;
  const rows = rowsOf(found);
  const hasMean = (points: number) => points >= LEAST_FOR_MEAN;
  const most = rows[0];
  const shares = most ? samples.map((row, i) => shareOf(found, row, most.counts[i]!)).filter((share) => !Number.isNaN(share)) : [];
  return lanePoints(
    {
      rows: rows.map(({ label, counts }) => ({
        label,
        points: samples.map((row, i) => {
          const share = shareOf(found, row, counts[i]!);
          const subject = row.condition ?? row.sample;
          const name = condition === null ? row.sample : `${row.sample}, ${row.condition || "not given"}`;
          return {
            lane: lanes > 1 ? subjects.indexOf(subject) : 0,
            name: row.sample,
            value: share,
            title: `${name}: ${label}, ${percent(share)} (${many(counts[i]!, "cell")} of ${many(row.cells - row.unread, "cell")})`,
            color: color(subject),
          };
        }),
      })),
      lanes,
      alt:
        most && shares.length > 0
          ? `Shares of predicted types in ${many(shares.length, "sample")}; the commonest is ${most.label}, ` +
            `${percent(Math.min(...shares))} to ${percent(Math.max(...shares))}.`
          : "Shares of predicted types: no sample has been read.",
      titles: { x: `share of a ${column}'s cells`, y: "predicted type" },
      key: [
        ...(isColored
          ? subjects.map((subject) => ({ kind: "dot" as const, label: subject || "not given", color: color(subject), r: 3.4 }))
          : []),
        { kind: "note", label: `a dot a ${column}${rows.length > 0 && hasMean(samples.length / lanes) ? ", | the mean" : ""}` },
      ],
      format: percent,
      isFromZero: true,
      meanColor: (lane, points) => (hasMean(points) ? (lanes > 1 ? color(subjects[lane]!) : style.soft) : null),
    },
    style,
    width,
  );
}
