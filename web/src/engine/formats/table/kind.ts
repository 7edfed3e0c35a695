import type { NamedBytes } from "../named-bytes";
import { fieldsOf, separatorOf } from "./fields";
import { genesIn } from "./genes-in";

/** What a table is by its first lines. */
export interface TableLook {
  /** `numbers`: expression, by cells, samples or profiles; `columns`: something said of each row in columns of text and numbers. */
  kind: "numbers" | "columns" | "none";
  /** Names of the first rows, and of the columns. */
  rows: string[];
  columns: string[];
}

const ROWS = 40;
/** Bytes within which two lines must end: a heading of a million cells has 20 MB. */
const MOST_BYTES = 64e6;
const ENOUGH_BYTES = 1 << 18;
const NUMBER = /^\s*"?([+-]?(\d+([.,]\d*)?|\.\d+)(e[+-]?\d+)?|nan|na|inf|)"?\s*$/i;
const BARCODE = /(^|[^A-Z])[ACGT]{8,}($|[^A-Z])/;
/** More columns than any reference has profiles. */
const MOST_PROFILES = 20_000;

/** Looks at the first lines of a table. Throws AnalysisError where it cannot be read. */
export async function lookAt(file: NamedBytes): Promise<TableLook> {
  const lines = await firstLines(file);
  const isGct = /^#1\.[23]\s*$/.test(lines[0] ?? "");
  const all = isGct ? lines.slice(2) : lines.filter((line) => line !== "" && !line.startsWith("#"));
  const [first = "", ...below] = all;
  const separator = below[0] === undefined ? null : separatorOf(first, below[0]);
  if (!separator || lines.some((line) => line.includes("\0"))) return { kind: "none", rows: [], columns: [] };
  const head = fieldsOf(first, separator);
  const rows = below.map((line) => fieldsOf(line, separator));
  const columns = head.slice(head.length === rows[0]!.length ? 1 : 0);
  const isNumbers = isGct || rows.every((row) => row.slice(1).every((field) => NUMBER.test(field)));
  return { kind: isNumbers ? "numbers" : "columns", rows: rows.map(([name = ""]) => name), columns };
}

/** Names of columns of a table that may be a reference's profiles as well as samples; null for what are cells without doubt. */
export async function profilesIn(file: NamedBytes): Promise<string[] | null> {
  const { rows, columns } = await lookAt(file);
  const isOfCells = genesIn(rows, columns) === "columns" ? rows : columns;
  const barcodes = isOfCells.filter((name) => BARCODE.test(name)).length;
  return barcodes * 2 > isOfCells.length || isOfCells.length > MOST_PROFILES ? null : isOfCells.slice(0, 4);
}

async function firstLines(file: NamedBytes): Promise<string[]> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of file.chunks()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MOST_BYTES || (text.length > ENOUGH_BYTES && text.split("\n", ROWS + 2).length > 3)) break;
  }
  const lines = text.replace(/^\uFEFF/, "").split("\n", ROWS + 1);
  // The last may be cut off.
  if (text.split("\n", ROWS + 2).length <= ROWS + 1 && !text.endsWith("\n") && lines.length > 3) lines.pop();
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}
