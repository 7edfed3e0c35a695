import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { loadCore } from "../../../../web/src/engine/base/core";
import { vocabularyIds } from "../../../../web/src/engine/genes/known-by";
import { speciesOf } from "../../../../web/src/engine/genes/species";
import { droppedModel } from "../../../../web/src/engine/model/dropped";
import { ModelFolder } from "../../../../web/src/engine/model/folder";
import { nodeEnvironment } from "../../../../web/src/engine/platform/environment.node";
import { dataFile, hasData, hasModels, MODELS } from "../../support/data";
import { hasCore, options, useEngine } from "../../support/engine";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Expected {
  file: string;
  model: string;
  /** The file's genes were renamed to their orthologs. */
  translated: boolean;
  classes: string[];
  rows: number[];
  probabilities: number[];
  labels: number[];
}

const cases = JSON.parse(readFileSync(join(root, "tests/web/expected/celltypist-species.json"), "utf8")) as Expected[];
const pickle = (path: string) => ({ [basename(path)]: new Blob([new Uint8Array(readFileSync(join(MODELS, path)))]) });
const environment = nodeEnvironment(() => expect.unreachable());
const engines = useEngine();
const HUMAN_FILE = "labelled/pbmc3k_counts.h5ad";
const MOUSE_FILE = "labelled/mca_mouse_stomach_intestine_counts.h5ad";
const HUMAN = "celltypist/adams_Cheong_PBMC_full.pkl";
const MOUSE = "celltypist/adams_Niec_mouse_small_intestine_full.pkl";
const IN_CAPITALS = "celltypist/adams_Brown_mouse_DC_full.pkl";

describe.skipIf(!hasCore || !hasModels)("the species of a published model", () => {
  const files = hasModels ? readdirSync(join(MODELS, "celltypist")).filter((name) => /^(adams|popv).*\.pkl$/.test(name)) : [];

  test.each(files)("%s is found from its genes, mouse symbols in capitals too", async (name) => {
    const folder = await ModelFolder.open(await droppedModel(environment, pickle(`celltypist/${name}`)));
    const due = name.includes("mouse") ? "mouse" : "human";
    expect(folder.manifest.species).toBe(due);
    expect(speciesOf(await loadCore(environment), vocabularyIds(await folder.vocabulary())).species).toBe(due);
    expect(folder.manifest.matching).toBe(name.includes("Brown") ? undefined : "as-written");
  });
});

describe.skipIf(!hasCore || !hasData || !hasModels)("a model and a file of two species", () => {
  test.each([
    [HUMAN_FILE, MOUSE, "mouse", "human"],
    [HUMAN_FILE, IN_CAPITALS, "mouse", "human"],
    [MOUSE_FILE, HUMAN, "human", "mouse"],
  ])("%s is refused by %s in one sentence that names the remedy", async (file, path, model, own) => {
    const engine = await engines.open(dataFile(file));
    const { model: added, coverage } = await engine.call("addModel", { files: pickle(path) });
    expect(coverage!.at(-1)).toMatchObject({ model: added.name, verdict: "refused" });
    expect(coverage!.at(-1)!.reason).toBe(
      `${added.title} was trained on ${model} cells, and this file's genes are of ${own}: its labels would be wrong. Have the genes ` +
        "known by their one-to-one orthologs: give --orthologs mouse or --orthologs TABLE.",
    );
    await expect(engine.call("analyze", options({ models: [added.name] }))).rejects.toThrow("its labels would be wrong");
  });

  test.each(cases)("$model on $file is what celltypist.annotate says (orthologs: $translated)", async (expected) => {
    const engine = await engines.open(dataFile(expected.file));
    const { model } = await engine.call("addModel", { files: pickle(expected.model) });
    if (expected.translated) {
      const { species } = await engine.call("orthologs", { builtIn: "mouse", matrix: "X" });
      expect(species).toBe(model.species);
    }
    await engine.call("analyze", options({ models: [model.name] }));
    const rows = await engine.call("cells", { model: model.name, first: 0, count: expected.labels.length });
    const found = rows.map(({ heads: [head] }) => head!.labels[0]);
    expect(found).toEqual(expected.labels.map((code) => expected.classes[code]));
    expected.rows.forEach((row, i) => expect(rows[row]!.heads[0]!.probabilities[0]).toBeCloseTo(expected.probabilities[i]!, 4));
  });

  test("models of the file's own species say so once its genes go by orthologs, and have them back", async () => {
    const engine = await engines.open(dataFile(HUMAN_FILE));
    const { model } = await engine.call("addModel", { files: pickle(HUMAN) });
    const { coverage } = await engine.call("orthologs", { builtIn: "mouse", matrix: "X" });
    expect(coverage.find((one) => one.model === model.name)!.reason).toContain(
      "trained on human cells, and this file's genes are known by their mouse orthologs now",
    );
    const back = await engine.call("orthologs", { table: null, matrix: "X" });
    expect(back).toMatchObject({ found: 0, species: "human" });
    expect(back.coverage.find((one) => one.model === model.name)!.verdict).not.toBe("refused");
  });

  test("mouse symbols in capitals are found in a mouse file", async () => {
    const engine = await engines.open(dataFile(MOUSE_FILE));
    const { coverage } = await engine.call("addModel", { files: pickle(IN_CAPITALS) });
    expect(coverage!.at(-1)!.verdict).not.toBe("refused");
    expect(coverage!.at(-1)!.found).toBeGreaterThan(1000);
  });
});

describe.skipIf(!hasCore)("a manifest of another species than its genes", () => {
  test("is refused in one sentence", async () => {
    const folder = join(root, "models/released/tiny-random");
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [name, new Blob([new Uint8Array(readFileSync(join(folder, name)))])]),
    );
    const manifest = JSON.parse(await files["manifest.json"]!.text()) as object;
    files["manifest.json"] = new Blob([JSON.stringify({ ...manifest, species: "mouse" })]);
    await expect(engines.start().call("addModel", { files })).rejects.toThrow(
      /^manifest.json of .* says it is of mouse cells, and its genes are of human \(.*\): put its species right\.$/,
    );
  });
});
