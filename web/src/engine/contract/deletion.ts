import type { CellRange } from "../../contract/types";

/** In which orders genes are taken from cells, and how many. */
export interface DeletionStart {
  model: number;
  head: number;
  /** Of a linear model, as `explainStart` takes them. */
  baselines: (Float32Array<ArrayBuffer> | null)[];
  /**
   * Of each of `lists`, scores over the genes summed over (linear: measured ones; else the vocabulary), larger first: row-major rankings
   * x genes.
   */
  rankings: Float32Array<ArrayBuffer>[];
  lists: number[];
  shares: number[];
  draws: number;
  seed: number;
}

export interface DeletionCells {
  range: CellRange;
  cells: Int32Array<ArrayBuffer>;
  codes: Int32Array<ArrayBuffer>;
  against: Int32Array<ArrayBuffer>;
  baselines: Int32Array<ArrayBuffer>;
  /** Rankings of each cell, cells x rankings a cell; -1: none. */
  rows: Int32Array<ArrayBuffer>;
  /** Of token models: each cell's attributions, as `explain` gave them. */
  tokens: { genes: Int32Array; values: Float32Array }[];
}

/**
 * Row-major cells x orders x shares; the orders are the cell's own attributions from the largest in size, from the
 * smallest, signed from the largest, its rankings, and draws.
 */
export interface DeletionBlock {
  orders: number;
  whole: Float32Array<ArrayBuffer>;
  probability: Float32Array<ArrayBuffer>;
  kept: Uint8Array<ArrayBuffer>;
}

/** Genes taken away. A token model must have been started. */
export interface DeletionLane {
  pruneStart: { request: DeletionStart; reply: null; part: never };
  prune: { request: DeletionCells; reply: DeletionBlock; part: never };
}
