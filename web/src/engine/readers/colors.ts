import type { Column } from "../../contract/types";
import type { Hdf5 } from "./hdf5";
import { H5T, readStrings } from "./values";

/** Colours that scanpy and others write: #rgb, #rrggbb, #rrggbbaa, or a CSS name. */
const COLOR = /^(#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,20})$/i;

/** Where a file keeps colours of categories. */
export function colorPaths(file: Hdf5, uns: string): string[] {
  return file
    .keys(uns)
    .filter((name) => name.endsWith("_colors"))
    .map((name) => `${uns}/${name}`);
}

/** A column with the file's colours for its categories, `NAME_colors` in its uns, where there is one for each. */
export function withColors(file: Hdf5, column: Column, uns: string): Column {
  if (column.kind === "number") return column;
  const parts = `${uns}/${column.name}_colors`.split("/");
  if (parts.some((part, i) => i > 0 && !file.keys(parts.slice(0, i).join("/")).includes(part))) return column;
  const dataset = file.dataset(parts.join("/"));
  if (dataset?.metadata.type !== H5T.string || dataset.metadata.shape?.length !== 1) return column;
  return colored(column, readStrings(file, dataset));
}

/** A column of categories with these colours. Fewer than categories, or other words, say nothing of which is whose. */
export function colored(column: Column, colors: string[]): Column {
  if (column.kind === "number") return column;
  if (colors.length < column.categories.length || !colors.every((color) => COLOR.test(color))) return column;
  return { ...column, colors: colors.slice(0, column.categories.length) };
}
