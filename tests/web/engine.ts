import { build } from "esbuild";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { startConductor, type Conductor } from "../../web/src/engine/conductor";
import { nodeEnvironment } from "../../web/src/engine/platform/environment.node";
import { threadEndpoint } from "../../web/src/engine/workers/endpoints.node";
import type { AnalyzePart, CallContext, OperationName, Part, Reply, Request } from "../../web/src/contract/protocol";
import type { AnalyzeOptions, Progress } from "../../web/src/contract/types";

const root = join(import.meta.dirname, "../..");

/** The core is built by another step; without it there is nothing to test here. */
export const hasCore = existsSync(join(root, "build/wasm/phenolens_core.wasm"));
if (!hasCore && process.env.CI === "true") throw new Error("build/wasm/phenolens_core.wasm is missing; run npm run build:wasm.");
if (!hasCore) process.stderr.write("Tests of the whole engine are skipped: build/wasm/phenolens_core.wasm is not built.\n");

/** Bundles the lane worker (and the command line) as the released ones are, into a folder of the tests' own. */
export async function bundle(folder: string): Promise<string> {
  const outdir = join(root, "build/tests", folder);
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: "web/src/cli/main.ts", out: "phenolens" },
      { in: "web/src/engine/workers/lane.node.ts", out: "lane.node" },
    ],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["onnxruntime-web", "onnxruntime-web/*", "h5wasm"],
    logLevel: "warning",
  });
  return outdir;
}

export interface TestEngine {
  call<N extends OperationName>(name: N, request: Request<N>, context?: Partial<CallContext<Part<N>>>): Promise<Reply<N>>;
  conductor: Conductor;
}

/** An engine with real lanes in threads. */
export function startEngine(folder: string): TestEngine {
  const conductor = startConductor(nodeEnvironment(() => threadEndpoint(pathToFileURL(join(folder, "lane.node.mjs")))));
  return {
    conductor,
    async call(name, request, context = {}) {
      const handler = conductor.handlers[name] as (request: unknown, context: unknown) => never;
      return handler(request, { signal: new AbortController().signal, part() {}, progress() {}, ...context });
    },
  };
}

/** Opens files, each in an engine of its own; these end after the tests of the file that asks. */
export function opener(folder: () => string): (path: string) => Promise<TestEngine> {
  const engines: TestEngine[] = [];
  afterAll(async () => {
    for (const engine of engines) await engine.conductor.terminate();
  });
  return async (path) => {
    const engine = startEngine(folder());
    engines.push(engine);
    await engine.call("open", { source: { kind: "path", path } });
    return engine;
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
