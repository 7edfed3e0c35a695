import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { serve } from "../../scripts/lib/serve.mjs";
import { closeBrowserAfterAll, openPage } from "./support/open-page";

closeBrowserAfterAll();
const FOLDER = join(root, "models/released/polygene-mini");
/** Other kernels, other orders of summing; the folder holds five digits. */
const TOLERANCE = 1e-3;

interface Feed {
  type: "int32" | "float32";
  dims: number[];
  data: number[];
}

/** Runs in the page: the gradient of one batch on the GPU. */
async function onGpu({ feeds, output }: { feeds: Record<string, Feed>; output: string }): Promise<number[]> {
  const { ort } = globalThis as unknown as { ort: typeof import("onnxruntime-web") };
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create("/model/gradient.onnx", {
    executionProviders: ["webgpu"],
    logSeverityLevel: 3,
    externalData: [{ path: "predict.onnx", data: "/model/predict.onnx" }],
  });
  const tensors = Object.entries(feeds).map(([name, { type, dims, data }]) => [
    name,
    new ort.Tensor(type, type === "int32" ? Int32Array.from(data) : Float32Array.from(data), dims),
  ]);
  const results = await session.run(Object.fromEntries(tensors), [output]);
  return Array.from(results[output]!.data as Float32Array);
}

test("the released gradient file gives its stored numbers on WebGPU (in software)", async () => {
  const manifest = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8"));
  const stored = JSON.parse(readFileSync(join(FOLDER, "self-test.json"), "utf8"));
  const blank = join(mkdtempSync(join(tmpdir(), "phenolens-gradient-")), "index.html");
  writeFileSync(blank, "<!doctype html><title>gradient</title>");
  const overlay = {
    "index.html": blank,
    "model/gradient.onnx": join(FOLDER, "gradient.onnx"),
    "model/predict.onnx": join(FOLDER, "predict.onnx"),
  };
  const server = await serve(join(root, "node_modules/onnxruntime-web/dist"), { overlay });
  try {
    const [cells, length] = [stored.genes.length, stored.genes[0].length];
    const feeds: Record<string, Feed> = {
      genes: { type: "int32", dims: [cells, length], data: stored.genes.flat() },
      values: { type: "float32", dims: [cells, length], data: stored.values.flat() },
      mask: { type: "float32", dims: [cells, length], data: stored.genes.flat().map(() => 1) },
      phenotypes: { type: "int32", dims: [cells, manifest.heads.length], data: stored.phenotypes.flat() },
    };
    manifest.heads.forEach(({ output }: { output: string }, head: number) => {
      const logits = stored.logits[output] as number[][];
      const largest = logits.flatMap((row) => row.map((value) => (value === Math.max(...row) ? 1 : 0)));
      feeds[manifest.onnx.gradient.cotangents[head]] = { type: "float32", dims: [cells, logits[0]!.length], data: largest };
    });
    const { page } = await openPage(server.url);
    await page.addScriptTag({
      type: "module",
      content: 'globalThis.ort = await import("Suspending" in WebAssembly ? "/ort.jspi.min.mjs" : "/ort.webgpu.min.mjs");',
    });
    await page.waitForFunction(() => "ort" in globalThis);
    const found = await page.evaluate(onGpu, { feeds, output: manifest.onnx.gradient.output as string });
    const truth = (stored.gradient as number[][]).flat();
    expect(found).toHaveLength(truth.length);
    expect(Math.max(...truth.map((value, i) => Math.abs(value - found[i]!)))).toBeLessThan(TOLERANCE);
  } finally {
    await server.close();
  }
});
