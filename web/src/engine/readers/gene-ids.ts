import { AnalysisError } from "../../contract/errors";
import { GENE_COLUMNS, plainHeading } from "../../contract/gene-columns";
import type { GeneIds } from "../contract/cells";
import { noColumn, textOf, type Frame } from "./columns";

/** Names looked at to judge a column by. */
const LOOKED_AT = 2000;
const ENSEMBL = String.raw`ENS[A-Z]*G\d{11}(?:\.\d+)?(?:_PAR_Y)?`;
/** A symbol and an id in one name: SYMBOL_ENSG…, SYMBOL|ENSG…, ENSG…_SYMBOL. */
const COMPOSITES = [
  new RegExp(`^(?<symbol>.+?)[_|;: ]+\\(?(?<id>${ENSEMBL})\\)?$`),
  new RegExp(`^(?<id>${ENSEMBL})[_|;: ]+(?<symbol>.+)$`),
];
const GENE = /^(ENS[A-Z]*G\d{11}(\.\d+)?|[A-Za-z][A-Za-z0-9]*([-._:/][A-Za-z0-9]+)*)$/;

/** Columns of a table that can name its genes: text, with mostly different values. */
export function geneColumns(table: Frame): string[] {
  return table.columns.filter(({ kind }) => kind !== "number" && kind !== "boolean").map(({ name }) => name);
}

/**
 * Names of a table's genes: its index, and the columns that may hold better ones by their heading; where the index is numbers and no
 * heading is known, the column that looks most like genes. A symbol and an id in one name are taken apart. `from`: that column alone.
 */
export function readGeneIds(file: { name: string }, table: Frame, from?: string): GeneIds {
  if (from !== undefined) {
    if (from !== "_index" && !table.columns.some(({ name }) => name === from)) throw noColumn(file, table.path, from, table.columns);
    return apart({ source: from, ids: from === "_index" ? table.index() : textOf(table.column(from)), alternatives: [] });
  }
  const ids = table.index();
  const columns = geneColumns(table);
  const known = GENE_COLUMNS.flatMap((heading) => columns.filter((name) => plainHeading(name) === plainHeading(heading)));
  const read = (name: string) => ({ name, values: textOf(table.column(name)) });
  const alternatives = [...new Set(known)].map(read).filter(({ values }) => distinct(values) > 0.5);
  if (alternatives.length === 0 && areNumbers(ids)) {
    const best = columns
      .map(read)
      .map((column) => ({ column, share: distinct(column.values) > 0.5 ? geneLike(column.values) : 0 }))
      .reduce<{ column: GeneIds["alternatives"][number] | null; share: number }>((most, one) => (one.share > most.share ? one : most), {
        column: null,
        share: 0.5,
      });
    if (best.column) alternatives.push(best.column);
  }
  return apart({ ids, alternatives });
}

/** The columns of a 10x file's features by the names of scanpy and by those of the file; `from` takes one alone. */
export function pickGeneIds(file: string, ids: GeneIds, from?: string): GeneIds {
  if (from === undefined) return ids;
  if (from === "_index") return { source: from, ids: ids.ids, alternatives: [] };
  const found = ids.alternatives.find(({ name }) => name === from);
  if (!found)
    throw new AnalysisError(
      "bad-input",
      `${file} has no column of features named ${from}; it has _index, ${ids.alternatives.map(({ name }) => name).join(", ")}.`,
    );
  return { source: from, ids: found.values, alternatives: [] };
}

/** Takes symbols and ids apart in every column of composites. */
function apart({ ids, alternatives, ...rest }: GeneIds): GeneIds {
  const first = takenApart(ids);
  const others = alternatives.flatMap(({ name, values }) => {
    const parts = takenApart(values);
    return parts
      ? [
          { name, values: parts.symbols },
          { name, values: parts.ids },
        ]
      : [{ name, values }];
  });
  if (!first) return { ...rest, ids, alternatives: others };
  const index = rest.source ?? "_index";
  return { ...rest, ids: first.symbols, alternatives: [{ name: index, values: first.ids }, ...others] };
}

function takenApart(names: string[]): { symbols: string[]; ids: string[] } | null {
  const looked = names.slice(0, LOOKED_AT).filter(Boolean);
  const pattern = COMPOSITES.find((one) => looked.filter((name) => one.test(name)).length * 2 > looked.length);
  if (!pattern) return null;
  const parts = names.map((name) => pattern.exec(name)?.groups);
  return { symbols: parts.map((part, gene) => part?.symbol ?? names[gene]!), ids: parts.map((part) => part?.id ?? "") };
}

function distinct(values: string[]): number {
  const looked = values.slice(0, LOOKED_AT).filter(Boolean);
  return looked.length === 0 ? 0 : new Set(looked).size / looked.length;
}

function geneLike(values: string[]): number {
  const looked = values.slice(0, LOOKED_AT).filter(Boolean);
  return looked.length === 0 ? 0 : looked.filter((value) => GENE.test(value)).length / looked.length;
}

function areNumbers(ids: string[]): boolean {
  const looked = ids.slice(0, LOOKED_AT);
  return looked.filter((id) => /^\d+$/.test(id)).length * 2 > looked.length;
}
