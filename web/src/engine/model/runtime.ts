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

/** Whether this thread has a GPU to offer: null, or why not. One emulated by the processor is slower than plain wasm. */
async function gpuRefusal(acceptEmulated: boolean): Promise<string | null> {
  const { gpu } = (globalThis.navigator ?? {}) as { gpu?: { requestAdapter(): Promise<Adapter | null> } };
  if (!gpu) return "this browser has no WebGPU";
  try {
    const adapter = await gpu.requestAdapter();
    if (!adapter) return "WebGPU found no graphics card";
    const isEmulated =
      adapter.info?.isFallbackAdapter ||
      adapter.isFallbackAdapter ||
      /swiftshader|llvmpipe/i.test(`${adapter.info?.architecture} ${adapter.info?.description}`);
    return isEmulated && !acceptEmulated ? "WebGPU is only emulated here, which is slower" : null;
  } catch (error) {
    return `WebGPU does not start (${firstLine(error)})`;
  }
}

/** The backend to try, and why it is not the first choice: a sentence, or nothing to say. */
export async function chooseBackend(
  environment: Environment,
  asked: "auto" | OnnxBackend,
): Promise<{ backend: OnnxBackend; fallback: string }> {
  if (asked === "wasm") return { backend: "wasm", fallback: "" };
  const refusal = environment.kind === "node" ? "Node has no WebGPU" : await gpuRefusal(asked === "webgpu");
  if (refusal === null) return { backend: "webgpu", fallback: "" };
  return { backend: "wasm", fallback: environment.kind === "node" && asked === "auto" ? "" : `Ran on the processor: ${refusal}.` };
}

interface Adapter {
  isFallbackAdapter?: boolean;
  info?: { isFallbackAdapter?: boolean; architecture?: string; description?: string };
}
