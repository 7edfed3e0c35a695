import type { Phenotype } from "../types";

/** One gene's hidden states: what a model makes of it in cells of different kinds. */
export interface GeneStatesRequest {
  matrix: string;
  /** A model of gene tokens. */
  model: string;
  /** Symbol or Ensembl id, of the model's vocabulary. */
  gene: string;
  groupBy: { kind: "column"; column: string } | { kind: "prediction"; phenotype: Phenotype };
  /** Cells of each context at most, of those in which the model reads the gene. */
  cellsPerGroup: number;
  /** Genes read in about as many cells, which the spread is held against. */
  controls: number;
  seed: number;
  lanes: number;
}

export interface GeneInContext {
  name: string;
  /** Cells of the context, those in which the model reads the gene, and those looked at. */
  cells: number;
  read: number;
  used: number;
  /** Genes whose mean states here are nearest to the gene's (cosine, the context's mean removed), nearest first. */
  nearest: { gene: string; cosine: number; cells: number }[];
}

export interface GeneStatesReport {
  model: string;
  gene: string;
  ensemblId: string;
  /** Largest first; contexts of fewer than five cells that read the gene are left out. */
  contexts: GeneInContext[];
  /** Cosine of the gene's mean states in two contexts, each context's mean state removed. */
  alike: number[][];
  /** Spread over contexts: one minus the mean of `alike` over pairs; of the gene, and of matched genes from least to most. */
  spread: {
    gene: number;
    controls: { gene: string; spread: number; cells: number }[];
    /** Share of the matched genes at least as spread out, counting the gene itself. */ p: number;
  };
  /** The cells looked at, their context (a place in `contexts`), and their place on the map of states (x, y interleaved). */
  cells: Uint32Array<ArrayBuffer>;
  of: Int32Array<ArrayBuffer>;
  xy: Float32Array<ArrayBuffer>;
  layout: "umap" | "components";
  /** Cells in which the gene is expressed in the file, and those in which the model reads it. */
  expressed: number;
  read: number;
  dims: number;
  seconds: number;
  notes: string[];
}

export interface GeneStatesOperations {
  geneStates: { request: GeneStatesRequest; reply: GeneStatesReport; part: never };
}
