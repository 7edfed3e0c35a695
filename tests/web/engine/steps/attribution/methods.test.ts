import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import {
  expectedGradients,
  gradientTimesInput,
  integratedGradients,
  type CellAttribution,
} from "../../../../../web/src/engine/steps/attribution/lane-methods";
import { occlusion } from "../../../../../web/src/engine/steps/attribution/lane-occlusion";
import type { TokenCell } from "../../../../../web/src/engine/steps/attribution/lane-points";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { openGradient, type GradientModel } from "../../../../../web/src/engine/model/gradient";
import { openModel } from "../../../../../web/src/engine/model/session";
import { seeded } from "../../../../../web/src/engine/base/random";
import type { Manifest } from "../../../../../web/src/contract/manifest";

/** Relative to the largest attribution of the cell: captum in torch and ours in wasm, both float32. */
const TOLERANCE = 1e-4;
const FOLDER = join(root, "models/released/polygene-mini");
const bytes = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const manifest = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8")) as Manifest;
const selfTest = readFileSync(join(FOLDER, "self-test.json"), "utf8");

interface Expected {
  genes: number[];
  values: number[];
  baseline: number[];
  code: number;
  against: number;
  logit: number;
  logit_baseline: number;
  input_x_gradient: number[];
  integrated_from_zero: number[];
  integrated_from_baseline: number[];
}
const expected = JSON.parse(readFileSync(join(root, "tests/web/expected/captum.json"), "utf8")) as { head: number; cells: Expected[] };
const cells: TokenCell[] = expected.cells.map(({ genes, values, code, against }) => ({
  genes: Int32Array.from(genes),
  values: Float32Array.from(values),
  code,
  against,
}));
const zeros = cells.map(({ values }) => new Float32Array(values.length));
const baselines = expected.cells.map(({ baseline }) => Float32Array.from(baseline));
const CONVERGED = { from: 256, most: 256, gap: 0 };

const environment = nodeEnvironment(() => {
  throw new Error("This test starts no lanes.");
});
let model: GradientModel;
beforeAll(async () => {
  model = await openGradient(
    environment,
    manifest,
    { gradient: bytes("gradient.onnx"), predict: bytes("predict.onnx"), selfTest },
    expected.head,
    "wasm",
  );
}, 60_000);
afterAll(() => model?.release());

function expectClose(found: CellAttribution[], of: (one: Expected) => number[]): void {
  found.forEach(({ values }, i) => {
    const wanted = of(expected.cells[i]!);
    const largest = Math.max(...wanted.map(Math.abs));
    expect(largest).toBeGreaterThan(1e-3);
    expect(Math.max(...wanted.map((value, k) => Math.abs(value - values[k]!))) / largest).toBeLessThan(TOLERANCE);
  });
}

describe("attributions of the released transformer", () => {
  test("gradient x input equals captum's", async () => {
    const found = await gradientTimesInput(model, manifest.genes, cells, zeros);
    expectClose(found, (one) => one.input_x_gradient);
    found.forEach(({ atCell }, i) => expect(atCell).toBeCloseTo(expected.cells[i]!.logit, 3));
  });

  test("integrated gradients equal captum's from both baselines, and are complete", async () => {
    const fromZero = await integratedGradients(model, manifest.genes, cells, zeros, CONVERGED);
    expectClose(fromZero, (one) => one.integrated_from_zero);
    const fromOther = await integratedGradients(model, manifest.genes, cells, baselines, CONVERGED);
    expectClose(fromOther, (one) => one.integrated_from_baseline);
    fromOther.forEach(({ atBaseline, gap }, i) => {
      expect(atBaseline).toBeCloseTo(expected.cells[i]!.logit_baseline, 3);
      expect(gap).toBeLessThan(0.01);
    });
  }, 120_000);

  test("steps double only for cells whose gap is too wide, and the doubled sum is that of as many steps at once", async () => {
    const tight = { from: 2, most: 64, gap: 0.002 };
    const doubled = await integratedGradients(model, manifest.genes, cells, zeros, tight);
    for (const [i, { gap, steps, values }] of doubled.entries()) {
      expect(gap <= tight.gap || steps === tight.most + 1).toBe(true);
      const [once] = await integratedGradients(model, manifest.genes, [cells[i]!], [zeros[i]!], {
        from: steps - 1,
        most: steps - 1,
        gap: 0,
      });
      const largest = Math.max(...once!.values.map(Math.abs));
      values.forEach((value, k) => expect(Math.abs(value - once!.values[k]!) / largest).toBeLessThan(TOLERANCE));
    }
    expect(new Set(doubled.map(({ steps }) => steps)).size).toBeGreaterThan(1);
  }, 60_000);

  test("expected gradients over one baseline come to integrated gradients, the same for the same seed", async () => {
    const draw = (seed: number) =>
      expectedGradients(
        model,
        manifest.genes,
        cells.slice(0, 2),
        zeros.slice(0, 2).map((zero) => [zero]),
        96,
        (i) => seeded(seed + i),
      );
    const found = await draw(3);
    expect(await draw(3)).toEqual(found);
    const path = await integratedGradients(model, manifest.genes, cells.slice(0, 2), zeros.slice(0, 2), CONVERGED);
    found.forEach(({ values, gap }, i) => {
      const largest = Math.max(...path[i]!.values.map(Math.abs));
      // Places on the line are drawn within even strips.
      expect(Math.max(...values.map((value, k) => Math.abs(value - path[i]!.values[k]!))) / largest).toBeLessThan(0.05);
      expect(gap).toBeLessThan(0.1);
    });
  }, 60_000);

  test("occlusion is the fall of the logit without a gene, for the first genes only", async () => {
    const predict = await openModel(environment, manifest, bytes("predict.onnx"), selfTest, "wasm");
    const [short] = cells;
    const classes = manifest.heads[expected.head]!.classes.length;
    const [found] = await occlusion(predict, manifest.genes, expected.head, classes, [short!], 5);
    expect(found!.atCell).toBeCloseTo(expected.cells[0]!.logit, 3);
    for (let gone = 0; gone < 5; gone++) {
      const kept = { ...short!, genes: short!.genes.filter((_, k) => k !== gone), values: short!.values.filter((_, k) => k !== gone) };
      const [without] = await gradientTimesInput(model, manifest.genes, [kept], [new Float32Array(kept.genes.length)]);
      expect(found!.values[gone]).toBeCloseTo(found!.atCell - without!.atCell, 3);
    }
    expect(found!.values.slice(5).every((value) => value === 0)).toBe(true);
    await predict.release();
  });

  test("a gradient that is not what was stored is refused", async () => {
    const wrong = JSON.parse(selfTest) as { gradient: number[][] };
    wrong.gradient[0]![0]! += 1;
    await expect(
      openGradient(
        environment,
        manifest,
        { gradient: bytes("gradient.onnx"), predict: bytes("predict.onnx"), selfTest: JSON.stringify(wrong) },
        0,
        "wasm",
      ),
    ).rejects.toThrow("self-test is off by 1");
  });
});
