import type { Endpoint } from "../../contract/protocol";

/** This worker's line to whoever started it. */
export function parentEndpoint(): Pick<Endpoint, "post" | "onMessage"> {
  const scope = self as unknown as DedicatedWorkerGlobalScope;
  return {
    post: (message, transfer) => scope.postMessage(message, transfer),
    onMessage: (listener) => scope.addEventListener("message", (event) => listener(event.data)),
  };
}

/**
 * Starts a worker from its address. A blob that imports the module inherits this page's content security policy,
 * which a worker started from an address would not.
 */
export function workerEndpoint(address: string, name: string): Endpoint {
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  const worker = new Worker(blob, { type: "module", name });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.addEventListener("message", (event) => listener(event.data)),
    onDeath(listener) {
      worker.addEventListener("error", (event) =>
        listener(`A worker stopped (${event.message || "it could not start"}). Open the file again.`),
      );
      worker.addEventListener("messageerror", () => listener("A worker sent what could not be read. Open the file again."));
    },
    terminate() {
      worker.terminate();
      URL.revokeObjectURL(blob);
    },
  };
}
