import { toWire } from "../../contract/errors";
import type { Environment } from "../base/environment";
import type { OnnxBackend } from "../contract/model";
import type { Job } from "../pool/job";
import type { Lane } from "../pool/lane-pool";
import { firstLine } from "./runtime";

/** Where a model is opened, and why that is not the first choice: a sentence for the user, or empty. */
export interface Backed {
  backend: OnnxBackend;
  fallback: string;
  /** Lanes that open it: on a graphics card the first alone. */
  lanes: Lane[];
}

/** Errors that no other backend mends. */
const NOT_ITS_FAULT = ["cancelled", "bad-input", "bad-file", "network"];

/**
 * Runs a model on the backend asked for, or where there is none or it fails, on the processor: the only fall-back.
 * `run` opens the model and uses it; what went wrong on a graphics card is in `fallback`, which the caller tells the user.
 */
export async function withBackend<T>(
  { environment, pool }: Pick<Job, "environment" | "pool">,
  asked: "auto" | OnnxBackend,
  run: (on: Backed) => Promise<T>,
): Promise<Backed & { result: T }> {
  const on = (backend: OnnxBackend, fallback: string): Backed => ({
    backend,
    fallback,
    lanes: backend === "webgpu" ? pool.lanes.slice(0, 1) : pool.lanes,
  });
  const { backend, fallback } = await chooseBackend(environment, asked);
  const first = on(backend, fallback);
  try {
    return { ...first, result: await run(first) };
  } catch (error) {
    const { code, message } = toWire(error);
    if (backend !== "webgpu" || NOT_ITS_FAULT.includes(code)) throw error;
    const second = on("wasm", `The GPU failed and the CPU is used instead (slower, same results): ${message}`);
    return { ...second, result: await run(second) };
  }
}

/** Whether this thread has a GPU to offer: null, or why not. One emulated by the processor is slower than plain wasm. */
async function gpuRefusal(acceptEmulated: boolean): Promise<string | null> {
  const { gpu } = (globalThis.navigator ?? {}) as { gpu?: { requestAdapter(): Promise<Adapter | null> } };
  if (!gpu) return "this browser has no WebGPU";
  try {
    const adapter = await gpu.requestAdapter();
    if (!adapter) return "no GPU was found";
    const isEmulated =
      adapter.info?.isFallbackAdapter ||
      adapter.isFallbackAdapter ||
      /swiftshader|llvmpipe/i.test(`${adapter.info?.architecture} ${adapter.info?.description}`);
    return isEmulated && !acceptEmulated ? "WebGPU is only emulated here, which is slower than the CPU" : null;
  } catch (error) {
    return `WebGPU does not start (${firstLine(error)})`;
  }
}

/** The backend to try, and why it is not the first choice: a sentence, or nothing to say. */
async function chooseBackend(environment: Environment, asked: "auto" | OnnxBackend): Promise<{ backend: OnnxBackend; fallback: string }> {
  if (asked === "wasm" || asked === "native") return { backend: asked, fallback: "" };
  const refusal = environment.kind === "node" ? "Node has no WebGPU" : await gpuRefusal(asked === "webgpu");
  if (refusal === null) return { backend: "webgpu", fallback: "" };
  const isExpected = environment.kind === "node" && asked === "auto";
  return { backend: "wasm", fallback: isExpected ? "" : `Ran on the CPU (slower, same results): ${refusal}.` };
}

interface Adapter {
  isFallbackAdapter?: boolean;
  info?: { isFallbackAdapter?: boolean; architecture?: string; description?: string };
}
