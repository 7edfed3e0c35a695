import type { Manifest } from "../../contract/manifest";
import type { RankingMethod } from "../../contract/operations/selection";
import type { LayoutPart } from "../../contract/protocol";
import type { Recipe } from "../../contract/training";
import type { CellRange, Reading, ScorePart, Source, SurveyReport, ValueKind } from "../../contract/types";
import type { Batch, ModelOutput, OnnxBackend } from "../model/session";
import type { GeneIds, RowBlock } from "../readers/reader";
import type { GraphLane, RanksLane, SumsLane } from "./survey";

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
  predictGiven: {
    request: { model: number; range: CellRange; asked: Uint8Array; given: Int32Array; targets: number[] };
    reply: ScorePart[];
    part: never;
  };
}

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
  /** Tokens per cell, their genes and attributions one cell after another; empty for a linear model, which has a value for every gene. */
  lengths: Int32Array<ArrayBuffer>;
  genes: Int32Array<ArrayBuffer>;
  values: Float32Array<ArrayBuffer>;
}

export interface ExplainStart {
  /** A model prepared. */
  model: number;
  head: number;
  groups: number;
  parts: number;
  /** Rows over what `genes` of the reply counts (linear: measured genes; else the vocabulary); none: no expression. */
  baselines: Float32Array<ArrayBuffer> | null;
  method: "gradient-x-input" | "integrated-gradients" | "expected-gradients" | "occlusion";
  steps: { from: number; most: number; gap: number };
  seed: number;
  backend: OnnxBackend;
  files: { predict: Uint8Array<ArrayBuffer>; gradient: Uint8Array<ArrayBuffer> | null; selfTest: string | null } | null;
}

/** Which genes made a model say so. */
export interface ExplainLane {
  explainStart: { request: ExplainStart; reply: { genes: Int32Array<ArrayBuffer> }; part: never };
  /** What some cells of a block have as a model's input, to be baselines: cells x genes (as `explainStart` counts them), and whether a cell has any. */
  explainInputs: {
    request: { model: number; range: CellRange; cells: Int32Array<ArrayBuffer> };
    reply: { genes: number; rows: Float32Array<ArrayBuffer> };
    part: never;
  };
  explain: { request: ExplainedCells; reply: ExplainedBlock; part: never };
  /** Attributions of a linear model themselves, for `genes` (places among the genes summed over), or all: cells x genes. */
  explainRows: { request: ExplainedCells & { genes: Int32Array<ArrayBuffer> | null }; reply: Float32Array<ArrayBuffer>; part: never };
  /** The sums so far. */
  explainState: { request: Record<string, never>; reply: Uint8Array<ArrayBuffer>; part: never };
  explainStop: { request: Record<string, never>; reply: null; part: never };
}

/** In which orders genes are taken from cells, and how many. */
export interface PruneStart {
  model: number;
  head: number;
  /** Of a linear model, as `explainStart` takes them. */
  baselines: Float32Array<ArrayBuffer> | null;
  /** Scores over the genes summed over (linear: measured ones; else the vocabulary), larger first: row-major rankings x genes. */
  rankings: Float32Array<ArrayBuffer>;
  shares: number[];
  draws: number;
  seed: number;
}

export interface PruneCells {
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

/** Row-major cells x orders x shares; the orders are the cell's own attributions from the largest in size, from the smallest, signed from the largest, its rankings, and draws. */
export interface PrunedBlock {
  orders: number;
  whole: Float32Array<ArrayBuffer>;
  probability: Float32Array<ArrayBuffer>;
  kept: Uint8Array<ArrayBuffer>;
}

/** Genes taken away. A token model must have been started. */
export interface PruneLane {
  pruneStart: { request: PruneStart; reply: null; part: never };
  prune: { request: PruneCells; reply: PrunedBlock; part: never };
}

/** First classes of some cells for one head, cells x k, and their entropies. */
export interface SomeScores {
  k: number;
  top: Uint16Array<ArrayBuffer>;
  entropy: Float32Array<ArrayBuffer>;
}

/** Answers of one model on some cells of a block; a token model must have been started. */
export interface SomeLane {
  predictSome: { request: { model: number; range: CellRange; cells: Int32Array<ArrayBuffer> }; reply: SomeScores[]; part: never };
}

export interface ContextStart {
  model: number;
  /** A gene of the vocabulary, and those whose states are summed by context. */
  gene: number;
  contexts: number;
  genes: Int32Array<ArrayBuffer>;
}

/** Hidden states of gene tokens. */
export interface ContextLane {
  /** Which cells of a block have the gene among their tokens, and how many have each of the vocabulary. */
  contextFind: {
    request: { model: number; gene: number; range: CellRange };
    reply: { has: Uint8Array<ArrayBuffer>; counts: Int32Array<ArrayBuffer> };
    part: never;
  };
  contextStart: { request: ContextStart; reply: null; part: never };
  /** The gene's states in some cells of a block, cells x dims; other genes' are summed. The model must have been started. */
  context: {
    request: { range: CellRange; cells: Int32Array<ArrayBuffer>; contexts: Int32Array<ArrayBuffer> };
    reply: Float32Array<ArrayBuffer>;
    part: never;
  };
  /** Per context: cells and sums of each gene's states (genes x dims), tokens and their sum. */
  contextSums: {
    request: Record<string, never>;
    reply: {
      counts: Float64Array<ArrayBuffer>;
      sums: Float64Array<ArrayBuffer>;
      tokens: Float64Array<ArrayBuffer>;
      total: Float64Array<ArrayBuffer>;
      dims: number;
    };
    part: never;
  };
}

/** Cells scored by sets of genes; after `prepare`. */
export interface SetsLane {
  /** Sets as columns of the matrix; gives how many of a cell's best genes count. */
  startSets: { request: { genes: Int32Array; lengths: Int32Array; top?: number }; reply: number; part: never };
  /** Row-major cells x sets. */
  scoreSets: { request: { range: CellRange }; reply: Float32Array<ArrayBuffer>; part: never };
}

/** A fit of some rows of the training sample, and the rows to be answered by it. */
export interface FitRequest {
  /** A class per row of the sample; -1 takes no part. */
  codes: Int32Array;
  classes: number;
  recipe: Recipe;
  seed: number;
  test: Int32Array;
  /** The sample's genes to read, where they are chosen already. */
  list?: Int32Array;
  /** The fitted map is wanted. */
  isKept: boolean;
}

export interface FitReply {
  cells: number;
  genes: number;
  components: number;
  /** Row-major test rows x classes. */
  logits: Float32Array<ArrayBuffer>;
  map: {
    genes: Int32Array<ArrayBuffer>;
    weights: Float32Array<ArrayBuffer>;
    bias: Float32Array<ArrayBuffer>;
    mean: Float32Array<ArrayBuffer>;
    clusters: number;
  } | null;
}

/** Training: every lane that fits holds the whole sample, so that fits need nothing of each other. */
export interface TrainLane {
  /** Starts an empty sample over a vocabulary; gives each of its genes' vocabulary index. After `prepare`. */
  trainStart: {
    request: { genesTsv: string; normalization: Recipe["normalization"]; rows: number };
    reply: Int32Array<ArrayBuffer>;
    part: never;
  };
  /** Reads a block and scores some of its cells (offsets from its first); the first is `firstRow` of the sample. */
  trainRead: { request: { range: CellRange; cells: Int32Array; firstRow: number }; reply: Uint8Array<ArrayBuffer>; part: never };
  trainAdd: { request: { part: Uint8Array }; reply: null; part: never };
  trainFit: { request: FitRequest; reply: FitReply; part: never };
  /** What every gene of the sample tells of the classes; larger is more. */
  trainRank: {
    request: { codes: Int32Array; classes: number; method: Exclude<RankingMethod, "seurat" | "seurat_v3">; seed: number };
    reply: Float64Array<ArrayBuffer>;
    part: never;
  };
  trainEnd: { request: Record<string, never>; reply: null; part: never };
}

/** Cells that are in no file: the first half of the block as they were, the other half after a change. */
export interface EditedCells {
  /** A model prepared. */
  model: number;
  head: number;
  /** The gene changed, as a vocabulary index; -1: the model does not read it. */
  gene: number;
  /** Class followed; -1: each cell's first guess before. */
  codes: number;
  block: Extract<RowBlock, { layout: "csr" }>;
  backend: OnnxBackend;
  files: ExplainStart["files"];
}

export interface EditSaid {
  /** Of both halves. */
  scores: ScorePart;
  /** The logit followed, of both halves; NaN where there is none. */
  logits: Float32Array<ArrayBuffer>;
  /** What the gradient foretells of its change, of one half; NaN where the gene is not read. */
  predicted: Float32Array<ArrayBuffer>;
}

export interface EditLane {
  editSay: { request: EditedCells; reply: EditSaid; part: never };
}

/** What the conductor asks of a lane, a topic a table. A lane answers one call at a time, in order. */
export interface LaneOperations
  extends
    SurveyLane,
    PredictLane,
    GivenLane,
    ExplainLane,
    EditLane,
    TrainLane,
    SumsLane,
    RanksLane,
    GraphLane,
    PruneLane,
    SetsLane,
    ContextLane,
    SomeLane {
  /** Loads the core and the HDF5 library, so that opening is quick. */
  warm: { request: { base: string }; reply: null; part: never };
  open: { request: { source: Source; reading: Reading }; reply: null; part: never };
  prepare: { request: { matrix: string; genes: GeneIds; values: ValueKind; models: LaneModel[] }; reply: null; part: never };
  release: { request: Record<string, never>; reply: null; part: never };
}

export type { ModelOutput };
