import type { Dataset } from "h5wasm";
import { ChunkIndex } from "./chunk-index";
import type { Inflater, StoredBytes } from "./stored-bytes";

const DEFLATE = 1;
const SHUFFLE = 2;
/** Bytes inflated in one call. */
const AT_ONCE = 32e6;

/** What is known of a dataset; null where the library has to read it. */
interface Plan {
  index: ChunkIndex;
  shuffled: number;
}

const plans = new WeakMap<StoredBytes, Map<string, Plan | null>>();

/**
 * Bytes of elements `from` to `to` of a gzip-compressed, one-dimensional dataset, inflated by the core; null for
 * anything else, and for anything
 * that is not as expected: the library then reads it and says what is wrong.
 */
export function readInflated(file: StoredBytes, dataset: Dataset, from: number, to: number): Uint8Array<ArrayBuffer> | null {
  const { inflater } = file;
  const { size, total_size: length } = dataset.metadata;
  // The library refuses what is too much for one piece, with the numbers.
  if (!inflater || to > length || to <= from || (to - from) * size > file.h5.Module.MAXIMUM_MEMORY / 2) return null;
  const plan = planFor(file, dataset);
  if (!plan) return null;
  const { chunk } = plan.index;
  const chunkBytes = chunk * size;
  const perCall = Math.max(1, Math.floor(AT_ONCE / chunkBytes));
  const begin = Math.floor(from / chunk);
  const last = Math.floor((to - 1) / chunk);
  if (last - begin < perCall) {
    // What most reads are: one call, and a view of its bytes.
    const bytes = inflateChunks(file, inflater, plan, begin, last + 1 - begin, chunkBytes);
    return bytes && bytes.subarray((from - begin * chunk) * size, (to - begin * chunk) * size);
  }
  const out = new Uint8Array((to - from) * size);
  for (let next = begin; next <= last; next += perCall) {
    const count = Math.min(perCall, last + 1 - next);
    const bytes = inflateChunks(file, inflater, plan, next, count, chunkBytes);
    if (!bytes) return null;
    const skip = Math.max(0, from - next * chunk);
    const stop = Math.min(to - next * chunk, count * chunk);
    out.set(bytes.subarray(skip * size, stop * size), (next * chunk + skip - from) * size);
  }
  return out;
}

function inflateChunks(
  file: StoredBytes,
  inflater: Inflater,
  { index, shuffled }: Plan,
  next: number,
  count: number,
  chunkBytes: number,
): Uint8Array<ArrayBuffer> | null {
  const stored = Array.from({ length: count }, (_, i) => index.find((next + i) * index.chunk));
  const lengths = Uint32Array.from(stored, (chunk) => chunk?.bytes ?? 0);
  const streams = new Uint8Array(lengths.reduce((sum, length) => sum + Math.min(length, 2 * chunkBytes), 0));
  let at = 0;
  for (const chunk of stored) {
    if (!chunk || chunk.bytes > 2 * chunkBytes || !file.copyBytes(streams, at, chunk.bytes, chunk.address)) return null;
    at += chunk.bytes;
  }
  const result = inflater.inflate_chunks({ streams, lengths, chunkBytes, shuffled });
  return result.ok ? result.value : null;
}

function planFor(file: StoredBytes, dataset: Dataset): Plan | null {
  let known = plans.get(file);
  if (!known) plans.set(file, (known = new Map()));
  const { path } = dataset;
  let plan = known.get(path);
  if (plan === undefined) known.set(path, (plan = makePlan(file, dataset)));
  return plan;
}

function makePlan(file: StoredBytes, dataset: Dataset): Plan | null {
  const { size, littleEndian, chunks } = dataset.metadata;
  const filters = file.sync(dataset.path.slice(1), () => dataset.filters).map((filter) => filter.id);
  const isShuffled = filters.length === 2 && filters[0] === SHUFFLE && filters[1] === DEFLATE;
  if (!littleEndian || !(isShuffled || (filters.length === 1 && filters[0] === DEFLATE))) return null;
  // A chunk of a few elements costs more to find than to inflate; one that fills the memory is not to be held beside its bytes.
  if (!chunks || chunks[0]! < 64 || chunks[0]! * size > AT_ONCE) return null;
  const index = ChunkIndex.open(file, dataset);
  return index && { index, shuffled: isShuffled ? size : 0 };
}
