import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { MODELS, dataFile, hasData, hasModels } from "../../../support/data";
import { hasCore, options, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 120_000 });

const engines = useEngine();
const pickle = (path: string) => ({ [basename(path)]: new Blob([new Uint8Array(readFileSync(join(MODELS, path)))]) });

describe.skipIf(!hasCore || !hasData || !hasModels)("how far to trust a model with a probability a class", () => {
  const analyzed = async (model: string) => {
    const engine = await engines.open(dataFile("labelled/pbmc3k_counts.h5ad"));
    const { name } = (await engine.call("addModel", { files: pickle(model) })).model;
    await engine.call("analyze", options({ models: [name] }));
    return { engine, name };
  };

  test("decision values of thousands are said to be no chances; those of a calibrated model are not", async () => {
    const wild = await analyzed("celltypist/adams_98_f_model_0.pkl");
    const found = await wild.engine.call("trustLights", { model: wild.name, phenotype: "cell_type" });
    expect(found.color).toBe("red");
    expect(found.lights).toContainEqual(
      expect.objectContaining({
        title: "Probabilities of 0 and 1",
        color: "red",
        says: expect.stringContaining("too large to be chances") as string,
      }),
    );
    const { all } = await wild.engine.call("summary", { model: wild.name, phenotype: "cell_type" });
    expect(all.meanEntropyNorm).toBeGreaterThanOrEqual(0);
    expect(all.meanEntropyNorm).toBeLessThanOrEqual(1);
    const tame = await analyzed("celltypist/popv_TS_lung_logistic.pkl");
    const { lights } = await tame.engine.call("trustLights", { model: tame.name, phenotype: "cell_type" });
    expect(lights.map(({ title }) => title)).not.toContain("Probabilities of 0 and 1");
  });

  test("no temperature is fitted, metrics are finite, and a class can be withheld", async () => {
    const { engine, name } = await analyzed("celltypist/adams_Cheong_PBMC_full.pkl");
    const byHand = { B: "B", "CD14+ Mono": "CD14 Monocytes", NK: "NK" };
    const question = { phenotype: "cell_type", column: "cell_type", byHand: await codes(engine, name, byHand) };
    const [metrics] = (await engine.call("evaluate", { ...question, models: [name] })).metrics;
    expect(metrics!.cells).toBeGreaterThan(500);
    expect(metrics!.temperature).toBeNull();
    for (const value of [metrics!.calibration.nll, metrics!.calibration.brier, metrics!.ece]) expect(value).toSatisfy(Number.isFinite);
    const withheld = await engine.call("withhold", { ...question, model: name, label: "NK" });
    expect(withheld.cells).toBeGreaterThan(50);
    // Without their own class NK cells are told from the others by doubt: no other class of theirs is likely.
    expect(withheld.doubts.map(({ score }) => score)).toEqual(["entropy", "probability", "margin"]);
    for (const { roc } of withheld.doubts) expect(roc.auroc.value).toBeGreaterThan(0.5);
  });

  /** File labels -> codes of the model's classes. */
  async function codes(engine: Awaited<ReturnType<typeof analyzed>>["engine"], name: string, wanted: Record<string, string>) {
    const { heads } = engine.conductor.models.folder(name).info;
    return Object.fromEntries(
      Object.entries(wanted).map(([label, own]) => [label, heads[0]!.classes.findIndex(({ label: known }) => known === own)]),
    );
  }
});
