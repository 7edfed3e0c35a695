import { basename, resolve } from "node:path";
import { isAddress, withoutEnding } from "../contract/cell-files";
import { nameIn } from "../engine/platform/remote/name-in";
import { samplesOf } from "../engine/formats/imported.node";

export interface PythonPath {
  path: string;
  name: string;
  notes: string[];
}

/**
 * The path by which Python is to open a file, what the reader calls it, and what has to be done first: a source of another format is read
 * by its converted file.
 */
export async function pythonPath(file: string): Promise<PythonPath> {
  if (isAddress(file)) {
    const name = nameIn(file);
    const made = resolve(`${withoutEnding(name).replace(/\.zarr(\.zip)?$/i, "")}.h5ad`);
    return { path: made, name, notes: [`The script reads ${made}: make it by phenolens convert ${file} --out ${made}.`] };
  }
  const path = resolve(file);
  const samples = await samplesOf(path);
  if (samples === null) return { path, name: basename(path), notes: [] };
  const made = `${path.replace(/\.gz$/i, "")}.h5ad`;
  return {
    path: made,
    name: samples[0]?.name ?? basename(path),
    notes: [`The script reads ${made}: make it by phenolens convert ${file} --out ${made}.`],
  };
}
