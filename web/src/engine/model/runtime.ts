import { AnalysisError } from "../../contract/errors";
import type { Environment } from "../base/environment";
import type { OnnxBackend } from "../contract/model";

import type { InferenceSession } from "onnxruntime-web";

export type { InferenceSession, Tensor } from "onnxruntime-web";
export type Ort = Pick<typeof import("onnxruntime-web"), "InferenceSession" | "Tensor" | "env">;

let nativeProviders: string[] = ["cpu"];
let runtimes: Partial<Record<OnnxBackend, Promise<Ort>>> = {};

/** ONNX Runtime's build for a backend: JSPI where the engine can switch stacks, else asyncify; plain wasm without a GPU. */
export function loadRuntime(environment: Environment, backend: OnnxBackend): Promise<Ort> {
  return (runtimes[backend] ??= start(environment, backend).catch((error) => {
    runtimes = { ...runtimes, [backend]: undefined };
    throw error;
  }));
}

async function start(environment: Environment, backend: OnnxBackend): Promise<Ort> {
  if (backend === "native") return native(environment);
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

async function native({ nativeRuntime }: Environment): Promise<Ort> {
  if (!nativeRuntime)
    throw new AnalysisError("unsupported", "The backend native is onnxruntime-node, which no browser has: choose wasm or webgpu.");
  const { runtime, providers } = await nativeRuntime();
  nativeProviders = providers;
  return runtime as Ort;
}

const NATIVE: InferenceSession.SessionOptions = {
  // Lanes are the parallelism.
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  // Else products with 8-bit weights round the activations to 8 bits as well, and logits are off by up to 0.03.
  extra: { session: { disable_quant_qdq: "1" } },
};

/** How a session is opened on a backend whose runtime is loaded. */
export const sessionOptions = (backend: OnnxBackend): InferenceSession.SessionOptions => ({
  executionProviders: backend === "native" ? nativeProviders : [backend],
  ...(backend === "native" ? NATIVE : {}),
  graphOptimizationLevel: "all",
  logSeverityLevel: 3,
});

export function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!.slice(0, 200);
}
