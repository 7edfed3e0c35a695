import { chmodSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/**
 * Bundles the command line and the thread it starts per lane.
 * Packages with wasm or native parts of their own stay in node_modules.
 */
export async function buildCli() {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: "web/src/cli/main.ts", out: "phenolens" },
      { in: "web/src/engine/workers/lane.node.ts", out: "lane.node" },
    ],
    outdir: "dist-cli",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["onnxruntime-web", "onnxruntime-web/*", "onnxruntime-node", "h5wasm", "h5wasm/*"],
    // A bundled CommonJS package may still ask for Node's own modules.
    banner: { js: 'import { createRequire as makeRequire } from "node:module";\nconst require = makeRequire(import.meta.url);' },
    define: { "import.meta.env": "undefined" },
    sourcemap: "linked",
    logLevel: "warning",
  });
  chmodSync(join(root, "dist-cli/phenolens.mjs"), 0o755);
}
