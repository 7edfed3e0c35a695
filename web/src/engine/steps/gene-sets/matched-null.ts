import { mean as meanOf } from "../../../contract/numbers";
import { expressionBins, matchedScores } from "../../../contract/matched-genes";
import { seeded } from "../../base/random";

/** Genes with attributions; parallel arrays, a gene each. */
export interface AttributedGenes {
  mean: Float32Array;
  meanAbs: Float32Array;
  /** Share of the cells that express it. */
  expressed: Float32Array;
  /** What one unit of it adds to the logit, of a linear model; null: not known. */
  weight: Float32Array | null;
}

export type SetTest = "over-representation" | "preranked" | "matched-share";

/** One set's statistic beside the null's. */
export interface MatchedSet {
  value: number;
  /** Of the null: mean and middle 95%. */
  matched: { value: number; low: number; high: number };
  /** Enrichment score over the mean of the null's of the same sign; NaN of the other statistics. */
  nes: number;
  p: number;
}

/** One statistic of every set, from genes' means and sizes. */
type Statistic = (mean: Float64Array, sizes: Float64Array) => Float64Array;

/**
 * Sets of genes against what they would have if genes of like expression exchanged how far the cells are from the baseline,
 * each gene keeping its weight in the model: as good as another file whose genes have other names. Where no weights are
 * known, genes exchange their attributions. Statistics: enrichment score of the scores among genes of like expression
 * (two-sided, by sign), genes among the `top` of these, share of all attribution (both one-sided). p counts the set itself:
 * (draws at least as far + 1) / (draws + 1).
 */
export function matchedNull(
  genes: AttributedGenes,
  sets: number[][],
  test: SetTest,
  top: number,
  draws: number,
  seed: number,
): { sets: MatchedSet[]; scores: Float64Array<ArrayBuffer>; drawn: Int32Array<ArrayBuffer> } {
  const count = genes.mean.length;
  const bins = expressionBins(genes.expressed);
  const weight = Float64Array.from({ length: count }, (_, gene) => genes.weight?.[gene] ?? 1);
  const own = (values: Float32Array, size: (weight: number) => number) =>
    Float64Array.from(values, (value, gene) => (weight[gene] === 0 ? 0 : value / size(weight[gene]!)));
  const distance = own(genes.mean, (one) => one);
  const spread = own(genes.meanAbs, Math.abs);
  const scores = matchedScores(genes.mean, bins);
  const sorted = scores.slice().sort();
  const cut = sorted[Math.max(0, count - top)]!;
  const drawn = Int32Array.from(scores.keys()).filter((gene) => scores[gene]! >= cut && genes.mean[gene]! > 0);
  const statistic: Statistic = {
    preranked: (mean: Float64Array) => {
      const at = matchedScores(mean, bins);
      return Float64Array.from(sets, (set) => enrichmentScore(set, at, sorted));
    },
    "over-representation": (mean: Float64Array) => {
      const at = matchedScores(mean, bins);
      return Float64Array.from(sets, (set) => set.reduce((sum, gene) => sum + Number(at[gene]! >= cut && mean[gene]! > 0), 0));
    },
    "matched-share": (_: Float64Array, sizes: Float64Array) => {
      const all = sizes.reduce((sum, size) => sum + size, 0);
      return Float64Array.from(sets, (set) => set.reduce((sum, gene) => sum + sizes[gene]!, 0) / all);
    },
  }[test];
  const found = statistic(Float64Array.from(genes.mean), Float64Array.from(genes.meanAbs));
  const random = seeded(seed);
  const from = Int32Array.from({ length: count }, (_, gene) => gene);
  const nulls = sets.map(() => new Float64Array(draws));
  const mean = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (let draw = 0; draw < draws; draw++) {
    for (const bin of bins)
      for (let i = bin.length - 1; i > 0; i--) {
        const [a, b] = [bin[i]!, bin[Math.floor(random() * (i + 1))]!];
        [from[a], from[b]] = [from[b]!, from[a]!];
      }
    for (let gene = 0; gene < count; gene++) {
      mean[gene] = weight[gene]! * distance[from[gene]!]!;
      sizes[gene] = Math.abs(weight[gene]!) * spread[from[gene]!]!;
    }
    statistic(mean, sizes).forEach((value, set) => {
      nulls[set]![draw] = value;
    });
  }
  const isTwoSided = test === "preranked";
  return { sets: sets.map((_, set) => compared(found[set]!, nulls[set]!.sort(), isTwoSided)), scores, drawn };
}

function compared(value: number, sorted: Float64Array, isTwoSided: boolean): MatchedSet {
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const matched = { value: meanOf(sorted), low: at(0.025), high: at(0.975) };
  const same = isTwoSided ? sorted.filter((one) => one >= 0 === value >= 0) : sorted;
  const beyond = same.reduce((count, one) => count + Number(isTwoSided ? Math.abs(one) >= Math.abs(value) : one >= value), 0);
  return { value, matched, nes: isTwoSided ? value / Math.abs(meanOf(same)) : NaN, p: (beyond + 1) / (same.length + 1) };
}

/**
 * Largest deviation of GSEA's running sum (Subramanian 2005, weight 1) of a set along all genes by score, largest first.
 * `sorted`: every gene's score, rising. Genes of one score stand in the order: those of the set first.
 */
export function enrichmentScore(set: number[], scores: Float64Array, sorted: Float64Array): number {
  const own = Float64Array.from(set, (gene) => scores[gene]!).sort();
  const total = own.reduce((sum, score) => sum + Math.abs(score), 0);
  const misses = sorted.length - own.length;
  let [hit, high, low] = [0, 0, 0];
  let [place, above] = [-1, NaN];
  for (let k = own.length - 1; k >= 0; k--) {
    const score = own[k]!;
    // Genes before it: those with a larger score, and those of the set with the same.
    place = score === above ? place + 1 : sorted.length - upper(sorted, score);
    above = score;
    const missed = (place - (own.length - 1 - k)) / misses;
    low = Math.min(low, hit - missed);
    hit += Math.abs(score) / total;
    high = Math.max(high, hit - missed);
  }
  return high >= -low ? high : low;
}

/** How many are not larger than `value`. */
function upper(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}
