import type { Phenotype, BackendChoice } from "../types";

export type AttributionMethod = "gradient-x-input" | "integrated-gradients" | "expected-gradients";

/** Cells by what they are: those a model predicts a class for, those with a label in a column, or all. */
export type CellsOf = { kind: "class"; code: number } | { kind: "label"; column: string; label: string } | { kind: "all" };

/** What cells are compared with when nothing is said: the mean of the file's cells, of which genes that every cell has say nothing. */
export const USUAL_BASELINE = "mean";

/** Bits of a gene: a known marker of the class explained, and of the class it is compared with. */
export const MARKER_OF = { class: 1, against: 2 } as const;

export interface AttributionRequest {
  matrix: string;
  model: string;
  phenotype: Phenotype;
  /** Whose logit is explained: the class predicted for each cell, alone or less that of its runner-up, one class, or two's difference. */
  target: { kind: "predicted"; against?: "runner-up" } | { kind: "class"; code: number; against?: number };
  /** Which cells, in which groups. */
  groupBy:
    | { kind: "all" }
    | { kind: "prediction" }
    | { kind: "column"; column: string }
    | { kind: "cells"; cells: Uint32Array; name: string };
  method: AttributionMethod;
  /**
   * What a cell is compared with: no expression, the mean of some cells, or the one of them nearest in depth. Expected
   * gradients draw from them.
   */
  baseline: { kind: "none" } | { kind: "mean" | "matched"; of: CellsOf };
  /** Column of donors, the units of error and test; null: cells are. */
  donors: string | null;
  /** Cells a group, drawn by chance; 0 = all. */
  cellsPerGroup: number;
  /**
   * Steps of integrated gradients double from `from` to `most` until the gap is below `gap`; draws of expected
   * gradients are `from`; genes taken away by occlusion at most `most`.
   */
  steps: { from: number; most: number; gap: number };
  seed: number;
  backend: BackendChoice;
  lanes: number;
}

/** Attributions of one group of cells; arrays have a value per gene of the report. */
export interface AttributionGroup {
  name: string;
  /** Cells explained, and cells the group has. */
  cells: number;
  eligible: number;
  /** Donors with cells, where donors are known. */
  donors: number;
  mean: Float32Array;
  meanAbs: Float32Array;
  /** Over cells, or over donors' means. */
  se: Float32Array;
  /** Standard errors that a 95% interval reaches to either side. */
  reach: Float32Array;
  /** Cells of files that measure the gene: what is said of it is of these. */
  measured: Float32Array;
  positiveShare: Float32Array;
  negativeShare: Float32Array;
  /** Share of the cells that express the gene; for tokens, that read it; for references, in which it was compared. */
  expressedShare: Float32Array;
  /**
   * t test of a mean of zero and its p, over the units, and p adjusted over the genes read (Benjamini-Hochberg): whether
   * the model uses the gene in these cells. Small for most genes of any model, one trained on labels drawn by chance included.
   */
  nonzeroT: Float32Array;
  nonzeroP: Float64Array;
  nonzeroQ: Float64Array;
  /**
   * Of a linear model: what one unit of the gene's score adds to the logit explained, the mean over the cells; null of other
   * models, and of heads with clusters.
   */
  weight: Float32Array | null;
  /**
   * Log2 fold change of the gene in all cells of the group, not only those explained, against all other cells, as tests of markers have
   * it; NaN where the file lacks the gene or there are no other cells.
   */
  logFoldChange: Float32Array;
  /** Bits of MARKER_OF. */
  knownMarker: Uint8Array;
  /** The types whose markers these are: of the class explained and of that compared with; empty where no list has it. */
  markersOf: [string, string];
  /** Halves of the donors, or of the cells: Spearman's correlation of their means, Jaccard index of their 50 largest. */
  splitHalf: { spearman: number; jaccard50: number };
  /** Of a reference, the labels that the cells' own were compared with and the share of cells of each, falling; else none. */
  rivals: { label: string; share: number }[];
  /** Means of what is explained (a logit; a score difference of a reference) at the cells and their baselines; NaN where not asked. */
  atCell: number;
  atBaseline: number;
  /** Completeness gap: the median over cells and the share above 5%; NaN where the method promises none. */
  gap: number;
  gapAbove5: number;
  /** A few of its cells, spread over the logit from low to high. */
  examples: number[];
}

export interface AttributionReport {
  model: string;
  phenotype: Phenotype;
  /**
   * How it was done: the method asked for, `closed form` for linear models, `occlusion` without a gradient, `leave-one-out` for
   * references: the score difference of the label and its rival, less what it is without the gene.
   */
  method: AttributionMethod | "closed-form" | "occlusion" | "leave-one-out";
  units: "cells" | "donors";
  /** Genes the arrays are over. */
  symbols: string[];
  ensemblIds: string[];
  groups: AttributionGroup[];
  cells: number;
  /** Gradients (or predictions) taken. */
  evaluations: number;
  seconds: number;
  backend: "core" | "wasm" | "webgpu" | "native";
  /** Why labels of this file may have had a part in the attributions, a sentence; empty where they had none. */
  seen: string;
  notes: string[];
  cancelled: boolean;
}

/** One gene of one cell. */
export interface CellGene {
  gene: number;
  attribution: number;
}

/** Which genes made a model say so. */
export interface AttributionOperations {
  /** Sends the report so far while it runs; stopping keeps what is done. */
  attribute: { request: AttributionRequest; reply: AttributionReport; part: AttributionReport };
  /** One gene's attribution in every cell explained, of the last report; NaN in others. `gene` is its place in the report. */
  attributionOfGene: { request: { matrix: string; gene: number }; reply: { values: Float32Array }; part: never };
  /** Has the strongest genes' attributions at hand before they are asked for: of a linear model, by one pass. */
  attributionAhead: { request: { matrix: string }; reply: null; part: never };
  /** One cell's genes by size of attribution, of the last report, and the logits they lead between. */
  attributionOfCell: {
    request: { matrix: string; cell: number; genes: number };
    reply: { genes: CellGene[]; rest: number; atCell: number; atBaseline: number } | null;
    part: never;
  };
}
