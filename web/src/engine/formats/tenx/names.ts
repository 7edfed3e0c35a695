import { AnalysisError } from "../../../contract/errors";
import { baseName, type NamedBytes } from "../named-bytes";
import { linesOf } from "../text-lines";

/** Names of a matrix's cells or features: columns of text, as many entries each. */
export interface Names {
  file: string;
  rows: number;
  columns: string[][];
  /** The same without the first line, where that may be a heading. */
  withoutHeading: (() => Names) | null;
}

const HEADING = /^"?(barcodes?|cells?|cell_?(id|name|barcode)s?|bc|x|v1|index|genes?|gene_?(id|name|symbol)s?|features?|ensembl_?ids?)"?$/i;

/** Reads a table of names, tab- or comma-separated. Throws AnalysisError where its lines are not of one width. */
export async function readNames(file: NamedBytes): Promise<Names> {
  const name = baseName(file.name);
  const lines = (await linesOf(file)).filter((line) => line.trim() !== "");
  const separator = lines[0]?.includes("\t") ? "\t" : /\.csv(\.gz)?$/i.test(name) ? "," : "\t";
  const rows = lines.map((line) => line.split(separator).map(unquoted));
  const width = rows[0]?.length ?? 1;
  const odd = rows.findIndex((row) => row.length !== width);
  // Descriptions behind the names may be absent here and there; the first columns are what is read.
  if (odd >= 0 && width < 3)
    throw new AnalysisError("bad-file", `Line ${odd + 1} of ${name} has ${rows[odd]!.length} columns, but the first has ${width}.`);
  const of = (from: readonly string[][]): Names => ({
    file: name,
    rows: from.length,
    columns: Array.from({ length: Math.min(width, 6) }, (_, at) => from.map((row) => row[at] ?? "")),
    withoutHeading: from.length === rows.length && HEADING.test(rows[0]?.[0] ?? "-") ? () => of(rows.slice(1)) : null,
  });
  return of(rows);
}

const unquoted = (text: string): string => (text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text);
