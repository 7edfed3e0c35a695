import type { CellRange } from "../../contract/types";
import type { Lane } from "./lane-pool";

/** One pass over the cells: what is visited, and what becomes of each block's result. */
export interface Sweep<R, B extends CellRange = CellRange> {
  lanes: Lane[];
  /** Blocks in groups; the blocks of a group go to one lane, in order. */
  groups: B[][];
  /** Runs in a lane: read, prepare, model, small result. */
  visit(lane: Lane, block: B): Promise<R>;
  /** Puts the result where the block's cells are: the order of arrival does not matter. */
  take(block: B, result: R): void;
  signal: AbortSignal;
}

/**
 * The one way through the matrix: lanes take blocks from one queue until it is empty.
 * Stopping takes effect at a block's end and keeps what is done; a lane that fails ends the sweep for all.
 * Says whether every block was visited.
 */
export async function sweep<R, B extends CellRange = CellRange>({ lanes, groups, visit, take, signal }: Sweep<R, B>): Promise<boolean> {
  const queue = groups.values();
  let left = groups.reduce((sum, group) => sum + group.length, 0);
  let failure: { error: unknown } | null = null;
  await Promise.all(
    lanes.map(async (lane) => {
      try {
        for (const group of queue) {
          for (const block of group) {
            if (signal.aborted || failure) return;
            take(block, await visit(lane, block));
            left--;
          }
        }
      } catch (error) {
        failure ??= { error };
      }
    }),
  );
  if (failure) throw (failure as { error: unknown }).error;
  return left === 0;
}
