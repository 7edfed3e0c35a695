import { expect, test } from "vitest";
import type { HeadInfo } from "../../../../web/src/contract/types";
import { loadCore, unwrap, type CoreModule } from "../../../../web/src/engine/base/core";
import { ModelResults } from "../../../../web/src/engine/file/scores";
import type { Models } from "../../../../web/src/engine/model/models";
import { nodeEnvironment } from "../../../../web/src/engine/platform/environment.node";
import { batchShift } from "../../../../web/src/engine/results/batch-shift";
import { codedNumbers, outlyingness, outlyingnessWhereKnown, readProfiles } from "../../../../web/src/engine/results/profiles";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { hasCore } from "../../support/engine";

const CLASSES = 3;
const core = () =>
  loadCore(
    nodeEnvironment(() => {
      throw new Error("No lanes here.");
    }),
  );

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

/** `profiles.json` of 3,000 training cells of ten donors. */
function profilesText(made: CoreModule): string {
  const { truth, logits } = cloud(3000, 0, 1);
  const fold = Int32Array.from(truth, (_, row) => Math.floor(row / 300));
  const fit = unwrap(made.fit_profiles({ values: logits, dims: CLASSES, group: truth, weight: new Float64Array(3000).fill(1), fold }));
  return JSON.stringify({
    phenotype: "cell_type",
    features: ["embedding"],
    dims: CLASSES,
    groups: Array.from(fit.groups, (code, i) => ({ classes: [code], cells: fit.cells[i], limit: fit.limits[i] })),
    whitening: codedNumbers(fit.whitening),
    means: codedNumbers(fit.means),
    median: fit.median,
  });
}

const folders = (text: string | null) => ({ folder: () => ({ has: () => text !== null, text: async () => text }) }) as unknown as Models;

function results(shift: number): ModelResults {
  const head: HeadInfo = { phenotype: "cell_type", temperature: 1, classes: ["a", "b", "c"].map((label) => ({ label, ontologyId: "" })) };
  const { logits, truth } = cloud(900, shift, 2);
  const result = new ModelResults("one", [head], 900);
  // Every cell's first class is its true one: what is tested is the distance.
  const part = {
    k: CLASSES,
    top: Uint16Array.from({ length: 900 * CLASSES }, (_, i) => (truth[Math.floor(i / CLASSES)]! + (i % CLASSES)) % CLASSES),
    probability: new Float32Array(900 * CLASSES).fill(0.3),
    entropy: new Float32Array(900),
    rest: new Float32Array(900),
    restSquares: new Float32Array(900),
  };
  result.put(ANY_CORE, { first: 0, count: 900 }, { heads: [part], embedding: logits, dims: CLASSES });
  return result;
}
/** An embedding that is kept whole asks nothing of the core. */
const ANY_CORE = {} as CoreModule;

test.skipIf(!hasCore)("cells of the same kind show no shift; a planted one is found in every class", async () => {
  const made = await core();
  const models = folders(profilesText(made));
  const none = await batchShift(made, models, results(0), "cell_type");
  expect(none.cells).toBe(900);
  expect(none.far / none.cells).toBeGreaterThan(0.03);
  expect(none.far / none.cells).toBeLessThan(0.08);
  for (const { ratio, beyond } of none.classes) {
    expect(Math.abs(ratio - 1)).toBeLessThan(0.12);
    expect(beyond).toBeLessThan(0.1);
  }
  const moved = await batchShift(made, models, results(6), "cell_type");
  expect(moved.far / moved.cells).toBeGreaterThan(0.9);
  for (const { ratio } of moved.classes) expect(ratio).toBeGreaterThan(2);
  expect(moved.isFar.reduce((sum, one) => sum + one, 0)).toBe(moved.far);
});

test.skipIf(!hasCore)("without profiles it says so, and damaged or foreign ones are an error of the model", async () => {
  const made = await core();
  const result = results(0);
  await expect(batchShift(made, folders(null), result, "cell_type")).rejects.toMatchObject({ code: "unsupported" });
  expect(await outlyingnessWhereKnown(made, folders(null), result)).toBeNull();
  await expect(outlyingness(made, folders("{}"), result)).rejects.toMatchObject({ code: "model" });
  const text = profilesText(made);
  const wrong = { ...readProfiles(text, "one"), median: -1 };
  await expect(outlyingness(made, folders(JSON.stringify(wrong)), result)).rejects.toMatchObject({ code: "model" });
  // Profiles with the cosine need one: this model told none.
  const linear = { ...readProfiles(text, "one"), features: ["embedding", "mean_cosine"] };
  await expect(outlyingness(made, folders(JSON.stringify(linear)), result)).rejects.toMatchObject({ code: "unsupported" });
});
