import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { scratch } from "../../support/data";
import { hasCore } from "../../support/engine";
import { mutated } from "../../support/mutations";
import { expectSentence, Trials } from "../../support/trial";

/** Files tried of each format; PHENOLENS_FUZZ=3000 is the long run (npm run test:fuzz). */
const FILES = Number(process.env.PHENOLENS_FUZZ ?? 50);

vi.setConfig({ testTimeout: 600_000 });

const trials = new Trials();
const folder = scratch();
afterAll(() => trials.stop());

describe.skipIf(!hasCore)(`${FILES} mutated files of a format: no hang, no crash, a sentence or cells`, () => {
  test.each(["loom1.loom", "mudata.h5mu", "seurat.h5seurat"])("%s", async (name) => {
    const original = new Uint8Array(readFileSync(join(root, "tests/fixtures/formats", name)));
    const path = join(folder, name);
    let opened = 0;
    for (let seed = 0; seed < FILES; seed++) {
      writeFileSync(path, mutated(original, seed, seeded(seed)));
      const outcome = await trials.run(path);
      if (typeof outcome === "string") throw new Error(`The engine ${outcome} on seed ${seed}.`);
      if ("code" in outcome) expectSentence(outcome, name, seed);
      else opened++;
    }
    // Most places of a file are not read, or hold values without checksums.
    expect(opened).toBeGreaterThan(FILES / 10);
    expect(opened).toBeLessThan(FILES);
  });
});
