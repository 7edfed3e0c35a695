import { deflateSync } from "node:zlib";
import { copyFileSync, openSync, readFileSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadCore } from "../../../../web/src/engine/base/core";
import { nodeEnvironment } from "../../../../web/src/engine/platform/environment.node";
import { ChunkIndex } from "../../../../web/src/engine/readers/chunk-index";
import { Hdf5 } from "../../../../web/src/engine/readers/hdf5";
import type { Inflater } from "../../../../web/src/engine/readers/stored-bytes";
import { readNumbers } from "../../../../web/src/engine/readers/values";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../scripts/lib/write-h5ad.mjs";
import { dataFile, hasData, listFiles, scratch } from "../../support/data";

const environment = nodeEnvironment(() => {
  throw new Error("This test starts no lanes.");
});
const open = async (path: string, inflater: Inflater | null) =>
  Hdf5.open(await environment.openSource({ kind: "path", path }, () => {}), (asset) => environment.asset(asset), inflater);

/** The core, and how often it was asked. */
async function counting(): Promise<Inflater & { calls: number; failed: number }> {
  const core = await loadCore(environment);
  const counted = {
    calls: 0,
    failed: 0,
    inflate_chunks(request: Parameters<Inflater["inflate_chunks"]>[0]) {
      counted.calls++;
      const result = core.inflate_chunks(request);
      if (!result.ok) counted.failed++;
      return result;
    },
  };
  return counted;
}

const bytesOf = (array: ArrayBufferView) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
/** Same type and same bytes; `toEqual` would take minutes over millions of numbers. */
function expectSame(mine: ArrayBufferView, other: ArrayBufferView): void {
  expect(mine.constructor).toBe(other.constructor);
  expect(Buffer.compare(bytesOf(mine), bytesOf(other))).toBe(0);
}

/** A file whose sparse parts are in many chunks. */
async function manyChunks(): Promise<string> {
  const path = join(scratch(), "chunks.h5ad");
  const random = seeded(11);
  const [cells, genes] = [700, 300];
  const dense = Float32Array.from({ length: cells * genes }, () => (random.uniform() < 0.4 ? Math.floor(random.uniform() * 9) + 1 : 0));
  await writeH5ad(path, {
    X: { values: dense, gzip: 4 },
    raw: undefined,
    obs: { index: Array.from({ length: cells }, (_, i) => `c${i}`) },
    var: { index: Array.from({ length: genes }, (_, i) => `g${i}`) },
  });
  return path;
}

test("any range of a compressed dataset is inflated to what the library reads", async () => {
  const path = await manyChunks();
  const inflater = await counting();
  const [ours, theirs] = [await open(path, inflater), await open(path, null)];
  const random = seeded(3);
  for (const name of ["X/data", "X/indices"]) {
    const [mine, other] = [ours.dataset(name)!, theirs.dataset(name)!];
    const length = mine.metadata.total_size;
    expect(ChunkIndex.open(ours, mine)).not.toBeNull();
    const ends = [
      [0, length],
      [0, 1],
      [length - 1, length],
      [18_000, 36_000],
      [17_999, 18_001],
    ];
    for (let i = 0; i < 40; i++) ends.push([0, 0].map(() => Math.floor(random.uniform() * length)).sort((a, b) => a - b));
    for (const [from, to] of ends) expectSame(readNumbers(ours, mine, [[from!, to!]]), readNumbers(theirs, other, [[from!, to!]]));
  }
  expect(inflater.calls).toBeGreaterThan(80);
  expect(inflater.failed).toBe(0);
  ours.close();
  theirs.close();
});

test("a chunk with a flipped byte is refused as the library refuses it", async () => {
  const path = await manyChunks();
  const inflater = await counting();
  const whole = await open(path, inflater);
  const chunk = ChunkIndex.open(whole, whole.dataset("X/data")!)!.find(18_000)!;
  whole.close();
  const broken = join(scratch(), "broken.h5ad");
  copyFileSync(path, broken);
  const byte = readFileSync(path)[chunk.address + 200]!;
  const handle = openSync(broken, "r+");
  writeSync(handle, Uint8Array.of(byte ^ 255), 0, 1, chunk.address + 200);
  closeSync(handle);
  const file = await open(broken, inflater);
  expect(() => readNumbers(file, file.dataset("X/data")!, [[18_000, 18_010]])).toThrow(/broken\.h5ad is damaged: X\/data cannot be read/);
  expect(inflater.failed).toBeGreaterThan(0);
  expect(readNumbers(file, file.dataset("X/data")!, [[0, 10]])).toHaveLength(10);
  file.close();
});

describe.skipIf(!hasData)("with and without the core's inflate the same numbers are read of", () => {
  for (const name of listFiles(dataFile("labelled")).filter((file) => file.endsWith(".h5ad"))) {
    test(name, async () => {
      const inflater = await counting();
      const [ours, theirs] = [await open(dataFile(`labelled/${name}`), inflater), await open(dataFile(`labelled/${name}`), null)];
      for (const part of ["X/data", "X/indices", "X/indptr"])
        expectSame(readNumbers(ours, ours.dataset(part)!), readNumbers(theirs, theirs.dataset(part)!));
      expect(inflater.calls).toBeGreaterThan(0);
      expect(inflater.failed).toBe(0);
      ours.close();
      theirs.close();
    });
  }
});

test("streams of zlib's every level and strategy are inflated, mutated ones only where zlib inflates them to the same", async () => {
  const core = await loadCore(environment);
  const { inflateSync } = await import("node:zlib");
  const random = seeded(17);
  const theirs = (stream: Uint8Array): Uint8Array | null => {
    try {
      return inflateSync(stream);
    } catch {
      return null;
    }
  };
  for (let round = 0; round < 400; round++) {
    const length = 1 + Math.floor(random.uniform() * (round % 10 === 0 ? 200_000 : 4000));
    const alphabet = [2, 5, 40, 256][round % 4]!;
    const bytes = Uint8Array.from({ length }, (_, i) => (random.uniform() < 0.3 ? i % 7 : Math.floor(random.uniform() * alphabet)));
    const stream = new Uint8Array(deflateSync(bytes, { level: round % 10, strategy: round % 5, memLevel: 1 + (round % 9) }));
    const ours = (of: Uint8Array) =>
      core.inflate_chunks({ streams: of, lengths: Uint32Array.of(of.length), chunkBytes: length, shuffled: 0 });
    const whole = ours(stream);
    expect(whole.ok && Buffer.compare(whole.value, bytes) === 0).toBe(true);
    for (let mutant = 0; mutant < 5; mutant++) {
      const mutated = stream.slice(0, mutant === 0 ? Math.floor(random.uniform() * stream.length) : stream.length);
      if (mutated.length > 0) mutated[Math.floor(random.uniform() * mutated.length)]! ^= 1 << Math.floor(random.uniform() * 8);
      const expected = theirs(mutated);
      const found = ours(mutated);
      expect(found.ok).toBe(expected !== null && expected.length === length);
      if (found.ok) expect(Buffer.compare(found.value, expected!)).toBe(0);
    }
  }
});
