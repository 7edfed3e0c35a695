import { AnalysisError } from "../../contract/errors";
import type { GeneIds } from "../contract/cells";

/** Pairs of genes of two species, each gene in one pair: what a one-to-many table says more of is left out. */
export interface Orthologs {
  pairs: [string, string][];
  /** Rows left out because one of their genes has several partners. */
  ambiguous: number;
  /** The first of a pair is the file's, whichever column names more of its genes. */
  isDirected?: boolean;
}

/** Names as they are compared: Ensembl versions do not matter. Case does: it is all that tells Cd3e from CD3E. */
export const key = (name: string) => name.trim().replace(/^(ENS[A-Z]*G\d{11})\.\d+$/, "$1");

/** The cells of a table, by tab or comma, without quotes. */
export const cellsOf = (text: string): string[][] =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.split(line.includes("\t") ? "\t" : ",").map((cell) => cell.trim().replaceAll(/^"|"$/g, "")));

/** Reads a table of two columns, by tab or comma: a gene and its ortholog. A first row of headings is a pair that no file has. */
export function readOrthologs(text: string): Orthologs {
  const pairs = cellsOf(text)
    .filter((row) => row[0] && row[1])
    .map((row): [string, string] => [row[0]!, row[1]!]);
  if (pairs.length === 0)
    throw new AnalysisError(
      "bad-input",
      "The table of orthologs has no row of two genes. Give two columns, separated by tab or comma: a gene, and its one-to-one " +
        "ortholog in the other species.",
    );
  const { rows, ambiguous } = oneToOne(pairs, [0, 1]);
  return { pairs: rows, ambiguous };
}

/**
 * Rows that are one to one in some columns: one that repeats another is dropped, one with an id that another row has
 * too is left out and counted. A column may be empty.
 */
export function oneToOne<Row extends string[]>(all: Row[], columns: number[]): { rows: Row[]; ambiguous: number } {
  const distinct = [...new Map(all.map((row) => [columns.map((column) => key(row[column]!)).join("\t"), row])).values()];
  const counts = columns.map((column) => {
    const times = new Map<string, number>();
    for (const row of distinct) times.set(key(row[column]!), (times.get(key(row[column]!)) ?? 0) + 1);
    return times;
  });
  const rows = distinct.filter((row) => columns.every((column, i) => !row[column] || counts[i]!.get(key(row[column])) === 1));
  return { rows, ambiguous: distinct.length - rows.length };
}

/**
 * A file's genes by their orthologs' names; genes without one have no name. The column that names more of the file's
 * genes is taken for its species, unless the pairs say which.
 */
export function translate({ ids, alternatives }: GeneIds, { pairs, isDirected = false }: Orthologs): { genes: GeneIds; found: number } {
  const columns = [ids, ...alternatives.map(({ values }) => values)];
  const directions = (
    [
      [0, 1],
      [1, 0],
    ] as const
  ).map(([from, to]) => {
    const partner = new Map(pairs.map((pair) => [key(pair[from]), pair[to]]));
    const names = ids.map((_, gene) => {
      for (const column of columns) {
        const found = partner.get(key(column[gene] ?? ""));
        if (found !== undefined) return found;
      }
      return "";
    });
    return { names, found: names.filter(Boolean).length };
  });
  const [forth, back] = directions as [(typeof directions)[0], (typeof directions)[0]];
  const { names, found } = isDirected || forth.found >= back.found ? forth : back;
  return { genes: { ids: names, alternatives: [] }, found };
}
