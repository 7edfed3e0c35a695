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

export interface CompareCore {
  /** Genes that edgeR's filterByExpr keeps (1), with its defaults. */
  filter_by_expr(o: SampleCounts): Result<Uint8Array<ArrayBuffer>>;
  /** edgeR's TMM factor of each sample. */
  tmm(o: { genes: number; samples: number; counts: Float64Array }): Result<Float64Array<ArrayBuffer>>;
  /** Filter, TMM, voom, weighted fits and moderated t of every gene. */
  expression_tests(o: ExpressionQuestion): Result<ExpressionTests>;
}
