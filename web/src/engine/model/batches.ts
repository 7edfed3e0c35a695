import { type Analysis, unwrap } from "../base/core";
import type { EncodedBatch } from "../contract/predict";
import type { OnnxBackend } from "../contract/model";

/** Cells a batch, by measurement: wasm gains nothing from more, a GPU is idle with less. */
const BATCH: Record<OnnxBackend, number> = { wasm: 16, webgpu: 64, native: 16 };
/** Cells a batch of models that read all genes at once: what takes long is reading their weights, once a batch. */
export const DENSE_BATCH = 128;
/** On a GPU every new length compiles shaders: lengths are rounded up to a few. */
const BUCKET: Record<OnnxBackend, number> = { wasm: 1, webgpu: 64, native: 1 };

/**
 * The loaded block, or the cells of it asked for (offsets), as batches of cells of similar length, shortest first.
 * Cells without a token are left out. `most`: cells a batch.
 */
export function* encodeBatches(
  analysis: Analysis,
  handle: number,
  pad: number,
  backend: OnnxBackend,
  only?: Int32Array,
  most = BATCH[backend],
): Generator<EncodedBatch> {
  const counts = unwrap(analysis.token_counts(handle));
  const order = Int32Array.from(only ?? counts.keys())
    .filter((cell) => counts[cell]! > 0)
    .sort((a, b) => counts[a]! - counts[b]! || a - b);
  for (let at = 0; at < order.length; at += most) {
    const cells = order.slice(at, at + most);
    const { length, genes, values, mask } = unwrap(analysis.encode(handle, { cells }));
    const wide = Math.ceil(length / BUCKET[backend]) * BUCKET[backend];
    yield {
      cells,
      batch: {
        cells: cells.length,
        length: wide,
        genes: widen(genes, length, wide, pad),
        values: widen(values, length, wide, 0),
        mask: widen(mask, length, wide, 0),
      },
    };
  }
}

function widen<T extends Int32Array | Float32Array>(rows: T, length: number, wide: number, fill: number): T {
  if (length === wide) return rows;
  const cells = rows.length / length;
  const out = new (rows.constructor as new (size: number) => T)(cells * wide);
  if (fill !== 0) out.fill(fill);
  for (let cell = 0; cell < cells; cell++) out.set(rows.subarray(cell * length, (cell + 1) * length) as never, cell * wide);
  return out;
}
