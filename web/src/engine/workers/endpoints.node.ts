import { parentPort, Worker } from "node:worker_threads";
import type { Endpoint } from "../../contract/protocol";

/** This thread's line to whoever started it. */
export function parentEndpoint(): Pick<Endpoint, "post" | "onMessage"> {
  const port = parentPort!;
  return {
    post: (message, transfer) => port.postMessage(message, transfer as ArrayBuffer[]),
    onMessage: (listener) => void port.on("message", listener),
  };
}

/** Starts a thread of this process. */
export function threadEndpoint(address: URL): Endpoint {
  const worker = new Worker(address);
  return {
    post: (message, transfer) => worker.postMessage(message, transfer as ArrayBuffer[]),
    onMessage: (listener) => void worker.on("message", listener),
    onDeath(listener) {
      worker.on("error", (error: Error) => listener(`A worker thread stopped (${error.message}).`));
      worker.on("exit", (code) => listener(`A worker thread ended with status ${code}.`));
    },
    terminate: () => void worker.terminate(),
  };
}
