import { AnalysisError } from "../../contract/errors";
import type { Column, ColumnInfo } from "../../contract/types";
import { checkedCodes, kindOf, labels, noColumn, plain, type Frame } from "./columns";
import { openCompoundFrame } from "./compound-frame";
import type { Hdf5 } from "./hdf5";
import { dtypeName, readNumbers, readStrings, toInt32 } from "./values";

/** R's missing whole number. */
const MISSING = -(2 ** 31);

/**
 * A data frame of R as SeuratDisk stores it, in a group or as records; without one a table of names alone. `names` is where its rows are
 * named. Factors count from 1; a logical value of 2 is missing.
 */
export function seuratFrame(file: Hdf5, path: string, names: string): Frame {
  const named = file.dataset(names);
  if (!named) throw new AnalysisError("bad-file", `${file.name} has no ${names}, which names rows of its tables.`);
  const rows = named.metadata.total_size;
  let index: string[] | undefined;
  const own = { path, rows, index: () => (index ??= readStrings(file, named)) };
  const said = file.attribute(path, "logicals");
  const logicals = new Set(Array.isArray(said) ? said.map(String) : said === undefined ? [] : [String(said)]);
  const dataset = file.dataset(path);
  if (dataset) {
    const table = openCompoundFrame(file, dataset, path, false);
    return { ...own, columns: marked(table.columns, logicals), column: (name) => asR(table.column(name), logicals.has(name)) };
  }
  const order = file.attribute(path, "colnames");
  const keys = file.keys(path).filter((name) => name !== "_index" && name !== "row.names" && !name.endsWith("__names__"));
  const ordered = [...(Array.isArray(order) ? order.map(String).filter((name) => keys.includes(name)) : []), ...keys];
  const columns = [...new Set(ordered)].flatMap((name): ColumnInfo | [] => {
    const values = file.dataset(`${path}/${name}`);
    const levels = values ? null : file.dataset(`${path}/${name}/levels`);
    if (levels) return { name, kind: "category", categories: levels.metadata.total_size };
    if (values?.metadata.shape?.length !== 1) return [];
    return kindOf(name, values.metadata.type, dtypeName(values.metadata)) ?? [];
  });
  const shown = marked(columns, logicals);
  return {
    ...own,
    columns: shown,
    column(name) {
      if (!columns.some((column) => column.name === name)) throw noColumn(file, path, name, shown);
      const dataset = file.dataset(`${path}/${name}`);
      return dataset ? asR(plain(file, name, dataset), logicals.has(name)) : factor(file, `${path}/${name}`, name);
    },
  };
}

const marked = (columns: ColumnInfo[], logicals: Set<string>): ColumnInfo[] =>
  columns.map((column) => (logicals.has(column.name) ? { name: column.name, kind: "boolean", categories: 2 } : column));

function factor(file: Hdf5, at: string, name: string): Column {
  const values = file.dataset(`${at}/values`);
  if (!values) throw new AnalysisError("bad-file", `${at} of ${file.name} has levels but no values.`);
  const categories = labels(file, file.dataset(`${at}/levels`)!);
  const codes = toInt32(readNumbers(file, values)).map((code) => (code < 1 ? -1 : code - 1));
  return { name, kind: "category", codes: checkedCodes(file, at, codes, categories.length), categories };
}

/** What R means by numbers: truth, and nothing known. */
function asR(column: Column, isLogical: boolean): Column {
  if (column.kind !== "number") return column;
  const { name, values } = column;
  if (isLogical)
    return {
      name,
      kind: "boolean",
      codes: Int32Array.from(values, (value) => (value === 0 || value === 1 ? value : -1)),
      categories: ["False", "True"],
    };
  return { ...column, values: values.map((value) => (value === MISSING ? NaN : value)) };
}
