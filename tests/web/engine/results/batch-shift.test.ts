import { expect, test } from "vitest";
import { batchShift } from "../../../../web/src/engine/results/batch-shift";
import { distance, nearest, profilesOf } from "../../../../web/src/engine/results/profiles";
import { quantile } from "../../../../web/src/contract/numbers";
import { ModelResults } from "../../../../web/src/engine/file/scores";
import type { HeadInfo } from "../../../../web/src/contract/types";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { loadCore } from "../../../../web/src/engine/base/core";
import { nodeEnvironment } from "../../../../web/src/engine/platform/environment.node";
import { hasCore } from "../../support/engine";

const CLASSES = 3;

/** Logits around a corner per class, moved by `shift` along the first. */
function cloud(rows: number, shift: number, seed: number) {
  const random = seeded(seed);
  const truth = Int32Array.from({ length: rows }, (_, row) => row % CLASSES);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
  const logits = Float32Array.from(
    { length: rows * CLASSES },
    (_, i) => (truth[Math.floor(i / CLASSES)] === i % CLASSES ? 8 : 0) + (i % CLASSES === 0 ? shift : 0) + normal(),
  );
  return { truth, logits };
}

test("a profile is the mean of its own cells, and 5% of them lie beyond its limit; a few cells make none", () => {
  const { truth, logits } = cloud(3000, 0, 1);
  const found = profilesOf(logits, truth, CLASSES);
  expect(found.map(({ code, cells }) => [code, cells])).toEqual([
    [0, 1000],
    [1, 1000],
    [2, 1000],
  ]);
  for (const { code, mean, median, far } of found) {
    const own = [...truth.keys()].filter((row) => truth[row] === code);
    for (let c = 0; c < CLASSES; c++)
      expect(mean[c]).toBeCloseTo(own.reduce((sum, row) => sum + logits[row * CLASSES + c]!, 0) / own.length, 3);
    const distances = Float64Array.from(own, (row) => Math.hypot(...mean.map((m, c) => logits[row * CLASSES + c]! - m))).sort();
    expect(median).toBeCloseTo(quantile(distances, 0.5), 3);
    expect(own.filter((row) => distance(logits, row, mean) > far).length / own.length).toBeCloseTo(0.05, 2);
  }
  expect(profilesOf(logits.subarray(0, 19 * CLASSES), new Int32Array(19), CLASSES)).toEqual([]);
  expect(nearest(logits, 0, [])).toBeNaN();
});

async function shifted(shift: number) {
  const core = await loadCore(
    nodeEnvironment(() => {
      throw new Error("No lanes here.");
    }),
  );
  const trained = cloud(3000, 0, 1);
  const head: HeadInfo = {
    phenotype: "cell_type",
    temperature: 1,
    classes: ["a", "b", "c"].map((label) => ({ label, ontologyId: "" })),
    profiles: profilesOf(trained.logits, trained.truth, CLASSES),
  };
  const { logits, truth } = cloud(900, shift, 2);
  const result = new ModelResults("one", [head], 900);
  const part = {
    k: 1,
    top: Uint16Array.from(truth),
    probability: new Float32Array(900).fill(0.9),
    entropy: new Float32Array(900),
    rest: new Float32Array(900),
    restSquares: new Float32Array(900),
  };
  // Every cell's first class is its true one: what is tested is the distance.
  const wide = {
    ...part,
    k: CLASSES,
    top: Uint16Array.from({ length: 900 * CLASSES }, (_, i) => (truth[Math.floor(i / CLASSES)]! + (i % CLASSES)) % CLASSES),
    probability: new Float32Array(900 * CLASSES).fill(0.3),
  };
  result.put(core, { first: 0, count: 900 }, { heads: [wide], embedding: logits, dims: CLASSES });
  return batchShift(result, "cell_type");
}

test.skipIf(!hasCore)("cells of the same kind show no shift; a planted one is found in every class", async () => {
  const none = await shifted(0);
  expect(none.cells).toBe(900);
  expect(none.far / none.cells).toBeLessThan(0.09);
  for (const { ratio, beyond, trained } of none.classes) {
    expect(trained).toBe(1000);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.12);
    expect(beyond).toBeLessThan(0.1);
  }
  const moved = await shifted(6);
  expect(moved.far / moved.cells).toBeGreaterThan(0.6);
  for (const { ratio } of moved.classes) expect(ratio).toBeGreaterThan(2);
  expect(moved.isFar.reduce((sum, one) => sum + one, 0)).toBe(moved.far);
});

test.skipIf(!hasCore)("without profiles it says so", async () => {
  const bare = new ModelResults("bare", [{ phenotype: "cell_type", temperature: 1, classes: [] }], 1);
  expect(() => batchShift(bare, "cell_type")).toThrow("holds no profiles");
});
