import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { precompute } from "./precompute";

/** Analyses the demo and writes what of it the first screen shows. */
export async function makeResult(root: string): Promise<void> {
  const { snapshot, cells, model } = await precompute({
    root,
    file: join(root, "web/public/demo/demo.h5ad"),
    store: false,
    caption: (count) => `${count.toLocaleString("en")} simulated blood cells`,
  });
  const path = join(root, "web/public/demo/result.json");
  writeFileSync(path, snapshot);
  process.stderr.write(
    `phenolens: web/public/demo/result.json: ${cells} cells by ${model}, ${(statSync(path).size / 1000).toFixed(0)} kB\n`,
  );
}
