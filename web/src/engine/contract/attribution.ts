import type { CellRange } from "../../contract/types";
import type { ModelFiles, OnnxBackend } from "./model";

/** What is explained in some cells of a block; parallel arrays, one entry per cell. */
export interface ExplainedCells {
  range: CellRange;
  /** Offsets from the block's first cell. */
  cells: Int32Array<ArrayBuffer>;
  groups: Int32Array<ArrayBuffer>;
  parts: Int32Array<ArrayBuffer>;
  codes: Int32Array<ArrayBuffer>;
  /** -1: the logit of the class alone. */
  against: Int32Array<ArrayBuffer>;
  /** Rows of the baselines; for expected gradients every cell has them all. */
  baselines: Int32Array<ArrayBuffer>;
}

/** What came of it per cell, in their order; cells with nothing to read have NaN. */
export interface ExplainedBlock {
  atCell: Float32Array<ArrayBuffer>;
  atBaseline: Float32Array<ArrayBuffer>;
  gap: Float32Array<ArrayBuffer>;
  steps: Int32Array<ArrayBuffer>;
  /**
   * Tokens (markers, of a reference) per cell, their genes and attributions one cell after another; empty for a linear model, which has
   * a value for every gene.
   */
  lengths: Int32Array<ArrayBuffer>;
  genes: Int32Array<ArrayBuffer>;
  values: Float32Array<ArrayBuffer>;
  /** Of a reference, the label that each cell's own was compared with, -1 for none; else empty. */
  rivals: Int32Array<ArrayBuffer>;
}

export interface ExplainStart {
  /** A model prepared. */
  model: number;
  head: number;
  groups: number;
  parts: number;
  /**
   * Of each list of genes that cells are read by, rows over what `genes` of the reply counts (linear: measured genes; else the
   * vocabulary); none: no expression.
   */
  baselines: (Float32Array<ArrayBuffer> | null)[];
  /** The lists that the model is asked about. */
  lists: number[];
  method: "gradient-x-input" | "integrated-gradients" | "expected-gradients" | "occlusion";
  steps: { from: number; most: number; gap: number };
  seed: number;
  backend: OnnxBackend;
  files: ModelFiles | null;
}

/** Which genes made a model say so. */
export interface ExplainLane {
  /** `genes`: of each of `lists`, the vocabulary indices summed over; `measured`: those that its files measure. */
  explainStart: {
    request: ExplainStart;
    reply: { genes: Int32Array<ArrayBuffer>[]; measured: Int32Array<ArrayBuffer>[] };
    part: never;
  };
  /**
   * What some cells of a block have as a model's input, to be baselines: cells x genes (as `explainStart` counts them),
   * and whether a cell has any.
   */
  explainInputs: {
    request: { model: number; range: CellRange; cells: Int32Array<ArrayBuffer> };
    reply: { genes: number; rows: Float32Array<ArrayBuffer> };
    part: never;
  };
  explain: { request: ExplainedCells; reply: ExplainedBlock; part: never };
  /** Attributions of a linear model themselves, for `genes` (places among those that the cells' list sums over), or all: cells x genes. */
  explainRows: { request: ExplainedCells & { genes: Int32Array<ArrayBuffer> | null }; reply: Float32Array<ArrayBuffer>; part: never };
  /** A linear model's weights in logits (`against` -1: of a class alone): logits x the genes that a list sums over. */
  explainWeights: {
    request: { list: number; codes: Int32Array<ArrayBuffer>; against: Int32Array<ArrayBuffer> };
    reply: Float32Array<ArrayBuffer>;
    part: never;
  };
  /** The sums so far, of each of the lists asked about. */
  explainState: { request: Record<string, never>; reply: Uint8Array<ArrayBuffer>[]; part: never };
  explainStop: { request: Record<string, never>; reply: null; part: never };
}
