import type { LayoutPart } from "../../contract/protocol";
import type { CellRange, ScorePart, SurveyReport, ValueKind } from "../../contract/types";
import type { Batch, OnnxBackend } from "./model";

export interface Quality {
  totals: Float32Array<ArrayBuffer>;
  detected: Float32Array<ArrayBuffer>;
  /** NaN where no gene is known to be mitochondrial. */
  mitochondrial: Float32Array<ArrayBuffer>;
  /** Counts by species of a file that mixes them, cells x species; empty otherwise. */
  genomes: Float32Array<ArrayBuffer>;
}

/** One model's answer for a run of cells: per head in the manifest's order. Embedding is cells x dims. */
export interface Prediction {
  heads: ScorePart[];
  embedding: Float32Array;
  dims: number;
  /** Of linear models: cosine between each cell's scores and the model's mean scores. */
  meanCosine?: Float32Array;
  /** Per head, where a threshold was set: how many classes each cell has above it, and their codes cell after cell. */
  matched?: { counts: Int32Array; codes: Uint16Array }[];
  /** Of a reference, one per cell: the label's correlation, that less the next one's, that less the median over all labels. */
  fit?: { score: Float32Array; delta: Float32Array; overMedian: Float32Array };
}

/** Some cells of a block (offsets from its first) as model input. */
export interface EncodedBatch {
  cells: Int32Array;
  batch: Batch;
}

/** Cells of a block ready for a model that runs in another lane. */
export interface EncodedBlock {
  range: ModelBlock;
  batches: EncodedBatch[];
}

/** Points with finite values only. */
export interface LayoutRequest {
  points: number;
  dims: number;
  values: Float32Array<ArrayBuffer>;
  start: Float32Array<ArrayBuffer>;
  seed: number;
}

/**
 * A block for a model: its range, or chosen cells of it (rising), read in runs that bridge gaps of up to `gap` cells, as those are decoded
 * anyway.
 */
export interface ModelBlock extends CellRange {
  chosen?: { cells: Uint32Array<ArrayBuffer>; gap: number };
}

/** Cells of a block that a model sees. */
export const cellsIn = ({ count, chosen }: ModelBlock): number => chosen?.cells.length ?? count;

/** What the core does alone. */
export interface SurveyLane {
  /**
   * Reads a block; its quality, whether each cell holds whole numbers alone, and the predictions of every linear model
   * prepared, null of those in `unread` (places among the linear ones), which do not read the block's file. `threshold`: with the classes
   * above it; `sexGenes` (1: XIST, 2: of the Y chromosome, per gene): with their counts.
   */
  survey: {
    request: CellRange & { threshold?: number; sexGenes?: Uint8Array<ArrayBuffer>; unread?: number[] };
    reply: {
      quality: Quality;
      whole: Uint8Array<ArrayBuffer>;
      predictions: (Prediction | null)[];
      sex?: { x: Float32Array<ArrayBuffer>; y: Float32Array<ArrayBuffer> };
    };
    part: never;
  };
  /** log1p expression of one gene (its columns) in a block. */
  gene: {
    request: { matrix: string; columns: number[]; values: ValueKind; range: CellRange };
    reply: Float32Array<ArrayBuffer>;
    part: never;
  };
  /** Settles points x dims values from 2-D positions; sends positions several times a second. */
  layout: { request: LayoutRequest; reply: Float32Array<ArrayBuffer>; part: LayoutPart };
  /** The survey's sums so far. */
  state: { request: Record<string, never>; reply: Uint8Array<ArrayBuffer>; part: never };
  /** Adds other lanes' sums to this one's and reports the survey of all. */
  report: { request: { states: Uint8Array<ArrayBuffer>[] }; reply: SurveyReport; part: never };
}

/** ONNX models; `model` counts the models prepared. */
export interface PredictLane {
  start: {
    request: { model: number; onnx: Uint8Array<ArrayBuffer>; selfTest: string | null; backend: OnnxBackend };
    reply: null;
    part: never;
  };
  /** Reads a block as its file holds it, encodes it and runs the model on it; the answers are in the order of its cells. */
  predict: { request: { model: number; range: ModelBlock }; reply: Prediction; part: never };
  encode: { request: { model: number; range: ModelBlock }; reply: EncodedBlock; part: never };
  run: { request: { model: number; block: EncodedBlock }; reply: Prediction; part: never };
  stop: { request: { model: number }; reply: null; part: never };
}
