import type { CellRange } from "../../../contract/types";

/** A block from its first chosen cell to its last: those numbered `from` up to `to` of the chosen. */
export interface ChosenBlock extends CellRange {
  from: number;
  to: number;
}

/**
 * Blocks of a plan cut down to some cells (ascending): each to at most `most` of them, from the first to the last.
 * Empty blocks fall away.
 */
export function blocksOfCells(groups: CellRange[][], cells: Uint32Array, most: number): ChosenBlock[][] {
  let at = 0;
  return [...groups]
    .sort((a, b) => a[0]!.first - b[0]!.first)
    .map((group) =>
      group.flatMap(({ first, count }) => {
        const cut: ChosenBlock[] = [];
        while (at < cells.length && cells[at]! < first + count) {
          let to = at + 1;
          while (to < cells.length && to - at < most && cells[to]! < first + count) to++;
          cut.push({ first: cells[at]!, count: cells[to - 1]! - cells[at]! + 1, from: at, to });
          at = to;
        }
        return cut;
      }),
    )
    .filter((group) => group.length > 0);
}
