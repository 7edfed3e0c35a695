import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { goodTree, writeTree } from "../../../fixtures/tree.mjs";
import { scratch } from "../../support/data";
import { hasCore } from "../../support/engine";
import { mutated } from "../../support/mutations";
import { expectSentence, Trials, type Outcome } from "../../support/trial";

/** Files tried; PHENOLENS_FUZZ=3000 is the long run (npm run test:fuzz). */
const FILES = Number(process.env.PHENOLENS_FUZZ ?? 300);
/** Files per test, so that a failure names a small range. */
const BATCH = 50;
/** What 50 broken files may add to the process, caches and compiled code included. */
const GROWTH = 800e6;

vi.setConfig({ testTimeout: 600_000, hookTimeout: 60_000 });

type Bytes = Uint8Array<ArrayBuffer>;

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
        writeFileSync(path, mutated(original, seed, random));
        const outcome = await trials.run(path);
        if (typeof outcome === "string") throw new Error(`The engine ${outcome} on seed ${seed}.`);
        if ("code" in outcome) expectSentence(outcome, name, seed);
        else if (outcome.total !== whole.total || outcome.detected !== whole.detected) {
          // Compressed values have checksums: other sums can only come of other headers, which the library must read alike.
          const plain = await trials.plainTotal(path);
          expect([seed, outcome.total]).toEqual([seed, plain]);
        }
      }
      expect(process.memoryUsage().rss - before).toBeLessThan(GROWTH);
    });
  }
});
