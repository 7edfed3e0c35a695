import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AnalysisError } from "../../contract/errors";
import type { Endpoint } from "../../contract/protocol";
import type { Environment } from "../base/environment";
import { diskFolder } from "./model-store.node";
import { TemporaryFile } from "../formats/temporary-file.node";
import { openNodeSource } from "./sources.node";

/** Where the served layout's folders are in a checkout. */
const IN_CHECKOUT: [string, string][] = [
  ["core/", "build/wasm/"],
  ["models/", "models/released/"],
  ["orthologs/", "web/public/orthologs/"],
  ["ontology/", "web/public/ontology/"],
  ["markers/", "web/public/markers/"],
  ["ort/", "node_modules/onnxruntime-web/dist/"],
  ["h5plugins/", "node_modules/h5wasm-plugins/plugins/"],
];

/** The tool's own files: beside the bundle, or in the checkout around it; PHENOLENS_ASSETS overrides. */
export function nodeAssets(): (path: string) => string {
  const given = process.env.PHENOLENS_ASSETS;
  const here = dirname(fileURLToPath(import.meta.url));
  const packed = given ? resolve(given) : existsSync(join(here, "core")) ? here : null;
  if (packed) return (path) => join(packed, path);
  const root = checkoutAround(here);
  return (path) => {
    const entry = IN_CHECKOUT.find(([prefix]) => path.startsWith(prefix));
    return entry ? join(root, entry[1], path.slice(entry[0].length)) : join(root, path);
  };
}

function checkoutAround(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const manifest = join(at, "package.json");
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === "phenolens") return at;
    if (at === dirname(at))
      throw new AnalysisError("internal", `Phenolens' own files are not around ${folder}; set PHENOLENS_ASSETS to the built dist/ folder.`);
  }
}

/** onnxruntime-node's own library for CUDA, which its installer fetches where there is CUDA. */
function cudaLibrary(): string {
  const packed = dirname(createRequire(import.meta.url).resolve("onnxruntime-node/package.json"));
  return join(packed, "bin/napi-v6", process.platform, process.arch, "libonnxruntime_providers_cuda.so");
}

/** `openSource`: with `openAnySource` files of other formats are converted first; lanes are given what was made of them. */
export function nodeEnvironment(spawnLane: () => Endpoint, openSource: Environment["openSource"] = openNodeSource): Environment {
  const locate = nodeAssets();
  return {
    kind: "node",
    base: "",
    cores: availableParallelism(),
    openSource,
    async newFile() {
      const folder = await mkdtemp(join(tmpdir(), "phenolens-"));
      const path = join(folder, "annotated.h5ad");
      const made = new TemporaryFile(path);
      return Object.assign(made, {
        async opened(name: string) {
          made.close();
          const source = { kind: "path", path } as const;
          return { ...(await openNodeSource(source)), name, shared: source };
        },
        async remove() {
          made.close();
          rmSync(folder, { recursive: true, force: true });
        },
      });
    },
    async asset(path) {
      try {
        return new Uint8Array(await readFile(locate(path)));
      } catch (cause) {
        throw new AnalysisError("internal", `Phenolens' own file ${path} is missing (${locate(path)}); build it with npm run build.`, {
          cause,
        });
      }
    },
    moduleUrl: (path) => pathToFileURL(locate(path)).href,
    async modelNames() {
      const index = locate("models/index.json");
      return existsSync(index) ? (JSON.parse(readFileSync(index, "utf8")) as string[]) : [];
    },
    modelFolder: (name) =>
      diskFolder(/[\\/]/.test(name) || existsSync(join(name, "manifest.json")) ? resolve(name) : locate(`models/${name}`)),
    async nativeRuntime() {
      try {
        const runtime = await import("onnxruntime-node");
        return { runtime, providers: existsSync(cudaLibrary()) ? ["cuda", "cpu"] : ["cpu"] };
      } catch (cause) {
        throw new AnalysisError(
          "unsupported",
          "--backend native needs onnxruntime-node, which is not installed: run npm install onnxruntime-node, or leave --backend away.",
          { cause },
        );
      }
    },
    spawnLane,
    startsLanesInTurn: false,
  };
}
