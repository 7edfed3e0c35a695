import type { GeneIds } from "../../contract/cells";
import type { Aliases } from "../../genes/names";
import { GeneNames } from "../../genes/names";

/** The genes of several files as one list. */
export interface JoinedGenes {
  /** Every gene that any file measures: a name, and its Ensembl id where a file gives one. */
  genes: GeneIds;
  /** Of each file, the place of its genes in the list. */
  places: Int32Array<ArrayBuffer>[];
  /** Of each gene, how many files measure it. */
  files: Int32Array<ArrayBuffer>;
}

interface Gene {
  symbol: string;
  id: string;
}

/** A gene of the list, and the file that took it last. */
interface Entry extends Gene {
  takenBy: number;
}

/**
 * Joins the genes of files as models' vocabularies find them: by Ensembl id (version stripped), else by symbol as written, else by symbol
 * in another case, else by an alias or id that the symbol is known by. A gene that a file names n times joins the other files' n-th.
 * Genes of different ids are never joined by their symbols.
 */
export function joinGenes(files: readonly GeneIds[], aliases: Aliases): JoinedGenes {
  const list = new GeneList(aliases);
  const named = files.map(genesOf);
  const hasBoth = (genes: Gene[]) => genes.some(({ id, symbol }) => id !== "" && symbol !== "");
  // Files with ids and symbols tell which symbol is which id: the others join through them.
  const order = [...named.keys()].sort((a, b) => Number(hasBoth(named[b]!)) - Number(hasBoth(named[a]!)) || a - b);
  const places: Int32Array<ArrayBuffer>[] = [];
  for (const file of order) places[file] = list.add(named[file]!, file);
  const { entries } = list;
  const count = new Int32Array(entries.length);
  for (const own of places) for (const place of own) count[place]!++;
  const ids = entries.map(({ symbol, id }) => symbol || id);
  const alternatives = entries.some(({ id }) => id !== "") ? [{ name: "gene_ids", values: entries.map(({ id }) => id) }] : [];
  return { genes: { ids, alternatives }, places, files: count };
}

/** A symbol, where the file has one, and an Ensembl id of every gene. */
function genesOf(ids: GeneIds): Gene[] {
  const names = new GeneNames(ids);
  const { ensemblIds, symbols } = names;
  return symbols.map((symbol, gene) => {
    const id = ensemblIds[gene]!;
    return { id, symbol: id !== "" && symbol.startsWith(id) ? "" : symbol };
  });
}

class GeneList {
  readonly entries: Entry[] = [];
  private readonly byId = new Map<string, number[]>();
  private readonly bySymbol = new Map<string, number[]>();
  private readonly byFolded = new Map<string, number[]>();

  constructor(private readonly aliases: Aliases) {}

  /** Places of a file's genes: weaker evidence is looked at only where no other gene of the file has stronger. */
  add(genes: Gene[], file: number): Int32Array<ArrayBuffer> {
    const places = new Int32Array(genes.length).fill(-1);
    const found: ((gene: Gene) => number[])[] = [
      ({ id }) => (id === "" ? [] : (this.byId.get(id) ?? [])),
      ({ symbol }) => (symbol === "" ? [] : (this.bySymbol.get(symbol) ?? [])),
      ({ symbol }) => (symbol === "" ? [] : (this.byFolded.get(symbol.toUpperCase()) ?? [])),
      (gene) => this.byAlias(gene),
    ];
    if (this.entries.length > 0)
      for (const candidates of found)
        genes.forEach((gene, i) => {
          if (places[i]! >= 0) return;
          const place = candidates(gene).find((one) => this.isFree(one, gene, file));
          if (place !== undefined) places[i] = this.take(place, gene, file);
        });
    genes.forEach((gene, i) => {
      if (places[i]! < 0) places[i] = this.put(gene, file);
    });
    return places;
  }

  private byAlias({ symbol, id }: Gene): number[] {
    if (symbol === "" || id !== "") return [];
    const meant = this.aliases.get(symbol.toLowerCase()) ?? [];
    const places = new Set(meant.flatMap((name) => this.byId.get(name) ?? this.byFolded.get(name) ?? []));
    // A name of several genes is none.
    return places.size === 1 ? [...places] : [];
  }

  private isFree(place: number, { id }: Gene, file: number): boolean {
    const entry = this.entries[place]!;
    return entry.takenBy !== file && (id === "" || entry.id === "" || entry.id === id);
  }

  private take(place: number, { symbol, id }: Gene, file: number): number {
    const entry = this.entries[place]!;
    entry.takenBy = file;
    if (entry.id === "" && id !== "") {
      entry.id = id;
      push(this.byId, id, place);
    }
    if (entry.symbol === "" && symbol !== "") {
      entry.symbol = symbol;
      this.name(symbol, place);
    }
    return place;
  }

  private put(gene: Gene, file: number): number {
    const place = this.entries.push({ ...gene, takenBy: file }) - 1;
    if (gene.id !== "") push(this.byId, gene.id, place);
    if (gene.symbol !== "") this.name(gene.symbol, place);
    return place;
  }

  private name(symbol: string, place: number): void {
    push(this.bySymbol, symbol, place);
    push(this.byFolded, symbol.toUpperCase(), place);
  }
}

function push(map: Map<string, number[]>, key: string, place: number): void {
  const known = map.get(key);
  if (known) known.push(place);
  else map.set(key, [place]);
}
