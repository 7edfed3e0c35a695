/**
 * Batches laid over each other, on the terms of phenolens_core.d.ts. Positions are row-major cells x dims. A cell whose position is not
 * finite, or of which a code is -1, takes no part and stays where it is.
 */

import type { NearestNeighbors, Result } from "./phenolens_core";

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

/** Batches merged one by one into that of the largest sum of squares, by mutual nearest neighbours. */
export interface MutualNeighbors {
  /** A batch per cell; `k` neighbours, 15 where absent. */
  start(o: { dims: number; values: Float32Array; codes: Int32Array; batches: number; k?: number }): Result<{ merges: number }>;
  /** One unit of work, some tenths of a second: neighbours of some cells, or a batch moved. */
  step(): Result<{ done: boolean; share: number }>;
  /** Of all cells; batches not merged yet are where they were. */
  positions(): Result<Float32Array<ArrayBuffer>>;
  delete(): void;
}

/** A category per cell beside the neighbours of cells; scib-metrics counts the cell itself too: its 90 neighbours are k = 89. */
export type CategoriesNearby = NearestNeighbors & { codes: Int32Array };

export interface Silhouettes {
  /** Cells compared. */
  cells: number;
  /** Mean width, -1 to 1; scaled from 0 to 1; a mean for each category, NaN without cells. */
  mean: number;
  label: number;
  categories: Float64Array<ArrayBuffer>;
  /** 1 - |width by batch| within categories, 1 where batches lie over each other: mean over categories, and of each, NaN for one batch. */
  batch: number;
  byCategory: Float64Array<ArrayBuffer>;
}

export interface IntegrateCore {
  Harmony: new () => Harmony;
  MutualNeighbors: new () => MutualNeighbors;
  /**
   * Local inverse Simpson index of each cell and its median; `mixing` is 0 for neighbours of one category and 1 for all categories alike:
   * scib's iLISI of batches, and 1 minus its cLISI of types. `perplexity` is a third of the neighbours where absent.
   */
  lisi(o: CategoriesNearby & { perplexity?: number }): Result<{ values: Float32Array<ArrayBuffer>; median: number; mixing: number; categories: number }>;
  /** kBET: the share of cells whose neighbourhood has the categories in their shares among all, by chi-squared at `alpha` (0.05). */
  kbet(o: CategoriesNearby & { alpha?: number }): Result<{ acceptance: number; statistic: number; p: number }>;
  /** The share of each category's cells in its largest strongly connected part, NaN without cells, and their mean. */
  graph_connectivity(o: CategoriesNearby): Result<{ mean: number; shares: Float64Array<ArrayBuffer> }>;
  /** Silhouettes of categories, and of batches within them; of a sample above `most_cells` (10,000). */
  silhouette(o: { dims: number; values: Float32Array; codes: Int32Array; batches?: Int32Array; most_cells?: number; seed: number }): Result<Silhouettes>;
  /** Per sample: the mean share of its cells' neighbours of their own type, that share were neighbours drawn from all, and its cells. */
  own_type_shares(o: NearestNeighbors & { types: Int32Array; samples: Int32Array; sampleCount: number }): Result<{
    share: Float64Array<ArrayBuffer>; expected: Float64Array<ArrayBuffer>; cells: Float64Array<ArrayBuffer>;
  }>;
  /**
   * How two groupings of cells lie to each other. `table` is row-major firsts x seconds; `only`: of each second the one first that has all
   * its cells, else -1. `same`: each determines the other; `first-in-second`: each first lies in one second; `partly`: the table falls into
   * several `blocks`.
   */
  crossing(o: { first: Int32Array; firsts: number; second: Int32Array; seconds: number }): Result<{
    cells: number; table: Float64Array<ArrayBuffer>; only: Int32Array<ArrayBuffer>; blocks: number;
    relation: "same" | "first-in-second" | "second-in-first" | "partly" | "crossed";
  }>;
}
