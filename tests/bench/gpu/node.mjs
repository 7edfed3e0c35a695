// ONNX Runtime's WebGPU in Node through npm's `webgpu` (Dawn), and its wasm: `node node.mjs FILE PROVIDER ASKED_JSON WEBGPU_FOLDER`; one
// JSON line of what measure() gives.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { measure } from "./measure.mjs";

const [file, provider, asked, webgpu] = process.argv.slice(2);
const dist = join(import.meta.dirname, "../../../node_modules/onnxruntime-web/dist");

async function runtime() {
  if (provider === "cpu" || provider === "cuda") return import("onnxruntime-node");
  if (provider === "webgpu") {
    const { create, globals } = await import(pathToFileURL(join(webgpu, "node_modules/webgpu/index.js")).href);
    Object.assign(globalThis, globals);
    Object.defineProperty(globalThis, "navigator", { value: { gpu: create([]), hardwareConcurrency: 2, userAgent: "Node" } });
    // Dawn's writeBuffer refuses views of shared memory, which the runtime's own is.
    const write = globals.GPUQueue.prototype.writeBuffer;
    globals.GPUQueue.prototype.writeBuffer = function (buffer, offset, data, ...rest) {
      return write.call(this, buffer, offset, data.buffer instanceof SharedArrayBuffer ? new Uint8Array(data) : data, ...rest);
    };
  }
  const ort = await import(pathToFileURL(join(dist, provider === "webgpu" ? "ort.webgpu.bundle.min.mjs" : "ort.wasm.bundle.min.mjs")).href);
  const code = provider === "webgpu" ? "ort-wasm-simd-threaded.asyncify.wasm" : "ort-wasm-simd-threaded.wasm";
  Object.assign(ort.env.wasm, { numThreads: 1, wasmBinary: readFileSync(join(dist, code)) });
  ort.env.logLevel = "error";
  return ort;
}

const read = (path) => new Uint8Array(readFileSync(path));
const { external, ...rest } = JSON.parse(asked);
const weights = external ? { external: { path: external.path, data: read(external.file) } } : {};
console.log(JSON.stringify(await measure(await runtime(), read(file), { ...rest, ...weights, provider })));
process.exit(0);
