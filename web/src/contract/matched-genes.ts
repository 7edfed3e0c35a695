/** Bins of genes expressed in like shares of the cells, and the fewest genes a bin. */
const BINS = 20;
const LEAST = 10;

/** An order of genes that has nothing to do with theirs. */
const scattered = (gene: number) => Math.imul(gene + 1, 0x9e3779b1) >>> 0;

/** Genes in up to twenty bins of equal size by the share of cells that express them, ties scattered: places in each bin. */
export function expressionBins(expressed: ArrayLike<number>): Int32Array<ArrayBuffer>[] {
  const order = Int32Array.from({ length: expressed.length }, (_, gene) => gene).sort(
    (a, b) => expressed[a]! - expressed[b]! || scattered(a) - scattered(b),
  );
  const bins = Math.max(1, Math.min(BINS, Math.floor(order.length / LEAST)));
  return Array.from({ length: bins }, (_, bin) =>
    order.slice(Math.floor((bin * order.length) / bins), Math.floor(((bin + 1) * order.length) / bins)),
  );
}

/**
 * Where a gene's value stands among those of its bin: -1 (lowest) to 1, evenly spaced, zero in the middle; so that genes of
 * any expression are on one scale. Ties in the order of the bin.
 */
export function matchedScores(values: ArrayLike<number>, bins: readonly Int32Array[]): Float64Array<ArrayBuffer> {
  const out = new Float64Array(values.length);
  for (const bin of bins) {
    const order = bin.slice().sort((a, b) => values[a]! - values[b]!);
    order.forEach((gene, i) => {
      out[gene] = (2 * i + 1) / order.length - 1;
    });
  }
  return out;
}

/** A gene's rank by size among the genes of like expression that have an attribution: 1 is the largest `of` so many. */
export interface MatchedRanks {
  rank: Int32Array;
  of: Int32Array;
}

/** Ranks by size of `mean` in bins of like expression; 0 for genes without an attribution (`meanAbs` 0 or NaN). */
export function matchedRanks(mean: ArrayLike<number>, meanAbs: ArrayLike<number>, expressed: ArrayLike<number>): MatchedRanks {
  const genes = Int32Array.from({ length: mean.length }, (_, gene) => gene).filter((gene) => meanAbs[gene]! > 0 && expressed[gene]! > 0);
  const out = { rank: new Int32Array(mean.length), of: new Int32Array(mean.length) };
  for (const bin of expressionBins(Float64Array.from(genes, (gene) => expressed[gene]!))) {
    const order = Array.from(bin, (place) => genes[place]!).sort((a, b) => Math.abs(mean[b]!) - Math.abs(mean[a]!) || a - b);
    order.forEach((gene, i) => {
      out.rank[gene] = i + 1;
      out.of[gene] = order.length;
    });
  }
  return out;
}
