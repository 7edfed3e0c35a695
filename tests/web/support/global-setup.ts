import { build } from "esbuild";
import { root } from "../../../scripts/lib/run.mjs";
import { BUNDLE } from "./bundle";

/** Once before all test files: bundles the lane worker, the command line and the trial's worker, as the released ones are bundled. */
export default async function bundle(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [
      { in: "web/src/cli/main.ts", out: "phenolens" },
      { in: "web/src/engine/workers/lane.node.ts", out: "lane.node" },
      { in: "tests/web/support/trial.worker.ts", out: "trial.worker" },
    ],
    outdir: BUNDLE,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["onnxruntime-web", "onnxruntime-web/*", "onnxruntime-node", "h5wasm"],
    logLevel: "warning",
  });
}
