import { AnalysisError } from "../../contract/errors";
import { numberText } from "../../contract/number-text";
import type { Column, ColumnInfo } from "../../contract/types";
import type { Dataset, Hdf5 } from "./hdf5";
import { H5T, dtypeName, readNumbers, readStrings, toFloat64, type Numbers } from "./values";

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

/** A table whose names and columns may have to be waited for. */
export interface AwaitedFrame extends Omit<Frame, "index" | "column"> {
  index(): string[] | Promise<string[]>;
  column(name: string): Column | Promise<Column>;
}

/** The error of a column that is not there. */
export function noColumn(file: { name: string }, path: string, name: string, columns: ColumnInfo[]): AnalysisError {
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

/** One string per row; '' where it is missing. */
export function textOf(column: Column): string[] {
  if (column.kind === "number") return Array.from(column.values, (_, row) => numberText(column, row));
  return Array.from(column.codes, (code) => (code < 0 ? "" : column.categories[code]!));
}

/** The kind of a column by its type; undefined for what is no column. */
export function kindOf(name: string, type: number, dtype: string): ColumnInfo | undefined {
  if (dtype === "bool") return { name, kind: "boolean", categories: 2 };
  if (type === H5T.string) return { name, kind: "text" };
  return type === H5T.integer || type === H5T.float ? { name, kind: "number" } : undefined;
}

/** A column of two categories. */
export function booleanColumn(name: string, values: ArrayLike<number | bigint>): Column {
  return {
    name,
    kind: "boolean",
    codes: Int32Array.from({ length: values.length }, (_, i) => Number(values[i])),
    categories: ["False", "True"],
  };
}

/** A column of text: every different string is a category. */
export function textColumn(name: string, values: string[]): Column {
  const known = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    return code;
  });
  return { name, kind: "text", codes, categories: [...known.keys()] };
}

/** The values of a one-dimensional dataset as a column. */
export function plain(file: Hdf5, name: string, dataset: Dataset): Column {
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

/** Category labels as text, whatever their type. */
export function labels(file: Hdf5, dataset: Dataset): string[] {
  return textOf(plain(file, "categories", dataset));
}

/** Codes below zero are missing values; codes beyond the categories are a damaged file. */
export function checkedCodes(
  file: { name: string },
  at: string,
  codes: Int32Array<ArrayBuffer>,
  categories: number,
): Int32Array<ArrayBuffer> {
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

/** A column without the values that a mask says are missing. */
export function masked(column: Column, mask: ArrayLike<number | bigint>): Column {
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    if (column.kind === "number") column.values[i] = NaN;
    else column.codes[i] = -1;
  }
  return column;
}
