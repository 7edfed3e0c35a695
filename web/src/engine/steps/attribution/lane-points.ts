import type { Batch, OnnxBackend } from "../../contract/model";

/** A cell as the model reads it, and what is to be explained in it. */
export interface TokenCell {
  genes: Int32Array;
  values: Float32Array;
  /** What the model reads of tokens whose `values` are strengths; absent where the values are what it reads. */
  read?: Float32Array;
  code: number;
  /** -1: the logit of `code` alone. */
  against: number;
}

/** A cell's tokens with values of a point between its baseline (`at` 0) and itself (1). */
export interface Point {
  cell: TokenCell;
  baseline: Float32Array;
  at: number;
}

/** Rows a call: wasm gains nothing from more, a GPU is idle with less. */
const ROWS: Record<OnnxBackend, number> = { wasm: 16, webgpu: 64, native: 16 };
/** On a GPU every new length compiles shaders. */
const BUCKET: Record<OnnxBackend, number> = { wasm: 1, webgpu: 64, native: 1 };

/** Points of one call: those beside each other, padded to the longest. */
export interface PointBatch {
  first: number;
  batch: Batch;
  codes: Int32Array;
  against: Int32Array;
}

/** Points as batches in their order; those of cells of similar length should stand beside each other. */
export function* batchPoints(points: Point[], pad: number, backend: OnnxBackend): Generator<PointBatch> {
  for (let first = 0; first < points.length; first += ROWS[backend]) {
    const rows = points.slice(first, first + ROWS[backend]);
    const longest = Math.max(...rows.map(({ cell }) => cell.genes.length));
    const length = Math.ceil(longest / BUCKET[backend]) * BUCKET[backend];
    const genes = new Int32Array(rows.length * length).fill(pad);
    const values = new Float32Array(rows.length * length);
    const mask = new Float32Array(rows.length * length);
    const read = rows.some(({ cell }) => cell.read) ? new Float32Array(rows.length * length) : undefined;
    rows.forEach(({ cell, baseline, at }, row) => {
      genes.set(cell.genes, row * length);
      if (read && cell.read) read.set(cell.read, row * length);
      mask.fill(1, row * length, row * length + cell.genes.length);
      for (let i = 0; i < cell.values.length; i++) values[row * length + i] = baseline[i]! + at * (cell.values[i]! - baseline[i]!);
    });
    yield {
      first,
      batch: { cells: rows.length, length, genes, values: read ?? values, mask, ...(read ? { strength: values } : {}) },
      codes: Int32Array.from(rows, ({ cell }) => cell.code),
      against: Int32Array.from(rows, ({ cell }) => cell.against),
    };
  }
}
