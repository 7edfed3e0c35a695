import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import type { AnalysisReport } from "../../../../../web/src/contract/types";
import { NO_CLASS } from "../../../../../web/src/engine/file/scores";
import { scratch } from "../../../support/data";
import { hasCore, options, useEngine, type TestEngine } from "../../../support/engine";
import { UNREAD_CELLS as CELLS, writeUnreadFiles } from "../../../support/unread-files";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MODELS = ["tiny-random", "linear-atlas"];

describe.skipIf(!hasCore)("files that models cannot read beside those that they can", () => {
  const engines = useEngine();
  const paths: string[] = [];
  let engine: TestEngine;
  let report: AnalysisReport;
  let matrix: string;

  const open = (one: TestEngine, files: number[]) =>
    one.call("open", { source: { kind: "study", files: files.map((file) => ({ source: { kind: "path", path: paths[file]! } })) } });
  const start = async (models = MODELS) => {
    const one = engines.start();
    for (const model of models) await one.conductor.models.addNamed(model);
    return one;
  };

  beforeAll(async () => {
    paths.push(...(await writeUnreadFiles(scratch())));
    engine = await start();
    ({ matrix } = await open(engine, [0, 1, 2]));
    report = await engine.call("analyze", options({ models: MODELS }));
  });

  test("each model reads the files that it can, and says which it does not and why", () => {
    const unread = report.coverage.map(({ model, verdict, unread: of }) => [
      model,
      verdict,
      of!.map(({ sample, reason }) => [sample, reason]),
    ]);
    expect(unread).toEqual([
      ["tiny-random", "notice", [["none", expect.stringContaining("The file measures only 1 of")]]],
      [
        "linear-atlas",
        "notice",
        [
          ["none", expect.stringContaining("The file measures only 1 of")],
          ["tiny", expect.stringContaining("The file measures only 64 of")],
        ],
      ],
    ]);
    expect(report.runs.map(({ model, cells, finished }) => [model, cells, finished])).toEqual([
      ["linear-atlas", CELLS, true],
      ["tiny-random", 2 * CELLS, true],
    ]);
    expect(report.survey.cells).toBe(3 * CELLS);
    expect(report.notices.map(({ message }) => message).join("\n")).toContain("Not read by this model: none.h5ad.");
  });

  test("cells that are read have the labels of their file alone, the others none", async () => {
    const alone = new Map<number, TestEngine>();
    for (const [file, models] of [
      [0, MODELS],
      [2, ["tiny-random"]],
    ] as const) {
      const one = await start([...models]);
      const { matrix } = await one.call("open", { source: { kind: "path", path: paths[file]! } });
      await one.call("analyze", options({ models: [...models], matrix }));
      alone.set(file, one);
    }
    for (const [model, read] of [
      ["tiny-random", [0, 2]],
      ["linear-atlas", [0]],
    ] as const) {
      const asked = { model, phenotype: "cell_type" };
      const { top, probability, entropy, cells, k } = await engine.call("scores", asked);
      expect(cells).toBe(3 * CELLS);
      for (const file of [0, 1, 2]) {
        const [first, end] = [file * CELLS, (file + 1) * CELLS];
        const codes = [...top.subarray(first * k, end * k)];
        if (!(read as readonly number[]).includes(file)) {
          expect(entropy.subarray(first, end).every(Number.isNaN)).toBe(true);
          expect(codes.every((code) => code === NO_CLASS)).toBe(true);
          continue;
        }
        const expected = await alone.get(file)!.call("scores", asked);
        expect(codes).toEqual([...expected.top]);
        expected.probability.forEach((p, i) => expect(probability[first * k + i]).toBeCloseTo(p, 5));
      }
    }
  });

  test("tables, scores, votes and checks count no cell that was not read", async () => {
    const model = "linear-atlas";
    const rows = await engine.call("cells", { model, first: 0, count: 100 });
    expect(rows.length).toBe(3 * CELLS);
    const [head] = rows[CELLS]!.heads;
    expect([head!.labels, head!.known, head!.entropy]).toEqual([[], undefined, NaN]);
    expect((await engine.call("summary", { model, phenotype: "cell_type" })).all.cells).toBe(CELLS);
    const { metrics } = await engine.call("evaluate", { phenotype: "cell_type", column: "label", models: [model] });
    expect(metrics[0]!.cells + metrics[0]!.unmatchedCells).toBe(CELLS);
    const over = { kind: "column", column: "label" } as const;
    const vote = await engine.call("majorityVote", { model, phenotype: "cell_type", over, minProp: 0, seed: 1, lanes: 1 });
    expect([...vote.codes].map((code) => code >= 0)).toEqual(Array.from({ length: 3 * CELLS }, (_, cell) => cell < CELLS));
    const { lights } = await engine.call("trustLights", { model, phenotype: "cell_type" });
    const read = rows
      .slice(0, CELLS)
      .map(({ quality }) => quality.detected)
      .sort((a, b) => a - b);
    expect(lights.find(({ name }) => name === "depth")!.figure).toBeCloseTo((read[CELLS / 2 - 1]! + read[CELLS / 2]!) / 2, 6);
    expect(lights[0]!.says).toContain("none.h5ad, tiny.h5ad are not read by this model: the cells have no label.");
    const agreed = await engine.call("consensus", { phenotype: "cell_type", models: MODELS });
    expect([...agreed.codes.subarray(CELLS, 2 * CELLS)].every((code) => code < 0)).toBe(true);
  });

  test("a group's name says how many of its cells are read, and its confidence is a share of all", async () => {
    const few = 4;
    const codes = Int32Array.from({ length: 3 * CELLS }, (_, cell) => (cell < CELLS - few ? 0 : cell < 2 * CELLS ? 1 : 2));
    const groups = { by: "g", names: ["read", "hardly read", "not read"], codes };
    const { rows } = await engine.call("annotationRows", { matrix, groups, models: ["linear-atlas"], lanes: 1 });
    const [read, hardly, none] = rows;
    const saysRead = rows.map(({ doubts }) => doubts.filter(({ kind }) => kind === "not read").map(({ says }) => says));
    const all = CELLS + few;
    const sentence = `named by ${few} of its ${all} cells: models do not read the files of the others`;
    expect(saysRead).toEqual([[], [sentence], ["no model reads its cells"]]);
    expect(read!.suggestion.confidence).toBeCloseTo(read!.covering?.share ?? read!.models[0]!.share, 12);
    expect(hardly!.suggestion.confidence).toBeCloseTo(((hardly!.covering?.share ?? hardly!.models[0]!.share) * few) / all, 12);
    expect([hardly!.color, none!.color, none!.suggestion.mark]).toEqual(["red", "red", "unknown"]);
    expect(none!.doubts.some(({ kind }) => kind === "mixed")).toBe(false);
  });

  test("a file added later is read by the models that can, as in a fresh start", async () => {
    const later = await start();
    await open(later, [1, 0]);
    await later.call("analyze", options({ models: MODELS }));
    await open(later, [0, 1, 2]);
    const again = await later.call("analyze", options({ models: MODELS }));
    expect(again.runs.map(({ model, cells }) => [model, cells])).toEqual(report.runs.map(({ model, cells }) => [model, cells]));
    for (const model of MODELS) {
      const asked = { model, phenotype: "cell_type" };
      expect(await later.call("scores", asked)).toEqual(await engine.call("scores", asked));
    }
  });

  test("a model that no file accepts is refused", async () => {
    const refused = await start();
    await open(refused, [1, 1]);
    await expect(refused.call("analyze", options({ models: MODELS }))).rejects.toThrow("The file measures only 1 of");
  });
});

describe.skipIf(!hasCore)("a file of counts beside one of logarithms", () => {
  const engines = useEngine();
  const FIXTURES = join(root, "tests/fixtures");
  const json = (name: string) => JSON.parse(readFileSync(join(FIXTURES, name), "utf8"));

  test("a model that reads counts is given those of the file that holds them, and leaves the other out", async () => {
    const { symbols, counts } = json("converted/expected.json") as { symbols: string[]; counts: number[][] };
    const folder = scratch();
    const paths = ["counts", "logs"].map((name) => join(folder, `${name}.h5ad`));
    const logs = counts.map((row) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      return row.map((count) => Math.log1p((1e4 * count) / total));
    });
    for (const [i, rows] of [counts, logs].entries())
      await writeH5ad(paths[i]!, {
        X: { values: Float32Array.from(rows.flat()) },
        obs: { index: rows.map((_, cell) => `c${cell}`) },
        var: { index: symbols },
      });
    const engine = engines.start();
    const files = ["sims.onnx", "sims.genes", "sims.classes"].map((name) => [name, new Blob([readFileSync(join(FIXTURES, "onnx", name))])]);
    const { model } = await engine.call("addModel", { files: Object.fromEntries(files) });
    const source = { kind: "study" as const, files: paths.map((path) => ({ source: { kind: "path" as const, path } })) };
    const { matrices, matrix } = await engine.call("open", { source });
    expect(matrices[0]!.values).toBe("log1p");
    const { coverage } = await engine.call("analyze", options({ models: [model.name], matrix }));
    const [unread] = coverage[0]!.unread!;
    expect([unread!.file, unread!.reason]).toEqual(["logs.h5ad", expect.stringContaining("it reads raw counts")]);
    const rows = await engine.call("cells", { model: model.name, first: 0, count: 100 });
    const { sims } = json("onnx/expected.json") as { sims: { logits: number[][]; classes: string[] } };
    const labels = rows.map(({ heads }) => heads[0]!.labels[0]);
    expect(labels.slice(0, counts.length)).toEqual(sims.logits.map((logits) => sims.classes[logits.indexOf(Math.max(...logits))]));
    expect(labels.slice(counts.length)).toEqual(counts.map(() => undefined));
  });
});
