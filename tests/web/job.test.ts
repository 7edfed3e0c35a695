import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { seeded } from "../../scripts/lib/random.mjs";
import { root } from "../../scripts/lib/run.mjs";
import { writeH5ad } from "../../scripts/lib/write-h5ad.mjs";
import { AnalysisError } from "../../web/src/contract/errors";
import type { AnalyzePart } from "../../web/src/contract/protocol";
import type { AttributionRequest } from "../../web/src/contract/operations/attribution";
import { Desk } from "../../web/src/engine/desk";
import { fileOperations } from "../../web/src/engine/file/operations";
import { Kept, type Held } from "../../web/src/engine/file/kept";
import { withBackend, type Backed } from "../../web/src/engine/model/backend";
import { nodeEnvironment } from "../../web/src/engine/platform/environment.node";
import { pass } from "../../web/src/engine/pool/pass";
import { prepared } from "../../web/src/engine/pool/prepared";
import { scoresOfSet } from "../../web/src/engine/steps/gene-sets/cell-scores";
import { threadEndpoint } from "../../web/src/engine/workers/endpoints.node";
import { scratch } from "./data";
import { bundle, hasCore, opener, options } from "./engine";

vi.setConfig({ testTimeout: 200_000, hookTimeout: 100_000 });

const genesOf = (model: string) =>
  readFileSync(join(root, "models/released", model, "genes.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t")[0]!);
/** All of the small model's, and enough of the other's. */
const GENES = [...new Set([...genesOf("tiny-random"), ...genesOf("linear-atlas")])].slice(0, 900);
const CELLS = 48;
const context = { signal: new AbortController().signal, part() {}, progress() {} };
const stopped = { ...context, signal: AbortSignal.abort() };

let folder: string;
let path: string;
const openFile = opener(() => folder);

beforeAll(async () => {
  if (!hasCore) return;
  folder = await bundle("lanes-job");
  path = join(scratch(), "two.h5ad");
  const random = seeded(4);
  const counts = () => Float32Array.from({ length: CELLS * GENES.length }, () => random.poisson(0.4));
  await writeH5ad(path, {
    X: { values: counts() },
    layers: { other: { values: counts() } },
    obs: {
      index: Array.from({ length: CELLS }, (_, i) => `c${i}`),
      columns: {
        label: Array.from({ length: CELLS }, (_, i) => (i % 2 === 0 ? "even" : "odd")),
        donor: Array.from({ length: CELLS }, (_, i) => `d${i % 4}`),
      },
    },
    var: { index: GENES },
  });
});

describe("what a step found", () => {
  test("is kept with its file and matrix, and freed where another takes its place or the file is closed", () => {
    const freed: string[] = [];
    const kept = new Kept<string>("Nothing has been found yet.", (value) => freed.push(value));
    const [one, two] = [{ kept: new Map<object, Held>() }, { kept: new Map<object, Held>() }];
    expect(() => kept.of(one, "X")).toThrow("Nothing has been found yet.");
    kept.put(one, "X", "first");
    expect(kept.of(one, "X")).toBe("first");
    expect(kept.find(two, "X")).toBeUndefined();
    expect(kept.find(one, "raw/X")).toBeUndefined();
    expect(() => kept.of(one, "raw/X")).toThrow("Nothing has been found yet. What is known is of X, not of raw/X.");
    kept.put(one, "raw/X", "second");
    expect(freed).toEqual(["first"]);
    expect(kept.last(one)).toBe("second");
    kept.forget(one);
    expect(freed).toEqual(["first", "second"]);
    expect(kept.last(one)).toBeUndefined();
  });
});

describe("a model on a graphics card", () => {
  const pool = { lanes: ["first", "second"] } as never;
  const environment = { kind: "browser" } as never;
  const withCard = async (work: () => Promise<void>) => {
    vi.stubGlobal("navigator", { gpu: { requestAdapter: async () => ({ info: { architecture: "xe", description: "a card" } }) } });
    try {
      await work();
    } finally {
      vi.unstubAllGlobals();
    }
  };

  test("that fails is run on the processor, on all lanes, and why is told", () =>
    withCard(async () => {
      const tried: Backed[] = [];
      const made = await withBackend({ environment, pool }, "auto", async (on) => {
        tried.push(on);
        if (on.backend === "webgpu") throw new AnalysisError("model", "The card was lost.");
        return "answers";
      });
      expect(tried.map(({ backend, lanes }) => [backend, lanes.length])).toEqual([
        ["webgpu", 1],
        ["wasm", 2],
      ]);
      expect(made).toMatchObject({
        backend: "wasm",
        fallback: "The graphics card was tried and left: The card was lost.",
        result: "answers",
      });
    }));

  test("is not tried again where no processor would do better", () =>
    withCard(async () => {
      for (const code of ["cancelled", "bad-input"] as const) {
        const run = vi.fn(async () => {
          throw new AnalysisError(code, "No.");
        });
        await expect(withBackend({ environment, pool }, "webgpu", run)).rejects.toMatchObject({ code });
        expect(run).toHaveBeenCalledTimes(1);
      }
    }));

  test("that is not there is told where it was asked for", async () => {
    const node = { environment: { kind: "node" } as never, pool };
    const backend = async ({ backend: on }: Backed) => on;
    expect(await withBackend(node, "webgpu", backend)).toMatchObject({
      result: "wasm",
      fallback: "Ran on the processor: Node has no WebGPU.",
    });
    expect(await withBackend(node, "auto", backend)).toMatchObject({ result: "wasm", fallback: "" });
  });
});

describe.skipIf(!hasCore)("steps over the cells", () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = new Desk(nodeEnvironment(() => threadEndpoint(pathToFileURL(join(folder, "lane.node.mjs")))));
    await desk.models.addNamed("linear-atlas");
    await fileOperations(desk).open({ source: { kind: "path", path } }, context);
  });
  afterAll(() => desk.terminate());

  test("send lanes what they have to be ready for once, and again for another matrix, other models or other names", () =>
    desk.sweeping({ matrix: "X", lanes: 2 }, context, async (job) => {
      const calls = vi.spyOn(job.pool.lanes[0]!, "call");
      const sent = async (work: () => Promise<unknown>) => {
        calls.mockClear();
        await work();
        return calls.mock.calls.filter(([name]) => name === "prepare").length;
      };
      const model = await job.models.laneModel("linear-atlas");
      expect(await sent(() => prepared(job))).toBe(1);
      expect(await sent(() => prepared(job))).toBe(0);
      expect(await sent(() => prepared(job, { models: [model] }))).toBe(1);
      expect(await sent(async () => prepared(job, { models: [await job.models.laneModel("linear-atlas")] }))).toBe(0);
      expect(await sent(() => prepared({ ...job, matrix: "layers/other" }, { models: [model] }))).toBe(1);
      expect(await sent(() => prepared({ ...job, matrix: "layers/other" }, { models: [model], isFresh: true }))).toBe(1);
      const genes = { ids: GENES.map(() => ""), alternatives: [] };
      expect(await sent(() => prepared({ ...job, matrix: "layers/other" }, { genes }))).toBe(1);
      expect(await sent(() => prepared(job))).toBe(1);
      const broken = prepared(job, { genes: { ids: ["one"], alternatives: [] }, models: [{ ...model, genesTsv: "" }] });
      await expect(broken).rejects.toThrow("genes.tsv");
      expect(await sent(() => prepared(job))).toBe(1);
    }));

  test("visit all cells once, or those of a mask in their groups, tell how far they are, and stop at a block's end", async () => {
    const mask = Uint8Array.from({ length: CELLS }, (_, cell) => Number(cell % 3 > 0));
    const groups = Int32Array.from({ length: CELLS }, (_, cell) => cell % 2);
    const told: number[] = [];
    const progress = ({ done }: { done: number }) => void told.push(done);
    await desk.sweeping({ matrix: "X", lanes: 2 }, { ...context, progress }, async (job) => {
      const ready = await prepared(job);
      const seen = new Int32Array(CELLS).fill(-9);
      const isWhole = await pass<Int32Array>(ready, {
        step: "count",
        blocks: ready.blocks({ cells: 7 }),
        mask,
        groups,
        visit: async (_, __, { groups: own }) => own!,
        take: ({ first }, own) => seen.set(own, first),
      });
      expect(isWhole).toBe(true);
      expect([...seen]).toEqual(Array.from({ length: CELLS }, (_, cell) => (cell % 3 > 0 ? cell % 2 : -1)));
    });
    expect(told.at(-1)).toBe(CELLS);
    const stop = new AbortController();
    await desk.sweeping({ matrix: "X", lanes: 1 }, { ...context, signal: stop.signal }, async (job) => {
      const ready = await prepared(job);
      const visit = vi.fn(async () => stop.abort());
      expect(await pass(ready, { step: "count", blocks: ready.blocks({ cells: 7 }), visit })).toBe(false);
      expect(visit).toHaveBeenCalledTimes(1);
      await expect(pass(ready, { step: "count", visit, ifStopped: "Stopped early." })).rejects.toMatchObject({
        code: "cancelled",
        message: "Stopped early.",
      });
    });
  });

  test("can all be stopped, those that make again what was not kept too", async () => {
    const scored = { columns: [[0, 1, 2, 3]], top: 40, values: null };
    const asked = { matrix: "X", lanes: 1 };
    expect(await desk.sweeping(asked, context, (job) => scoresOfSet(job, scored, 0))).toHaveLength(CELLS);
    await expect(desk.sweeping(asked, stopped, (job) => scoresOfSet(job, scored, 0))).rejects.toMatchObject({ code: "cancelled" });
  });
});

describe.skipIf(!hasCore)("a file of two matrices", () => {
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
    const engine = await openFile(path);
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
      seed: 1,
      lanes: 1,
      cells: 0,
    });
    expect(await of("X")).toEqual(before);
    expect(await of("layers/other")).toEqual(other);
    await expect(of("layers/none")).rejects.toThrow("two.h5ad has no matrix layers/none; it has X, layers/other.");
  });

  test("is asked of the matrix that its answers are of, or says which they are of", async () => {
    const engine = await openFile(path);
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
    const engine = await openFile(path);
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
    const analyzed = async (models: string[], given: { matrix?: string; keepsRuns?: boolean } = {}) => {
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
    expect((await analyzed(three)).ran).toEqual(["linear-atlas", "tiny-second"]);
    expect((await analyzed(three, { matrix: "layers/other" })).ran).toEqual([...three].sort());
    expect((await analyzed(three, { matrix: "layers/other", keepsRuns: false })).ran).toEqual([...three].sort());
  });

  test("has a gene edited on the processor where there is no graphics card, and is told so", async () => {
    const engine = await openFile(path);
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
    expect((await edit("webgpu")).notes).toEqual(["Ran on the processor: Node has no WebGPU."]);
    expect((await edit("wasm")).notes).toEqual([]);
  });
});
