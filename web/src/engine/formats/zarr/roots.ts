import { ZARR_MARKS } from "../../../contract/cell-files";
import { AnalysisError } from "../../../contract/errors";
import { baseName, type NamedBytes } from "../named-bytes";
import { isExpression } from "../../readers/features";

/** An AnnData store among files: its folder, and the files in it. */
export interface ZarrStore {
  root: string;
  files: NamedBytes[];
}

/** What a store is called as a sample, by its root. */
export const storeName = (root: string): string =>
  baseName(root.replace(/\/(tables\/[^/]+|mod\/[^/]+)$/, ""))
    .replace(/\.zip$/i, "")
    .replace(/\.zarr$/i, "") || "zarr";

export const noAnnData = (name: string): AnalysisError =>
  new AnalysisError(
    "unsupported",
    `${name} is a zarr store, but not one of AnnData: it has no obs and var. Of images (OME-Zarr) or tables of another kind nothing is ` +
      "read; give the AnnData store itself, such as tables/table of SpatialData.",
  );

/** Whether files are of a zarr store. */
export const isZarr = (files: readonly NamedBytes[]): boolean => files.some(({ name }) => ZARR_MARKS.test(baseName(name)));

/** The AnnData stores among files. */
export function zarrStores(files: readonly NamedBytes[]): ZarrStore[] {
  return storeRoots(files.map(({ name }) => name)).map((root) => ({
    root,
    files: files.filter(({ name }) => name.startsWith(`${root}/`)),
  }));
}

/**
 * The roots of AnnData stores among paths of files: folders with groups `obs` and `var`. Of the modalities of a MuData store, that of gene
 * expression, where its name says which that is.
 */
export function storeRoots(paths: readonly string[]): string[] {
  const groups = new Set(paths.filter((path) => /\/(\.zgroup|\.zattrs|zarr\.json)$/.test(path)).map(folder));
  const roots = [...groups].filter((path) => path.endsWith("/obs") && groups.has(`${folder(path)}/var`)).map(folder);
  const outer = roots.filter((root) => !roots.some((other) => root.startsWith(`${other}/`)));
  // A MuData store has obs and var of its own, and AnnData stores below.
  return outer.flatMap((root) => {
    const modalities = roots.filter((other) => folder(other) === `${root}/mod`);
    const ofGenes = modalities.filter((path) => isExpression(baseName(path)));
    return modalities.length === 0 ? [root] : ofGenes.length > 0 ? ofGenes : modalities;
  });
}

const folder = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
