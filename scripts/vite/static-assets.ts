import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import type { Plugin } from "vite";

interface Options {
  /** The repository. */
  root: string;
  /** Leave out the WebGPU build for browsers without stack switching: over 25 MiB, which some hosts refuse. */
  small: boolean;
}

const TYPES: Record<string, string> = {
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

/** Models that only tests use. */
const HIDDEN = new Set(["tiny-random"]);

function releasedModels(root: string): string[] {
  const folder = join(root, "models/released");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !HIDDEN.has(name) && existsSync(join(folder, name, "manifest.json")))
    .sort();
}

/** Address below the page -> file: the same table serves development and is copied into dist/. */
function table({ root, small }: Options): Map<string, string> {
  const files = new Map<string, string>();
  for (const variant of ["", ".jspi", ...(small ? [] : [".asyncify"])]) {
    for (const end of ["mjs", "wasm"]) {
      const name = `ort-wasm-simd-threaded${variant}.${end}`;
      files.set(`ort/${name}`, join(root, "node_modules/onnxruntime-web/dist", name));
    }
  }
  for (const name of ["phenolens_core.mjs", "phenolens_core.wasm"]) files.set(`core/${name}`, join(root, "build/wasm", name));
  // Embedded in PDF figures.
  const arimo = join(root, "node_modules/@expo-google-fonts/arimo");
  files.set("fonts/Arimo-Regular.ttf", join(arimo, "400Regular/Arimo_400Regular.ttf"));
  files.set("fonts/Arimo-Italic.ttf", join(arimo, "400Regular_Italic/Arimo_400Regular_Italic.ttf"));
  files.set("fonts/Arimo-Bold.ttf", join(arimo, "700Bold/Arimo_700Bold.ttf"));
  files.set("fonts/LICENSE.txt", join(arimo, "LICENSE_FONT"));
  const plugins = join(root, "node_modules/h5wasm-plugins/plugins");
  for (const name of existsSync(plugins) ? readdirSync(plugins) : []) {
    if (name.endsWith(".so")) files.set(`h5plugins/${name}`, join(plugins, name));
  }
  files.set("models/index.json", join(root, "models/released/index.json")); // the models that run unasked
  for (const model of releasedModels(root)) {
    const folder = join(root, "models/released", model);
    for (const name of readdirSync(folder)) {
      if (statSync(join(folder, name)).isFile()) files.set(`models/${model}/${name}`, join(folder, name));
    }
  }
  return files;
}

/** What the page loads by address and no bundler sees: ONNX Runtime's wasm, HDF5 filters, our core and the models. */
export function staticAssets(options: Options): Plugin {
  let outDir = "";
  return {
    name: "phenolens:static-assets",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? "").replace(/^\/|\?.*$/g, "");
        const file = table(options).get(path);
        if (!file || !existsSync(file)) return next();
        response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
        createReadStream(file).pipe(response);
      });
    },
    async writeBundle() {
      for (const [path, file] of table(options)) {
        if (!existsSync(file)) {
          this.warn(`${path} is left out: ${file} is not built.`);
          continue;
        }
        await mkdir(dirname(join(outDir, path)), { recursive: true });
        await cp(file, join(outDir, path));
      }
    },
  };
}
