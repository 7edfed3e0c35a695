import type { Manifest } from "../pipeline/manifest";
import type { LayoutPart } from "../pipeline/protocol";
import type { CellRange, ScorePart, Source, SurveyReport, ValueKind } from "../pipeline/types";
import type { Batch, ModelOutput, OnnxBackend } from "./model";
import type { GeneIds } from "./readers/reader";

/** A model's parts that a lane needs to encode and score. */
export interface LaneModel {
  manifest: Manifest;
  genesTsv: string;
  /** Bytes of a linear model's weights. */
  weights?: Uint8Array<ArrayBuffer>;
}

export interface Quality {
  totals: Float32Array<ArrayBuffer>;
  detected: Float32Array<ArrayBuffer>;
  mitochondrial: Float32Array<ArrayBuffer>;
}

/** One model's answer for a run of cells: per head in the manifest's order. Embedding is cells x dims. */
export interface Prediction {
  heads: ScorePart[];
  embedding: Float32Array;
  dims: number;
}

/** Some cells of a block (offsets from its first) as model input. */
export interface EncodedBatch {
  cells: Int32Array;
  batch: Batch;
}

/** Cells of a block ready for a model that runs in another lane. */
export interface EncodedBlock {
  range: CellRange;
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

/** What the core does alone. */
export interface SurveyLane {
  /** Reads a block; its quality, and the predictions of every linear model prepared. */
  survey: { request: CellRange; reply: { quality: Quality; predictions: Prediction[] }; part: never };
  /** log1p expression of one gene (its columns) in a block. */
  gene: { request: { matrix: string; columns: number[]; values: ValueKind; range: CellRange }; reply: Float32Array<ArrayBuffer>; part: never };
  /** Settles points x dims values from 2-D positions; sends positions several times a second. */
  layout: { request: LayoutRequest; reply: Float32Array<ArrayBuffer>; part: LayoutPart };
  /** The survey's sums so far. */
  state: { request: Record<string, never>; reply: Uint8Array<ArrayBuffer>; part: never };
  /** Adds other lanes' sums to this one's and reports the survey of all. */
  report: { request: { states: Uint8Array<ArrayBuffer>[] }; reply: SurveyReport; part: never };
}

/** ONNX models; `model` counts the models prepared. */
export interface PredictLane {
  start: { request: { model: number; onnx: Uint8Array<ArrayBuffer>; selfTest: string | null; backend: OnnxBackend }; reply: null; part: never };
  /** Reads a block, encodes it and runs the model on it. */
  predict: { request: { model: number; range: CellRange }; reply: Prediction; part: never };
  encode: { request: { model: number; range: CellRange }; reply: EncodedBlock; part: never };
  run: { request: { model: number; block: EncodedBlock }; reply: Prediction; part: never };
  stop: { request: { model: number }; reply: null; part: never };
}

/** A model with phenotype tokens, told some of a cell's phenotypes. */
export interface GivenLane {
  /**
   * Runs the cells of a block that are `asked` (0 or 1 each) once per target head: its token masked, the others as `given` (count x heads,
   * class code + 1, 0 masked). Scores of each target head, in order; cells not asked have none.
   */
  predictGiven: { request: { model: number; range: CellRange; asked: Uint8Array; given: Int32Array; targets: number[] }; reply: ScorePart[]; part: never };
}

/** What the conductor asks of a lane, a topic a table. A lane answers one call at a time, in order. */
export interface LaneOperations extends SurveyLane, PredictLane, GivenLane {
  /** Loads the core and the HDF5 library, so that opening is quick. */
  warm: { request: { base: string }; reply: null; part: never };
  open: { request: { source: Source }; reply: null; part: never };
  prepare: { request: { matrix: string; genes: GeneIds; values: ValueKind; models: LaneModel[] }; reply: null; part: never };
  release: { request: Record<string, never>; reply: null; part: never };
}

export type { ModelOutput };
