import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as ort from "onnxruntime-web/wasm";
import { expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";

const FOLDER = join(root, "models/released/polygene-mini");
/** float32 sums in another order than the native runtime's, whose numbers the folder holds to five digits. */
const TOLERANCE = 1e-4;

interface SelfTest {
  genes: number[][];
  values: number[][];
  phenotypes: number[][];
  logits: Record<string, number[][]>;
  gradient: number[][];
}

const bytes = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));
const json = <T>(name: string) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as T;

test("the released gradient file gives its stored numbers on ONNX Runtime's wasm, weights read from the prediction file", async () => {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = readFileSync(join(root, "node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm"));
  const manifest = json<{ heads: { output: string }[]; onnx: { gradient: { output: string; cotangents: string[] } } }>("manifest.json");
  const stored = json<SelfTest>("self-test.json");
  const session = await ort.InferenceSession.create(bytes("gradient.onnx"), {
    executionProviders: ["wasm"],
    externalData: [{ path: "predict.onnx", data: bytes("predict.onnx") }],
  });
  const [cells, length] = [stored.genes.length, stored.genes[0]!.length];
  const feeds: Record<string, ort.Tensor> = {
    genes: new ort.Tensor("int32", Int32Array.from(stored.genes.flat()), [cells, length]),
    values: new ort.Tensor("float32", Float32Array.from(stored.values.flat()), [cells, length]),
    mask: new ort.Tensor("float32", new Float32Array(cells * length).fill(1), [cells, length]),
    phenotypes: new ort.Tensor("int32", Int32Array.from(stored.phenotypes.flat()), [cells, manifest.heads.length]),
  };
  // The sum of each head's largest logit.
  manifest.heads.forEach(({ output }, head) => {
    const logits = stored.logits[output]!;
    const largest = logits.flatMap((row) => row.map((value) => (value === Math.max(...row) ? 1 : 0)));
    feeds[manifest.onnx.gradient.cotangents[head]!] = new ort.Tensor("float32", Float32Array.from(largest), [cells, logits[0]!.length]);
  });
  const results = await session.run(feeds);
  const gradient = results[manifest.onnx.gradient.output]!;
  expect(gradient.dims).toEqual([cells, length]);
  const gap = Math.max(...stored.gradient.flat().map((value, i) => Math.abs(value - (gradient.data[i] as number))));
  expect(gap).toBeLessThan(TOLERANCE);
  for (const { output } of manifest.heads) {
    expect(
      Math.max(...stored.logits[output]!.flat().map((value, i) => Math.abs(value - (results[output]!.data[i] as number)))),
    ).toBeLessThan(1e-3);
  }
  expect(Math.max(...stored.gradient.flat().map(Math.abs))).toBeGreaterThan(0.01);
  await session.release();
});
