/** Genes a bin of like expression. */
const BINS = 20;

/**
 * Draws sets of as many genes of like expression: every gene is replaced by one from its bin of twenty equal bins by
 * `expressed`, none twice.
 */
export class MatchedDraws {
  private readonly binOf: Int32Array;
  private readonly bins: number[][];

  constructor(expressed: Float32Array) {
    const order = Array.from(expressed.keys()).sort((a, b) => expressed[a]! - expressed[b]! || a - b);
    this.binOf = new Int32Array(expressed.length);
    this.bins = Array.from({ length: BINS }, () => []);
    order.forEach((gene, i) => {
      const bin = Math.min(BINS - 1, Math.floor((i * BINS) / order.length));
      this.binOf[gene] = bin;
      this.bins[bin]!.push(gene);
    });
  }

  /** Genes of the set in each bin. */
  count(genes: Iterable<number>): Int32Array {
    const wanted = new Int32Array(BINS);
    for (const gene of genes) wanted[this.binOf[gene]!]!++;
    return wanted;
  }

  /** Visits the genes of one random set. */
  draw(wanted: Int32Array, random: () => number, take: (gene: number) => void): void {
    wanted.forEach((count, bin) => {
      const pool = this.bins[bin]!;
      // The start of a shuffle: `count` different genes of the bin.
      for (let i = 0; i < count; i++) {
        const other = i + Math.floor(random() * (pool.length - i));
        [pool[i], pool[other]] = [pool[other]!, pool[i]!];
        take(pool[i]!);
      }
    });
  }
}
