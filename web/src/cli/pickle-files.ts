import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { AnalysisError } from "../contract/errors";

/** Endings of a table of a model's genes, beside its pickle. */
const TABLES = [".csv", "_genes.csv", "_features.csv", ".genes.csv", ".txt"];

/** A pickle on disk, with the table of its genes where one lies beside it under the same name. */
export async function pickleFiles(path: string): Promise<Record<string, Blob>> {
  const stem = path.replace(/\.[^.]*$/, "");
  const table = TABLES.map((ending) => stem + ending).find(existsSync);
  const files: Record<string, Blob> = {};
  for (const one of table === undefined ? [path] : [path, table]) {
    files[basename(one)] = new Blob([
      await readFile(one).catch((cause: Error) => {
        throw new AnalysisError("bad-input", `The model ${one} cannot be read (${cause.message}).`, { cause });
      }),
    ]);
  }
  return files;
}
