import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Manifest } from "../../web/src/contract/manifest";
import { inChromium, inNode } from "../bench/gpu";

test("the GPU bench: a small transformer on WebGPU says what wasm says, within 1e-3, and its parts are timed", async () => {
  const folder = "tests/fixtures/converted/scgpt-classifier";
  const { onnx, heads } = JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")) as Manifest;
  const inputs = { [onnx!.inputs.genes!]: "genes", [onnx!.inputs.values!]: "values", [onnx!.inputs.mask!]: "mask" } as const;
  const asked = { tokens: 6, genes: 5, inputs, widths: {}, output: heads[0]!.output, batches: [1], repeats: 1, limit: 60 };
  const [page, wasm] = [await inChromium(`${folder}/predict.onnx`, asked), await inNode(`${folder}/predict.onnx`, "wasm", asked)];
  expect(wasm!.found).toHaveLength(heads[0]!.classes.length);
  const largest = Math.max(...wasm!.found.map(Math.abs));
  for (const [i, value] of page!.found.entries()) expect(Math.abs(value - wasm!.found[i]!) / largest).toBeLessThan(1e-3);
  expect(page!.found).toHaveLength(wasm!.found.length);
  expect(page!.batch).toBe(1);
  expect(page!.first).toBeGreaterThan(page!.perCell);
  expect(page!.transfer).not.toBeNull();
  expect(wasm!.transfer).toBeNull();
});
