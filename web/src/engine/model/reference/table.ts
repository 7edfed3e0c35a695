import { dsvFormat } from "d3-dsv";
import { AnalysisError } from "../../../contract/errors";
import { checkGenes, labelled, withoutMissing, type Profiles } from "./profiles";

/** How much the names of a list look like those of genes: the core's judgement. */
export type GeneLikeness = (names: readonly string[]) => number;

/** Words for a value that is missing. */
const MISSING = /^(|na|nan|n\/a|null|none|\.)$/i;
/** Columns of numbers that are no expression. */
const NO_PROFILE = /^(entrez.*|ncbi.*|gene_?id|gene_?length|length|start|end|index|no\.?)$/i;
const ENSEMBL = /^ENS[A-Z]*G\d{6,}/;
/** More columns than this are cells, not types. */
const MOST_PROFILES = 20_000;

/** Rows of fields, all of one length; the header first, with a field for each. */
interface Table {
  header: string[];
  rows: string[][];
}

/**
 * Reference profiles of a table: CSV, TSV (also with R's header, one field short) or GCT, with genes in rows and types
 * in columns or the other way round. Throws AnalysisError(bad-file).
 */
export function readProfiles(name: string, text: string, likeness: GeneLikeness): Profiles {
  const { header, rows } = tableOf(name, text);
  const isText = header.map((_, column) => isTextColumn(rows, column));
  const named = isText.flatMap((is, column) => (is ? [column] : []));
  const numbers = isText.flatMap((is, column) => (is || NO_PROFILE.test(header[column]!.trim()) ? [] : [column]));
  if (numbers.length === 0 || named.length === 0)
    throw new AnalysisError(
      "bad-file",
      `${name} has no ${numbers.length === 0 ? "column of numbers" : "names of genes in a column"}: a reference is a table with ` +
        "a row for each gene and a column for each cell type, or the other way round.",
    );
  const across = numbers.map((column) => header[column]!.trim());
  const isTurned = genesAre(rows, named, across, likeness) === "columns";
  if ((isTurned ? rows.length : across.length) > MOST_PROFILES)
    throw new AnalysisError("bad-file", `${name} has too many profiles to be types of cells (${Math.max(rows.length, across.length)}).`);
  const found = isTurned ? turned(name, rows, named[0]!, numbers, across) : upright(name, header, rows, named, numbers, across);
  checkGenes(name, found.genes);
  return withoutMissing(name, found);
}

function upright(
  name: string,
  header: string[],
  rows: string[][],
  named: number[],
  numbers: number[],
  across: string[],
): Omit<Profiles, "missing" | "scale"> {
  const share = (column: number) => rows.filter((row) => ENSEMBL.test(row[column]!)).length / rows.length;
  const ids = named.find((column) => share(column) > 0.5);
  const symbols = named.find((column) => column !== ids && new Set(rows.map((row) => row[column])).size > rows.length / 2);
  const strip = (id: string) => id.replace(/\.\d+$/, "");
  const ensembl = rows.map((row) => (ids === undefined ? "" : strip(row[ids]!)));
  // Where ids tell genes apart, a symbol may stand for several: the id is the name then.
  const written = symbols === undefined ? null : rows.map((row) => row[symbols]!.trim());
  const isUnique = written !== null && new Set(written).size === written.length;
  const genes =
    written && (isUnique || ids === undefined) ? written : ids === undefined ? rows.map((row) => row[named[0]!]!.trim()) : ensembl;
  const values = new Float64Array(rows.length * numbers.length);
  rows.forEach((row, r) =>
    numbers.forEach((column, c) => (values[r * numbers.length + c] = numberOf(name, row[column]!, r, header[column]!))),
  );
  return { genes, ensembl, values, ...labelled(name, across) };
}

function turned(name: string, rows: string[][], label: number, numbers: number[], across: string[]): Omit<Profiles, "missing" | "scale"> {
  const values = new Float64Array(rows.length * numbers.length);
  numbers.forEach((column, gene) =>
    rows.forEach((row, p) => (values[gene * rows.length + p] = numberOf(name, row[column]!, p, across[gene]!))),
  );
  const ensembl = across.map((gene) => (ENSEMBL.test(gene) ? gene.replace(/\.\d+$/, "") : ""));
  const labels = labelled(
    name,
    rows.map((row) => row[label]!.trim()),
  );
  return { genes: ensembl.every(Boolean) ? ensembl : across, ensembl, values, ...labels };
}

/** By their names; where these tell nothing, there are more genes than types. */
function genesAre(rows: string[][], named: number[], across: string[], likeness: GeneLikeness): "rows" | "columns" {
  const down = Math.max(...named.map((column) => likeness(rows.map((row) => row[column]!.trim()))));
  const right = likeness(across);
  if (down !== right) return down > right ? "rows" : "columns";
  return rows.length >= across.length ? "rows" : "columns";
}

/** Whether a column holds names: more than half of it is neither a number nor missing. */
function isTextColumn(rows: string[][], column: number): boolean {
  const texts = rows.filter((row) => !MISSING.test(row[column]!.trim()) && Number.isNaN(Number(row[column]))).length;
  return texts > rows.length / 2;
}

function numberOf(name: string, field: string, row: number, column: string): number {
  const text = field.trim();
  if (MISSING.test(text)) return NaN;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw new AnalysisError(
    "bad-file",
    `${name} has '${text.slice(0, 20)}' in row ${(row + 1).toLocaleString("en")} of column ${column.slice(0, 40)}, which is no number.`,
  );
}

function tableOf(name: string, text: string): Table {
  const plain = text.replace(/^\uFEFF/, "");
  const isGct = /^#1\.[23]/.test(plain);
  const first = isGct ? "\t" : (plain.slice(0, Math.max(0, plain.indexOf("\n")) || undefined) ?? "");
  const delimiter = first.includes("\t") ? "\t" : first.split(";").length > first.split(",").length ? ";" : ",";
  const all = dsvFormat(delimiter)
    .parseRows(plain)
    .filter((row) => row.length > 1 || row[0]!.trim() !== "");
  const { lines, skip } = isGct ? gct(all) : { lines: all, skip: 0 };
  const [header, ...below] = lines;
  const rows = below.slice(skip);
  if (!header || rows.length === 0) throw new AnalysisError("bad-file", `${name} holds no table: there is no row below its header.`);
  const width = rows[0]!.length;
  // R writes no name above the names of rows.
  const whole = header.length === width - 1 ? ["", ...header] : header;
  const odd = [whole, ...rows].findIndex((row) => row.length !== width);
  if (odd >= 0)
    throw new AnalysisError(
      "bad-file",
      `Row ${odd.toLocaleString("en")} of ${name} has ${(odd === 0 ? whole : rows[odd - 1]!).length} fields where ${width} are due.`,
    );
  return { header: whole, rows };
}

/** Below #1.2 or #1.3 stand the sizes; of the latter also how many rows of samples' annotation follow the header. */
function gct(all: string[][]): { lines: string[][]; skip: number } {
  const annotation = all[0]![0]!.startsWith("#1.3") ? Number(all[1]?.[3] ?? 0) : 0;
  return { lines: all.slice(2), skip: Number.isInteger(annotation) ? annotation : 0 };
}
