// Makes web/public/demo/result.json: what the real engine says of web/public/demo/demo.h5ad, small enough to come with the page.
import { join } from "node:path";
import { main, root } from "./lib/run.mjs";
import { cli } from "./lib/steps.mjs";

await main(async () => {
  await cli();
  const { build } = await import("esbuild");
  const bundle = join(root, ".cache/make-demo-result.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["scripts/demo-result.ts"],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  const { makeResult } = await import(bundle);
  await makeResult(root);
});
