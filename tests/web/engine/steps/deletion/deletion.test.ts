import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { pruneTokens, type DeletionCell } from "../../../../../web/src/engine/steps/deletion/lane-tokens";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { openModel, type Model } from "../../../../../web/src/engine/model/session";
import type { Manifest } from "../../../../../web/src/contract/manifest";
import type { AttributionRequest } from "../../../../../web/src/contract/operations/attribution";
import type { DeletionReport, DeletionRequest } from "../../../../../web/src/contract/operations/deletion";
import { makeFixtures } from "../../../../fixtures/make.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });
/** Probabilities of torch's float32 and of ours. */
const TOLERANCE = 2e-4;

const FOLDER = join(root, "models/released/polygene-mini");
const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const manifest = json(join(FOLDER, "manifest.json")) as Manifest;

interface Expected {
  shares: number[];
  rankings: number[][];
  cells: { whole: number; probability: number[][]; kept: number[][] }[];
}

describe("genes taken from the released transformer's input", () => {
  const environment = nodeEnvironment(() => {
    throw new Error("This test starts no lanes.");
  });
  let model: Model;
  beforeAll(async () => {
    model = await openModel(environment, manifest, new Uint8Array(readFileSync(join(FOLDER, "predict.onnx"))), null, "wasm");
  });
  afterAll(() => model?.release());

  test("leave the probabilities that torch gives the same cells without them", async () => {
    const stored = json(join(root, "tests/web/expected/captum.json")) as {
      head: number;
      cells: { genes: number[]; values: number[]; code: number; input_x_gradient: number[] }[];
    };
    const expected = json(join(root, "tests/web/expected/deletion.json")) as Expected;
    const descending = (values: number[]) => Int32Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b);
    const cells: DeletionCell[] = stored.cells.map(({ genes, values, code, input_x_gradient: own }, i) => {
      const largest = descending(own.map(Math.abs));
      return {
        genes: Int32Array.from(genes),
        values: Float32Array.from(values),
        code,
        against: -1,
        orders: [largest, largest.slice().reverse(), descending(expected.rankings[i]!), null],
      };
    });
    const found = await pruneTokens(model, manifest.genes, stored.head, manifest.heads[stored.head]!, cells, expected.shares);
    expect(found.orders).toBe(4);
    expected.cells.forEach(({ whole, probability, kept }, i) => {
      expect(Math.abs(found.whole[i]! - whole)).toBeLessThan(TOLERANCE);
      const width = expected.shares.length;
      probability.forEach((order, o) =>
        order.forEach((wanted, s) => {
          const at = (i * 4 + o) * width + s;
          expect(Math.abs(found.probability[at]! - wanted)).toBeLessThan(TOLERANCE);
          expect(found.kept[at]).toBe(kept[o]![s]);
        }),
      );
      expect(found.probability.subarray((i * 4 + 3) * width, (i * 4 + 4) * width).every(Number.isNaN)).toBe(true);
    });
  });
});

describe.skipIf(!hasCore)("pruning curves", () => {
  const { open, analyzed } = useEngine();
  const ask = (given: Partial<DeletionRequest> = {}): DeletionRequest => ({
    matrix: "X",
    cells: 60,
    shares: [0.05, 0.2, 0.6],
    draws: 2,
    given: [],
    seed: 1,
    lanes: 2,
    ...given,
  });
  async function explained(path: string, model: string, given: Partial<AttributionRequest> = {}): Promise<TestEngine> {
    const engine = await analyzed(path, model);
    await engine.call("attribute", {
      matrix: "X",
      model,
      phenotype: "cell_type",
      target: { kind: "predicted" },
      groupBy: { kind: "prediction" },
      method: "gradient-x-input",
      baseline: { kind: "none" },
      donors: null,
      cellsPerGroup: 4,
      steps: { from: 8, most: 64, gap: 0.01 },
      seed: 1,
      backend: "wasm",
      lanes: 2,
      ...given,
    });
    return engine;
  }
  const of = (report: DeletionReport, order: string) => report.curves.find((one) => one.order === order)!;

  test("of models small and large: gaps are shares of probability, areas lie between gaps, one lane gives what two give", async () => {
    const fixtures = await makeFixtures(scratch());
    for (const model of ["linear-atlas", "polygene-mini", "tiny-random"]) {
      const engine = await explained(fixtures.csr!, model);
      const cells = model === "polygene-mini" ? 6 : 12;
      const report = await engine.call("deletionTest", ask({ cells }));
      expect(report.cells).toBeGreaterThan(3);
      expect(report.curves.map(({ order }) => order)).toEqual(["own", "own-reverse", "own-for", "group", "random"]);
      for (const { points, area } of report.curves) {
        const gaps = points.map(({ gap }) => gap.value);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(1);
        expect(area.value).toBeLessThanOrEqual(Math.max(...gaps));
        expect(points.every(({ gap: { low, value, high }, kept }) => low <= value && value <= high && kept >= 0 && kept <= 1)).toBe(true);
      }
      expect(of(report, "random").lead.value).toBe(0);
      expect(report.between.low).toBeLessThanOrEqual(of(report, "random").area.value);
      expect(report.between.high).toBeGreaterThanOrEqual(of(report, "random").area.value);
      // The released transformer takes longest, and has the lanes of the random one.
      if (model === "polygene-mini") continue;
      const alone = await engine.call("deletionTest", ask({ cells, lanes: 1 }));
      alone.curves.forEach((curve, i) => expect(Math.abs(curve.area.value - report.curves[i]!.area.value)).toBeLessThan(1e-6));
    }
  });

  test("that cannot be drawn say why, and are stopped with what is done", async () => {
    const fixtures = await makeFixtures(scratch());
    const engine = await open(fixtures.csr!);
    await expect(engine.call("deletionTest", ask())).rejects.toThrow("Nothing has been explained yet");
    const ready = await explained(fixtures.csr!, "polygene-mini");
    await expect(ready.call("deletionTest", ask({ shares: [0.5, 0.5] }))).rejects.toThrow("must rise");
    await expect(ready.call("deletionTest", ask({ draws: 0 }))).rejects.toThrow("From 1 to 100");
    const stop = new AbortController();
    const report = await ready.call("deletionTest", ask({ cells: 40 }), { signal: stop.signal, progress: () => stop.abort() });
    expect(report.cancelled).toBe(true);
    expect(report.cells).toBeGreaterThan(0);
  });

  test.skipIf(!hasData)(
    "on real cells: a cell's own important genes move the answer more than chance, unimportant ones less; a ranking given takes part",
    async () => {
      for (const model of ["linear-atlas", "polygene-mini"]) {
        const engine = await explained(dataFile("labelled/pbmc3k_counts.h5ad"), model);
        const given = {
          name: "markers",
          symbols: ["LYZ", "CD79A", "NKG7", "CD3D", "GNLY", "CD14", "MS4A1"],
          ensemblIds: Array.from({ length: 7 }, () => ""),
          scores: Float32Array.of(7, 6, 5, 4, 3, 2, 1),
        };
        const report = await engine.call("deletionTest", ask({ cells: model === "polygene-mini" ? 16 : 32, given: [given] }));
        expect(of(report, "own").lead.low).toBeGreaterThan(0);
        expect(of(report, "own-reverse").lead.high).toBeLessThan(0);
        expect(of(report, "group").area.value).toBeGreaterThan(of(report, "own-reverse").area.value);
        expect(of(report, "given").name).toBe("markers");
        expect(of(report, "given").points[0]!.gap.value).toBeGreaterThan(0);
      }
    },
  );
});
