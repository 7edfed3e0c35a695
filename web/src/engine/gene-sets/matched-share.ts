import { seeded } from "../random";

/** Genes a bin of like expression. */
const BINS = 20;

export interface MatchedShare {
  share: number;
  /** Of random sets: mean and middle 95%. */
  matched: { value: number; low: number; high: number };
  /** Random sets with at least the share (one-sided), counting the set itself. */
  p: number;
}

/**
 * Each set's share of the sum of `amounts`, against random sets of as many genes of like expression: every gene of the set is
 * replaced by one drawn from its bin of twenty equal bins by `expressed`, none twice.
 */
export function matchedShares(amounts: Float32Array, expressed: Float32Array, sets: number[][], draws: number, seed: number): MatchedShare[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const order = Array.from(expressed.keys()).sort((a, b) => expressed[a]! - expressed[b]! || a - b);
  const binOf = new Int32Array(expressed.length);
  const bins: number[][] = Array.from({ length: BINS }, () => []);
  order.forEach((gene, i) => {
    const bin = Math.min(BINS - 1, Math.floor((i * BINS) / order.length));
    binOf[gene] = bin;
    bins[bin]!.push(gene);
  });
  return sets.map((genes, index) => {
    const random = seeded(seed * 7919 + index);
    const wanted = new Int32Array(BINS);
    for (const gene of genes) wanted[binOf[gene]!]!++;
    const shareOf = (of: Iterable<number>) => {
      let sum = 0;
      for (const gene of of) sum += amounts[gene]!;
      return total > 0 ? sum / total : NaN;
    };
    const share = shareOf(genes);
    const null_ = Float64Array.from({ length: draws }, () => {
      let sum = 0;
      wanted.forEach((count, bin) => {
        const pool = bins[bin]!;
        // The start of a shuffle: `count` different genes of the bin.
        for (let i = 0; i < count; i++) {
          const other = i + Math.floor(random() * (pool.length - i));
          [pool[i], pool[other]] = [pool[other]!, pool[i]!];
          sum += amounts[pool[i]!]!;
        }
      });
      return total > 0 ? sum / total : NaN;
    }).sort();
    const at = (quantile: number) => null_[Math.min(draws - 1, Math.floor(quantile * draws))]!;
    const beyond = null_.reduce((count, one) => count + Number(one >= share), 0);
    return { share, matched: { value: null_.reduce((sum, one) => sum + one, 0) / draws, low: at(0.025), high: at(0.975) }, p: (beyond + 1) / (draws + 1) };
  });
}
