/** Conditions compared with donors as the units, on the terms of phenolens_core.d.ts. */

import type { Result } from "./phenolens_core";

/** What each sample is: `design` is row-major samples x columns, `columns` names its columns in errors. */
export interface Design {
  samples: number;
  design: Float64Array;
  columns: string[];
}

/** Counts summed over the cells of each sample, row-major genes x samples. */
export interface SampleCounts extends Design {
  genes: number;
  counts: Float64Array;
  /** Group of each sample: a gene must be expressed in as many samples as the smallest group has; without it, by the design. */
  groups?: Int32Array;
  /** false: genes of few counts are tested too. */
  filter?: boolean;
}

export interface ExpressionQuestion extends SampleCounts {
  /** A number per column of the design: the sum of coefficients that is tested. */
  contrast: Float64Array;
  /** A weight per sample is estimated as well (voomWithQualityWeights). */
  sample_weights?: boolean;
}

/** limma-voom's moderated tests. Unless said otherwise arrays have a value per gene tested. */
export interface ExpressionTests {
  /** Places of the genes that were tested among all, rising. */
  tested: Int32Array<ArrayBuffer>;
  logFoldChange: Float64Array<ArrayBuffer>;
  /** 95% confidence limits of it. */
  low: Float64Array<ArrayBuffer>;
  high: Float64Array<ArrayBuffer>;
  /** Mean log2 counts per million. */
  average: Float64Array<ArrayBuffer>;
  t: Float64Array<ArrayBuffer>;
  p: Float64Array<ArrayBuffer>;
  /** Benjamini and Hochberg over the genes tested. */
  q: Float64Array<ArrayBuffer>;
  /** Degrees of freedom: of t, of the residuals, and what the genes together are worth (may be infinite). */
  freedom: number;
  residualFreedom: number;
  priorFreedom: number;
  /** A value per sample: counts in genes tested, TMM factor, weight (all 1 unless asked for). */
  librarySizes: Float64Array<ArrayBuffer>;
  factors: Float64Array<ArrayBuffer>;
  sampleWeights: Float64Array<ArrayBuffer>;
  /** voom's trend: log2 count, root of the standard deviation, and the trend's value at that count. */
  trendCount: Float64Array<ArrayBuffer>;
  trendDeviation: Float64Array<ArrayBuffer>;
  trendFitted: Float64Array<ArrayBuffer>;
}

/** Sets of genes: those of set i are `members` from `starts[i]` up to before `starts[i + 1]`, places among the genes. */
export interface GeneSetPlaces {
  members: Int32Array;
  starts: Int32Array;
  /** Correlation between genes of a set, 0.01 where absent; NaN: estimated for each set (camera alone). */
  correlation?: number;
}

/** A value per set; NaN for a set that none or all of the genes tested are in. */
export interface CameraTests {
  /** Genes of the set that were tested. */
  genes: Int32Array<ArrayBuffer>;
  correlation: Float64Array<ArrayBuffer>;
  /** 1: higher than the other genes, 0: lower. */
  up: Uint8Array<ArrayBuffer>;
  /** Two-sided, and adjusted over the sets. */
  p: Float64Array<ArrayBuffer>;
  q: Float64Array<ArrayBuffer>;
}

/** Cells of each type in each sample, row-major types x samples, all of a sample's cells among them. */
export interface CompositionQuestion extends Design {
  types: number;
  cells: Float64Array;
  /** Row-major contrasts x columns of the design: one is tested by t, several together by F. */
  contrasts: Float64Array;
  transform: "asin" | "logit";
}

/** propeller's tests: a value per type, shares row-major types x samples. */
export interface CompositionTests {
  shares: Float64Array<ArrayBuffer>;
  transformed: Float64Array<ArrayBuffer>;
  /** The first contrast on the transformed scale and its 95% confidence limits. */
  effect: Float64Array<ArrayBuffer>;
  low: Float64Array<ArrayBuffer>;
  high: Float64Array<ArrayBuffer>;
  /** Moderated t of one contrast, moderated F of several. */
  statistic: Float64Array<ArrayBuffer>;
  p: Float64Array<ArrayBuffer>;
  q: Float64Array<ArrayBuffer>;
  freedom: number;
  priorFreedom: number;
}

export interface DistanceQuestion {
  /** Row-major cells x dims. */
  dims: number;
  values: Float32Array;
  /** The sample (a donor in a condition) of each cell; -1: left out. */
  samples: Int32Array;
  /** 0 or 1 per sample. */
  groups: Int32Array;
  /** Per sample: groups are exchanged within a block alone. The donor where donors are in both conditions, else the same for all. */
  blocks: Int32Array;
  permutations: number;
  /** Cells of a sample that take part at most, drawn by the seed. */
  most_cells: number;
  seed: number;
}

export interface DistanceTest {
  /** Energy distance between the groups, every sample counting the same, and its mean over exchanged groups. */
  distance: number;
  expected: number;
  p: number;
  /** The smallest p that so few samples can give. */
  leastP: number;
  /** Exchanges tried; all that there are where `exact`. */
  permutations: number;
  exact: boolean;
  /** Cells of each sample that took part. */
  cells: Int32Array<ArrayBuffer>;
  /** Mean Euclidean distance between cells of two samples, row-major samples x samples. */
  between: Float64Array<ArrayBuffer>;
}

export interface CompareCore {
  /** Genes that edgeR's filterByExpr keeps (1), with its defaults. */
  filter_by_expr(o: SampleCounts): Result<Uint8Array<ArrayBuffer>>;
  /** edgeR's TMM factor of each sample. */
  tmm(o: { genes: number; samples: number; counts: Float64Array }): Result<Float64Array<ArrayBuffer>>;
  /** Filter, TMM, voom, weighted fits and moderated t of every gene. */
  expression_tests(o: ExpressionQuestion): Result<ExpressionTests>;
  /** limma's camera: whether a set's genes are changed more than the others; fits as expression_tests does. */
  camera(o: ExpressionQuestion & GeneSetPlaces): Result<CameraTests>;
  /** limma's cameraPR: the same of any statistic per gene; those that are NaN are left out. `ranks`: by rank sums. */
  camera_preranked(o: GeneSetPlaces & { statistic: Float64Array; ranks?: boolean }): Result<CameraTests>;
  propeller(o: CompositionQuestion): Result<CompositionTests>;
  energy_distance(o: DistanceQuestion): Result<DistanceTest>;
}
