import type { ComparedRanking } from "./operations/gene-ranking";

/** Attributions of one group of cells, a value per gene; NaN where the group's cells do not give it. */
export interface GroupAttributions {
  mean: ArrayLike<number>;
  meanAbs: ArrayLike<number>;
}

/**
 * Gradient selection and its variants: genes by what they add to the groups' logits.
 * "For" is one way (the largest mean of any group), "either way" the largest size of a mean, "cell by cell" the largest mean of sizes,
 * whose signs need not agree, and "two ways" the geometric mean of the two groups in which a gene's mean is largest in size:
 * of two classes, what PolyGene's selection takes of a gene that tells both. `seen`: why labels to judge them by may have had a part.
 */
export function attributionRankings(
  title: string,
  symbols: string[],
  ensemblIds: string[],
  groups: GroupAttributions[],
  seen: string,
): ComparedRanking[] {
  const perGene = (name: string, score: (gene: number) => number): ComparedRanking => ({
    name: `${title}, ${name}`,
    seen,
    symbols,
    ensemblIds,
    scores: Float32Array.from(symbols, (_, gene) => score(gene)),
  });
  const largest = (values: number[]) => Math.max(...values.map((value) => value || 0));
  const sizes = (gene: number) => groups.map(({ mean }) => Math.abs(mean[gene]!) || 0).sort((a, b) => b - a);
  const rankings = [
    perGene("either way", (gene) => sizes(gene)[0]!),
    perGene("for", (gene) => largest(groups.map(({ mean }) => mean[gene]!))),
    perGene("cell by cell", (gene) => largest(groups.map(({ meanAbs }) => meanAbs[gene]!))),
  ];
  if (groups.length > 1) rankings.push(perGene("two ways", (gene) => Math.sqrt(sizes(gene)[0]! * sizes(gene)[1]!)));
  return rankings;
}
