/**
 * Runs inside the page that a benchmark opens: starts the built engine as the page does and times its operations.
 * Bundled by itself and handed to Chromium; see chromium.ts.
 */
import { connect, type Client, type Endpoint, type Operations } from "../../web/src/contract/protocol";
import type { AnalysisReport, AnalyzeOptions, FileInfo } from "../../web/src/contract/types";

export interface Timing {
  openSeconds: number;
  surveySeconds: number;
  totalSeconds: number;
  report: AnalysisReport;
  info: FileInfo;
}

function endpointOf(worker: Worker): Endpoint {
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.addEventListener("message", (event) => listener(event.data)),
    onDeath: (listener) => worker.addEventListener("error", (event) => listener(event.message)),
    terminate: () => worker.terminate(),
  };
}

class Harness {
  private client: Client<Operations> | null = null;

  /** Starts an engine and asks for its models, as the page does when it has loaded. */
  async start(workerUrl: string): Promise<number> {
    const begun = performance.now();
    const blob = new Blob([`import ${JSON.stringify(workerUrl)};`], { type: "text/javascript" });
    this.client = connect<Operations>(endpointOf(new Worker(URL.createObjectURL(blob), { type: "module" })));
    await this.client.call("models", { base: new URL(".", document.baseURI).href });
    return (performance.now() - begun) / 1000;
  }

  stop(): void {
    this.client?.terminate();
    this.client = null;
  }

  /** Opens the file chosen in `#file` and analyses it; times from the drop on. */
  async analyze(options: Partial<AnalyzeOptions>): Promise<Timing> {
    const file = document.querySelector<HTMLInputElement>("#file")?.files?.[0];
    if (!file || !this.client) throw new Error("No file is chosen or no engine started.");
    const begun = performance.now();
    const since = () => (performance.now() - begun) / 1000;
    const info = await this.client.call("open", { source: { kind: "file", file } });
    const openSeconds = since();
    let surveySeconds = 0;
    const request: AnalyzeOptions = { matrix: info.matrix, models: [], backend: "wasm", lanes: 0, seed: 0, blockCells: 0, ...options };
    const report = await this.client.call("analyze", request, {
      onPart(part) {
        if (part.kind === "survey") surveySeconds = since();
      },
    });
    return { openSeconds, surveySeconds, totalSeconds: since(), report, info };
  }

  /** Time to have the map's positions of a model, as the first plot needs. */
  async positions(by: string): Promise<number> {
    const begun = performance.now();
    await this.client?.call("positions", { by });
    return (performance.now() - begun) / 1000;
  }
}

declare global {
  var harness: Harness;
}
globalThis.harness = new Harness();
