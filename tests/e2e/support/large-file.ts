import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import h5wasm from "h5wasm/node";

/** A copy of a small file with 48 MB in it that nothing here asks for. */
export function withSpare(path: string): string {
  const large = join(mkdtempSync(join(tmpdir(), "phenolens-")), "large.h5ad");
  copyFileSync(path, large);
  const file = new h5wasm.File(large, "a");
  file.create_group("spare").create_dataset({ name: "values", data: new Float32Array(12e6).fill(1) });
  file.close();
  return large;
}
