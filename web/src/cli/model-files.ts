import { existsSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { AnalysisError } from "../contract/errors";
import { isPickle } from "../engine/model/celltypist/is-pickle";
import { isOnnx } from "../engine/model/onnx/is-onnx";
import { isTable } from "../engine/model/reference/is-table";

/** Endings of a table of a model's genes, beside its pickle. */
const TABLES = [".csv", "_genes.csv", "_features.csv", ".genes.csv", ".txt"];
/** Endings of an ONNX model's lists, beside it. */
const LISTS = [".genes", ".classes"];
/** Files of a published model's folder that can be of use. */
const OF_USE = /\.(onnx|genes|classes|csv|tsv|txt|pkl|pickle|joblib)$/i;
const MOST_FILES = 100;

/**
 * The files of a model as its authors published it: a pickle with the table of its genes, an ONNX file with its lists, a
 * .zip, a table of profiles, or a folder of such files that has no manifest; null for a model of this tool's, by name or
 * folder.
 */
export async function modelFiles(path: string): Promise<Record<string, Blob> | null> {
  const stem = path.replace(/\.[^.]*$/, "");
  if (isPickle(path)) {
    const table = TABLES.map((ending) => stem + ending).find(existsSync);
    return read(table === undefined ? [path] : [path, table]);
  }
  if (isOnnx(path)) return read([path, ...LISTS.map((ending) => stem + ending).filter(existsSync)]);
  if (/\.zip$/i.test(path) || isTable(path)) return read([path]);
  if (!existsSync(path) || !statSync(path).isDirectory() || existsSync(join(path, "manifest.json"))) return null;
  const names = readdirSync(path).filter((name) => OF_USE.test(name));
  return names.some((name) => isOnnx(name) || isPickle(name)) ? read(names.slice(0, MOST_FILES).map((name) => join(path, name))) : null;
}

async function read(paths: string[]): Promise<Record<string, Blob>> {
  const files: Record<string, Blob> = {};
  for (const one of paths) {
    files[basename(one)] = new Blob([
      await readFile(one).catch((cause: Error) => {
        throw new AnalysisError("bad-input", `The model ${one} cannot be read (${cause.message}).`, { cause });
      }),
    ]);
  }
  return files;
}
