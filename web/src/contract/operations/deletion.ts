import type { Interval } from "../types";
import type { GivenRanking } from "./gene-ranking";

export interface DeletionRequest {
  /** That of the attributions. */
  matrix: string;
  /** Cells of those explained last, as many of each group. */
  cells: number;
  /** Shares of a cell's genes taken away, rising, above 0 and up to 1. */
  shares: number[];
  /** Orders by chance, for every cell anew. */
  draws: number;
  /** Rankings made elsewhere, to be taken away by too. */
  given: GivenRanking[];
  seed: number;
  lanes: number;
}

/** What taking genes away in one order does to the probability of the class explained. */
export interface DeletionCurve {
  /**
   * `own`: each cell's attributions, largest in size first; `own-reverse`: smallest first; `own-for`: those that speak
   * for the class first; `group`: the mean of its group, largest in size first; `random`; or a ranking given.
   */
  order: "own" | "own-reverse" | "own-for" | "group" | "random" | "given";
  name: string;
  /** Prediction gap |p - p pruned|: mean over the cells with 95% interval, and the share of cells whose likeliest class stays. */
  points: { share: number; gap: Interval; kept: number }[];
  /** Area under the gap's curve over the shares, divided by their width: the mean gap. */
  area: Interval;
  /** By how much that is above chance, cell by cell. */
  lead: Interval;
}

export interface DeletionReport {
  model: string;
  cells: number;
  /** Genes a cell has to take away, median. */
  genes: number;
  units: "cells" | "donors";
  draws: number;
  /** Areas of the draws taken one by one: least and most. */
  between: { low: number; high: number };
  curves: DeletionCurve[];
  seconds: number;
  notes: string[];
  cancelled: boolean;
}

/** Whether attributions tell what the model relies on. */
export interface DeletionOperations {
  /** Takes genes away from cells of the last attributions, in order of attribution and in others. */
  deletionTest: { request: DeletionRequest; reply: DeletionReport; part: never };
}
