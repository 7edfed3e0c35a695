import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { goodTree, writeTree } from "../../../fixtures/tree.mjs";
import { scratch } from "../../support/data";
import { hasCore } from "../../support/engine";
import { Trials, type Outcome } from "../../support/trial";

/** Files tried; PHENOLENS_FUZZ=3000 is the long run (npm run test:fuzz). */
const FILES = Number(process.env.PHENOLENS_FUZZ ?? 300);
/** Files per test, so that a failure names a small range. */
const BATCH = 50;
/** What 50 broken files may add to the process, caches and compiled code included. */
const GROWTH = 800e6;

vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

type Bytes = Uint8Array<ArrayBuffer>;
type Random = ReturnType<typeof seeded>;

/** Ways to spoil bytes, as disks, networks and programs do. */
const mutations: ((file: Bytes, random: Random) => Bytes)[] = [
  (file, random) => {
    for (let i = 1 + random.uniform() * 8; i > 0; i--) file[at(file, random)]! ^= 1 << Math.floor(random.uniform() * 8);
    return file;
  },
  (file, random) => {
    for (let i = 1 + random.uniform() * 4; i > 0; i--) file[at(file, random)] = [0, 1, 127, 128, 255][Math.floor(random.uniform() * 5)]!;
    return file;
  },
  (file, random) => file.fill(random.uniform() < 0.5 ? 0 : 255, at(file, random), at(file, random)),
  (file, random) => {
    const [from, length] = [at(file, random), Math.floor(random.uniform() * 200)];
    file.copyWithin(at(file, random), from, from + length);
    return file;
  },
  (file, random) => file.slice(0, at(file, random)),
  (file, random) => {
    const [from, length] = [at(file, random), 1 + Math.floor(random.uniform() * 64)];
    return Uint8Array.from([...file.subarray(0, from), ...file.subarray(from + length)]);
  },
  (file, random) => {
    // The first kilobytes are headers: nothing else there.
    const view = new DataView(file.buffer, file.byteOffset);
    view.setUint32(
      4 * Math.floor(random.uniform() * 500),
      [0, 1, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000][Math.floor(random.uniform() * 5)]!,
      true,
    );
    return file;
  },
];
const at = (file: Uint8Array, random: Random) => Math.floor(random.uniform() * file.length);

const trials = new Trials();
let whole: Exclude<Outcome, { code: unknown }>;
let original: Bytes;
const folder = scratch();

beforeAll(async () => {
  if (!hasCore) return;
  const path = join(folder, "whole.h5ad");
  await writeTree(path, goodTree());
  original = new Uint8Array(readFileSync(path));
  const outcome = await trials.run(path);
  if (typeof outcome === "string" || "code" in outcome) throw new Error(`The whole file does not open: ${JSON.stringify(outcome)}`);
  whole = outcome;
});
afterAll(() => trials.stop());

describe.skipIf(!hasCore)(`${FILES} mutated files: no hang, no crash, a sentence or what the library reads`, () => {
  for (let first = 0; first < FILES; first += BATCH) {
    test(`seeds ${first} to ${Math.min(FILES, first + BATCH) - 1}`, async () => {
      const before = process.memoryUsage().rss;
      for (let seed = first; seed < Math.min(FILES, first + BATCH); seed++) {
        const random = seeded(seed);
        const name = `fuzz-${seed}.h5ad`;
        const path = join(folder, name);
        const mutate = mutations[seed % mutations.length]!;
        writeFileSync(path, mutate(original.slice(), random));
        const outcome = await trials.run(path);
        if (typeof outcome === "string") throw new Error(`The engine ${outcome} on seed ${seed}.`);
        if ("code" in outcome) {
          expect([seed, outcome.code], outcome.message).not.toEqual([seed, "internal"]);
          expect(outcome.message).toContain(name);
          expect(outcome.message).not.toMatch(/undefined|\[object|TypeError|RangeError|HDF5-DIAG|\n/);
        } else if (outcome.total !== whole.total || outcome.detected !== whole.detected) {
          // Compressed values have checksums: other sums can only come of other headers, which the library must read alike.
          const plain = await trials.plainTotal(path);
          expect([seed, outcome.total]).toEqual([seed, plain]);
        }
      }
      expect(process.memoryUsage().rss - before).toBeLessThan(GROWTH);
    });
  }
});
