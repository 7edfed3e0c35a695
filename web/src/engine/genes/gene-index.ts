/** Finds genes by symbol or Ensembl id (version stripped, case of symbols ignored where it is written otherwise). */
export class GeneIndex {
  private readonly places = new Map<string, number>();
  private readonly folded = new Map<string, number>();

  constructor(symbols: string[], ensemblIds: string[]) {
    symbols.forEach((symbol, i) => {
      if (!symbol) return;
      if (!this.places.has(symbol)) this.places.set(symbol, i);
      if (!this.folded.has(symbol.toUpperCase())) this.folded.set(symbol.toUpperCase(), i);
    });
    ensemblIds.forEach((id, i) => {
      if (id && !this.places.has(id)) this.places.set(id, i);
    });
  }

  find(name: string): number | undefined {
    return this.places.get(name) ?? this.places.get(name.replace(/\.\d+$/, "")) ?? this.folded.get(name.toUpperCase());
  }
}
