// `npm run lint`: types (with the import direction, by project references), oxlint, and the rules neither can state:
// imports between folders, circles, formats, long lines and spelling.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { circlesOf, importsOf, laneLeaks, sources } from "./lib/imports.mjs";
import { manifestFiles } from "./lib/manifest.mjs";
import { ensurePackages } from "./lib/packages.mjs";
import { wrongProse } from "./lib/prose.mjs";
import { wrongRooms } from "./lib/rooms.mjs";
import { main, root, run, say } from "./lib/run.mjs";
import { ensureSystem } from "./lib/system.mjs";

/** `npm run format`: writes what lint would ask for. */
const isFixing = process.argv.includes("--fix");

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

/** The version is written in package.json alone, the list of published models beside the models. */
const isText = (specifier) => /\/(package\.json|models\/published\.tsv)(\?raw)?$/.test(specifier);

/** The one way from app to engine: the address of its worker. */
const isWorkerUrl = (specifier) => specifier.endsWith("?worker&url");

function wrongImports() {
  const src = join(root, "web/src");
  const wrong = [];
  for (const path of sources(src)) {
    const from = relative(src, path).split("/")[0];
    for (const [, specifier] of readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)) {
      const to = relative(src, join(path, "..", specifier)).split("/")[0];
      if (to === from || MAY_IMPORT[from]?.includes(to) || isWorkerUrl(specifier) || isCoreTypes(from, specifier) || isText(specifier))
        continue;
      wrong.push(`${relative(root, path)} imports ${specifier}: ${from} may import ${MAY_IMPORT[from]?.join(", ") || "nothing else"}.`);
    }
    if (/["']onnxruntime-web/.test(readFileSync(path, "utf8")) && relative(src, path) !== "engine/model/runtime.ts") {
      wrong.push(`${relative(root, path)} imports onnxruntime-web: only engine/model/runtime.ts may.`);
    }
  }
  const graph = importsOf(src);
  for (const circle of circlesOf(graph))
    wrong.push(`A circle of imports: ${circle.join(" -> ")}. Move what both need to a file that imports neither.`);
  for (const [file, target] of laneLeaks(graph))
    wrong.push(`${file} runs in a lane, and imports ${target} of the engine's side: name it lane-*.ts if it runs in lanes too.`);
  return wrong;
}

/** What is made of the manifest's schema is written, or found to be otherwise: spaces and commas are the format's. */
function manifest() {
  const plain = (text) => text.replace(/[\s,;"|]/g, "");
  return Object.entries(manifestFiles()).filter(([path, text]) => {
    const file = join(root, path);
    if (existsSync(file) && plain(readFileSync(file, "utf8")) === plain(text)) return false;
    if (isFixing) writeFileSync(file, text);
    return !isFixing;
  });
}

/** Lines of code end by column 140, TypeScript's and C++'s in one format each; without clang-format C++ is left to the next machine. */
async function format() {
  const scripts = await run(process.execPath, [
    "node_modules/oxfmt/bin/oxfmt",
    isFixing ? "--write" : "--check",
    "web",
    "scripts",
    "tests",
    "vite.config.ts",
    "vitest.config.ts",
  ]);
  await ensureSystem(["format"]).catch((error) => say(`C++ is not checked for its format: ${error.message}`));
  const core = ["wasm", "tests/core"].flatMap((folder) => [...sources(join(root, folder), /\.[ch]pp$/)]);
  const cpp = await run("clang-format-14", [...(isFixing ? ["-i"] : ["--dry-run", "--Werror"]), ...core]).catch(() => ({
    code: process.env.CI === "true" ? 1 : 0,
  }));
  return scripts.code || cpp.code;
}

await main(async () => {
  await ensurePackages();
  const stale = manifest().map(([path]) => `${path} is not what models/manifest.schema.json says: run npm run format.`);
  const types = await run(process.execPath, ["node_modules/typescript/bin/tsc", "-b"]);
  const lint = await run(process.execPath, ["node_modules/oxlint/bin/oxlint", "--deny-warnings"]);
  const wrong = [...stale, ...wrongImports(), ...wrongRooms(root), ...wrongProse()];
  wrong.forEach(say);
  const formatted = await format();
  return types.code || lint.code || formatted || (wrong.length > 0 ? 1 : 0);
});
