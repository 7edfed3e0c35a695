import { AnalysisError } from "../../contract/errors";
import { category, free, type NewColumn } from "../writers/new-column";
import { baseName, type NamedBytes } from "./named-bytes";
import { fieldsOf, separatorOf } from "./table/fields";
import { linesOf } from "./text-lines";

/** A table with a row for each cell or bulk sample, to be joined to a matrix by their names. */
export interface Metadata {
  file: string;
  headings: string[];
  rows: string[][];
}

/** What a table says of some cells. */
export interface Joined {
  columns: NewColumn[];
  /** Cells that have a row. */
  matched: number;
}

const MISSING = /^(|na|nan|n\/a|null|none)$/i;
/** Columns in which the names of cells are looked for. */
const NAMED = 6;
/** A barcode with what tells wells or runs apart behind it, and what programs and authors put before it. */
const BARCODE = /^(.*?)([ACGTN]{6,}(?:[_-][ACGTN]{6,})*)(-\d+)?$/;

/** Names by which a cell may go, the strictest first: as written, without the number behind the barcode, the barcode alone. */
const WAYS: ((name: string) => string)[] = [
  (name) => name,
  (name) => name.replace(/[-.]\d+$/, ""),
  (name) => BARCODE.exec(name.replace(/\.(?=\d+$)/, "-"))?.[2] ?? name,
];

/** Reads a table of text and numbers whole. Throws AnalysisError where it is none. */
export async function readMetadata(file: NamedBytes): Promise<Metadata> {
  const name = baseName(file.name);
  const lines = (await linesOf(file)).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const [first, second] = lines;
  const separator = first === undefined || second === undefined ? null : separatorOf(first.replace(/^\uFEFF/, ""), second);
  if (!separator) throw new AnalysisError("bad-file", `${name} is no table with a heading and a row for each cell.`);
  const head = fieldsOf(first!.replace(/^\uFEFF/, ""), separator);
  const rows = lines.slice(1).map((line) => fieldsOf(line, separator));
  const width = rows[0]!.length;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd >= 0)
    throw new AnalysisError("bad-file", `Row ${odd + 1} of ${name} has ${rows[odd]!.length} fields, but the first has ${width}.`);
  return { file: name, headings: head.length === width ? head : ["", ...head], rows };
}

/**
 * The columns of a table for some cells, by their names: as written, else without the number behind a barcode, else by the barcode alone,
 * in rows that name the `sample` where some do. A name of several rows is none. The same for the samples of bulk tables.
 */
export function joinMetadata({ headings, rows }: Metadata, cells: readonly string[], sample: string): Joined {
  const best = { key: -1, matched: 0, rowOf: new Int32Array(cells.length).fill(-1) };
  const ofSample = rows.some((row) => row.some((field) => field === sample));
  for (const way of WAYS) {
    for (let key = 0; key < Math.min(NAMED, headings.length); key++) {
      const places = new Map<string, number>();
      rows.forEach((row, at) => {
        const isOther = way !== WAYS[0] && isOfAnother(row, key, sample, ofSample);
        if (isOther) return;
        const name = way(row[key]!);
        places.set(name, places.has(name) ? -1 : at);
      });
      const rowOf = Int32Array.from(cells, (cell) => places.get(way(cell)) ?? -1);
      const matched = rowOf.reduce((sum, row) => sum + Number(row >= 0), 0);
      if (matched > best.matched) Object.assign(best, { key, matched, rowOf });
    }
    if (best.matched > 0) break;
  }
  if (best.matched === 0) return { columns: [], matched: 0 };
  const taken = new Set(["_index", "index"]);
  const columns = headings.flatMap((heading, at) =>
    at === best.key ? [] : [columnOf(free(heading.trim().replaceAll("/", "_") || `column_${at + 1}`, taken), best.rowOf, rows, at)],
  );
  return { columns, matched: best.matched };
}

/** Whether a row names another sample, where rows name this one: in a column, or before the barcode. */
function isOfAnother(row: string[], key: number, sample: string, ofSample: boolean): boolean {
  if (ofSample) return !row.includes(sample);
  const before = BARCODE.exec(row[key]!)?.[1] ?? "";
  return before !== "" && sample !== "" && !before.includes(sample) && !sample.includes(before.replace(/[^A-Za-z0-9]+$/, ""));
}

function columnOf(name: string, rowOf: Int32Array, rows: string[][], at: number): NewColumn {
  return textColumn(
    name,
    Array.from(rowOf, (row) => (row < 0 ? "" : rows[row]![at]!.trim())),
  );
}

/** Numbers where all of a column are, else categories; missing as R and pandas write it. */
export function textColumn(name: string, texts: string[]): NewColumn {
  const isNumbers = texts.every((text) => MISSING.test(text) || Number.isFinite(Number(text)));
  if (isNumbers && texts.some((text) => !MISSING.test(text)))
    return { name, kind: "number", values: Float64Array.from(texts, (text) => (MISSING.test(text) ? NaN : Number(text))) };
  const labels = [...new Set(texts)].sort();
  const codes = new Map(labels.map((label, code) => [label, MISSING.test(label) ? -1 : code]));
  return {
    name,
    ...category(
      Int32Array.from(texts, (text) => codes.get(text)!),
      labels,
    ),
  };
}

/** What is told of a join. */
export function joinedNote({ file, rows }: Metadata, { matched, columns }: Joined, cells: number): string {
  const many = (value: number) => value.toLocaleString("en");
  return matched === 0
    ? `None of the ${many(cells)} names is among the ${many(rows.length)} rows of ${file}: it is not used.`
    : `${many(matched)} of ${many(cells)} have a row in ${file}, by their names: ${columns.length} columns were added.`;
}
