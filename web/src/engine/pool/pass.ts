import { AnalysisError } from "../../contract/errors";
import type { CellRange } from "../../contract/types";
import { Pace } from "../base/pace";
import type { BlockCells } from "../contract/survey";
import type { Lane } from "./lane-pool";
import type { Prepared } from "./prepared";
import { sweep } from "./sweep";

/** What is asked of a lane for every block, and what becomes of the reply. */
export interface Visit<R, B extends CellRange = CellRange> {
  /** As progress names it, or the pace of several passes together. */
  step: string | Pace;
  /** All cells, where no blocks are named. */
  blocks?: B[][];
  /** The pool's, where none are named. */
  lanes?: Lane[];
  /** Cells that take part: a byte each of the file's cells, or a group each (-1: none); with both, the groups of those in the mask. */
  mask?: Uint8Array | null;
  groups?: Int32Array;
  /** What a block counts for: its cells, where nothing else is said. */
  size?(block: B): number;
  /** `cells`: which of the block's take part, where a mask or groups were given. */
  visit(lane: Lane, block: B, cells: BlockCells): Promise<R>;
  /** Puts the result where the block's cells are: the order of arrival does not matter. */
  take?(block: B, result: R): void;
  /** What is said where it was stopped, as `cancelled`; without it, what is done is kept. */
  ifStopped?: string;
}

/**
 * One pass over a prepared job's cells, on whichever lane is free: progress after every block, stopped at a block's end.
 * Says whether every block was visited.
 */
export async function pass<R, B extends CellRange = CellRange>(prepared: Prepared, visit: Visit<R, B>): Promise<boolean> {
  const { pool, context } = prepared.job;
  const groups = visit.blocks ?? (prepared.blocks() as B[][]);
  const size = visit.size ?? sizeOf;
  const pace =
    visit.step instanceof Pace
      ? visit.step
      : new Pace(
          visit.step,
          groups.flat().reduce((sum, block) => sum + size(block), 0),
        );
  const isWhole = await sweep<R, B>({
    lanes: visit.lanes ?? pool.lanes,
    groups,
    signal: context.signal,
    visit: (lane, block) => visit.visit(lane, block, cellsOf(visit, block)),
    take(block, result) {
      context.progress(pace.add(size(block)));
      visit.take?.(block, result);
    },
  });
  if (!isWhole && visit.ifStopped !== undefined) throw new AnalysisError("cancelled", visit.ifStopped);
  return isWhole;
}

/** Cells of a block; of one that was cut down to chosen cells, those. */
function sizeOf(block: CellRange & { from?: number; to?: number }): number {
  return block.to === undefined || block.from === undefined ? block.count : block.to - block.from;
}

function cellsOf({ mask, groups }: Pick<Visit<never>, "mask" | "groups">, { first, count }: CellRange): BlockCells {
  const own = mask?.subarray(first, first + count);
  if (groups) return { groups: Int32Array.from(groups.subarray(first, first + count), (group, i) => (own && !own[i] ? -1 : group)) };
  return own ? { mask: Uint8Array.from(own) } : {};
}
