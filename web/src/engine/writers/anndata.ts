import type { Annotations } from "./annotations";
import type { Attributes, H5Writer } from "./h5-writer";
import type { NewColumn } from "./new-column";

/*
 * The on-disk format of AnnData: https://anndata.readthedocs.io/en/stable/fileformat-prose.html
 * `current` is dataframe 0.2.0 and its like; `old` is AnnData 0.7 (dataframe 0.1.0), whose categories lie in `__categories`.
 */
export type Style = "current" | "old";

const ARRAY = { "encoding-type": "array", "encoding-version": "0.2.0" };
const TEXTS = { "encoding-type": "string-array", "encoding-version": "0.2.0" };
const TEXT = { "encoding-type": "string", "encoding-version": "0.2.0" };
const DICT = { "encoding-type": "dict", "encoding-version": "0.1.0" };

/** The attributes that name an encoding; AnnData 0.7 knows none of them. */
const named = (style: Style, attributes: Attributes) => (style === "old" ? {} : attributes);

/** A column of a dataframe, in the style the dataframe has. */
export function writeColumn(writer: H5Writer, frame: string, column: NewColumn, style: Style): void {
  const path = `${frame}/${column.name}`;
  if (column.kind === "text") return writer.texts(path, column.values, named(style, TEXTS));
  if (column.kind === "number") return writer.numbers(path, column.values, [column.values.length], named(style, ARRAY));
  const most = column.categories.length;
  const codes = most < 2 ** 7 ? Int8Array.from(column.codes) : most < 2 ** 15 ? Int16Array.from(column.codes) : column.codes;
  if (style === "old") {
    const labels = `${frame}/__categories/${column.name}`;
    if (!writer.keys(`${frame}/__categories`)) writer.group(`${frame}/__categories`);
    writer.texts(labels, column.categories);
    writer.setAttribute(labels, "ordered", 0);
    writer.numbers(path, codes);
    return writer.refer(path, "categories", labels);
  }
  writer.group(path, { ordered: 0, "encoding-type": "categorical", "encoding-version": "0.2.0" });
  writer.numbers(`${path}/codes`, codes, [codes.length], ARRAY);
  writer.texts(`${path}/categories`, column.categories, TEXTS);
}

/** A group that holds other things: obsm, uns, or one within them. */
export function writeMapping(writer: H5Writer, path: string, style: Style): void {
  if (!writer.keys(path)) writer.group(path, named(style, DICT));
}

/** A table with a row per name in `ids`, its index. */
export function writeTable(writer: H5Writer, path: string, ids: string[], columns: Iterable<NewColumn>, style: Style): void {
  const version = style === "old" ? "0.1.0" : "0.2.0";
  writer.group(path, { _index: "_index", "column-order": [], "encoding-type": "dataframe", "encoding-version": version });
  writer.texts(`${path}/_index`, ids, named(style, TEXTS));
  const names: string[] = [];
  for (const column of columns) {
    writeColumn(writer, path, column, style);
    names.push(column.name);
  }
  writer.setAttribute(path, "column-order", names);
}

/** Columns, embeddings and notes into a file whose obs is there already and has these cells. */
export function writeAnnotations(
  writer: H5Writer,
  { columns, table, embeddings, models, facts, named: basis, colors }: Annotations,
  cellIds: string[],
  style: Style,
  prefix: string,
): void {
  const names: string[] = [];
  for (const column of columns) {
    writeColumn(writer, "obs", column, style);
    names.push(column.name);
  }
  const order = writer.attribute("obs", "column-order");
  // An empty order is written by anndata as an array of floats.
  if (order !== undefined) writer.setAttribute("obs", "column-order", [...Array.from(order as ArrayLike<unknown>).map(String), ...names]);
  writeMapping(writer, "obsm", style);
  for (const { name, dims, values } of embeddings)
    writer.numbers(`obsm/${name}`, values, [values.length / dims, dims], named(style, ARRAY));
  if (table) writeTable(writer, `obsm/${table.name}`, cellIds, table.columns, style);
  writeMapping(writer, "uns", style);
  writeMapping(writer, `uns/${prefix}`, style);
  writeFacts(writer, `uns/${prefix}`, facts, style);
  if (basis) {
    writeMapping(writer, `uns/${prefix}/annotation`, style);
    writeFacts(writer, `uns/${prefix}/annotation`, basis, style);
  }
  // What the file keeps of colours stays as it is.
  for (const [name, own] of colors)
    if (!writer.keys("uns")?.includes(`${name}_colors`)) writer.texts(`uns/${name}_colors`, own, named(style, TEXTS));
  for (const { name, facts: about, heads } of models) {
    const path = `uns/${prefix}/${name}`;
    writeMapping(writer, path, style);
    writeFacts(writer, path, about, style);
    for (const head of heads) {
      writeMapping(writer, `${path}/${head.name}`, style);
      writer.texts(`${path}/${head.name}/labels`, head.labels, named(style, TEXTS));
      writer.texts(`${path}/${head.name}/ontology_term_ids`, head.ontologyIds, named(style, TEXTS));
    }
  }
}

function writeFacts(writer: H5Writer, path: string, facts: Record<string, string>, style: Style): void {
  for (const [name, value] of Object.entries(facts)) writer.text(`${path}/${name}`, value, named(style, TEXT));
}

/** An AnnData of the same cells with no genes: a file for results alone. */
export function writeSkeleton(writer: H5Writer, cellIds: string[]): void {
  const frame = (path: string, ids: string[]) => {
    writer.group(path, { _index: "_index", "column-order": [], "encoding-type": "dataframe", "encoding-version": "0.2.0" });
    writer.texts(`${path}/_index`, ids, TEXTS);
  };
  writer.setAttribute("/", "encoding-type", "anndata");
  writer.setAttribute("/", "encoding-version", "0.1.0");
  frame("obs", cellIds);
  frame("var", []);
}
