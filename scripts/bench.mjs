// `npm run -s bench -- NAME [--json] [--repeats N]`: builds what is stale, then measures ours and the peer's side by side.
import { join } from "node:path";
import { main, root } from "./lib/run.mjs";
import { cli, web } from "./lib/steps.mjs";
import { ensureSystem } from "./lib/system.mjs";

await main(async () => {
  await ensureSystem(["browser"]);
  await web();
  await cli();
  const { build } = await import("esbuild");
  const bundle = join(root, ".cache/bench/main.mjs");
  // Modules of scripts/ find the repository from where they lie, so they stay outside the bundle.
  const outside = {
    name: "outside",
    setup: (b) =>
      b.onResolve({ filter: /scripts\/.*\.mjs$/ }, ({ path }) => ({ path: join(root, path.replace(/^(\.\.\/)+/, "")), external: true })),
  };
  await build({
    absWorkingDir: root,
    entryPoints: ["tests/bench/main.ts"],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    plugins: [outside],
    logLevel: "warning",
  });
  process.chdir(root);
  await import(bundle);
});
