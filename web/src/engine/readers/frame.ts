import { AnalysisError } from "../../contract/errors";
import type { Column, ColumnInfo } from "../../contract/types";
import { checkedCodes, kindOf, labels, masked, noColumn, plain, textOf, type Frame } from "./columns";
import { openCompoundFrame } from "./compound-frame";
import type { Dataset, Hdf5 } from "./hdf5";
import { H5T, dtypeName, readNumbers, readStrings, toInt32 } from "./values";

const RESERVED = new Set(["__categories", "_index"]);

/** Opens a dataframe of any AnnData version; null where there is none. */
export function openFrame(file: Hdf5, path: string): Frame | null {
  const dataset = file.dataset(path);
  if (dataset) return openCompoundFrame(file, dataset, path);
  if (!file.group(path)) return null;
  const keys = file.keys(path);
  const named = file.attribute(path, "_index");
  const indexName = typeof named === "string" ? named : keys.includes("_index") ? "_index" : "index";
  const order = file.attribute(path, "column-order");
  // A name with a slash lies in groups of its parts: as anndata does, it is looked up by its path.
  const isThere = (name: string) => keys.includes(name) || (name.includes("/") && hasElement(file, `${path}/${name}`));
  const names = Array.isArray(order) && order.length > 0 ? (order as string[]).filter(isThere) : keys;
  const columns = names
    .filter((name) => name !== indexName && !RESERVED.has(name))
    .flatMap((name) => describeColumn(file, path, name) ?? []);
  let index: string[] | undefined;
  return {
    path,
    columns,
    rows: countRows(file, path, indexName),
    index: () => (index ??= readIndex(file, path, indexName)),
    column: (name) => {
      if (!columns.some((column) => column.name === name)) throw noColumn(file, path, name, columns);
      return readColumn(file, path, name);
    },
  };
}

/** Rows of the index, from its shape alone. */
function countRows(file: Hdf5, path: string, name: string): number {
  const at = `${path}/${name}`;
  const dataset = file.dataset(at) ?? file.dataset(`${at}/codes`) ?? file.dataset(`${at}/values`);
  if (!dataset) throw new AnalysisError("bad-file", `${at} of ${file.name} is missing or is not a column.`);
  const { shape } = file.sync(at, () => dataset.metadata);
  if (shape?.length !== 1)
    throw new AnalysisError("bad-file", `${at} of ${file.name} should have one dimension, a name per row, but has ${shape?.length ?? 0}.`);
  return shape[0]!;
}

function readIndex(file: Hdf5, path: string, name: string): string[] {
  const dataset = file.dataset(`${path}/${name}`);
  // Names differ from row to row: looking each up among the others, as a text column does, would cost far more than they do.
  if (dataset && !file.dataset(`${path}/__categories/${name}`) && dataset.metadata.type === H5T.string) return readStrings(file, dataset);
  const column = readColumn(file, path, name);
  return textOf(column);
}

/** Whether a path names something, where the groups on the way to it may be missing. */
function hasElement(file: Hdf5, path: string): boolean {
  const parts = path.split("/");
  return parts.every((part, i) => i === 0 || file.keys(parts.slice(0, i).join("/")).includes(part));
}

/** Kind of a column from its types alone; undefined for what is not a column (a matrix, a stray group). */
function describeColumn(file: Hdf5, path: string, name: string): ColumnInfo | undefined {
  const at = `${path}/${name}`;
  const dataset = file.dataset(at);
  if (dataset) {
    const metadata = file.sync(at, () => dataset.metadata);
    if (metadata.shape?.length !== 1) return undefined;
    const old = file.dataset(`${path}/__categories/${name}`);
    if (old) return { name, kind: "category", categories: old.metadata.total_size };
    return kindOf(name, metadata.type, dtypeName(metadata));
  }
  if (!file.group(at)) return undefined;
  const keys = file.keys(at);
  if (keys.includes("codes")) {
    const categories = file.dataset(`${at}/categories`) ?? file.dataset(`${at}/categories/values`);
    return { name, kind: "category", ...(categories ? { categories: categories.metadata.total_size } : {}) };
  }
  const values = file.dataset(`${at}/values`);
  return values ? kindOf(name, values.metadata.type, dtypeName(values.metadata)) : undefined;
}

function readColumn(file: Hdf5, path: string, name: string): Column {
  const at = `${path}/${name}`;
  const dataset = file.dataset(at);
  if (dataset) {
    const old = file.dataset(`${path}/__categories/${name}`);
    if (old) return category(file, at, name, dataset, labels(file, old));
    return plain(file, name, dataset);
  }
  const codes = file.dataset(`${at}/codes`);
  if (codes) {
    const categories = file.dataset(`${at}/categories`);
    // A file that lacks them is told so when the column is asked for.
    const text = categories ? labels(file, categories) : textOf(readColumn(file, at, "categories"));
    return category(file, at, name, codes, text);
  }
  const values = file.dataset(`${at}/values`);
  if (!values) throw new AnalysisError("bad-file", `${at} of ${file.name} is missing or is not a column.`);
  const column = plain(file, name, values);
  const mask = file.dataset(`${at}/mask`);
  return mask ? masked(column, readNumbers(file, mask)) : column;
}

function category(file: Hdf5, at: string, name: string, dataset: Dataset, categories: string[]): Column {
  return { name, kind: "category", codes: checkedCodes(file, at, toInt32(readNumbers(file, dataset)), categories.length), categories };
}
