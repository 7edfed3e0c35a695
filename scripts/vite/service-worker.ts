import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";

/** Not of every visit: kept when a visit has used them, or changed by whoever serves the page. */
const ON_USE = /^(ort|h5plugins|fonts|models|lessons|orthologs)\/|^sw\.js$|^site\.json$/;

function filesBelow(folder: string, at = folder): string[] {
  return readdirSync(at, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(folder, join(at, entry.name)) : [relative(folder, join(at, entry.name)).replaceAll("\\", "/")],
    )
    .sort();
}

/** Writes sw.js once all else is built: it names what every visit needs, and its version is that of all files. */
export function serviceWorker(source: string): Plugin {
  let outDir = "";
  return {
    name: "phenolens:service-worker",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    // After static-assets, which writes in writeBundle.
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        const files = filesBelow(outDir).filter((path) => path !== "sw.js");
        const hash = createHash("sha256");
        for (const path of files)
          hash
            .update(path)
            .update("\0")
            .update(readFileSync(join(outDir, path)));
        const shell = files.filter((path) => !ON_USE.test(path));
        const { outputFiles } = await build({
          entryPoints: [source],
          bundle: true,
          write: false,
          format: "iife",
          target: "es2022",
          minify: true,
          define: { __VERSION__: JSON.stringify(hash.digest("hex").slice(0, 12)), __SHELL__: JSON.stringify(shell) },
        });
        writeFileSync(join(outDir, "sw.js"), outputFiles[0]!.text);
      },
    },
  };
}
