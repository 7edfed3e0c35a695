import { csvParseRows, tsvParseRows } from "d3-dsv";
import { AnalysisError } from "../../../contract/errors";
import type { MarkerFile } from "../../../contract/groups";
import type { HeadInfo } from "../../../contract/types";
import type { OpenedFile } from "../../file/opened-file";
import type { Aliases, GeneNames } from "../../genes/names";
import { parseGeneSets } from "../gene-sets/parse";
import { ontology } from "../trust/is-a";
import { truthFor } from "../trust/labels";

/** Where the markers that come with the tool are among its own files; models/markers.py makes them. */
export const MARKERS = "markers/human.tsv";

const TYPE_HEADINGS = ["cell_type", "celltype", "cell type", "class", "type", "label", "cluster", "cell_name", "cellname"];
const GENE_HEADINGS = ["gene", "genes", "symbol", "gene_symbol", "official gene symbol", "marker", "markers", "names"];

/** A marker gene as the file's matrix has it. */
export interface Marker {
  name: string;
  /** Its column in the matrix. */
  gene: number;
}

/** Markers of the classes of a head that the file measures, by class code. */
export interface KnownMarkers {
  source: string;
  byClass: Map<number, Marker[]>;
  /**
   * Share of another class's markers to be expected among the top genes of a class: class code, then the other's; null of markers of the
   * user's own, whose kin is not known.
   */
  kin: Map<number, Map<number, number>> | null;
  notes: string[];
}

/** A table with headings, as rows of its fields. d3's own objects are made by eval, which the page forbids. */
function tableOf(name: string, text: string): { columns: string[]; rows: string[][] } {
  const plain = text.replace(/^\uFEFF/, "");
  const [columns = [], ...rows] = /\.tsv$/i.test(name) ? tsvParseRows(plain) : csvParseRows(plain);
  return { columns, rows };
}

/** Where the first of some known headings stands; -1 where none does. */
const headingOf = (columns: readonly string[], known: readonly string[]) =>
  known.map((name) => columns.findIndex((column) => column.trim().toLowerCase() === name)).find((at) => at >= 0) ?? -1;

/**
 * Cell types with their genes, of a table (.csv, .tsv) with a column of types and one of genes, several apart by spaces, commas or
 * semicolons; else of GMT or GMX. Throws AnalysisError("bad-input").
 */
export function parseMarkers({ name, text }: MarkerFile): { types: Map<string, string[]>; notes: string[] } {
  const types = new Map<string, string[]>();
  const add = (type: string, genes: string[]) => types.set(type, [...new Set([...(types.get(type) ?? []), ...genes])]);
  if (!/\.(csv|tsv)$/i.test(name)) {
    const { sets, notes } = parseGeneSets({ name, text });
    for (const set of sets) add(set.name, set.genes);
    return { types, notes };
  }
  const { columns, rows } = tableOf(name, text);
  const [type, gene] = [headingOf(columns, TYPE_HEADINGS), headingOf(columns, GENE_HEADINGS)];
  if (type < 0 || gene < 0)
    throw new AnalysisError(
      "bad-input",
      `${name} has no column of ${type < 0 ? "cell types (cell_type)" : "genes (gene)"}; it has ${columns.join(", ")}.`,
    );
  for (const row of rows) {
    const genes = (row[gene] ?? "").split(/[\s,;|]+/).filter(Boolean);
    if (row[type]?.trim() && genes.length > 0) add(row[type].trim(), genes);
  }
  if (types.size === 0) throw new AnalysisError("bad-input", `${name} names no gene of any cell type.`);
  return { types, notes: [] };
}

function columnOf(names: GeneNames, aliases: Aliases, gene: string): number | undefined {
  const meant = [gene, ...(aliases.get(gene.toLowerCase()) ?? [])];
  return meant.flatMap((name) => names.findListed(name) ?? [])[0];
}

/** The markers of a head's classes in a matrix: the user's own, or those that come with the tool. */
export async function knownMarkers(
  file: OpenedFile,
  matrix: string,
  head: HeadInfo,
  aliases: Aliases,
  own: MarkerFile | undefined,
): Promise<KnownMarkers> {
  const read = own ?? { name: MARKERS, text: new TextDecoder().decode(await file.asset(MARKERS)) };
  const { types, notes } = parseMarkers(read);
  const names = await file.geneNames(matrix);
  const categories = [...types.keys()];
  const column = { name: read.name, kind: "text" as const, categories, codes: Int32Array.from(categories.keys()) };
  const { matches } = truthFor({ column, ids: null, terms: await ontology(file.asset) }, head.classes, {
    phenotype: head.phenotype,
    column: read.name,
  });
  const codeOf = new Map(matches.map(({ label, code }) => [label, code]));
  const byClass = new Map<number, Marker[]>();
  for (const { label, code } of matches) {
    if (code < 0) continue;
    const known = byClass.get(code) ?? [];
    for (const name of types.get(label)!) {
      const gene = columnOf(names, aliases, name);
      if (gene !== undefined && !known.some((one) => one.gene === gene)) known.push({ name, gene });
    }
    byClass.set(code, known);
  }
  const lost = matches.filter(({ code }) => code < 0).map(({ label }) => label);
  if (own && lost.length > 0)
    notes.push(
      `${lost.length} of ${categories.length} cell types of ${own.name} are no class of the model: ${lost.slice(0, 5).join(", ")}.`,
    );
  return { source: own?.name ?? "built-in", byClass, kin: own ? null : kinOf(read.text, codeOf), notes };
}

/** The column `kin` of the built-in table: CLASS:SHARE, several apart by |. */
function kinOf(text: string, codeOf: ReadonlyMap<string, number>): Map<number, Map<number, number>> {
  const known = (label: string) => codeOf.get(label) ?? -1;
  const { columns, rows } = tableOf(MARKERS, text);
  const [label, kin] = [columns.indexOf("class"), columns.indexOf("kin")];
  return new Map(
    rows.map((row) => [
      known(row[label]!),
      new Map(
        (row[kin] ?? "")
          .split("|")
          .filter(Boolean)
          .map((one) => [known(one.slice(0, one.lastIndexOf(":"))), Number(one.slice(one.lastIndexOf(":") + 1))]),
      ),
    ]),
  );
}
