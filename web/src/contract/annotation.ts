import type { MarkerFile, MarkerHits, Rather } from "./groups";
import type { LightColor } from "./trust";

// One name for each group of cells, as it is made on the page, kept as JSON, applied to other files and written to obs.

/** The version of the JSON. */
export const ANNOTATION_VERSION = 1;

/** The column that names are in unless said, and what the names of those beside it begin with. */
export const ANNOTATION_COLUMN = "name";

/** What cells are grouped by before anything is edited. Cells of several selections are of the last. */
export type AnnotationBy =
  | { kind: "clusters" }
  | { kind: "column"; column: string }
  | { kind: "cells"; groups: { name: string; cells: Uint32Array }[] };

/** What a group is said to be; only `named` ones have an ontology id. */
export type GroupMark = "named" | "unknown" | "doublet" | "low quality";

/** Where a name is from: `consensus` of models, a model's name, `markers`, `user`, or empty where there is none yet. */
export type NameSource = "consensus" | "markers" | "user" | "" | (string & {});

/** A group of cells with its name. */
export interface NamedGroup {
  /** Stays the same while the group does; unlike every other group's. */
  id: string;
  /** Leaves it is made of: groups of the start, or parts that these were split into. */
  members: string[];
  /** What its cells are called; empty: not named yet. */
  name: string;
  /** `CL:0000084`; empty where there is none. */
  ontologyId: string;
  mark: GroupMark;
  source: NameSource;
  /** Share of its cells that go by the name, 0 to 1; null where nobody measured it (a name of the user's own). */
  confidence: number | null;
  note: string;
  /** CSS colour; empty: that of the palette for its name. */
  color: string;
  /** The user stands behind it: accepted, renamed or marked. */
  isAccepted: boolean;
}

/** How the groups of the start came about. */
export interface AnnotationGrouping {
  kind: AnnotationBy["kind"];
  /** The column's name; `clusters` or `selections` of the others. */
  by: string;
  /** Of clusters. */
  resolution: number | null;
  seed: number | null;
  modularity: number | null;
}

/** Cells of some leaves dealt out anew, in the order in which it was done. A cell stays where it is if its own leaf is among the parts. */
export interface LeafSplit {
  /** Leaves whose cells are dealt out. */
  of: string[];
  /** Where they go: new leaves, and old ones that keep some. */
  parts: string[];
  /** A place among the parts for each cell of these leaves, in the file's order (`packCodes`). */
  codes: string;
  /** How: `lasso`, or `leiden` at a resolution and seed. */
  how: { kind: "lasso" } | { kind: "leiden"; resolution: number; seed: number };
}

/** What another file of the same study is matched by; only in the JSON that is saved. */
export interface AnnotationReference {
  /** FNV-1a hashes of the cells' barcodes, in the file's order (base64 of little-endian uint32). */
  barcodes: string;
  /**
   * Genes that tell the groups apart, and each group's mean log-normalized expression of them: row-major groups x genes, base64 of
   * little-endian float32.
   */
  genes: string[];
  groups: string[];
  means: string;
}

/** Names of groups of cells of one file. JSON as it is; edits give a new one (`annotation-edits.ts`). */
export interface Annotation {
  version: typeof ANNOTATION_VERSION;
  file: { name: string; fingerprint: string; cells: number; matrix: string };
  grouping: AnnotationGrouping;
  /** Groups of the start, in the file's own order. */
  start: { name: string; color: string }[];
  /** A place among `start` for each cell of the file (`packCodes`). Empty: left out, to be got by grouping again. */
  codes: string;
  splits: LeafSplit[];
  /** In the order in which they are shown and written. */
  groups: NamedGroup[];
  reference: AnnotationReference | null;
  /** What the names rest on. */
  models: { name: string; title: string; version: string; sha256: string }[];
  thresholds: Record<string, number>;
  markers: string;
  /** Version of Phenolens. */
  madeBy: string;
}

/** Groups of cells that rows are asked for: `codes` index `names`, -1 for a cell of none. */
export interface GivenGroups {
  by: string;
  names: string[];
  codes: Int32Array;
}

/** What one model says of a group. */
export interface ModelSays {
  model: string;
  /** Its commonest label (majority vote of the cells); empty where no cell has one. */
  label: string;
  ontologyId: string;
  /** Share of the labelled cells with it, and of cells labelled. */
  share: number;
  labelled: number;
  /** Means over the labelled cells: probability of the first label, entropy in nats. */
  probability: number;
  entropy: number;
  /** Share of cells farther from every class than 95% of held-out training cells; null where not measured. */
  far: number | null;
  /** The commonest label by the vote of small clusters, where one was taken. */
  voted: { label: string; share: number } | null;
}

/** A term of the Cell Ontology that a share of a group's cells are, or lie below. */
export interface TermShare {
  id: string;
  name: string;
  share: number;
}

/** Cells of one donor or batch in a group. */
export interface LevelCount {
  level: string;
  cells: number;
  /** Of the group's cells. */
  share: number;
}

export type DoubtKind =
  | "mixed"
  | "few donors"
  | "few cells"
  | "not read"
  | "low depth"
  | "doublet-like"
  | "far from training"
  | "models disagree"
  | "markers"
  | "unsure";

export interface Doubt {
  kind: DoubtKind;
  color: LightColor;
  says: string;
}

/** A name offered for a group. */
export interface Suggestion {
  name: string;
  ontologyId: string;
  source: NameSource;
  confidence: number | null;
  mark: GroupMark;
}

/** What is known of one group. */
export interface AnnotationRow {
  group: string;
  cells: number;
  models: ModelSays[];
  /**
   * Of all models: the finest term that most of its cells' terms are or lie below, with the mean share of the models
   * that agree; null with one model, or where nothing is agreed on.
   */
  consensus: (TermShare & { models: number }) | null;
  /** The finest term that covers 80% of the cells of the model trusted most, where no single class does; else null. */
  covering: TermShare | null;
  /** Means over all models: probability, entropy in nats, share of far cells (null where no model measures it); NaN without models. */
  probability: number;
  entropy: number;
  far: number | null;
  suggestion: Suggestion;
  /** Genes with the largest difference of mean log-normalized expression to all other cells, largest first. */
  topGenes: string[];
  /** Known markers of the suggested type among the top genes, and those that are not; null where too few are known or measured. */
  markers: MarkerHits | null;
  rather: Rather | null;
  /** Medians; `mitochondrial` is a share, null where no such gene is measured. */
  quality: { totals: number; detected: number; mitochondrial: number | null };
  /** Largest first; cells without a donor are in none. Null where no column was named. */
  donors: LevelCount[] | null;
  batches: LevelCount[] | null;
  /** Median score and share of cells called; null where doublets were not scored. */
  doublets: { median: number; share: number } | null;
  color: LightColor;
  doubts: Doubt[];
}

export interface AnnotationReport {
  by: string;
  rows: AnnotationRow[];
  models: string[];
  donors: string | null;
  batch: string | null;
  /** Medians of the whole file. */
  quality: AnnotationRow["quality"];
  markers: { source: string; classes: number };
  seconds: number;
  notes: string[];
}

/** How the groups of a file were matched to those of an annotation of another. */
export interface AppliedAnnotation {
  annotation: Annotation;
  /** `same file`: by its fingerprint; `names`: by the names of a column's groups; `barcodes`; `nearest`: by mean expression. */
  how: "same file" | "names" | "barcodes" | "nearest";
  matches: {
    /** A group of the open file and the one whose name it got; null where none could be matched. */
    group: string;
    from: string | null;
    cells: number;
    /** Share of its matched cells (barcodes), or correlation (nearest); null otherwise. */
    score: number | null;
  }[];
  /** Groups of the annotation that nothing was matched to. */
  unused: string[];
  /** What could not be matched, in sentences. */
  notes: string[];
}

/** A term as it is offered while a name is typed. */
export interface TermHit {
  id: string;
  name: string;
  /** The synonym that matched; empty where the name did. */
  synonym: string;
  how: "id" | "exact" | "beginning" | "whole words" | "prefix" | "word prefix" | "words";
}

/** How an annotation is written to obs. */
export interface AnnotationNames {
  /** Prefix of the columns. */
  name: string;
  /** `cell_type` and `cell_type_ontology_term_id`, as schema 5 of CELLxGENE has them, beside the others. */
  isCellxgene: boolean;
}

/** What rows are asked with. */
export interface AnnotationQuestion {
  matrix: string;
  groups: GivenGroups;
  /** Models that have run; none: names are suggested by markers. */
  models: string[];
  donors?: string;
  batch?: string;
  /** Markers of the user's own; the built-in ones without. */
  markers?: MarkerFile;
  lanes: number;
}
