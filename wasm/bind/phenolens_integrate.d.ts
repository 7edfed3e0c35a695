/**
 * Batches laid over each other, on the terms of phenolens_core.d.ts. Positions are row-major cells x dims. A cell whose position is not
 * finite, or of which a code is -1, takes no part and stays where it is.
 */

import type { Result } from "./phenolens_core";

export interface HarmonyQuestion {
  dims: number;
  values: Float32Array;
  /** A code per cell, covariate after covariate, and the number of categories of each covariate. */
  codes: Int32Array;
  levels: Int32Array;
  /** Diversity penalty of each covariate, 2 where absent. */
  theta?: number[];
  /** Width of the soft clusters, 0.1 where absent. */
  sigma?: number;
  /** Penalty of each category's shift; where absent a fifth of the cells that chance would put in the cluster. */
  lambda?: number;
  /** A thirtieth of the cells where absent, at most 100. */
  clusters?: number;
  /** At most; 10 where absent. */
  corrections?: number;
  seed: number;
}

/** Harmony, started once, then step by step. */
export interface Harmony {
  start(o: HarmonyQuestion): Result<{ clusters: number; cells: number }>;
  /**
   * One unit of work: a pass for first centres, a weighting of all cells, sums, or a correction. `share` is of the longest run there can be,
   * 0 to 1; `objective` null while centres are sought.
   */
  step(): Result<{ done: boolean; converged: boolean; share: number; corrections: number; objective: number | null }>;
  /** Of all cells, after the last correction; before the first as given. */
  positions(): Result<Float32Array<ArrayBuffer>>;
  /** At the start, and before each correction. */
  objectives(): Result<Float64Array<ArrayBuffer>>;
  delete(): void;
}

export interface IntegrateCore {
  Harmony: new () => Harmony;
}
