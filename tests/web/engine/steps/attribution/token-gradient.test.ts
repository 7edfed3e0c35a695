import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import {
  gradientTimesInput,
  integratedGradients,
  type CellAttribution,
} from "../../../../../web/src/engine/steps/attribution/lane-methods";
import type { TokenCell } from "../../../../../web/src/engine/steps/attribution/lane-points";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { openGradient, type GradientModel } from "../../../../../web/src/engine/model/gradient";
import type { Manifest } from "../../../../../web/src/contract/manifest";
import { dataFile, hasData } from "../../../support/data";
import { hasCore, options, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

/** Relative to the largest attribution of the cell: captum in torch and ours in wasm, both float32. */
const TOLERANCE = 1e-3;
const FOLDER = join(root, "tests/fixtures/converted/polygene-v1");
const bytes = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const manifest = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8")) as Manifest;

interface Expected {
  genes: number[];
  values: number[];
  code: number;
  against: number;
  logit: number;
  logit_baseline: number;
  input_x_gradient: number[];
  integrated: number[];
}

describe("attributions of tokens without values", () => {
  const expected = (JSON.parse(readFileSync(join(root, "tests/web/expected/token-gradient.json"), "utf8")) as { cells: Expected[] }).cells;
  const cells: TokenCell[] = expected.map(({ genes, values, code, against }) => ({
    genes: Int32Array.from(genes),
    values: new Float32Array(genes.length).fill(1),
    read: Float32Array.from(values),
    code,
    against,
  }));
  const zeros = cells.map(({ genes }) => new Float32Array(genes.length));
  const environment = nodeEnvironment(() => {
    throw new Error("This test starts no lanes.");
  });
  let model: GradientModel;
  beforeAll(async () => {
    const head = manifest.heads.findIndex(({ phenotype }) => phenotype === "cell_type");
    model = await openGradient(
      environment,
      manifest,
      { gradient: bytes("gradient.onnx"), predict: bytes("predict.onnx"), selfTest: null },
      head,
      "wasm",
    );
  });
  afterAll(() => model?.release());
  const expectClose = (found: CellAttribution[], of: (one: Expected) => number[]) =>
    found.forEach(({ values }, i) => {
      const wanted = of(expected[i]!);
      const largest = Math.max(...wanted.map(Math.abs));
      expect(largest).toBeGreaterThan(0);
      wanted.forEach((value, k) => expect(Math.abs(values[k]! - value) / largest).toBeLessThan(TOLERANCE));
    });

  test("by the gradient of their embedding equal captum's", async () => {
    expectClose(await gradientTimesInput(model, manifest.genes, cells, zeros), (one) => one.input_x_gradient);
  });

  test("by integrated gradients from no embedding equal captum's and sum to the change of the logit", async () => {
    const found = await integratedGradients(model, manifest.genes, cells, zeros, { from: 1024, most: 1024, gap: 0 });
    expectClose(found, (one) => one.integrated);
    found.forEach(({ atCell, atBaseline }, i) => {
      expect(atCell).toBeCloseTo(expected[i]!.logit, 3);
      expect(atBaseline).toBeCloseTo(expected[i]!.logit_baseline, 3);
    });
  });
});

describe.skipIf(!hasCore || !hasData)("a converted model of binned tokens", () => {
  const { start } = useEngine();

  test("is explained by gradients, from no expression and from other cells; the sum is the change of the logit", async () => {
    const engine = start();
    const { name } = await engine.conductor.models.addNamed(FOLDER);
    const { matrix } = await engine.call("open", { source: { kind: "path", path: dataFile("labelled/pbmc3k_counts.h5ad") } });
    await engine.call("analyze", options({ models: [name], matrix, lanes: 2 }));
    const ask = {
      matrix,
      model: name,
      phenotype: "cell_type",
      target: { kind: "predicted" },
      groupBy: { kind: "prediction" },
      method: "integrated-gradients",
      donors: null,
      cellsPerGroup: 5,
      steps: { from: 64, most: 512, gap: 0.01 },
      seed: 1,
      backend: "wasm",
      lanes: 2,
    } as const;
    for (const baseline of [{ kind: "none" }, { kind: "mean", of: { kind: "all" } }] as const) {
      const report = await engine.call("attribute", { ...ask, baseline });
      expect(report.method).toBe("integrated-gradients");
      for (const group of report.groups.filter(({ gap }) => !Number.isNaN(gap))) {
        expect(group.gap).toBeLessThan(0.05);
        expect(group.meanAbs.some((value) => value > 0)).toBe(true);
      }
    }
  });
});
