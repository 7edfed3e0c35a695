import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../scripts/lib/run.mjs";
import type { AttributionRequest } from "../../../web/src/contract/operations/attribution";
import type { AnalyzePart } from "../../../web/src/contract/protocol";
import { hasCore, options, useEngine } from "../support/engine";
import { CELLS, GENES, writeTwoMatrices } from "../support/two-matrices";

vi.setConfig({ testTimeout: 200_000, hookTimeout: 100_000 });

const stopped = { signal: AbortSignal.abort() };

describe.skipIf(!hasCore)("a file of two matrices", () => {
  const { open } = useEngine();
  let path: string;
  beforeAll(async () => {
    path = await writeTwoMatrices();
  });

  const explain = (given: Partial<AttributionRequest> = {}): AttributionRequest => ({
    matrix: "X",
    model: "linear-atlas",
    phenotype: "cell_type",
    target: { kind: "predicted" },
    groupBy: { kind: "prediction" },
    method: "gradient-x-input",
    baseline: { kind: "none" },
    donors: null,
    cellsPerGroup: 0,
    steps: { from: 8, most: 8, gap: 1 },
    seed: 1,
    backend: "wasm",
    lanes: 1,
    ...given,
  });

  test("gives a gene of the matrix asked for, whatever was trained on since", async () => {
    const engine = await open(path);
    const gene = GENES[3]!;
    const of = async (matrix: string) => [...(await engine.call("gene", { matrix, gene })).values];
    const [before, other] = [await of("X"), await of("layers/other")];
    expect(before).not.toEqual(other);
    await engine.call("train", {
      name: "own",
      title: "Own",
      matrix: "layers/other",
      labels: [{ phenotype: "cell_type", column: "label" }],
      ignore: [],
      donors: null,
      recipe: { normalization: "log1p", choice: "anova", genes: 50, components: 0, classifier: "softmax", c: 1 },
      folds: 2,
      isThorough: false,
      keepsCells: true,
      seed: 1,
      lanes: 1,
      cells: 0,
    });
    expect(await of("X")).toEqual(before);
    expect(await of("layers/other")).toEqual(other);
    await expect(of("layers/none")).rejects.toThrow("two.h5ad has no matrix layers/none; it has X, layers/other.");
  });

  test("is asked of the matrix that its answers are of, or says which they are of", async () => {
    const engine = await open(path);
    await engine.conductor.models.addNamed("linear-atlas");
    await engine.call("analyze", options({ models: ["linear-atlas"], matrix: "layers/other", lanes: 1 }));
    await expect(engine.call("attribute", explain())).rejects.toThrow("linear-atlas has run on layers/other of two.h5ad, not on X");
    const { groups } = await engine.call("attribute", explain({ matrix: "layers/other" }));
    const cell = groups[0]!.examples[0]!;
    expect(await engine.call("attributionOfCell", { matrix: "layers/other", cell, genes: 3 })).not.toBeNull();
    await expect(engine.call("attributionOfCell", { matrix: "X", cell, genes: 3 })).rejects.toThrow("is of layers/other, not of X");
    for (const call of [
      () => engine.call("attributionOfCell", { matrix: "layers/other", cell, genes: 3 }, stopped),
      () => engine.call("attributionOfGene", { matrix: "layers/other", gene: 0 }, stopped),
      () => engine.call("attributionAhead", { matrix: "layers/other" }, stopped),
      () => engine.call("gene", { matrix: "X", gene: GENES[0]! }, stopped),
      () => engine.call("surveyQuality", { matrix: "X", mads: 3, lanes: 1 }, stopped),
    ])
      await expect(call()).rejects.toMatchObject({ code: "cancelled" });
  });

  test("has a model that was dropped run alone: what the others said of the same matrix stays", async () => {
    const engine = await open(path);
    for (const model of ["linear-atlas", "tiny-random"]) await engine.conductor.models.addNamed(model);
    const both = ["linear-atlas", "tiny-random"];
    const first = await engine.call("analyze", options({ models: both, lanes: 1 }));
    const scores = await engine.call("scores", { model: "tiny-random", phenotype: "cell_type" });
    const folderOf = (name: string) => join(root, "models/released", name);
    const manifest = readFileSync(join(folderOf("tiny-random"), "manifest.json"), "utf8");
    const files = (text: string) => ({
      "manifest.json": new Blob([text]),
      ...Object.fromEntries(
        ["genes.tsv", "predict.onnx", "self-test.json"].map((name) => [
          name,
          new Blob([readFileSync(join(folderOf("tiny-random"), name))]),
        ]),
      ),
    });
    const analyzed = async (models: string[], given: { matrix?: string; keepsRuns?: boolean; threshold?: number } = {}) => {
      const ran = new Set<string>();
      const part = (one: AnalyzePart) => void (one.kind === "model" && one.cells > 0 && ran.add(one.run.model));
      const report = await engine.call("analyze", options({ models, lanes: 1, keepsRuns: true, ...given }), { part });
      return { ran: [...ran].sort(), report };
    };
    await engine.call("addModel", { files: files(manifest.replace('"tiny-random"', '"tiny-second"')) });
    const three = [...both, "tiny-second"];
    const { ran, report } = await analyzed(three);
    expect(ran).toEqual(["tiny-second"]);
    expect(report.runs.map(({ model }) => model)).toEqual(three);
    expect(report.runs.slice(0, 2)).toEqual(first.runs);
    expect(report.survey).toEqual(first.survey);
    expect(await engine.call("scores", { model: "tiny-random", phenotype: "cell_type" })).toEqual(scores);
    expect((await engine.call("scores", { model: "tiny-second", phenotype: "cell_type" })).cells).toBe(CELLS);
    // Another version of a model, a linear model beside what is known, another matrix, and a wish to run all again.
    await engine.call("addModel", { files: files(manifest.replace('"0.1.0"', '"0.1.1"')) });
    expect((await analyzed(three)).ran).toEqual(["tiny-random"]);
    expect((await analyzed(["tiny-random"])).ran).toEqual([]);
    // Left out, a model is no party to what is said of the others; asked again, it has not to run again.
    await expect(engine.call("scores", { model: "tiny-second", phenotype: "cell_type" })).rejects.toThrow();
    const again = await analyzed(three);
    expect([again.ran, again.report.runs.map(({ model, cells }) => [model, cells])]).toEqual([[], three.map((model) => [model, CELLS])]);
    // A threshold concerns heads with a probability a class alone.
    expect((await analyzed(three, { threshold: 0.5 })).ran).toEqual([]);
    expect(await engine.call("matchedLabels", { model: "linear-atlas", phenotype: "cell_type" })).toBeNull();
    // One that is removed is gone, and given again it runs again.
    const { coverage } = await engine.call("removeModel", { model: "tiny-second" });
    expect(coverage!.map(({ model }) => model)).not.toContain("tiny-second");
    await expect(analyzed(three)).rejects.toThrow(/no model named tiny-second/);
    await engine.call("addModel", { files: files(manifest.replace('"tiny-random"', '"tiny-second"')) });
    expect((await analyzed(three)).ran).toEqual(["tiny-second"]);
    expect((await analyzed(three, { matrix: "layers/other" })).ran).toEqual([...three].sort());
    expect((await analyzed(three, { matrix: "layers/other", keepsRuns: false })).ran).toEqual([...three].sort());
  });

  test("has a gene edited on the processor where there is no graphics card, and is told so", async () => {
    const engine = await open(path);
    await engine.conductor.models.addNamed("tiny-random");
    await engine.call("analyze", options({ models: ["tiny-random"], lanes: 1 }));
    const edit = (backend: "webgpu" | "wasm") =>
      engine.call("editGene", {
        matrix: "X",
        model: "tiny-random",
        phenotype: "cell_type",
        gene: GENES[3]!,
        change: { kind: "double" },
        cells: Uint32Array.of(0, 1, 2),
        most: 10,
        code: -1,
        seed: 1,
        backend,
      });
    expect((await edit("webgpu")).notes).toEqual(["Ran on the CPU (slower, same results): Node has no WebGPU."]);
    expect((await edit("wasm")).notes).toEqual([]);
  });
});
