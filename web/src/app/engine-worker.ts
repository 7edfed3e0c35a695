import engineUrl from "../engine/workers/engine.browser.ts?worker&url";
import { connect, type Client, type Endpoint, type Operations } from "../contract/protocol";
import type { ModelInfo } from "../contract/types";

function endpointOf(worker: Worker): Endpoint {
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.addEventListener("message", (event) => listener(event.data)),
    onDeath(listener) {
      worker.addEventListener("error", (event) => listener(event.message || "The engine could not start or was ended by the browser."));
      worker.addEventListener("messageerror", () => listener("A message from the engine could not be read."));
    },
    terminate: () => worker.terminate(),
  };
}

export interface Engine {
  client: Client<Operations>;
  /** The models there are; asking for them also has the engine load its libraries and start its lanes. */
  models: Promise<ModelInfo[]>;
  terminate(): void;
}

/**
 * Starts an engine. The worker begins as a blob that imports the real module, because such a worker
 * inherits the page's content security policy and one started from an address would not:
 * this is what holds the promise that nothing leaves the computer. `only`: the models wanted, of those there are.
 */
export function startEngine(only: string[] | null, onDeath: (reason: string) => void): Engine {
  const address = new URL(engineUrl, document.baseURI).href;
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  const endpoint = endpointOf(new Worker(blob, { type: "module", name: "phenolens-engine" }));
  endpoint.onDeath(onDeath);
  const client = connect<Operations>(endpoint);
  const terminate = () => {
    client.terminate();
    URL.revokeObjectURL(blob);
  };
  const models = client.call("models", { base: new URL("models/", document.baseURI).href, ...(only ? { only } : {}) });
  // Whoever opens a file awaits it; until then a failure is nobody's.
  models.catch(() => {});
  return { client, models, terminate };
}
