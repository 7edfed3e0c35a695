import { AnalysisError } from "../../contract/errors";
import { cellsOf, key, oneToOne, type Orthologs } from "./orthologs";
import type { GeneIds } from "../contract/cells";

export interface OrthologColumn {
  /** Its heading. */
  name: string;
  /** The heading, or what Ensembl BioMart's headings say of the species: `Mouse gene stable ID` is of mouse. */
  species: string;
}

/** Genes of several species: a row per group of orthologs, a column per species, or one of ids and one of names. */
export interface OrthologTable {
  columns: OrthologColumn[];
  /** A name per column; empty where the species has no gene in the row. */
  rows: string[][];
}

/** Headings of BioMart's exports, and of its attributes in R. Group 1 is the species, which the table's own species lacks. */
const BIOMART = [
  /^(.*?)\s*gene (?:stable id|name)(?: version)?$/i,
  /^(?:(.+)_homolog_)?(?:ensembl_gene|ensembl_gene_id|ensembl_gene_id_version|associated_gene_name|external_gene_name)$/i,
];

/** Whose ids begin so, for BioMart's columns that do not name their species. */
const OF_IDS: Record<string, string> = {
  ENSG: "human",
  ENSMUSG: "mouse",
  ENSRNOG: "rat",
  ENSPTRG: "chimpanzee",
  ENSGGOG: "gorilla",
  ENSMMUG: "macaque",
  ENSCJAG: "marmoset",
  ENSMODG: "opossum",
  ENSOANG: "platypus",
  ENSGALG: "chicken",
  ENSDARG: "zebrafish",
  ENSSSCG: "pig",
};

/** The species that BioMart's heading names: `""` for the table's own, null where the heading is none of BioMart's columns of genes. */
function biomartSpecies(heading: string): string | null {
  const found = BIOMART.map((pattern) => pattern.exec(heading.trim())).find(Boolean);
  return found ? (found[1] ?? "").trim().toLowerCase() : null;
}

/**
 * Reads a table whose first row names its columns, by tab or comma. Of a BioMart export columns of genes alone are
 * taken. Throws where there are not two.
 */
export function readOrthologTable(text: string): OrthologTable {
  const [headings = [], ...lines] = cellsOf(text);
  const told = headings.map(biomartSpecies);
  const isBiomart = told.some((species) => species !== null);
  const taken = [...headings.keys()].filter((at) => headings[at] && (!isBiomart || told[at] !== null));
  if (taken.length < 2)
    throw new AnalysisError(
      "bad-input",
      `The table of orthologs has ${taken.length === 0 ? "no column" : "one column"} of genes. Give a first row of names and a ` +
        `column for every species, separated by tab or comma.`,
    );
  const rows = lines.map((cells) => taken.map((at) => cells[at] ?? "")).filter((cells) => cells.some(Boolean));
  if (rows.length === 0)
    throw new AnalysisError("bad-input", "The table of orthologs has no row below its names. Give a row for every group of orthologs.");
  const own = told.findIndex((species, at) => species === "" && OF_IDS[prefixOf(lines, at)]);
  const ownSpecies = own < 0 ? "reference" : OF_IDS[prefixOf(lines, own)]!;
  return {
    columns: taken.map((at) => ({ name: headings[at]!, species: told[at] === null ? headings[at]! : told[at] || ownSpecies })),
    rows,
  };
}

function prefixOf(lines: string[][], at: number): string {
  return /^(ENS[A-Z]*G)\d{11}/.exec(lines.find((cells) => cells[at])?.[at] ?? "")?.[1] ?? "";
}

const isSame = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Columns of a species, by its name or a heading; all without one. Throws where there is none. */
export function columnsOf({ columns }: OrthologTable, species: string | null): number[] {
  const found = [...columns.keys()].filter(
    (at) => species === null || isSame(columns[at]!.species, species) || isSame(columns[at]!.name, species),
  );
  if (found.length === 0)
    throw new AnalysisError(
      "bad-input",
      `The table of orthologs has no column for ${species}; it has ${[...new Set(columns.map((column) => column.species))].join(", ")}.`,
    );
  return found;
}

/** Of some columns the one that names most of the genes, how many those are, and another species whose column names nearly as many. */
export function columnOf(
  table: OrthologTable,
  { ids, alternatives }: GeneIds,
  among: number[],
): { column: number; found: number; rival: string | null } {
  const names = [ids, ...alternatives.map(({ values }) => values)];
  const counted = among.map((column) => {
    const known = new Set(
      table.rows
        .map((row) => row[column]!)
        .filter(Boolean)
        .map(key),
    );
    const found = ids.reduce((sum, _, gene) => sum + Number(names.some((list) => known.has(key(list[gene] ?? "")))), 0);
    return { column, found };
  });
  const best = counted.reduce((most, one) => (one.found > most.found ? one : most));
  const { species } = table.columns[best.column]!;
  const rival = counted.find(({ column, found }) => table.columns[column]!.species !== species && found > 0 && found >= 0.9 * best.found);
  return { ...best, rival: rival ? table.columns[rival.column]!.species : null };
}

/**
 * Genes of one column by those of another. Rows are used that are one to one in all columns of `used`, and have a gene in two of them:
 * a row with an id that another row repeats is left out and counted.
 */
export function pairsOf(table: OrthologTable, from: number, to: number, used: number[]): Orthologs {
  const { rows, ambiguous } = oneToOne(
    table.rows.filter((row) => used.filter((column) => row[column]).length >= Math.min(2, used.length)),
    used,
  );
  return { pairs: rows.filter((row) => row[from] && row[to]).map((row) => [row[from]!, row[to]!]), ambiguous, isDirected: true };
}
