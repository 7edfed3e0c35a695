/** A model's genes.tsv: a symbol, an Ensembl id and other names a row; a gene's index is its row's. */
export interface Vocabulary {
  symbols: string[];
  /** Empty where a row gives none. */
  ensemblIds: string[];
  aliases: string[][];
}

/**
 * Reads genes.tsv: a row of headings, then symbol, Ensembl id, aliases between bars and scale. The core, which reads it
 * too, refuses others.
 */
export function readVocabulary(genesTsv: string): Vocabulary {
  const rows = genesTsv
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split("\t"));
  return {
    symbols: rows.map(([symbol]) => symbol ?? ""),
    ensemblIds: rows.map(([, id]) => id ?? ""),
    aliases: rows.map(([, , names]) => (names ? names.split("|").filter(Boolean) : [])),
  };
}

/** Symbols and Ensembl ids of some genes of a vocabulary, by their indices. */
export function namesOf({ symbols, ensemblIds }: Vocabulary, genes: Int32Array): { symbols: string[]; ensemblIds: string[] } {
  return { symbols: Array.from(genes, (gene) => symbols[gene]!), ensemblIds: Array.from(genes, (gene) => ensemblIds[gene]!) };
}
