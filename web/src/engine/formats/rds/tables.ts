import { category, free, linkName, type NewColumn } from "../../writers/new-column";
import { classes, NA_INTEGER, named, numbers, slot, texts, type RNumbers, type RValue } from "./values";

/** A data.frame, or a DataFrame of Bioconductor. */
export interface RTable {
  rows: number;
  /** Names of rows; null where they are numbered. */
  names: string[] | null;
  columns: Map<string, RValue>;
}

/** Null where it is neither. */
export function tableOf(value: RValue): RTable | null {
  if (value.kind === "list" && classes(value).includes("data.frame")) {
    const names = slot(value, "row.names");
    const columns = named(value);
    if (names.kind === "text") return { rows: names.values.length, names: texts(names), columns };
    // Rows without names are stored as c(NA, -rows), those with numbers as numbers.
    const given = numbers(names);
    const isCount = given.length === 2 && (given[0] === NA_INTEGER || Number.isNaN(given[0]!));
    return { rows: isCount ? Math.abs(given[1]!) : given.length, names: isCount ? null : Array.from(given, String), columns };
  }
  const listed = slot(value, "listData");
  if (value.kind !== "s4" || listed.kind !== "list") return null;
  const names = slot(value, "rownames");
  const [rows = 0] = numbers(slot(value, "nrows"));
  return { rows, names: names.kind === "text" ? texts(names) : null, columns: named(listed) };
}

/** Columns as they are written, of the rows asked for; what has no such form is left out, by name. */
export function columnsOf(table: RTable, rows: Int32Array, taken = new Set(["_index"])): { columns: NewColumn[]; leftOut: string[] } {
  const columns: NewColumn[] = [];
  const leftOut: string[] = [];
  for (const [name, value] of table.columns) {
    const column = columnOf(expanded(value), table.rows);
    if (column) columns.push({ name: free(linkName(name), taken), ...picked(column, rows) });
    else leftOut.push(name);
  }
  return { columns, leftOut };
}

type Column = { kind: "factor"; codes: Int32Array; labels: string[] } | { kind: "number"; values: Float64Array | Int32Array } | Texts;
interface Texts {
  kind: "text";
  values: (string | null)[];
}

function columnOf(value: RValue, rows: number): Column | null {
  if (slot(value, "dim").kind !== "null") return null;
  if (value.kind === "text") return value.values.length === rows ? { kind: "text", values: value.values } : null;
  if ((value.kind !== "int" && value.kind !== "lgl" && value.kind !== "real") || !value.values || value.length !== rows) return null;
  const levels = slot(value, "levels");
  if (levels.kind === "text" && value.kind === "int") {
    const labels = texts(levels);
    const codes = Int32Array.from(value.values, (code) => (code >= 1 && code <= labels.length ? code - 1 : -1));
    return { kind: "factor", codes, labels };
  }
  if (value.kind === "lgl") {
    const codes = Int32Array.from(value.values, (one) => (one === NA_INTEGER ? -1 : one ? 1 : 0));
    return { kind: "factor", codes, labels: ["FALSE", "TRUE"] };
  }
  const dates = datesOf(value);
  if (dates) return { kind: "text", values: dates };
  if (value.kind === "int" && !value.values.includes(NA_INTEGER)) return { kind: "number", values: value.values };
  return { kind: "number", values: Float64Array.from(value.values, (one) => (value.kind === "int" && one === NA_INTEGER ? NaN : one)) };
}

function datesOf(value: RNumbers): (string | null)[] | null {
  const kinds = classes(value);
  const seconds = kinds.includes("Date") ? 86_400 : kinds.includes("POSIXct") ? 1 : 0;
  if (seconds === 0) return null;
  return Array.from(value.values!, (one) => {
    const date = new Date(one * seconds * 1000);
    if (one === NA_INTEGER || Number.isNaN(date.getTime())) return null;
    return seconds === 1 ? date.toISOString() : date.toISOString().slice(0, 10);
  });
}

function picked(column: Column, rows: Int32Array) {
  if (column.kind === "factor")
    return category(
      rows.map((row) => (row < 0 ? -1 : column.codes[row]!)),
      column.labels,
    );
  if (column.kind === "number") {
    const { values } = column;
    if (values instanceof Int32Array && !rows.includes(-1)) return { kind: "number" as const, values: rows.map((row) => values[row]!) };
    return { kind: "number" as const, values: Float64Array.from(rows, (row) => (row < 0 ? NaN : values[row]!)) };
  }
  return textColumn(Array.from(rows, (row) => (row < 0 ? null : column.values[row]!)));
}

/** Words that are repeated are categories, as anndata writes them. */
function textColumn(values: (string | null)[]) {
  const labels = [...new Set(values)].filter((value) => value !== null).toSorted();
  if (labels.length === values.length) return { kind: "text" as const, values: values.map((value) => value ?? "") };
  const codes = new Map(labels.map((label, code) => [label, code]));
  return category(
    Int32Array.from(values, (value) => (value === null ? -1 : codes.get(value)!)),
    labels,
  );
}

/** A run-length encoded column of Bioconductor as a plain one. */
function expanded(value: RValue): RValue {
  if (value.kind !== "s4" || !classes(value).includes("Rle")) return value;
  const [values, lengths] = [slot(value, "values"), numbers(slot(value, "lengths"))];
  if (!("values" in values) || values.values?.length !== lengths.length) return value;
  const runs = Array.from(lengths, (length) => Math.max(0, length));
  const total = runs.reduce((sum, length) => sum + length, 0);
  if (!(total <= MOST_EXPANDED)) return value;
  if (values.kind === "text")
    return { ...values, values: values.values.flatMap((one, at) => Array.from({ length: runs[at]! }, () => one)) };
  const all = values.values instanceof Int32Array ? new Int32Array(total) : new Float64Array(total);
  let from = 0;
  for (const [at, length] of runs.entries()) all.fill(values.values[at]!, from, (from += length));
  return { ...values, values: all, length: total };
}

/** Cells that a run-length encoded column may have: a length is no proof of them. */
const MOST_EXPANDED = 20_000_000;

export const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((name, at) => name === b[at]));

/** Rows of a table by the names asked for, -1 where it has none. */
export function rowsOf(names: readonly string[], wanted: readonly string[]): Int32Array {
  if (isSame(names, wanted)) return Int32Array.from(names, (_, at) => at);
  const place = new Map(names.map((name, at) => [name, at]));
  return Int32Array.from(wanted, (name) => place.get(name) ?? -1);
}
