import type { GeneIds } from "../readers/reader";

const IDENTIFIER = /^(ENS[A-Z]*G\d+(\.\d+)?|\d+|ENTREZ.*)$/;

/** The genes of a matrix by the names people use. */
export class GeneNames {
  readonly source: string;
  private readonly names: string[];
  private readonly columns = new Map<string, number[]>();

  constructor({ ids, alternatives, source = "_index" }: GeneIds) {
    // Symbols are wanted for reading; the index may hold identifiers instead.
    const readable = isReadable(ids) ? undefined : alternatives.find(({ values }) => isReadable(values));
    this.source = readable?.name ?? source;
    const names = readable ? readable.values.map((name, i) => name || ids[i]!) : ids;
    const known = new Map<string, string>();
    for (const list of [names, ids, ...alternatives.map(({ values }) => values)]) {
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

  /** Columns of a gene given by any of its names; several where the file repeats it. */
  find(gene: string): number[] | undefined {
    return this.columns.get(gene.trim().toLowerCase());
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

function isReadable(names: string[]): boolean {
  const sample = names.filter(Boolean).slice(0, 200);
  return sample.length > 0 && sample.filter((name) => IDENTIFIER.test(name)).length < sample.length / 2;
}
