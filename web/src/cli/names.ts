import { readFile } from "node:fs/promises";
import type { Annotation } from "../contract/annotation";
import { readAnnotation } from "../contract/annotation-json";
import { AnalysisError } from "../contract/errors";

/** Names given before, read from their file. */
export async function readNames(path: string): Promise<Annotation> {
  const text = await readFile(path, "utf8").catch((cause: Error) => {
    throw new AnalysisError("bad-input", `The names ${path} cannot be read (${cause.message}).`, { cause });
  });
  return readAnnotation(text, path);
}
