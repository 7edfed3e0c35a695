import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { root } from "../../../scripts/lib/run.mjs";
import type { AnalyzePart, CallContext, OperationName, Part, Reply, Request } from "../../../web/src/contract/protocol";
import type { AnalyzeOptions, Progress } from "../../../web/src/contract/types";
import { startConductor, type Conductor } from "../../../web/src/engine/conductor";
import { openAnySource } from "../../../web/src/engine/formats/any-source.node";
import { nodeEnvironment } from "../../../web/src/engine/platform/environment.node";
import { threadEndpoint } from "../../../web/src/engine/workers/endpoints.node";
import { BUNDLE } from "./bundle";

/** The core is built by another step; without it there is nothing to test here. */
export const hasCore = existsSync(join(root, "build/wasm/phenolens_core.wasm"));
if (!hasCore && process.env.CI === "true") throw new Error("build/wasm/phenolens_core.wasm is missing; run npm run build:wasm.");
if (!hasCore) process.stderr.write("Tests of the whole engine are skipped: build/wasm/phenolens_core.wasm is not built.\n");

export interface TestEngine {
  call<N extends OperationName>(name: N, request: Request<N>, context?: Partial<CallContext<Part<N>>>): Promise<Reply<N>>;
  conductor: Conductor;
}

/** An engine with real lanes in threads. */
function startEngine(): TestEngine {
  const conductor = startConductor(nodeEnvironment(() => threadEndpoint(pathToFileURL(join(BUNDLE, "lane.node.mjs"))), openAnySource));
  return {
    conductor,
    async call(name, request, context = {}) {
      const handler = conductor.handlers[name] as (request: unknown, context: unknown) => never;
      return handler(request, { signal: new AbortController().signal, part() {}, progress() {}, ...context });
    },
  };
}

export interface Engines {
  start(): TestEngine;
  /** An engine with these models and this file. */
  open(path: string, models?: string[]): Promise<TestEngine>;
  /** An engine that has run this model over this file. */
  analyzed(path: string, model: string, lanes?: number): Promise<TestEngine>;
}

/** Engines for the tests of a file or of a `describe`; all of them end after these tests. */
export function useEngine(): Engines {
  const engines: TestEngine[] = [];
  afterAll(async () => {
    for (const engine of engines) await engine.conductor.terminate();
  });
  function start(): TestEngine {
    const engine = startEngine();
    engines.push(engine);
    return engine;
  }
  return {
    start,
    async open(path, models = []) {
      const engine = start();
      for (const model of models) await engine.conductor.models.addNamed(model);
      await engine.call("open", { source: { kind: "path", path } });
      return engine;
    },
    async analyzed(path, model, lanes = 2) {
      const engine = start();
      await engine.conductor.models.addNamed(model);
      const { matrix } = await engine.call("open", { source: { kind: "path", path } });
      await engine.call("analyze", options({ models: [model], matrix, lanes }));
      return engine;
    },
  };
}

export const options = (given: Partial<AnalyzeOptions> & { models: string[] }): AnalyzeOptions => ({
  matrix: "X",
  backend: "wasm",
  lanes: 2,
  seed: 1,
  blockCells: 0,
  ...given,
});
export type { AnalyzePart, Progress };
