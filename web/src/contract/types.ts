/** What the page, the engine and the command line agree on. Nothing here computes. */

import type { CellDoublet } from "./doublets";
import type { CellSex } from "./sex";
import type { Interval, Phenotype } from "./basics";
import type { ErrorCode } from "./errors";
import type { PartHeader, PartTableName } from "./parts";
import type { PairedDifference, Scoring, TrustMetrics } from "./trust";

export type { Interval, Phenotype } from "./basics";

/** Where a file comes from. In Node, `path`; in the browser a File or an address. */
export type Source =
  /** `isPart`: the part of a file that was asked for, written as a file of its own. */
  | { kind: "file"; file: File; isPart?: true }
  /** `known` is what was found out about it: its size, and what tells whether it is still the same file. */
  | { kind: "url"; url: string; known?: { size: number; validator: string } }
  /** `metadata`: a table that says more of the cells of a file that is converted. */
  | { kind: "path"; path: string; metadata?: string; isPart?: true }
  /** One sample of files that are converted first, by the file that is its main one: of a folder, an archive, a table. */
  | { kind: "sample"; name: string; main: string; files: GivenFile[] }
  /** A zarr store that is read where it lies, by the path of its root in what was given. */
  | { kind: "store"; root: string; at: { url: string } | { path: string } | { files: GivenFile[] } }
  /** Several files read as one: their cells one after another, their genes joined. */
  | { kind: "study"; files: StudyFile[] };

/** A file with its path in what was given. */
export interface GivenFile {
  path: string;
  file: File;
}

/** What some files hold, by their paths. */
export interface FoundInFiles {
  /** Samples that are converted before they are opened. */
  samples: {
    name: string;
    main: string;
    /** It is a table whose columns may be cells, or profiles of cell types: what some of them are called. */
    mayBeProfiles: string[] | null;
  }[];
  /** Files that are opened as they are. */
  plain: string[];
  /** Models. */
  models: string[];
  /** What is neither. */
  left: string[];
}

/** A file of a study. */
export interface StudyFile {
  source: Exclude<Source, { kind: "study" }>;
  /** What its cells are called in the column of samples; without, by the file's name. */
  sample?: string;
  /** The matrix to read; without, the one that is chosen for a file opened alone. */
  matrix?: string;
}

/** How a file is to be read where it does not say so itself. */
export interface Reading {
  /** The var column whose values alone name the genes (`_index`: the index); without, the index and the columns known to hold names. */
  genesFrom?: string;
  /** Genes lie in rows, cells in columns. */
  isTransposed?: boolean;
  /** Path of a table with a row for each cell, joined by their names to a file that is converted. */
  metadata?: string;
  /** The modality (.h5mu), assay (.h5seurat) or genome (10x .h5) to read; without, the one that is taken by itself. */
  part?: string;
}

/** Kinds of HDF5 files of cells beside AnnData's. */
export type Format = "10x" | "loom" | "MuData" | "Seurat";

/** Several parts of a file, of which one is read at a time. */
export interface Choice {
  of: "modality" | "assay" | "genome";
  all: string[];
  /** The one that is read where none is asked for. */
  best: string;
  taken: string;
  /** Why it is the one, where nobody asked for it. */
  why: string;
}

/** A half-open run of consecutive cells. */
export interface CellRange {
  first: number;
  count: number;
}

export type MatrixLayout = "csr" | "csc" | "dense";

/** What the values of a matrix are to the steps that read them, judged on a sample of its cells. */
export type ValueKind = "counts" | "fractional-counts" | "log1p" | "scaled" | "empty";

/** What a matrix stores, finer than its ValueKind. */
export type StoredAs =
  | "counts"
  | "fractional-counts"
  /** Counts scaled to one total in every cell, without a logarithm. */
  | "proportions"
  | "square-roots"
  | "log1p"
  /** log1p of log1p. */
  | "log1p-twice"
  /** Cells of counts among cells of logarithms, or logarithms of several targets. */
  | "mixed"
  | "scaled"
  /** Every gene divided by its standard deviation, without centring. */
  | "unit-variance"
  /** Every gene divided by its largest value. */
  | "unit-range"
  /** Bins of each cell's values. */
  | "bins"
  /** 1 where a gene was seen. */
  | "detected"
  | "empty";

/** How stored values stand to counts; blocks are read with them undone: logarithms as ln(1 + counts per 10,000), square roots squared. */
export interface ValueScale {
  stored: StoredAs;
  /** Base of logarithms. */
  log_base: number;
  /** What a cell's scaled counts sum to; 0 where that cannot be told, or cells differ. */
  target: number;
}

/**
 * Seen in a sample of cells: medians of what their counts sum to and of genes above zero, the largest stored value, the
 * share of stored values that are 1.
 */
export interface ValueLook {
  total: number;
  detected: number;
  largest: number;
  ones: number;
}

export interface MatrixInfo {
  /** `X`, `raw/X` or `layers/NAME`; `X[Peaks]` for features other than genes; `layers/A+layers/B` for a sum of layers. */
  path: string;
  layout: MatrixLayout;
  dtype: string;
  cells: number;
  genes: number;
  /** Stored values; for dense, cells x genes. */
  stored: number;
  values: ValueKind;
  scale: ValueScale;
  look: ValueLook;
  /** Why we think so: one sentence with the numbers seen. */
  why: string;
  /** What its columns are, where they are no genes: `Antibody Capture`. */
  features?: string;
}

/** A matrix that is in the file but cannot be used. */
export interface UnusableMatrix {
  path: string;
  code: ErrorCode;
  why: string;
}

export type ColumnKind = "category" | "number" | "boolean" | "text";

export interface ColumnInfo {
  name: string;
  kind: ColumnKind;
  /** Distinct categories, where they are known without reading the column. */
  categories?: number;
}

/** A column of obs, whole. `codes` index `categories`; -1 is missing. */
export type Column =
  /** `colors`: what the file has in uns for its categories, CSS colours in their order. */
  | { name: string; kind: "category" | "boolean" | "text"; codes: Int32Array; categories: string[]; colors?: string[] }
  /**
   * `values` keep what the file holds: float32 where it says so, else doubles; NaN is missing.
   * `exact` where a whole number is beyond 2^53.
   */
  | { name: string; kind: "number"; values: Float32Array | Float64Array; exact?: BigInt64Array | BigUint64Array };

/** In words: `human`, `mouse`, `rat`, `zebrafish`, `pig`, `macaque`, `fly` and others; `mixed` for several in one file. */
export type Species = "human" | "mouse" | "mixed" | "unknown" | (string & {});

/** Genes of one species in a file that mixes them. */
export interface GenomeInfo {
  species: Species;
  genes: number;
}

/** Cells of a file that mixes species, once they are counted: by species, and of doublets of two. */
export interface SpeciesCells {
  species: {
    species: Species;
    genes: number;
    cells: number;
    /** Median over its cells of the share of their counts that lies in its genes. */ share: number;
  }[];
  doublets: number;
  /** Cells without counts. */
  without: number;
}

export interface GeneVerdict {
  /** var column the ids were taken from: `_index` or a name. */
  source: string;
  species: Species;
  /** One sentence with the numbers seen. */
  why: string;
  /** Of a file that mixes species: each with its genes; empty otherwise. */
  genomes: GenomeInfo[];
  /** Genes known to be mitochondrial, and those of ribosomal proteins. */
  mitochondrial: number;
  ribosomal: number;
}

/** How much of a model's vocabulary the file measures, and what follows. */
export interface Coverage {
  model: string;
  /** Genes of the model's vocabulary found in the file. */
  found: number;
  vocabulary: number;
  /** `ok`; `notice` under 50%; `refused` under 5%, for another species, or for values the model cannot take. */
  verdict: "ok" | "notice" | "refused";
  reason: string;
  /** Of a study, the samples whose cells the model does not read though it reads others'; absent where there are none. */
  unread?: { sample: string; file: string; reason: string }[];
}

/** Something in the file that was passed over or deserves a word. */
export interface Notice {
  code: string;
  message: string;
}

/**
 * Headings of a table of orthologs: the file's column, the one its genes are to be known by, and all that are used, in
 * which a row is to be one to one.
 */
export interface OrthologColumns {
  from: string;
  to: string;
  used: string[];
}

/** A file of an open study. */
export interface SampleInfo {
  /** As the column of samples has it. */
  sample: string;
  /** The file's own name, which another can have too, and its place among the files asked for, left out or not. */
  file: string;
  place: number;
  fingerprint: string;
  bytes: number;
  cells: number;
  /** Genes that it measures. */
  genes: number;
  /** The matrix that is read, what it holds and why it was chosen. */
  matrix: string;
  values: ValueKind;
  matrixWhy: string;
  /** How its values are stored, and whether genes are among other features in it. */
  scale: ValueScale;
  hasOthers: boolean;
  /** Columns of var that can name genes. */
  geneColumns: string[];
  /** Its format where that is not AnnData's. */
  format?: Format;
}

/** Several files read as one. */
export interface StudyInfo {
  samples: SampleInfo[];
  /** The column of obs that holds the samples' names. */
  column: string;
  /** Files that cannot be used, and why. */
  leftOut: { file: string; why: string }[];
  /** Genes that any file measures, and those that every file does. */
  genes: { any: number; every: number };
  /** The matrix of the genes that every file measures; that of all genes where they are the same. */
  shared: string;
}

/** What a file holds, before anything is computed. */
export interface FileInfo {
  name: string;
  bytes: number;
  /** sha256 in hex: of every byte up to 8 MiB; beyond, of structure, of all labels and small datasets, and of 16 windows of 64 kB. */
  fingerprint: string;
  /** The fingerprint of earlier releases (size and three windows): sessions kept by it are still found. */
  earlierFingerprint: string;
  cells: number;
  genes: number;
  matrices: MatrixInfo[];
  unusable: UnusableMatrix[];
  /** Path of the matrix chosen, empty where there is none, and why. */
  matrix: string;
  matrixWhy: string;
  columns: ColumnInfo[];
  /** obsm entries with at least two columns. */
  embeddings: string[];
  /** What the file is, where it is no AnnData. */
  format?: Format;
  /** Of a file with several modalities, assays or genomes: the one that is read. */
  choice?: Choice;
  /** How it was asked to be read, and the var columns that can name genes. */
  reading: Reading;
  geneColumns: string[];
  geneVerdict: GeneVerdict;
  coverage: Coverage[];
  notices: Notice[];
  /** Of several files opened together. */
  study?: StudyInfo;
}

export interface ClassInfo {
  label: string;
  /** `CL:0000236` and the like; empty where there is none. */
  ontologyId: string;
  /** How the id was found, where the model does not state it. */
  idBy?: TermBy;
  /** Real cells it was learned from; 0: it is known from cluster or bulk profiles alone; absent where its model does not state it. */
  cells?: number;
}

/** How a class came by its ontology term: by its name or synonym, by a rule on names of published models, by the user. */
export type TermBy = "name" | "rule" | "hand";

/** A term of an ontology, as it is offered. */
export interface TermInfo {
  id: string;
  name: string;
}

export interface HeadInfo {
  phenotype: Phenotype;
  classes: ClassInfo[];
  temperature: number;
  /**
   * Each class has a probability of its own (one logistic a class); these need not sum to 1, and the entropy is that of
   * their shares.
   */
  link?: "logistic";
  /**
   * Entropy over ln(classes) that 5% of the cells it knows exceed, and the share of cells of classes it never saw that
   * do: of models trained here.
   */
  doubt?: { threshold: number; found: number };
  /** Whether the model's folder tells where its training cells lie. */
  hasProfiles?: boolean;
  /** How its attributions ranked known markers, as its card has measured. */
  knownMarkers?: KnownMarkers;
  /** What the model's own card warns of for this head, as a light. */
  caution?: { color: "amber" | "red"; says: string };
}

/** Known marker genes in rankings by a model's attributions, means over cell types. */
export interface KnownMarkers {
  /** Share of the first twenty genes for a type. */
  among20: number;
  /** Of all expressed genes, by size of attribution. */
  auroc: number;
  /** Cells and source of the markers. */
  on: string;
}

export interface ClassShift {
  label: string;
  code: number;
  /** Cells called so. */
  cells: number;
  /** Median outlyingness over that of training cells whose donor was left out: 1 where nothing has shifted. */
  ratio: number;
  /** Share of far cells: .05 where nothing has shifted. */
  beyond: number;
}

export interface BatchShift {
  model: string;
  phenotype: Phenotype;
  cells: number;
  /** Cells farther from the nearest group of training cells than 95% of its left-out cells, and which. */
  far: number;
  isFar: Uint8Array<ArrayBuffer>;
  classes: ClassShift[];
}

export interface ModelInfo {
  name: string;
  title: string;
  version: string;
  /** `reference`: profiles that cells are compared with by rank, as SingleR does. */
  kind: "linear" | "onnx" | "reference";
  species: Species;
  license: string;
  /** How to cite it; empty where nothing is said. */
  citation: string;
  trainedOn: string;
  limits: string;
  bytes: number;
  quantization: string;
  heads: HeadInfo[];
  genes: number;
  /** sha256 of its files, by their key in the manifest. */
  hashes?: Record<string, string>;
}

/** `stored`: computed elsewhere, with the same model on the same file. */
export type Backend = "wasm" | "webgpu" | "native" | "core" | "stored";
/** What is asked for: `native` (Node alone) is onnxruntime-node. */
export type BackendChoice = "auto" | "wasm" | "webgpu" | "native";

/** Per-cell quality of a run of cells. Each array has `count` values. */
export interface QualityPart {
  range: CellRange;
  /** Sum of counts. */
  totals: Float32Array;
  /** Genes with a count above zero. */
  detected: Float32Array;
  /** Share of counts in mitochondrial (MT-) genes, 0 to 1. */
  mitochondrial: Float32Array;
}

/** The first few classes of a run of cells for one head; arrays are row-major cells x k. */
export interface ScorePart {
  /** Classes kept per cell: min(10, classes). */
  k: number;
  top: Uint16Array;
  probability: Float32Array;
  /** Entropy of the whole distribution in nats, one per cell. */
  entropy: Float32Array;
  /** Sums over the classes not kept of their probabilities, and of these' squares. */
  rest: Float32Array;
  restSquares: Float32Array;
}

export interface SurveyReport {
  cells: number;
  genes: number;
  totals: Distribution;
  detected: Distribution;
  mitochondrial: Distribution;
  /** Mitochondrial genes found by name. */
  mitochondrialGenes: number;
  /** Cells with no counts at all. */
  emptyCells: number;
}

/** A histogram with its quartiles. */
export interface Distribution {
  min: number;
  q1: number;
  median: number;
  q3: number;
  max: number;
  mean: number;
  /** Equal-width edges, one more than counts. */
  edges: number[];
  counts: number[];
}

export interface ClassSummary {
  label: string;
  ontologyId: string;
  code: number;
  cells: number;
  /** Where some cells were drawn (`HeadSummary.sampled`): its share of all labelled cells, with its 95% interval. */
  share?: Interval;
  meanProbability: number;
  meanEntropy: number;
}

export interface HeadSummary {
  phenotype: Phenotype;
  cells: number;
  /** Where the model has not read all cells. */
  sampled?: Sampled;
  meanProbability: number;
  meanEntropy: number;
  /** Mean entropy over ln(classes). */
  meanEntropyNorm: number;
  /** Classes with at least one cell, most cells first. */
  classes: ClassSummary[];
}

/**
 * Cells that a model has read, of how many. `isDrawn`: at random within strata, so that shares and means are told of all cells, each
 * stratum counting by its size; else in the order of the file, and what is told is of the cells read alone.
 */
export interface Sampled {
  /** Of drawn cells those alone that were drawn: others that were read since tell nothing of all. */
  read: number;
  of: number;
  isDrawn: boolean;
}

export interface ClassMetrics {
  label: string;
  support: number;
  /** Share of its cells right at first guess, Wilson 95%. */
  recall: Interval;
  precision: number;
  f1: number;
}

/** How one file label maps onto a head's classes. `code` is -1 where none fits. */
export interface LabelMatch {
  label: string;
  cells: number;
  code: number;
  /** `narrower`: a kind of the class, which has no finer one. */
  by: "ontology" | "name" | "synonym" | "narrower" | "hand" | "broader" | "none";
  /** The label's ontology id, where the file gives one. */
  id?: string;
  /**
   * A term above the head's classes (`by` is `broader`): its id. Right by the ontology where a class below it is said,
   * left out of strict scores.
   */
  term?: string;
  /** Of a label that no class was found for: a class with a like name, to be taken or not. */
  proposed?: number;
}

export interface Metrics extends TrustMetrics {
  model: string;
  phenotype: Phenotype;
  column: string;
  /** Cells with a label the head knows. */
  cells: number;
  /** Cells whose label it does not know, or that have none: counted, left out of accuracy. */
  unmatchedCells: number;
  topK: Interval[];
  balancedAccuracy: number;
  macroF1: number;
  /** Expected calibration error, 15 equal-width bins on the top label. */
  ece: number;
  reliability: { meanConfidence: number; shareRight: number; cells: number }[];
  /** Rows are file labels (as mapped classes), columns predicted classes; both list head class codes. */
  confusion: { codes: number[]; labels: string[]; counts: number[][] };
  perClass: ClassMetrics[];
  meanEntropyRight: number;
  meanEntropyWrong: number;
  /** AUROC of entropy telling wrong from right; NaN with only one of both. */
  aurocWrong: number;
}

/** An .h5ad with results in it. */
export interface AnnotatedFile {
  /** `copy`: the user's file with results added; `results`: a file of its own, with the same cells. */
  kind: "copy" | "results";
  /** What the pages lie over; null for a file of its own, and in Node, where it is the file at its path. */
  original: Blob | null;
  /** In Node, where the pages lie over another file than the one named: the one unpacked of it. */
  path?: string;
  /** Bytes of the original, from its start, that the pages lie over. */
  kept: number;
  size: number;
  /** Bytes that differ from the original, in order of their position. */
  pages: { position: number; bytes: Uint8Array<ArrayBuffer> }[];
  /** Why it is no copy, or what has another name in it than was asked for: one or two sentences, or empty. */
  why: string;
}

/** Two models on the same labelled cells. */
export interface Comparison {
  models: [string, string];
  phenotype: Phenotype;
  cells: number;
  bothRight: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
  /** Two-sided, that both are right equally often, over donors (jackknife); NaN without three donors: cells of one are not independent. */
  pValue: number;
}

export interface Evaluation {
  phenotype: Phenotype;
  column: string;
  scoring: Scoring;
  /** Column of donors whose resampling gives the intervals, and how many there are; null and the bags of cells resampled instead. */
  donors: string | null;
  units: number;
  matches: LabelMatch[];
  metrics: Metrics[];
  /** Of the first two models. */
  comparison: Comparison | null;
  /** Every two models. */
  comparisons: Comparison[];
  pairs: PairedDifference[];
}

/** A long step's state, for a person. */
export interface Progress {
  /** What is running: `read`, `survey`, a model's name, `download`. */
  step: string;
  done: number;
  total: number;
  unit: "cells" | "bytes";
  /** Rate per second; 0 until known. */
  rate: number;
  secondsLeft: number | null;
  source?: "network" | "cache";
}

export interface ModelRun {
  model: string;
  backend: Backend;
  /** Why the backend is not the first choice: one sentence, or empty. */
  fallback: string;
  lanes: number;
  cells: number;
  /** Cells that it is to read: all, or as many as were asked for. */
  asked: number;
  /** Why cells are read in the order of the file, where they cannot be drawn: one sentence. */
  inFileOrder?: string;
  seconds: number;
  cellsPerSecond: number;
  /** All cells that were asked for are read. */
  finished: boolean;
}

export interface AnalyzeOptions {
  matrix: string;
  models: string[];
  backend: BackendChoice;
  /** 0 = one per core. */
  lanes: number;
  seed: number;
  /** Cells a block; 0 = chosen from the matrix. Never changes a result. */
  blockCells: number;
  /** Models with a probability a class: a cell is also called every class whose probability exceeds this ('prob match'). */
  threshold?: number;
  /** Runs of the last analysis stay that were over all cells of this matrix, by models of the same checksums: only other models run. */
  keepsRuns?: boolean;
  /** Where the page keeps what transformers said of this very file; what does not fit it is computed. */
  stored?: string;
  /** ONNX models read so many cells and leave the rest unread; all, where it is not given. */
  sample?: number;
  /** What has been found of all cells already: nothing is computed anew. */
  parts?: PartSource[];
}

/** A part, and where its tables are; `name` is what a person calls it. */
export interface PartSource {
  name: string;
  header: PartHeader;
  tables: Partial<Record<PartTableName, Source>>;
}

export interface AnalysisReport {
  survey: SurveyReport;
  runs: ModelRun[];
  notices: Notice[];
  /** How the models asked for cover the genes of the matrix analysed. */
  coverage: Coverage[];
  /** Of a file that mixes species; null otherwise. */
  species: SpeciesCells | null;
  seconds: number;
  cancelled: boolean;
}

/** One row of the per-cell table. */
export interface CellRow {
  index: number;
  id: string;
  heads: {
    phenotype: Phenotype;
    labels: string[];
    probabilities: number[];
    entropy: number;
    entropyNorm: number;
    /** The label at the level that is supported, a wider term where the class is not sure, or `unknown`; absent without a label. */
    known?: string;
    /** All classes above the threshold, joined by `|`; `Unassigned` where none is. */
    matched?: string;
    /**
     * Of a reference, as SingleR tells them: the label's correlation, that less the next one's after fine tuning, and
     * whether the label is too weak to be kept.
     */
    fit?: { score: number; delta: number; isPruned: boolean };
    /** The label that the cell's cluster voted for, and the cluster; empty where it is in none. */
    vote?: { label: string; cluster: string };
  }[];
  quality: { total: number; detected: number; mitochondrial: number };
  /** By counted genes, once it was judged. */
  sex?: CellSex;
  /** By simulated doublets, once they were scored. */
  doublet?: CellDoublet;
  /** Distance to the nearest group of training cells over that group's limit: above 1 far. Where the model tells. */
  outlyingness?: number;
  /** Of a file that mixes species: what the cell is, and the share of its counts in the first species' genes. */
  species?: { name: string; share: number };
}

/** Scores of all cells analysed so far for one head: owned copies. */
export interface HeadScores {
  model: string;
  phenotype: Phenotype;
  /** Cells from 0 that are done; the arrays have this length (x k). Undone cells in between have top code 65535. */
  cells: number;
  k: number;
  top: Uint16Array;
  probability: Float32Array;
  entropy: Float32Array;
}
