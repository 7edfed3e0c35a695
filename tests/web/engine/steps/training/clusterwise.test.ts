import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import type { AttributionRequest } from "../../../../../web/src/contract/operations/attribution";
import { PRESETS, type Recipe, type TrainRequest } from "../../../../../web/src/contract/training";
import { scratch } from "../../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const CELLS = 600;
const GENES = 120;
const schema = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(root, "models/manifest.schema.json"), "utf8")));
const recipeOf = (name: string): Recipe => ({ ...PRESETS.find((one) => one.name === name)!.recipe, genes: 120, components: 12 });

/** Two kinds of cells of six donors; what the sick raise in one kind they lower in the other. */
async function patients(path: string, seed: number, isPlanted = true): Promise<string> {
  const random = seeded(seed);
  const labels: string[] = [];
  const values = new Float32Array(CELLS * GENES);
  for (let cell = 0; cell < CELLS; cell++) {
    const isSick = random.uniform() < 0.5;
    const isFirst = random.uniform() < 0.5;
    labels.push(isSick ? "sick" : "healthy");
    for (let gene = 0; gene < GENES; gene++) {
      const ofKind = gene < 30 ? (isFirst === gene < 15 ? 8 : 0.3) : 1;
      const ofState = isPlanted && gene >= 90 ? (gene < 105 === (isSick === isFirst) ? 2.5 : 0.6) : 1;
      values[cell * GENES + gene] = random.poisson(ofKind * ofState);
    }
  }
  await writeH5ad(path, {
    X: { values },
    obs: { index: labels.map((_, cell) => `c${cell}`), columns: { state: labels, donor: labels.map((_, cell) => `patient-${cell % 6}`) } },
    var: { index: Array.from({ length: GENES }, (_, gene) => `GENE${gene}`) },
  });
  return path;
}

const request = (name: string, given: Partial<TrainRequest> = {}): TrainRequest => ({
  name,
  title: name,
  matrix: "X",
  labels: [{ phenotype: "disease", column: "state" }],
  ignore: [],
  donors: "donor",
  recipe: recipeOf(name),
  folds: 3,
  isThorough: false,
  keepsCells: true,
  seed: 1,
  lanes: 2,
  cells: 0,
  ...given,
});

const { open: opened } = useEngine();

const rightShare = async (engine: TestEngine, model: string): Promise<number> =>
  (await engine.call("evaluate", { phenotype: "disease", column: "state", models: [model] })).metrics[0]!.topK[0]!.value;

describe.skipIf(!hasCore)("a regression in each cluster", () => {
  test("tells a state that no one regression tells, on donors held out and on another file", async () => {
    const engine = await opened(await patients(join(scratch(), "learned.h5ad"), 1));
    const [plain] = (await engine.call("train", request("anova-pca-lr"))).heads;
    expect(plain!.heldOut.accuracy.value).toBeLessThan(0.65);
    expect(plain!.clusters).toBe(0);
    const [head] = (await engine.call("train", request("clusterwise-lr"))).heads;
    expect(head!.heldOut.accuracy.value).toBeGreaterThan(0.85);
    expect(head!.clusters).toBeGreaterThan(1);

    const { manifest } = engine.conductor.models.folder("clusterwise-lr");
    expect([schema(manifest), schema.errors]).toEqual([true, null]);
    expect(manifest.heads[0]!.clusters).toBe(head!.clusters);
    await engine.call("analyze", options({ models: ["clusterwise-lr"] }));
    expect(await rightShare(engine, "clusterwise-lr")).toBeGreaterThan(0.9);
    const zip = await engine.call("modelZip", { model: "clusterwise-lr" });
    const other = await opened(await patients(join(scratch(), "unseen.h5ad"), 2));
    await other.call("addModel", { files: { "clusterwise-lr.zip": new Blob([zip]) } });
    await other.call("analyze", options({ models: ["clusterwise-lr"] }));
    expect(await rightShare(other, "clusterwise-lr")).toBeGreaterThan(0.85);

    // Attributions are those of each cell's own cluster, and complete.
    const ask: AttributionRequest = {
      matrix: "X",
      model: "clusterwise-lr",
      phenotype: "disease",
      target: { kind: "predicted" },
      groupBy: { kind: "prediction" },
      method: "integrated-gradients",
      baseline: { kind: "none" },
      donors: null,
      cellsPerGroup: 0,
      steps: { from: 8, most: 64, gap: 0.01 },
      seed: 1,
      backend: "wasm",
      lanes: 2,
    };
    const report = await other.call("attribute", ask);
    expect(report.method).toBe("closed-form");
    for (const group of report.groups) {
      const cell = (await other.call("attributionOfCell", { matrix: "X", cell: group.examples[0]!, genes: 5 }))!;
      const sum = cell.genes.reduce((total, { attribution }) => total + attribution, cell.rest);
      expect(Math.abs(sum - (cell.atCell - cell.atBaseline))).toBeLessThan(1e-3 * (1 + Math.abs(cell.atCell)));
    }
  });

  test("is the same with one lane as with three, and finds nothing where nothing was planted", async () => {
    const path = await patients(join(scratch(), "nothing.h5ad"), 3, false);
    const told: string[] = [];
    for (const lanes of [1, 3]) {
      const engine = await opened(path);
      const [head] = (await engine.call("train", request("clusterwise-lr", { lanes }))).heads;
      expect(head!.isUseful).toBe(false);
      told.push(JSON.stringify(head!.heldOut));
    }
    expect(told[0]).toBe(told[1]);
  });
});
