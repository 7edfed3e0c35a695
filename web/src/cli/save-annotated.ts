import { chmod, copyFile, open } from "node:fs/promises";
import type { Request } from "../contract/protocol";
import { toWire } from "../contract/errors";
import type { ModelInfo } from "../contract/types";
import type { Engine } from "./engine";

/** Writes the file with the results of `models` added, their UMAP layouts among them; says why where it is no copy. */
export async function saveAnnotated(
  engine: Engine,
  file: string,
  models: ModelInfo[],
  seed: number,
  path: string,
  named: Request<"annotate"> = {},
): Promise<string> {
  for (const { name } of models) {
    await engine.call("layout", { model: name, seed }).catch((error: unknown) => {
      // Too many cells to lay out: the file goes without.
      if (toWire(error).code !== "unsupported") throw error;
    });
  }
  const { kind, path: original, kept, size, pages, why } = await engine.call("annotate", named);
  if (kind === "copy") await copyFile(original ?? file, path);
  // A copy of what must not be written to can be written to.
  if (kind === "copy") await chmod(path, 0o644);
  const handle = await open(path, kind === "copy" ? "r+" : "w");
  try {
    await handle.truncate(kept);
    for (const { position, bytes } of pages) await handle.write(bytes, 0, bytes.length, position);
    await handle.truncate(size);
  } finally {
    await handle.close();
  }
  return why;
}
