import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, options, useEngine, type AnalyzePart, type TestEngine } from "../../../support/engine";

const RELEASED = join(root, "models/released");
const linear = existsSync(join(RELEASED, "linear-atlas"));
/** One lane or four: the sums are the same, in another order. */
const SAME = 1e-6;

// Every engine here starts threads that compile ONNX Runtime.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const { start } = useEngine();
let fixtures: Record<string, string>;

async function opened(path: string, models = ["tiny-random"]): Promise<TestEngine> {
  const engine = start();
  await engine.conductor.models.list();
  for (const model of models) await engine.conductor.models.addNamed(model);
  await engine.call("open", { source: { kind: "path", path } });
  return engine;
}

beforeAll(async () => {
  if (hasCore) fixtures = await makeFixtures(scratch());
});

describe.skipIf(!hasCore)("an analysis", () => {
  test("streams quality, survey and predictions, and every cell is done at the end", async () => {
    const engine = await opened(fixtures.csr!);
    const parts: AnalyzePart[] = [];
    const report = await engine.call("analyze", options({ models: ["tiny-random"], blockCells: 7 }), { part: (part) => parts.push(part) });
    expect(report.cancelled).toBe(false);
    expect(report.survey.cells).toBe(60);
    expect(report.runs.map(({ model, backend, cells, finished }) => [model, backend, cells, finished])).toEqual([
      ["tiny-random", "wasm", 60, true],
    ]);
    const seen = new Set(
      parts.flatMap((part) =>
        part.kind === "quality" ? Array.from({ length: part.part.range.count }, (_, i) => part.part.range.first + i) : [],
      ),
    );
    expect(seen.size).toBe(60);
    const scores = await engine.call("scores", { model: "tiny-random", phenotype: "cell_type" });
    expect([scores.cells, scores.k, scores.top.length]).toEqual([60, 4, 240]);
    for (let cell = 0; cell < 60; cell++) {
      const sum = scores.probability.slice(cell * 4, cell * 4 + 4).reduce((a, b) => a + b, 0);
      // A few cells of this fixture have none of this small model's genes.
      const expected = scores.top[cell * 4] === 65_535 ? 0 : 1;
      expect(Math.abs(sum - expected)).toBeLessThan(1e-5);
    }
  });

  test("gives the same numbers with one lane as with four, and with blocks of any size", async () => {
    const all: Float32Array[] = [];
    const tops: Uint16Array[] = [];
    for (const given of [{ lanes: 1 }, { lanes: 4, blockCells: 5 }, { lanes: 2, blockCells: 60 }]) {
      const engine = await opened(fixtures.csr!);
      await engine.call("analyze", options({ models: ["tiny-random"], ...given }));
      const { probability, top } = await engine.call("scores", { model: "tiny-random", phenotype: "cell_type" });
      all.push(probability);
      tops.push(top);
    }
    for (const other of all.slice(1)) other.forEach((value, i) => expect(Math.abs(value - all[0]![i]!)).toBeLessThanOrEqual(SAME));
    expect(tops[1]).toEqual(tops[0]);
  });

  test("does not depend on how the matrix is stored", async () => {
    const results: Float32Array[] = [];
    for (const name of ["csr", "csc", "dense"]) {
      const engine = await opened(fixtures[name]!);
      await engine.call("analyze", options({ models: ["tiny-random"], blockCells: 11 }));
      results.push((await engine.call("scores", { model: "tiny-random", phenotype: "tissue" })).probability);
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  test("that is stopped before its first block says so, and can be taken up again", async () => {
    const engine = await opened(fixtures.csr!);
    const stopped = engine.call("analyze", options({ models: ["tiny-random"] }), { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
    expect((await engine.call("analyze", options({ models: ["tiny-random"] }))).cancelled).toBe(false);
  });

  test("that is stopped keeps what is done, of cells drawn from all, and goes on from there", async () => {
    const engine = await opened(fixtures.csr!);
    const abort = new AbortController();
    const asked = options({ models: ["tiny-random"], lanes: 1, blockCells: 4 });
    let read = 0;
    const report = await engine.call("analyze", asked, {
      signal: abort.signal,
      part: (part) => void (part.kind === "model" && (read += part.cells) === 12 && abort.abort()),
    });
    expect(report.cancelled).toBe(true);
    expect(report.runs[0]).toMatchObject({ finished: false, cells: 12, asked: 60 });
    const { entropy } = await engine.call("scores", { model: "tiny-random", phenotype: "sex" });
    expect(entropy.filter((value) => !Number.isNaN(value))).toHaveLength(12);
    const { all } = await engine.call("summary", { model: "tiny-random", phenotype: "sex" });
    expect(all.sampled).toEqual({ read: 12, of: 60, isDrawn: true });
    await engine.call("analyze", { ...asked, keepsRuns: true }, { part: (part) => void (part.kind === "model" && (read += part.cells)) });
    expect(read).toBe(60);
  });

  test("of an empty cell predicts nothing for it", async () => {
    const engine = await opened(fixtures["empty-cell"]!);
    const report = await engine.call("analyze", options({ models: ["tiny-random"] }));
    expect(report.survey.emptyCells).toBe(1);
    const { top, probability, entropy } = await engine.call("scores", { model: "tiny-random", phenotype: "cell_type" });
    expect([top[0], probability[0]]).toEqual([65535, 0]);
    expect(entropy[0]).toBeCloseTo(Math.log(4), 5);
  });

  test("after a lane has died fails with a code, and the next one works", async () => {
    const engine = await opened(fixtures.csr!);
    const failing = engine.call("analyze", options({ models: ["tiny-random"], blockCells: 1 }), {
      part: () => void engine.conductor.terminate(),
    });
    await expect(failing).rejects.toMatchObject({ code: "internal" });
    await engine.call("open", { source: { kind: "path", path: fixtures.dense! } });
    expect((await engine.call("analyze", options({ models: ["tiny-random"] }))).runs[0]!.finished).toBe(true);
  });

  test("answers for genes, cells, summaries and positions", async () => {
    const engine = await opened(fixtures.layer!);
    await engine.call("analyze", options({ models: ["tiny-random"], matrix: "layers/counts" }));
    const [gene] = await engine
      .call("suggestGenes", { matrix: "layers/counts", prefix: "", limit: 1 })
      .then(() => engine.call("suggestGenes", { matrix: "layers/counts", prefix: "m", limit: 3 }));
    const { values } = await engine.call("gene", { matrix: "layers/counts", gene: gene! });
    expect(values.length).toBe(60);
    expect(values.some((value) => value > 0)).toBe(true);
    const rows = await engine.call("cells", { model: "tiny-random", first: 58, count: 10 });
    expect(rows.map((row) => row.id)).toEqual(["cell-58", "cell-59"]);
    expect(rows[0]!.heads.map((head) => head.phenotype)).toEqual(["cell_type", "tissue", "sex"]);
    const { all, selected } = await engine.call("summary", {
      model: "tiny-random",
      phenotype: "cell_type",
      selection: Uint32Array.of(0, 1, 2),
    });
    expect(all.classes.reduce((sum, row) => sum + row.cells, 0)).toBe(all.cells);
    expect(selected!.cells).toBe(3);
    const { xy } = await engine.call("positions", { by: "X_umap" });
    expect(Array.from(xy.subarray(0, 3))).toEqual([0, 1, 2].map((i) => Math.fround(Math.sin(i))));
    const components = (await engine.call("positions", { by: "tiny-random" })).xy;
    expect(components.filter(Number.isFinite).length).toBe(2 * all.cells);
    await expect(engine.call("gene", { matrix: "layers/counts", gene: "no such gene" })).rejects.toMatchObject({ code: "bad-input" });
  });

  test("is measured against labels, those it does not know listed and left out", async () => {
    const engine = await opened(fixtures.csr!);
    await engine.call("analyze", options({ models: ["tiny-random"] }));
    const { matches, metrics } = await engine.call("evaluate", { phenotype: "cell_type", column: "cell_type", models: ["tiny-random"] });
    expect(matches.map(({ label, code, by }) => [label, code, by]).sort()).toEqual([
      ["B cell", 0, "name"],
      ["T cell", -1, "broader"],
      ["no such cell", -1, "none"],
    ]);
    expect([metrics[0]!.cells, metrics[0]!.unmatchedCells]).toEqual([20, 40]);
  });
});

describe.skipIf(!hasCore)("opening", () => {
  const refused: [string, string, RegExp][] = [
    ["text", "bad-file", /is not an HDF5 file/],
    ["not-anndata", "bad-file", /not an AnnData one.*found entry/],
    ["truncated", "bad-file", /cut short/],
  ];
  const looked: [string, string, RegExp][] = [
    ["no-matrix", "bad-input", /holds no matrix/],
    ["no-cells", "bad-input", /holds no cells/],
    ["bad-indptr", "bad-file", /X\/indptr.*falls from 4 to 2 at entry/],
  ];
  test.each(looked)("%s opens for looking, and its analysis is refused in one sentence", async (name, code, words) => {
    const engine = start();
    const info = await engine.call("open", { source: { kind: "path", path: fixtures[name]! } });
    expect(info.matrix).toBe("");
    expect(info.notices.length).toBeGreaterThan(0);
    await expect(engine.call("analyze", options({ matrix: "", models: [] }))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });

  test.each(refused)("%s is refused in one sentence, and the next file opens", async (name, code, words) => {
    const engine = start();
    const refusal = await engine.call("open", { source: { kind: "path", path: fixtures[name]! } }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(words) });
    expect((await engine.call("open", { source: { kind: "path", path: fixtures.csr! } })).cells).toBe(60);
  });

  test("a file that is not there says so", async () => {
    const engine = start();
    await expect(engine.call("open", { source: { kind: "path", path: "/nowhere/a.h5ad" } })).rejects.toMatchObject({
      code: "bad-input",
      message: "There is no file /nowhere/a.h5ad.",
    });
  });

  test("takes the matrix that holds counts, and says why", async () => {
    const verdicts: Record<string, [string, string]> = {};
    for (const name of ["csr", "log1p", "scaled-raw", "layer", "scaled"]) {
      const engine = start();
      const info = await engine.call("open", { source: { kind: "path", path: fixtures[name]! } });
      verdicts[name] = [info.matrix, info.matrices.find((matrix) => matrix.path === info.matrix)!.values];
    }
    expect(verdicts).toEqual({
      csr: ["X", "counts"],
      log1p: ["X", "log1p"],
      "scaled-raw": ["raw/X", "counts"],
      layer: ["layers/counts", "counts"],
      scaled: ["X", "scaled"],
    });
  });

  test.each(["mouse-symbols", "mouse-ensembl"])("%s are of a mouse, and a human model refuses", async (name) => {
    const engine = await opened(fixtures[name]!);
    const info = await engine.call("open", { source: { kind: "path", path: fixtures[name]! } });
    expect(info.geneVerdict.species).toBe("mouse");
    await expect(engine.call("analyze", options({ models: ["tiny-random"] }))).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("human"),
    });
  });

  test("a file with none of a model's genes is refused by that model", async () => {
    const engine = await opened(fixtures["no-genes"]!);
    await expect(engine.call("analyze", options({ models: ["tiny-random"] }))).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("too few"),
    });
  });

  test("scaled values and no counts are refused with what to do", async () => {
    const scaled = await opened(fixtures.scaled!);
    await expect(scaled.call("analyze", options({ models: ["tiny-random"] }))).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("scaled values"),
    });
    const empty = await opened(fixtures["no-counts"]!);
    await expect(empty.call("analyze", options({ models: ["tiny-random"] }))).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("no counts"),
    });
  });
});

describe.skipIf(!hasCore || !hasData || !linear)("on pbmc3k the released linear model", () => {
  test("finds most cell types, the same with one lane as with three", async () => {
    const results: Float32Array[] = [];
    for (const lanes of [1, 3]) {
      const engine = await opened(dataFile("labelled/pbmc3k_counts.h5ad"), []);
      await engine.call("analyze", options({ models: ["linear-atlas"], lanes, blockCells: lanes === 3 ? 333 : 0 }));
      results.push((await engine.call("scores", { model: "linear-atlas", phenotype: "cell_type" })).probability);
      const { metrics } = await engine.call("evaluate", { phenotype: "cell_type", column: "cell_type", models: ["linear-atlas"] });
      expect(metrics[0]!.topK[0]!.value).toBeGreaterThan(0.7);
    }
    results[1]!.forEach((value, i) => expect(Math.abs(value - results[0]![i]!)).toBeLessThanOrEqual(SAME));
  });
});
