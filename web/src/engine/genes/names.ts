import type { GeneIds } from "../contract/cells";
import type { Vocabulary } from "./vocabulary";

const IDENTIFIER = /^(ENS[A-Z]*G\d+(\.\d+)?|\d+|ENTREZ.*)$/;
const ENSEMBL = /^(ENS[A-Z]*G\d{11})/;
/** Names that a column is judged by: those at its start. */
const JUDGED = 200;

/** The genes of a matrix by the names people use. */
export class GeneNames {
  /** The column whose names are read: `_index` or the name of another. */
  readonly source: string;
  /** A readable name per column of the matrix: a symbol where the file has one. */
  readonly symbols: string[];
  private readonly names: string[];
  private readonly columns = new Map<string, number[]>();
  private ensembl: string[] | undefined;

  constructor(private readonly ids: GeneIds) {
    const readable = readableColumn(ids);
    this.source = readable?.name ?? ids.source ?? "_index";
    const names = (this.symbols = readable ? readable.values.map((name, i) => name || ids.ids[i]!) : ids.ids);
    const known = new Map<string, string>();
    for (const list of [names, ids.ids, ...ids.alternatives.map(({ values }) => values)]) {
      list.forEach((name, column) => {
        if (!name) return;
        const bare = withoutGenome(name);
        if (bare !== name && !this.columns.has(bare.toLowerCase())) this.columns.set(bare.toLowerCase(), [column]);
        const key = name.toLowerCase();
        if (!known.has(key)) known.set(key, name);
        const columns = this.columns.get(key);
        if (!columns) this.columns.set(key, [column]);
        else if (list === names && !columns.includes(column)) columns.push(column);
      });
    }
    this.names = [...new Set([...names, ...known.values()])].filter(Boolean);
  }

  /** An Ensembl id per column of the matrix, without its version; empty where the file gives none. */
  get ensemblIds(): string[] {
    const { ids, alternatives } = this.ids;
    const isMostly = (names: string[]) =>
      names.slice(0, JUDGED).filter((name) => ENSEMBL.test(name)).length > Math.min(JUDGED, names.length) / 2;
    const column = [ids, ...alternatives.map(({ values }) => values)].find(isMostly);
    return (this.ensembl ??= ids.map((_, gene) => ENSEMBL.exec(column?.[gene] ?? "")?.[1] ?? ""));
  }

  /** Columns of a gene given by any of its names; several where the file repeats it. */
  find(gene: string): number[] | undefined {
    return this.columns.get(gene.trim().toLowerCase());
  }

  /** The same, of a name as lists of genes write it: with a version, too. */
  findListed(gene: string): number[] | undefined {
    return this.find(gene) ?? this.find(gene.replace(/\.\d+$/, ""));
  }

  /** Names that start with what was typed, then names that hold it; shortest first. */
  suggest(prefix: string, limit: number): string[] {
    const typed = prefix.trim().toLowerCase();
    if (!typed) return [];
    const rank = (name: string) => (name.toLowerCase() === typed ? 0 : name.toLowerCase().startsWith(typed) ? 1 : 2);
    return this.names
      .filter((name) => name.toLowerCase().includes(typed))
      .sort((a, b) => rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1))
      .slice(0, limit);
  }
}

/** A name without the genome that references of several species put before it, as the core knows them. */
const withoutGenome = (name: string) => name.replace(/^(GRCh3[78]|GRCm3[89]|hg19|hg38|mm9|mm10|mm39|human|mouse)[-_.:|]+(?=.)/i, "");
/** The column of names that people read, where the index holds identifiers instead; undefined where the index is it. */
function readableColumn({ ids, alternatives }: GeneIds): GeneIds["alternatives"][number] | undefined {
  return isReadable(ids) ? undefined : alternatives.find(({ values }) => isReadable(values));
}

function isReadable(names: string[]): boolean {
  const sample = names.filter(Boolean).slice(0, JUDGED);
  return sample.length > 0 && sample.filter((name) => IDENTIFIER.test(name)).length < sample.length / 2;
}

/** Other names of genes: a symbol or alias in lower case -> symbols in upper case and Ensembl ids of what it means. */
export type Aliases = Map<string, string[]>;

/** The other names that a model's vocabulary knows. A file that names its genes by ids alone is found by symbol through them, too. */
export function aliasesOf({ symbols, ensemblIds, aliases }: Vocabulary): Aliases {
  const meanings: Aliases = new Map();
  symbols.forEach((symbol, gene) => {
    for (const name of [symbol, ...aliases[gene]!].filter(Boolean)) {
      const meant = [name === symbol ? "" : symbol.toUpperCase(), ensemblIds[gene]!].filter(Boolean);
      meanings.set(name.toLowerCase(), [...(meanings.get(name.toLowerCase()) ?? []), ...meant]);
    }
  });
  return meanings;
}
