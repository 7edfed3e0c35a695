import type { CellRange } from "../../contract/types";

/** First classes of some cells for one head, cells x k, and their entropies. */
export interface ChosenScores {
  k: number;
  top: Uint16Array<ArrayBuffer>;
  entropy: Float32Array<ArrayBuffer>;
}

/** Answers of one model on some cells of a block; a token model must have been started. */
export interface ChosenCellsLane {
  predictCells: { request: { model: number; range: CellRange; cells: Int32Array<ArrayBuffer> }; reply: ChosenScores[]; part: never };
}

/** How often genes are expressed, whatever models there are. */
export interface ExpressedLane {
  /** In how many of some cells of a block each column is above zero. */
  countExpressed: { request: { range: CellRange; cells: Int32Array<ArrayBuffer> }; reply: Int32Array<ArrayBuffer>; part: never };
}

/** Cells scored by sets of genes; after `prepare`. */
export interface SetsLane {
  /** Sets as columns of the matrix; gives how many of a cell's best genes count. */
  startSets: { request: { genes: Int32Array; lengths: Int32Array; top?: number }; reply: number; part: never };
  /** Row-major cells x sets. */
  scoreSets: { request: { range: CellRange }; reply: Float32Array<ArrayBuffer>; part: never };
}
