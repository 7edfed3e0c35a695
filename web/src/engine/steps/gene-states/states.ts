/** What is known of one context: sums of hidden states over its cells. */
export interface GeneStatesSums {
  /** Cells each gene was read in. */
  counts: Float64Array;
  /** Genes x dims. */
  sums: Float64Array;
  /** Of every token of every cell. */
  tokens: number;
  total: Float64Array;
}

/** Cosine of two vectors; NaN where one has no length. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [product, first, second] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    first += a[i]! ** 2;
    second += b[i]! ** 2;
  }
  return first > 0 && second > 0 ? product / Math.sqrt(first * second) : NaN;
}

/**
 * A gene's mean state in a context, the mean state of all its tokens removed: contexts share most of their states
 * (anisotropy). Null below `least` cells.
 */
export function meanState({ counts, sums, tokens, total }: GeneStatesSums, gene: number, dims: number, least: number): Float64Array | null {
  if (counts[gene]! < least) return null;
  return Float64Array.from({ length: dims }, (_, i) => sums[gene * dims + i]! / counts[gene]! - total[i]! / tokens);
}

/** Cosines of the states in every two contexts. */
export const alikeness = (states: ArrayLike<number>[]): number[][] => states.map((a) => states.map((b) => cosine(a, b)));

/** One minus the mean cosine over pairs of contexts; NaN for fewer than two. */
export function spreadOf(alike: number[][]): number {
  let [sum, pairs] = [0, 0];
  for (let i = 0; i < alike.length; i++)
    for (let j = 0; j < i; j++) {
      sum += alike[i]![j]!;
      pairs++;
    }
  return pairs > 0 ? 1 - sum / pairs : NaN;
}

/** The genes nearest to `own` in a context, itself left out. */
export function nearestGenes(
  context: GeneStatesSums,
  own: ArrayLike<number>,
  self: number,
  dims: number,
  least: number,
  most: number,
): { gene: number; cosine: number; cells: number }[] {
  const found: { gene: number; cosine: number; cells: number }[] = [];
  for (let gene = 0; gene < context.counts.length; gene++) {
    if (gene === self) continue;
    const state = meanState(context, gene, dims, least);
    if (state) found.push({ gene, cosine: cosine(own, state), cells: context.counts[gene]! });
  }
  return found.sort((a, b) => b.cosine - a.cosine).slice(0, most);
}
