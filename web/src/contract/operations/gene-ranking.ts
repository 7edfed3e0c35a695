import type { Interval } from "../types";

/** `seurat` and `seurat_v3` are scanpy's variable genes, over the cells compared; the others are made from the cells' scores. */
export type RankingMethod =
  | "anova"
  | "rank-sum"
  | "mutual-information"
  | "variance"
  | "seurat"
  | "seurat_v3"
  | "weights"
  | "attribution"
  | "random";

/** A ranking made elsewhere, such as by a model's gradients: larger is more. */
export interface GivenRanking {
  name: string;
  symbols: string[];
  ensemblIds: string[];
  scores: Float32Array;
}

/** A ranking given to be compared. */
export interface ComparedRanking extends GivenRanking {
  /** Why the labels of cells held out may have had a part in it, a sentence; empty where they had none. */
  seen: string;
}

export interface GeneRankingRequest {
  matrix: string;
  /** Column of the labels to tell apart, and of donors held out whole (null: cells). */
  column: string;
  donors: string | null;
  methods: RankingMethod[];
  given: ComparedRanking[];
  /** Numbers of genes kept. */
  sizes: number[];
  folds: number;
  /** Cells at most, of every class as many; 0: as memory allows. */
  cells: number;
  seed: number;
  lanes: number;
}

export interface RankedSelection {
  name: string;
  /** Made from the labels of training cells alone, in every fold; false for a ranking given. */
  isOwn: boolean;
  /** Seconds to rank once, on all cells; NaN for a ranking given. */
  seconds: number;
  /** Places among the report's genes, best first, and their scores: the first thousand. */
  genes: Int32Array;
  scores: Float64Array;
  /**
   * What a linear classifier on the first n genes is worth on cells held out; none for a ranking given that may have seen
   * their labels.
   */
  worth: { genes: number; accuracy: Interval; macroF1: Interval }[];
}

export interface GeneRankingReport {
  column: string;
  donors: string | null;
  classes: string[];
  cells: number;
  folds: number;
  /** Accuracy of always naming the class with most cells. */
  majority: number;
  symbols: string[];
  ensemblIds: string[];
  rankings: RankedSelection[];
  /** Jaccard index of the first hundred genes, and Spearman's correlation of all scores, of every two rankings. */
  overlap: number[][];
  correlation: number[][];
  seconds: number;
  notes: string[];
}

/** Rankings of genes side by side, and what they are worth. */
export interface GeneRankingOperations {
  rankGenes: { request: GeneRankingRequest; reply: GeneRankingReport; part: never };
}
