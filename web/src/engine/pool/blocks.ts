import type { CellRange } from "../../contract/types";
import type { ReadPlan } from "../readers/read-plan";

/** Stored values a block: about 5 MB as read, a few times that while it is worked on; larger ones are no faster. */
const STORED_PER_BLOCK = 600_000;
/** With fewer blocks than this per lane one slow lane is waited for. */
const BLOCKS_PER_LANE = 4;

/** With so many files a lane, the last ones are waited for little. */
const FILES_PER_LANE = 4;

export interface BlockPlan {
  lanes: number;
  /** Asked-for cells a block; 0 = chosen here. Never changes a result. */
  cells: number;
  /** No block is larger, whatever the matrix. */
  most?: number;
  /** Cells that one lane should take in order, where lanes side by side would fetch the same bytes; 0 where it does not matter. */
  run?: number;
  /** Blocks and groups end where sections of so many cells do, from the first cell on; of several files, from the first of each. */
  section?: number;
  /** Cells that the lanes share out; those of the matrix, where nothing else is said. */
  shared?: number;
}

/**
 * Cuts the cells into blocks, in groups that one lane takes in order. A matrix stored by columns is read in few long
 * groups, any other in runs of the file that lanes need not both fetch. Of several files each is cut by itself: no block spans two.
 */
export function planBlocks(matrix: ReadPlan, plan: BlockPlan): CellRange[][] {
  if (matrix.parts) {
    // Of many files each goes to one lane, which alone opens it.
    const isWhole = matrix.parts.length >= FILES_PER_LANE * plan.lanes;
    return matrix.parts.flatMap(({ first, ...part }) => {
      const groups = planBlocks(part, { ...plan, shared: matrix.shape.cells }).map((group) =>
        group.map((block) => ({ first: first + block.first, count: block.count })),
      );
      return isWhole ? [groups.flat()] : groups;
    });
  }
  const { cells, stored } = matrix.shape;
  const perCell = Math.max(1, stored / Math.max(1, cells));
  const share = (plan.shared ?? cells) / (plan.lanes * BLOCKS_PER_LANE);
  const fitting = Math.min(STORED_PER_BLOCK / perCell, Math.max(share, 64));
  // Reading less than what is decoded at once decodes it again for the next block.
  const chosen = Math.max(
    fitting,
    matrix.shape.layout === "dense" ? matrix.grain / matrix.shape.genes : Math.min(matrix.grain / perCell, 4 * fitting),
  );
  const fit = Math.max(1, Math.floor(plan.cells || Math.min(chosen, plan.most ?? Infinity)));
  const { section } = plan;
  // Sections in blocks of much the same size.
  const size = section === undefined ? fit : Math.ceil(section / Math.ceil(section / fit));
  const most = matrix.span || (plan.run && Math.max(plan.run, size));
  const free = most ? evenSpan(cells, most, plan.lanes) : size;
  const span = section === undefined ? free : section * Math.max(1, Math.floor(free / section));
  const groups: CellRange[][] = [];
  for (let start = 0; start < cells; start += span) {
    const stop = Math.min(cells, start + span);
    const group: CellRange[] = [];
    for (let first = start; first < stop;) {
      const end = Math.min(stop, first + size, section === undefined ? Infinity : first - (first % section) + section);
      group.push({ first, count: end - first });
      first = end;
    }
    groups.push(group);
  }
  return groups;
}

/**
 * As long a run as the reader can hold, and no longer than gives every lane as many runs as the others: each costs a
 * pass over the file.
 */
function evenSpan(cells: number, most: number, lanes: number): number {
  const runs = Math.ceil(Math.ceil(cells / most) / lanes) * lanes;
  return Math.max(1, Math.ceil(cells / runs));
}

/** First cell of the section that a cell of a matrix is in, where blocks were planned by sections. */
export function sectionAt(matrix: ReadPlan, section: number, cell: number): number {
  const from = matrix.parts?.findLast(({ first }) => first <= cell)?.first ?? 0;
  return cell - ((cell - from) % section);
}

/** The cell after the last of a section that begins at `first`. */
export function sectionEnd({ parts = [], shape }: ReadPlan, section: number, first: number): number {
  return Math.min(first + section, parts.find((part) => part.first > first)?.first ?? shape.cells);
}

/** Blocks cut down to a run of cells; empty ones fall away. */
export function blocksWithin(groups: CellRange[][], { first, count }: CellRange): CellRange[][] {
  const end = first + count;
  return groups
    .map((group) =>
      group.flatMap((block) => {
        const from = Math.max(first, block.first);
        const to = Math.min(end, block.first + block.count);
        return from < to ? [{ first: from, count: to - from }] : [];
      }),
    )
    .filter((group) => group.length > 0);
}

/** A block from its first chosen cell to its last: those numbered `from` up to `to` of the chosen. */
export interface ChosenBlock extends CellRange {
  from: number;
  to: number;
}

/**
 * Blocks of a plan cut down to some cells (ascending): each to at most `most` of them, from the first to the last. Empty
 * blocks fall away.
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
