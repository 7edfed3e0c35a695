import { seeded } from "../../base/random";
import { MatchedDraws } from "./matched-draw";

export interface MatchedShare {
  share: number;
  /** Of random sets: mean and middle 95%. */
  matched: { value: number; low: number; high: number };
  /** Random sets with at least the share (one-sided), counting the set itself. */
  p: number;
}

/** Each set's share of the sum of `amounts`, against random sets of as many genes of like expression. */
export function matchedShares(
  amounts: Float32Array,
  expressed: Float32Array,
  sets: number[][],
  draws: number,
  seed: number,
): MatchedShare[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const matched = new MatchedDraws(expressed);
  return sets.map((genes, index) => {
    const random = seeded(seed * 7919 + index);
    const wanted = matched.count(genes);
    const share = total > 0 ? genes.reduce((sum, gene) => sum + amounts[gene]!, 0) / total : NaN;
    const null_ = Float64Array.from({ length: draws }, () => {
      let sum = 0;
      matched.draw(wanted, random, (gene) => {
        sum += amounts[gene]!;
      });
      return total > 0 ? sum / total : NaN;
    }).sort();
    const at = (quantile: number) => null_[Math.min(draws - 1, Math.floor(quantile * draws))]!;
    const beyond = null_.reduce((count, one) => count + Number(one >= share), 0);
    return {
      share,
      matched: { value: null_.reduce((sum, one) => sum + one, 0) / draws, low: at(0.025), high: at(0.975) },
      p: (beyond + 1) / (draws + 1),
    };
  });
}
