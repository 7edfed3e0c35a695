import type { Analysis, CoreModule, Result } from "../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../contract/errors";
import type { Environment } from "./environment";

export type { Analysis, Components, CoreModule, Matched, Scores } from "../../../../wasm/bind/phenolens_core";

let loaded: Promise<CoreModule> | undefined;
let compiled: Promise<WebAssembly.Module> | undefined;

/** The C++ core, once per thread. */
export function loadCore(environment: Environment): Promise<CoreModule> {
  loaded ??= start(environment).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** The core's code, compiled once for all threads: those that are given it neither fetch nor compile it again. */
export function compiledCore(environment: Environment): Promise<WebAssembly.Module> {
  compiled ??= environment
    .asset("core/phenolens_core.wasm")
    .then((bytes) => WebAssembly.compile(bytes))
    .catch((error) => {
      compiled = undefined;
      throw error;
    });
  return compiled;
}

/** Takes the core's code from the thread that compiled it. */
export function takeCompiledCore(module: WebAssembly.Module): void {
  compiled = Promise.resolve(module);
}

async function start(environment: Environment): Promise<CoreModule> {
  // The one build is for workers; under Node it only misses their global.
  (globalThis as { self?: unknown }).self ??= globalThis;
  const [{ default: load }, module] = await Promise.all([
    import(/* @vite-ignore */ environment.moduleUrl("core/phenolens_core.mjs")) as Promise<
      typeof import("../../../../wasm/bind/phenolens_core")
    >,
    compiledCore(environment),
  ]);
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, received: (instance: WebAssembly.Instance) => void) => {
      WebAssembly.instantiate(module, imports).then(received, reject);
      return {};
    };
    load({ instantiateWasm }).then(resolve, reject);
  });
}

/** The value of a call into the core, or its error as ours. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AnalysisError(result.code, result.message);
}

/** A result whose error says of which matrix it speaks: the core knows neither file nor path. */
export function named<T>(result: Result<T>, matrix: string, file: { name: string }): Result<T> {
  return result.ok ? result : { ...result, message: result.message.replace(/^The matrix's /, `${matrix} of ${file.name}: its `) };
}

/** Runs a step with an Analysis that is deleted after. */
export function withAnalysis<T>(core: CoreModule, step: (analysis: Analysis) => T): T {
  const analysis = new core.Analysis();
  try {
    return step(analysis);
  } finally {
    analysis.delete();
  }
}
