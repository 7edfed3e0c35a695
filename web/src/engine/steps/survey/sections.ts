import type { SumsStart } from "../../../../../wasm/bind/phenolens_core";
import { sectionAt } from "../../pool/blocks";
import type { ReadPlan } from "../../readers/read-plan";
import type { CellRange } from "../../../contract/types";

/*
 * Sums of floats depend on the order of adding. Lanes take blocks as they are free, so that two runs would differ in their last digits:
 * instead each section of the cells is summed from nothing by one lane, in the order of its cells, and the sections' sums are merged in
 * their order. Sections depend on the file alone, neither on lanes nor on blocks.
 */

/** Cells of a section where the file has many. */
const USUAL = 16_384;
/** Fewer are not worth the merging; this many sections keep eight lanes busy. */
const LEAST = 1024;
const FEW = 8;
/** Bytes of all sections' sums together, where they are more than a few. */
const MOST_BYTES = 2e9;

/** Cells of a section of a matrix, for sums of this kind. */
export function sectionOf(matrix: ReadPlan, what: SumsStart): number {
  const { cells } = matrix.shape;
  const few = Math.min(FEW, 2 * Math.ceil(cells / (2 * LEAST)));
  const sections = Math.max(few, Math.min(Math.ceil(cells / USUAL), Math.floor(MOST_BYTES / bytesOf(what))));
  const spans = [matrix, ...(matrix.parts ?? [])].map(({ span }) => span).filter((span) => span > 0);
  return Math.max(1, Math.min(Math.ceil(cells / sections), ...spans));
}

function bytesOf(what: SumsStart): number {
  if (what.of === "covariance") return 4 * what.chosen.length ** 2;
  const columns = "groups" in what ? what.groups : "batches" in what ? what.batches : "samples" in what ? what.samples : 1;
  return 32 * what.genes * columns;
}

/** The sections of some blocks, in their order; sums come as lanes end them and are merged in turn. */
export class Sections {
  private readonly last = new Map<CellRange, number>();
  private readonly firsts: number[] = [];
  private readonly waiting = new Map<number, Uint8Array>();
  private next = 0;

  /** `groups`: blocks planned by `section`, of which some may have been left out; `merge` is told a section's first cell too. */
  constructor(
    private readonly merge: (state: Uint8Array, first: number) => void,
    groups: CellRange[][],
    matrix: ReadPlan,
    section: number,
  ) {
    const ends = new Map<number, CellRange>();
    for (const block of groups.flat()) ends.set(sectionAt(matrix, section, block.first), block);
    const inOrder = [...ends].sort(([a], [b]) => a - b);
    for (const [i, [first, block]] of inOrder.entries()) {
      this.firsts.push(first);
      this.last.set(block, i);
    }
  }

  /** Which section a block ends; undefined where more of it follow. */
  endedBy(block: CellRange): number | undefined {
    return this.last.get(block);
  }

  put(section: number, state: Uint8Array): void {
    this.waiting.set(section, state);
    for (let one; (one = this.waiting.get(this.next)); this.waiting.delete(this.next++)) this.merge(one, this.firsts[this.next]!);
  }
}
