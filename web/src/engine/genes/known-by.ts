import { AnalysisError } from "../../contract/errors";
import type { OrthologColumns } from "../../contract/types";
import { columnOf, columnsOf, pairsOf, readOrthologTable, type OrthologTable } from "./ortholog-table";
import type { Vocabulary } from "./vocabulary";
import { cellsOf, readOrthologs, type Orthologs } from "./orthologs";
import type { GeneIds } from "../contract/cells";

/** Orthologs of a file, and the headings of the columns taken where the table has several to choose from. */
export interface KnownBy {
  orthologs: Orthologs;
  taken: { from: string; to: string } | null;
}

/**
 * Reads a table of orthologs for a file of `genes` and models of `vocabularies`: two columns are a pair, of more those
 * that file and models are written in are taken.
 */
export function knownBy(text: string, genes: GeneIds, vocabularies: GeneIds[], asked?: OrthologColumns): KnownBy {
  if (asked) return among(readOrthologTable(text), asked);
  return chosen(text, genes, vocabularies) ?? { orthologs: readOrthologs(text), taken: null };
}

/** A model's genes as a file's are: by symbol, or by Ensembl id. */
export function vocabularyIds({ symbols, ensemblIds }: Vocabulary): GeneIds {
  return { ids: symbols, alternatives: [{ name: "ensembl_id", values: ensemblIds }] };
}

function among(table: OrthologTable, { from, to, used }: OrthologColumns): KnownBy {
  const at = (heading: string) => {
    const found = table.columns.findIndex(({ name }) => name === heading);
    if (found < 0)
      throw new AnalysisError(
        "bad-input",
        `The table of orthologs has no column ${heading}; it has ${table.columns.map(({ name }) => name).join(", ")}.`,
      );
    return found;
  };
  return { orthologs: pairsOf(table, at(from), at(to), used.map(at)), taken: { from, to } };
}

/**
 * Of a table of many columns those of the file and of a model that is written otherwise; the file's own twice where
 * every model is written as it is. Null: no choice, or none that says anything.
 */
function chosen(text: string, genes: GeneIds, vocabularies: GeneIds[]): KnownBy | null {
  if (cellsOf(text.slice(0, text.indexOf("\n") + 1 || undefined))[0]!.filter(Boolean).length < 3) return null;
  const table = readOrthologTable(text);
  const all = columnsOf(table, null);
  const own = columnOf(table, genes, all);
  const theirs = vocabularies.map((vocabulary) => columnOf(table, vocabulary, all)).filter(({ found }) => found > 0);
  if (own.found === 0 || theirs.length === 0) return null;
  const { species } = table.columns[own.column]!;
  const others = theirs.filter(({ column }) => table.columns[column]!.species !== species);
  const to = (others.length > 0 ? others : theirs).reduce((most, one) => (one.found > most.found ? one : most)).column;
  return {
    orthologs: pairsOf(table, own.column, to, [...new Set([own.column, to])]),
    taken: { from: table.columns[own.column]!.name, to: table.columns[to]!.name },
  };
}
