import { AnalysisError } from "../../contract/errors";
import { numberText } from "../../contract/number-text";
import type { Column, ColumnInfo } from "../../contract/types";
import { openCompoundFrame } from "./compound-frame";
import type { Dataset, Hdf5 } from "./hdf5";
import { H5T, dtypeName, readNumbers, readStrings, toFloat64, toInt32, type Numbers } from "./values";

/** A table of the file: obs, var or raw/var. Columns are read when asked for. */
export interface Frame {
  /** Where it is: `obs`, `raw/var`. */
  readonly path: string;
  readonly columns: ColumnInfo[];
  /** Rows, known without reading any. */
  readonly rows: number;
  index(): string[];
  column(name: string): Column;
}

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

export function noColumn(file: Hdf5, path: string, name: string, columns: ColumnInfo[]): AnalysisError {
  const some = columns
    .slice(0, 8)
    .map((column) => column.name)
    .join(", ");
  return new AnalysisError(
    "bad-input",
    `${path} of ${file.name} has no column named ${name}; it has ` +
      `${columns.length === 0 ? "none" : some}${columns.length > 8 ? ", ..." : ""}.`,
  );
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

/** One string per row; '' where it is missing. */
export function textOf(column: Column): string[] {
  if (column.kind === "number") return Array.from(column.values, (_, row) => numberText(column, row));
  return Array.from(column.codes, (code) => (code < 0 ? "" : column.categories[code]!));
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

export function kindOf(name: string, type: number, dtype: string): ColumnInfo | undefined {
  if (dtype === "bool") return { name, kind: "boolean", categories: 2 };
  if (type === H5T.string) return { name, kind: "text" };
  return type === H5T.integer || type === H5T.float ? { name, kind: "number" } : undefined;
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

function plain(file: Hdf5, name: string, dataset: Dataset): Column {
  const metadata = file.sync(dataset.path.slice(1), () => dataset.metadata);
  if (metadata.type === H5T.string) return textColumn(name, readStrings(file, dataset));
  const values = readNumbers(file, dataset);
  return dtypeName(metadata) === "bool" ? booleanColumn(name, values) : numberColumn(name, values);
}

/** Numbers as the file holds them: to 64 bits where they are whole. */
export function numberColumn(name: string, values: Numbers): Column {
  if (values instanceof Float32Array) return { name, kind: "number", values };
  const doubles = toFloat64(values);
  const isBig = values instanceof BigInt64Array || values instanceof BigUint64Array;
  const isExact = !isBig || doubles.every((value) => Number.isSafeInteger(value));
  return { name, kind: "number", values: doubles, ...(isExact ? {} : { exact: values }) };
}

export function booleanColumn(name: string, values: ArrayLike<number | bigint>): Column {
  return {
    name,
    kind: "boolean",
    codes: Int32Array.from({ length: values.length }, (_, i) => Number(values[i])),
    categories: ["False", "True"],
  };
}

export function textColumn(name: string, values: string[]): Column {
  const known = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    return code;
  });
  return { name, kind: "text", codes, categories: [...known.keys()] };
}

/** Category labels as text, whatever their type. */
export function labels(file: Hdf5, dataset: Dataset): string[] {
  return textOf(plain(file, "categories", dataset));
}

function category(file: Hdf5, at: string, name: string, dataset: Dataset, categories: string[]): Column {
  return { name, kind: "category", codes: checkedCodes(file, at, toInt32(readNumbers(file, dataset)), categories.length), categories };
}

/** Codes below zero are missing values; codes beyond the categories are a damaged file. */
export function checkedCodes(file: Hdf5, at: string, codes: Int32Array<ArrayBuffer>, categories: number): Int32Array<ArrayBuffer> {
  for (let i = 0; i < codes.length; i++) {
    if (codes[i]! >= categories) {
      throw new AnalysisError(
        "bad-file",
        `${at} of ${file.name} is damaged: row ${i} has category ${codes[i]}, but there are only ${categories} categories.`,
      );
    }
    if (codes[i]! < 0) codes[i] = -1;
  }
  return codes;
}

function masked(column: Column, mask: ArrayLike<number | bigint>): Column {
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    if (column.kind === "number") column.values[i] = NaN;
    else column.codes[i] = -1;
  }
  return column;
}
