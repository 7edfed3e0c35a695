import type { RowBlock } from "../contract/cells";
import type { Sample } from "./reader";

/** Cells per run of a sample; there are three runs. */
const SAMPLED = 64;

/** Cells of the start, the middle and the end. */
export function sampleRuns(cells: number): { first: number; count: number }[] {
  const count = Math.min(SAMPLED, Math.ceil(cells / 3));
  const starts = [0, Math.floor((cells - count) / 2), cells - count];
  return count === 0 ? [] : [...new Set(starts)].map((first) => ({ first, count }));
}

/** Cells of a sample's blocks, one after another. */
export function joined(blocks: RowBlock[], genes: number): Sample {
  const stored = blocks.reduce((sum, block) => sum + block.values.length, 0);
  const values = new Float32Array(stored);
  const isDense = blocks[0]?.layout === "dense";
  const indices = new Int32Array(isDense ? 0 : stored);
  const indptr = [0];
  let at = 0;
  for (const block of blocks) {
    values.set(block.values, at);
    const start = at;
    if (block.layout === "csr") {
      indices.set(block.indices, start);
      for (const offset of block.indptr.subarray(1)) indptr.push(start + offset);
    }
    at += block.values.length;
  }
  return isDense ? { values, genes } : { values, indptr: Int32Array.from(indptr), indices, genes };
}
