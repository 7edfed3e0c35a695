import { AnalysisError } from "../../../contract/errors";
import { baseName, type NamedBytes } from "../named-bytes";
import { isExpression } from "../../readers/features";

/** Names of the files that say what a group or an array of a store is. */
export const MARKS = /^(\.zgroup|\.zattrs|\.zarray|\.zmetadata|zarr\.json)$/;

/** An AnnData store among files: its folder, and the files in it. */
export interface ZarrStore {
  root: string;
  files: NamedBytes[];
}

/** A store's name as a sample. */
export const storeName = ({ root }: ZarrStore): string =>
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
export const isZarr = (files: readonly NamedBytes[]): boolean => files.some(({ name }) => MARKS.test(baseName(name)));

/**
 * The AnnData stores among files: folders with groups `obs` and `var`. Of the modalities of a MuData store, that of gene expression, where
 * its name says which that is.
 */
export function zarrStores(files: readonly NamedBytes[]): ZarrStore[] {
  const groups = new Set(files.filter(({ name }) => /\/(\.zgroup|\.zattrs|zarr\.json)$/.test(name)).map(({ name }) => folder(name)));
  const roots = [...groups].filter((path) => path.endsWith("/obs") && groups.has(`${folder(path)}/var`)).map(folder);
  const outer = roots.filter((root) => !roots.some((other) => root.startsWith(`${other}/`)));
  // A MuData store has obs and var of its own, and AnnData stores below.
  const inner = outer.flatMap((root) => {
    const modalities = roots.filter((other) => folder(other) === `${root}/mod`);
    const ofGenes = modalities.filter((path) => isExpression(baseName(path)));
    return modalities.length === 0 ? [root] : ofGenes.length > 0 ? ofGenes : modalities;
  });
  return inner.map((root) => ({ root, files: files.filter(({ name }) => name.startsWith(`${root}/`)) }));
}

const folder = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
