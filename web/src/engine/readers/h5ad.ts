import { AnalysisError } from "../../contract/errors";
import type { Reading } from "../../contract/types";
import { attributeFrame } from "./attribute-frame";
import { colorPaths } from "./colors";
import { readerOf, named, type Hdf5Contents } from "./contents";
import { findEmbeddings } from "./embeddings";
import type { Frame } from "./columns";
import { openFrame } from "./frame";
import type { Hdf5 } from "./hdf5";
import { openMatrix } from "./matrix";
import type { Reader } from "./reader";
import { readNumbers } from "./values";

/**
 * Reads an .h5ad file of any AnnData version; one with genes in rows (`isTransposed`) as if cells were: its var is obs, its
 * varm obsm. A matrix that cannot be read is listed with the reason; the rest is read.
 */
export function readH5ad(file: Hdf5, reading: Reading = {}): Reader {
  const contents = annData(file, reading);
  if (!contents) throw notAnnData(file, file.keys("/"));
  return readerOf(file, contents, reading);
}

/** What an AnnData object of the file consists of; null where there is none. `at`: the group that holds it, "" for the file itself. */
export function annData(file: Hdf5, { isTransposed = false }: Reading, at = ""): Hdf5Contents | null {
  const under = at && `${at}/`;
  const [rows, columns, mapping] = isTransposed ? (["var", "obs", "varm"] as const) : (["obs", "var", "obsm"] as const);
  const obs = openFrame(file, under + rows);
  if (!obs) return null;
  // As anndata does, a matrix without a table of its genes has numbers for names.
  const vars = openFrame(file, under + columns) ?? attributeFrame(file, under + columns, widthOf(file, `${under}X`, isTransposed), []);
  const place = (path: string, table: Frame | null) => ({
    path,
    open: () => named(openMatrix(file, under + path, isTransposed), path),
    table,
  });
  const rawVars = openFrame(file, `${under}raw/var`) ?? openFrame(file, `${under}raw.var`);
  const raws = isTransposed ? [] : [file.keys(at || "/").includes("raw") ? "raw/X" : "raw.X"];
  return {
    obs,
    vars,
    matrices: [
      place("X", vars),
      ...raws.map((path) => place(path, rawVars)),
      ...file.elements(`${under}layers`).map((name) => place(`layers/${name}`, vars)),
    ],
    embeddings: findEmbeddings(file, under + mapping, obs.rows),
    declaredBase: declaredBase(file, under),
    uns: `${under}uns`,
    roots: [
      ...["X", "raw", "raw.X", "raw.var", "layers", "obs", "var", "obsm"].map((name) => under + name),
      ...colorPaths(file, `${under}uns`),
    ],
  };
}

function notAnnData(file: Hdf5, root: string[]): AnalysisError {
  const found = root.length === 0 ? "nothing" : root.slice(0, 6).join(", ");
  return new AnalysisError(
    "bad-file",
    `${file.name} is an HDF5 file but not an AnnData one: it has no obs and var tables with a matrix (found ${found}); nor is it ` +
      "a 10x, loom, MuData (.h5mu) or Seurat (.h5seurat) one.",
  );
}

/** Genes of a matrix; 0 where there is none that can be read. */
function widthOf(file: Hdf5, path: string, isTransposed: boolean): number {
  try {
    return openMatrix(file, path, isTransposed)?.shape.genes ?? 0;
  } catch (error) {
    if (error instanceof AnalysisError) return 0;
    throw error;
  }
}

/** Base of X's logarithm, which scanpy notes where it was given one. */
function declaredBase(file: Hdf5, under: string): number | null {
  try {
    const dataset = file.dataset(`${under}uns/log1p/base`);
    const base = dataset ? Number(readNumbers(file, dataset)[0]) : NaN;
    return base > 1 ? base : null;
  } catch {
    // It only helps: what cannot be read is as if it were not there.
    return null;
  }
}
