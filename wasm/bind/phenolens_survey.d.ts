/** The survey's part of the core, on the terms of phenolens_core.d.ts. */

import type { Analysis, Result } from "./phenolens_core";

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

/** Sums over cells, of one kind: gathered block by block in lanes, merged in any order. */
export interface Sums {
  /** Starts afresh. `counts`: per gene, of counts and normalized counts. */
  start(o: { of: "counts"; genes: number }): Result<null>;
  /** Adds the cells of the block that an Analysis has loaded; `mask` has a byte per cell of it, 0: left out. */
  add(analysis: Analysis, o: { mask?: Uint8Array }): Result<null>;
  state(): Result<Uint8Array<ArrayBuffer>>;
  /** Adds what another one of the same kind gathered. */
  merge(state: Uint8Array): Result<null>;
  /** Of counts: scores of genes by how much they vary. */
  variable_genes(o: { flavour: "seurat" }): Result<GeneScores>;
  delete(): void;
}

export interface SurveyCore {
  Sums: new () => Sums;
  /** Quality of the cells of the block that an Analysis has loaded. */
  cell_quality(analysis: Analysis): Result<CellQuality>;
  /** Limits `mads` scaled median absolute deviations from the median, on ln(1 + value) where `logarithmic`; infinite where the deviation is zero. */
  outlier_limits(o: { values: Float32Array; mads: number; logarithmic: boolean }): Result<{ median: number; mad: number; low: number; high: number }>;
}
