// `npm run -s phenolens -- COMMAND`: the command line, built when it is missing or stale.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { main, root } from "./lib/run.mjs";
import { cli } from "./lib/steps.mjs";

await main(async () => {
  await cli();
  // npm changes folder: file names are meant from where it was called.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const child = spawn(process.execPath, [join(root, "dist-cli/phenolens.mjs"), ...process.argv.slice(2)], { stdio: "inherit", cwd });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
});
