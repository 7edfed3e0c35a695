import type { Environment } from "../base/environment";
import type { OnnxBackend } from "../contract/model";

export type { InferenceSession, Tensor } from "onnxruntime-web";
export type Ort = Pick<typeof import("onnxruntime-web"), "InferenceSession" | "Tensor" | "env">;

let runtimes: Partial<Record<OnnxBackend, Promise<Ort>>> = {};

/** ONNX Runtime's build for a backend: JSPI where the engine can switch stacks, else asyncify; plain wasm without a GPU. */
export function loadRuntime(environment: Environment, backend: OnnxBackend): Promise<Ort> {
  return (runtimes[backend] ??= start(environment, backend).catch((error) => {
    runtimes = { ...runtimes, [backend]: undefined };
    throw error;
  }));
}

async function start(environment: Environment, backend: OnnxBackend): Promise<Ort> {
  const canSwitchStacks = "Suspending" in WebAssembly;
  const ort: Ort =
    backend === "wasm"
      ? await import("onnxruntime-web/wasm")
      : canSwitchStacks
        ? await import("onnxruntime-web/jspi")
        : await import("onnxruntime-web/webgpu");
  // One thread a lane: lanes are the parallelism, and need no SharedArrayBuffer.
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = "error";
  if (environment.kind === "node") ort.env.wasm.wasmBinary = await environment.asset("ort/ort-wasm-simd-threaded.wasm");
  else ort.env.wasm.wasmPaths = environment.moduleUrl("ort/");
  return ort;
}

export function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!.slice(0, 200);
}
