import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AnalysisError } from "../../contract/errors";
import type { ReadFile } from "../model/folder";

/** A model folder on disk. */
export function diskFolder(folder: string): ReadFile {
  return async (path, report) => {
    try {
      const bytes = new Uint8Array(await readFile(join(folder, path)));
      report?.(bytes.length, bytes.length, "cache");
      return bytes;
    } catch (cause) {
      if (path === "manifest.json" && !existsSync(join(folder, path))) {
        throw new AnalysisError("bad-input", `${folder} is not a model folder: it has no manifest.json.`, { cause });
      }
      throw new AnalysisError("model", `${join(folder, path)} cannot be read (${(cause as Error).message}).`, { cause });
    }
  };
}
