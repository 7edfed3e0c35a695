import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { defects } from "../../../fixtures/defects.mjs";
import { goodTree, writeTree } from "../../../fixtures/tree.mjs";
import { scratch } from "../../support/data";
import { hasCore } from "../../support/engine";
import { Trials, type Outcome } from "../../support/trial";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const trials = new Trials();
let good: Exclude<Outcome, { code: unknown }>;
const folder = scratch();

beforeAll(async () => {
  if (!hasCore) return;
  const path = join(folder, "good.h5ad");
  await writeTree(path, goodTree());
  const outcome = await trials.run(path);
  if (typeof outcome === "string" || "code" in outcome) throw new Error(`The good file does not open: ${JSON.stringify(outcome)}`);
  good = outcome;
});
afterAll(() => trials.stop());

describe.skipIf(!hasCore)("a file with one thing wrong", () => {
  for (const [i, { name, expect: expected, make }] of defects.entries()) {
    test(name, async () => {
      const path = join(folder, `defect-${i}.h5ad`);
      await make(path);
      const outcome = await trials.run(path);
      if (process.env.PHENOLENS_SHOW) process.stdout.write(`${name} => ${JSON.stringify(outcome).slice(0, 330)}\n`);
      if (typeof outcome === "string") throw new Error(`The engine ${outcome}.`);
      if (expected === "same")
        expect(outcome).toMatchObject({ cells: good.cells, genes: good.genes, total: good.total, detected: good.detected });
      else if (expected === "opens") expect(outcome).toHaveProperty("cells");
      else {
        expect(outcome).toMatchObject({ code: expected[0], message: expect.stringMatching(expected[1] as RegExp) });
        // One sentence for people, that names the file; nothing of our own insides.
        expect((outcome as { message: string }).message).toMatch(new RegExp(`defect-${i}\\.h5ad`));
        expect((outcome as { message: string }).message).not.toMatch(/undefined|\[object|TypeError|RangeError|HDF5-DIAG|\n/);
      }
    });
  }
});
