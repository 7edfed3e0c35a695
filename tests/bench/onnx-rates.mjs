// Cells a second of every DIR/*.onnx on DIR/feed.json in ONNX Runtime's builds for the browser: `node onnx-rates.mjs DIR`.
// One JSON line: {FILE: {wasm, webgpu}}. wasm runs in Node and is per second of processor time on one thread; WebGPU runs in
// Chromium on whatever adapter it has (SwiftShader, an emulation, where there is no GPU) and is null where a model does not start.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";

const REPEATS = 3;
const GPU_CELLS = 1;
const dist = join(import.meta.dirname, "../../node_modules/onnxruntime-web/dist");
const folder = process.argv[2];
const files = readdirSync(folder).filter((name) => name.endsWith(".onnx"));
const feed = JSON.parse(readFileSync(join(folder, "feed.json"), "utf8"));
const cells = Object.values(feed)[0].dims[0];

const found = Object.fromEntries(files.map((file) => [basename(file, ".onnx"), { wasm: null, webgpu: null }]));
const ort = await import("onnxruntime-web/wasm");
Object.assign(ort.env.wasm, { numThreads: 1, wasmBinary: readFileSync(join(dist, "ort-wasm-simd-threaded.wasm")) });
ort.env.logLevel = "error";
for (const file of files) {
  const session = await ort.InferenceSession.create(new Uint8Array(readFileSync(join(folder, file))), {
    executionProviders: ["wasm"],
    logSeverityLevel: 3,
  });
  const tensors = Object.fromEntries(
    Object.entries(feed)
      .filter(([name]) => session.inputNames.includes(name))
      .map(([name, { type, dims, data }]) => [
        name,
        new ort.Tensor(type, type === "int32" ? Int32Array.from(data) : Float32Array.from(data), dims),
      ]),
  );
  let best = Infinity;
  for (let i = 0; i <= REPEATS; i++) {
    const before = process.cpuUsage();
    await session.run(tensors);
    // The first is a warm-up.
    if (i > 0) best = Math.min(best, process.cpuUsage(before).user / 1e6);
  }
  found[basename(file, ".onnx")].wasm = Number((cells / best).toPrecision(4));
  await session.release();
}

const executablePath = chromiumPath();
if (executablePath) {
  const blank = join(folder, "blank.html");
  writeFileSync(blank, "<!doctype html><title>rates</title>");
  const overlay = {
    "index.html": blank,
    "feed.json": join(folder, "feed.json"),
    ...Object.fromEntries(files.map((file) => [`models/${file}`, join(folder, file)])),
  };
  const server = await serve(dist, { overlay });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    for (const file of files) {
      found[basename(file, ".onnx")].webgpu = await page
        .evaluate(onGpu, { file, cells: Math.min(cells, GPU_CELLS), repeats: 1 })
        .catch((error) => (console.error(`${file}: ${error.message.split("\n")[0]}`), null));
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
console.log(JSON.stringify(found));

/** Runs in the page: a few cells, the best of some runs. */
async function onGpu({ file, cells: some, repeats }) {
  const gpu = await import("Suspending" in WebAssembly ? "/ort.jspi.min.mjs" : "/ort.webgpu.min.mjs");
  gpu.env.wasm.numThreads = 1;
  const given = await (await fetch("/feed.json")).json();
  const session = await gpu.InferenceSession.create(`/models/${file}`, { executionProviders: ["webgpu"], logSeverityLevel: 3 });
  const tensors = Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => session.inputNames.includes(name))
      .map(([name, { type, dims, data }]) => {
        const kept = data.slice(0, (data.length / dims[0]) * some);
        return [name, new gpu.Tensor(type, type === "int32" ? Int32Array.from(kept) : Float32Array.from(kept), [some, ...dims.slice(1)])];
      }),
  );
  let best = Infinity;
  for (let i = 0; i <= repeats; i++) {
    const start = performance.now();
    await session.run(tensors);
    if (i > 0) best = Math.min(best, (performance.now() - start) / 1000);
  }
  await session.release();
  return Number((some / best).toPrecision(4));
}
