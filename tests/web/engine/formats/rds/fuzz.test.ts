import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { AnalysisError } from "../../../../../web/src/contract/errors";
import { importRds } from "../../../../../web/src/engine/formats/rds/import";
import { Overlay } from "../../../../../web/src/engine/writers/overlay";
import { textBytes } from "../../../support/imported";
import { mutated } from "../../../support/mutations";

/** Files tried; PHENOLENS_FUZZ=3000 is the long run (npm run test:fuzz). */
const FILES = Number(process.env.PHENOLENS_FUZZ ?? 300);
vi.setConfig({ testTimeout: 600_000 });

const OBJECTS = ["sce.rds", "seurat2.rds", "seurat5.rds", "dgTMatrix.rds", "matrix.rds"].map((name) =>
  gunzipSync(new Uint8Array(readFileSync(join(root, "tests/fixtures/rds", name)))),
);
/** The most that a file of 100 kB is to take. */
const MOST_BYTES = 300e6;

test(`${FILES} mutated objects of R are refused in a sentence, or read`, async () => {
  let read = 0;
  const memory = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapTotal;
  const before = memory();
  for (let seed = 0; seed < FILES; seed++) {
    const random = seeded(seed);
    const name = `fuzz-${seed}.rds`;
    const bytes = mutated(OBJECTS[seed % OBJECTS.length]!.slice(), seed, random);
    try {
      const { cells, genes } = await importRds(textBytes(name, bytes, 1 + Math.floor(random.uniform() * 4000)), new Overlay(null));
      expect(cells * genes, `seed ${seed}`).toBeGreaterThan(0);
      read++;
    } catch (error) {
      expect(error, `seed ${seed}: ${(error as Error).stack}`).toBeInstanceOf(AnalysisError);
      expect((error as AnalysisError).message).toContain(name);
      expect((error as AnalysisError).message).not.toMatch(/undefined|\[object|NaN|\n/);
    }
  }
  expect(memory() - before).toBeLessThan(MOST_BYTES);
  expect(read).toBeGreaterThan(FILES / 100);
  expect(read).toBeLessThan(FILES);
});
