// `npm run lint`: types (with the import direction, by project references), oxlint, and the rules neither can state.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ensurePackages } from "./lib/packages.mjs";
import { main, root, run, say } from "./lib/run.mjs";

/** Folder of web/src -> folders it may import. */
const MAY_IMPORT = {
  contract: [],
  engine: ["contract"],
  plots: ["contract"],
  exports: ["contract"],
  app: ["contract", "plots", "exports"],
  cli: ["contract", "engine", "exports", "plots"],
  sw: [],
};

/** What the engine knows of the core: its types alone. */
const isCoreTypes = (from, specifier) => from === "engine" && specifier.endsWith("wasm/bind/phenolens_core");

/** The version is written in package.json alone. */
const isVersion = (specifier) => /\/package\.json(\?raw)?$/.test(specifier);

/** The one way from app to engine: the address of its worker. */
const isWorkerUrl = (specifier) => specifier.endsWith("?worker&url");

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

function wrongImports() {
  const src = join(root, "web/src");
  const wrong = [];
  for (const path of sources(src)) {
    const from = relative(src, path).split("/")[0];
    for (const [, specifier] of readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)) {
      const to = relative(src, join(path, "..", specifier)).split("/")[0];
      if (to === from || MAY_IMPORT[from]?.includes(to) || isWorkerUrl(specifier) || isCoreTypes(from, specifier) || isVersion(specifier)) continue;
      wrong.push(`${relative(root, path)} imports ${specifier}: ${from} may import ${MAY_IMPORT[from]?.join(", ") || "nothing else"}.`);
    }
    if (/["']onnxruntime-web/.test(readFileSync(path, "utf8")) && relative(src, path) !== "engine/model/runtime.ts") {
      wrong.push(`${relative(root, path)} imports onnxruntime-web: only engine/model/runtime.ts may.`);
    }
  }
  return wrong;
}

await main(async () => {
  await ensurePackages();
  const types = await run(process.execPath, ["node_modules/typescript/bin/tsc", "-b"]);
  const lint = await run(process.execPath, ["node_modules/oxlint/bin/oxlint", "--deny-warnings"]);
  const wrong = wrongImports();
  wrong.forEach(say);
  return types.code || lint.code || (wrong.length > 0 ? 1 : 0);
});
