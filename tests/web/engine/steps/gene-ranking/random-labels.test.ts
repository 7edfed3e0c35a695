import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { attributionRankings } from "../../../../../web/src/contract/attribution-rankings";
import type { RankingMethod } from "../../../../../web/src/contract/operations/gene-ranking";
import { PRESETS } from "../../../../../web/src/contract/training";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { scratch } from "../../../support/data";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 });

const CELLS = 300;
const GENES = 3000;
const METHODS: RankingMethod[] = [
  "anova",
  "rank-sum",
  "mutual-information",
  "variance",
  "seurat",
  "seurat_v3",
  "weights",
  "attribution",
  "random",
];
const { open } = useEngine();
let path = "";

beforeAll(async () => {
  const random = seeded(5);
  const values = Float32Array.from({ length: CELLS * GENES }, (_, i) => {
    // Kinds of cells there are, and the labels know nothing of them.
    const [cell, gene] = [Math.floor(i / GENES), i % GENES];
    return random.poisson(gene % 8 === cell % 4 ? 3 : 0.7);
  });
  path = join(scratch(), "random-labels.h5ad");
  await writeH5ad(path, {
    X: { values },
    obs: {
      index: Array.from({ length: CELLS }, (_, cell) => `cell-${cell}`),
      columns: {
        label: Array.from({ length: CELLS }, () => (random.uniform() < 0.5 ? "one" : "two")),
        donor: Array.from({ length: CELLS }, (_, cell) => `donor-${Math.floor((6 * cell) / CELLS)}`),
      },
    },
    var: { index: Array.from({ length: GENES }, (_, gene) => `GENE${gene}`) },
  });
});

describe.skipIf(!hasCore)("of labels drawn by chance, on donors held out", () => {
  test("every ranking is worth what chance is; one that has seen the labels would not be, and is not judged", async () => {
    const engine = await open(path);
    const { recipe } = PRESETS.find(({ name }) => name === "log1p-lr")!;
    await engine.call("train", {
      name: "chance",
      title: "Chance",
      matrix: "X",
      labels: [{ phenotype: "cell_type", column: "label" }],
      ignore: [],
      donors: "donor",
      recipe: { ...recipe, genes: GENES, components: 50, c: 1 },
      folds: 3,
      isThorough: false,
      keepsCells: true,
      seed: 1,
      lanes: 2,
      cells: 0,
    });
    await engine.call("analyze", { matrix: "X", models: ["chance"], backend: "wasm", lanes: 2, seed: 1, blockCells: 0 });
    const { symbols, ensemblIds, groups, seen } = await engine.call("attribute", {
      matrix: "X",
      model: "chance",
      phenotype: "cell_type",
      target: { kind: "predicted" },
      groupBy: { kind: "prediction" },
      method: "gradient-x-input",
      baseline: { kind: "mean", of: { kind: "all" } },
      donors: null,
      cellsPerGroup: 0,
      steps: { from: 8, most: 64, gap: 0.01 },
      seed: 1,
      backend: "wasm",
      lanes: 2,
    });
    expect(seen).toContain("does not record which cells it has seen");
    const given = attributionRankings("Chance", symbols, ensemblIds, groups, seen);
    const compare = (of: typeof given, methods = METHODS) =>
      engine.call("rankGenes", {
        matrix: "X",
        column: "label",
        donors: "donor",
        methods,
        given: of,
        sizes: [20, 100],
        folds: 3,
        cells: 0,
        seed: 1,
        lanes: 2,
      });
    const report = await compare(given);
    expect(report.rankings.map(({ name }) => name)).toEqual([...given.map(({ name }) => name), ...METHODS]);
    // Four standard errors of a share of as many cells.
    const reach = 4 * Math.sqrt(0.25 / CELLS);
    for (const { name, isOwn, worth } of report.rankings) {
      expect(worth.length, name).toBe(isOwn ? 2 : 0);
      for (const { accuracy } of worth) expect(Math.abs(accuracy.value - 0.5), `${name}: ${accuracy.value}`).toBeLessThan(reach);
    }
    expect(report.notes.join()).toContain("No accuracy is shown for “Chance, either way”, “Chance, for”");
    // What is withheld: the same rankings, were they said to have seen nothing.
    const leaking = await compare(
      given.map((one) => ({ ...one, seen: "" })),
      ["random"],
    );
    expect(Math.max(...leaking.rankings.slice(0, -1).flatMap(({ worth }) => worth.map(({ accuracy }) => accuracy.value)))).toBeGreaterThan(
      0.5 + reach,
    );
  });
});
