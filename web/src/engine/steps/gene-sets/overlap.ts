import type { SetOverlap } from "../../../contract/operations/gene-sets";

/** Every two sets of genes that share any, as enrichment maps draw them: Jaccard index and overlap coefficient. */
export function overlapsOf(sets: number[][]): SetOverlap[] {
  const own = sets.map((genes) => new Set(genes));
  return sets
    .flatMap((genes, first) =>
      Array.from({ length: sets.length - first - 1 }, (_, i) => {
        const second = first + 1 + i;
        const shared = genes.reduce((count, gene) => count + Number(own[second]!.has(gene)), 0);
        const [a, b] = [own[first]!.size, own[second]!.size];
        return { first, second, shared, jaccard: shared / (a + b - shared), coefficient: shared / Math.min(a, b) };
      }),
    )
    .filter(({ shared }) => shared > 0);
}
