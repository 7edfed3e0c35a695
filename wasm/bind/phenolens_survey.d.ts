/** The survey's part of the core, on the terms of phenolens_core.d.ts. */

import type { Analysis, Components, Result } from "./phenolens_core";

/** Arrays have a value per cell of the block; shares are 0 to 1. */
export interface CellQuality {
  totals: Float32Array<ArrayBuffer>;
  detected: Float32Array<ArrayBuffer>;
  mitochondrial: Float32Array<ArrayBuffer>;
  ribosomal: Float32Array<ArrayBuffer>;
  /** Share of counts in the cell's own 50 largest genes. */
  top50: Float32Array<ArrayBuffer>;
  mitochondrialGenes: number;
  ribosomalGenes: number;
}

/** Arrays have a value per gene of the file. */
export interface GeneScores {
  mean: Float64Array<ArrayBuffer>;
  spread: Float64Array<ArrayBuffer>;
  score: Float64Array<ArrayBuffer>;
}

/** `chosen` are places among the file's genes, rising. Rank-normal scores are over all of the file's genes. */
export interface ChosenGenes {
  genes: number;
  chosen: Int32Array;
  scale: "log1p" | "rank-normal";
}

/** counts: of counts and normalized counts, per gene. clipped: of counts no larger than a gene's limit. groups: of log1p values, per gene and group. covariance: of chosen genes' scores. */
export type SumsStart =
  | { of: "counts"; genes: number }
  | { of: "clipped"; genes: number; limit: Float64Array }
  | { of: "groups"; genes: number; groups: number }
  | ({ of: "covariance" } & ChosenGenes);

/** Sums over cells, of one kind: gathered block by block in lanes, merged in any order. */
export interface Sums {
  /** Starts afresh. */
  start(o: SumsStart): Result<null>;
  /** Adds the cells of the block that an Analysis has loaded. `mask` has a byte per cell of it, 0: left out; sums of groups have `groups` instead, -1: left out. */
  add(analysis: Analysis, o: { mask?: Uint8Array; groups?: Int32Array }): Result<null>;
  state(): Result<Uint8Array<ArrayBuffer>>;
  /** Adds what another one of the same kind gathered. */
  merge(state: Uint8Array): Result<null>;
  /** Of counts: scanpy's `seurat` scores. */
  dispersions(): Result<GeneScores>;
  /** Of counts: the variance that `seurat_v3`'s trend expects of each gene, and the largest count that is to count. */
  variance_trend(): Result<{ expected: Float64Array<ArrayBuffer>; limit: Float64Array<ArrayBuffer> }>;
  /** Of counts, with the clipped sums of the same cells: `seurat_v3` scores. */
  standardized(clipped: Sums, o: { expected: Float64Array }): Result<GeneScores>;
  /** Of groups: one-way F of each gene. */
  anova(): Result<GeneScores>;
  /** Of groups: mean log1p value and share expressing, row-major genes x groups; NaN for a group without cells. */
  group_means(): Result<{ cells: Float64Array<ArrayBuffer>; mean: Float32Array<ArrayBuffer>; fraction: Float32Array<ArrayBuffer> }>;
  /** Of a covariance: the exact leading components, and the variance along each. */
  components(o: { count: number }): Result<Components & { variance: Float64Array<ArrayBuffer> }>;
  delete(): void;
}

/** Cells put on components of chosen genes. */
export interface Projection {
  start(o: ChosenGenes & { mean: Float32Array; rotation: Float32Array }): Result<null>;
  /** The loaded block's cells, row-major cells x components; NaN for those left out or with nothing to score. */
  project(analysis: Analysis, o: { mask?: Uint8Array }): Result<Float32Array<ArrayBuffer>>;
  delete(): void;
}

export interface SurveyCore {
  Sums: new () => Sums;
  Projection: new () => Projection;
  /** Quality of the cells of the block that an Analysis has loaded. */
  cell_quality(analysis: Analysis): Result<CellQuality>;
  /** Limits `mads` scaled median absolute deviations from the median, on ln(1 + value) where `logarithmic`; infinite where the deviation is zero. */
  outlier_limits(o: { values: Float32Array; mads: number; logarithmic: boolean }): Result<{ median: number; mad: number; low: number; high: number }>;
}
