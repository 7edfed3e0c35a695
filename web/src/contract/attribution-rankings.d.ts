import type { GivenRanking } from "./operations/selection";
/** Attributions of one group of cells, a value per gene; NaN where the group's cells do not give it. */
export interface GroupAttributions {
    mean: ArrayLike<number>;
    meanAbs: ArrayLike<number>;
}
/**
 * Gradient selection and its variants: genes by what they add to the groups' logits.
 * "For" is one way (the largest mean of any group), "either way" the largest size of a mean, "cell by cell" the largest mean of sizes,
 * whose signs need not agree, and "two ways" the geometric mean of the two groups in which a gene's mean is largest in size:
 * of two classes, what PolyGene's selection takes of a gene that tells both.
 */
export declare function attributionRankings(title: string, symbols: string[], ensemblIds: string[], groups: GroupAttributions[]): GivenRanking[];
