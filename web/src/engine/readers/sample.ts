import type { RowBlock } from "../contract/cells";
import type { Matrix, Sample } from "./reader";

/** Cells per run of a sample; there are three runs. */
const SAMPLED_CELLS = 64;

/** Cells of the start, the middle and the end; of few cells each once. */
export function sampleRuns(cells: number): { first: number; count: number }[] {
  if (cells <= 3 * SAMPLED_CELLS) return cells === 0 ? [] : [{ first: 0, count: cells }];
  const starts = [0, Math.floor((cells - SAMPLED_CELLS) / 2), cells - SAMPLED_CELLS];
  return starts.map((first) => ({ first, count: SAMPLED_CELLS }));
}

/** The sample of a matrix whose blocks cost no more than their cells. */
export async function sampled(matrix: Matrix): Promise<Sample> {
  const blocks: RowBlock[] = [];
  for (const { first, count } of sampleRuns(matrix.shape.cells)) blocks.push(await matrix.block(first, count));
  return joined(blocks, matrix.shape.genes);
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
