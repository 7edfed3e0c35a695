import type { Interval } from "../../contract/basics";
import { AnalysisError } from "../../contract/errors";
import type { Sampled } from "../../contract/types";
import { unwrap, type CoreModule } from "../base/core";
import { NO_CLASS, type HeadStore, type ModelResults } from "../file/scores";
import type { Strata } from "../file/strata";

/** How much of the file, or of some of its cells, a model has read; null where all of it. */
export function sampledOf(result: ModelResults, within?: Uint32Array): Sampled | null {
  const { all } = result;
  if (result.done >= all) return null;
  const count = (is: (cell: number) => boolean) => within!.reduce((sum, cell) => sum + Number(is(cell)), 0);
  const isRead = (cell: number) => result.tells(cell);
  let read = 0;
  if (within) read = count(isRead);
  else for (let cell = 0; cell < result.cells; cell++) read += Number(isRead(cell));
  const of = within ? count((cell) => !result.isUnread(cell)) : all;
  return read >= of ? null : { read, of, isDrawn: result.strata !== null };
}

/** Throws AnalysisError(bad-input) where a model has read some cells only: drawn ones are of rare kinds more often than the file's. */
export function needsAllCells(result: ModelResults, what: string): void {
  const sampled = sampledOf(result);
  if (!sampled) return;
  const [read, of] = [sampled.read, sampled.of].map((cells) => cells.toLocaleString("en"));
  throw new AnalysisError("bad-input", `${result.model} has read ${read} of ${of} cells; ${what} needs all: read the others first.`);
}

/** What is asked of each cell that was read. */
interface Question {
  /** Cells that count as read; those that were drawn and read, where nothing else is said. */
  isRead?(cell: number): boolean;
  /** Shares that are told at once. */
  shares: number;
  /** Which of them the cell counts for; -1: it counts among the rest, null: it is left out, of those unread too. */
  of(cell: number): number | null;
  /** What it counts, from 0 to 1; 1 where nothing else is said. */
  amount?(cell: number): number;
}

/**
 * Shares of all cells (or of `within`), told from those that were read: of cells that count at all, which in each stratum are taken to be
 * as many of those unread as of those read. Each with its 95% interval; NaN before any was read.
 */
export function shares(
  core: CoreModule,
  result: ModelResults,
  { of, count }: Strata,
  { shares: many, of: shareOf, amount = () => 1, isRead = (cell) => result.tells(cell) }: Question,
  within?: Uint32Array,
): Interval[] {
  const [members, read, counted] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const hits = new Float64Array(many * count);
  const cells = within?.length ?? result.cells;
  for (let i = 0; i < cells; i++) {
    const cell = within ? within[i]! : i;
    // Of a study, cells of files that the model does not read are none of its cells.
    if (result.isUnread(cell)) continue;
    const stratum = of[cell]!;
    members[stratum]!++;
    if (!isRead(cell)) continue;
    read[stratum]!++;
    const share = shareOf(cell);
    if (share === null) continue;
    counted[stratum]!++;
    if (share >= 0) hits[share * count + stratum]! += amount(cell);
  }
  const sizes = members.map((size, stratum) => (read[stratum]! > 0 ? (size * counted[stratum]!) / read[stratum]! : size));
  return unwrap(core.stratified_shares({ sizes, drawn: counted, hits }));
}

/** A share of a model's cells: of those that were read, or told of all by them. */
export interface ToldShare {
  share: number;
  /** Cells that it was counted on. */
  cells: number;
  /** Where cells were drawn: of all, with the 95% interval. */
  told?: Sampled & Interval;
}

/** The share of cells for which `is` says true, among those for which it does not say null. NaN without any. */
export function shareOf(
  core: CoreModule,
  result: ModelResults,
  is: (cell: number) => boolean | null,
  isRead = (cell: number) => result.tells(cell),
): ToldShare {
  let [cells, hits] = [0, 0];
  for (let cell = 0; cell < result.cells; cell++) {
    const found = isRead(cell) ? is(cell) : null;
    if (found === null) continue;
    cells++;
    hits += Number(found);
  }
  const sampled = sampledOf(result);
  if (!sampled?.isDrawn || cells === 0) return { share: hits / cells, cells };
  const place = (cell: number) => {
    const found = is(cell);
    return found === null ? null : found ? 0 : -1;
  };
  const [all] = shares(core, result, result.strata!, { shares: 1, of: place, isRead });
  return { share: all!.value, cells, told: { ...sampled, ...all! } };
}

/** How many cells of its stratum each drawn cell that was read stands for; others stand for none. Of all cells or of `within`. */
export function weights(result: ModelResults, { of, count }: Strata, within?: Uint32Array): (cell: number) => number {
  const [members, read] = [new Float64Array(count), new Float64Array(count)];
  const cells = within?.length ?? result.cells;
  for (let i = 0; i < cells; i++) {
    const cell = within ? within[i]! : i;
    if (result.isUnread(cell)) continue;
    members[of[cell]!]!++;
    if (result.tells(cell)) read[of[cell]!]!++;
  }
  return (cell) => (result.tells(cell) ? members[of[cell]!]! / read[of[cell]!]! : 0);
}

/** The place of a cell's label among a head's classes; null where it has none. */
export const classOf =
  ({ top, k }: HeadStore) =>
  (cell: number): number | null =>
    top[cell * k] === NO_CLASS ? null : top[cell * k]!;
