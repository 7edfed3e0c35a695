import type { Phenotype, BackendChoice } from "../types";

/** What is done to a gene's counts; the cell is normalized again afterwards, as if it had been measured so. */
export type GeneChange =
  | { kind: "zero" }
  | { kind: "double" }
  /** The share of its counts that the gene has in another cell: one, or one by chance of those of a predicted class, a cell each. */
  | { kind: "swap"; from: { kind: "cell"; cell: number } | { kind: "class"; code: number } };

export interface EditRequest {
  matrix: string;
  model: string;
  phenotype: Phenotype;
  gene: string;
  change: GeneChange;
  /** Cells to be edited; of many, as many are drawn as `most` says. */
  cells: Uint32Array;
  most: number;
  /** Class whose logit is followed; -1: each cell's own first guess before the edit. */
  code: number;
  seed: number;
  backend: BackendChoice;
}

export interface EditReport {
  gene: string;
  /** Cells edited, of how many asked for, and in how many of them the edit changed the gene's value at all. */
  cells: number;
  of: number;
  altered: number;
  /** Classes that lead before or after, most before first: mean probability over the cells, of the ten kept of each. */
  classes: { code: number; label: string; before: number; after: number }[];
  /** Mean entropy in nats, and over ln(classes). */
  entropy: { before: number; after: number; most: number };
  /** Cells whose first guess is another one now. */
  turned: number;
  /** Mean value of the gene over the cells: counts, or what the file holds. */
  value: { before: number; after: number };
  /**
   * The logit followed, its change and what the gradient had foretold of it: slope at the cell before the edit times the change of the
   * gene's own value. Means over `foretold` cells, those in which the model reads the gene before; NaN where it reads it in none.
   */
  logit: { before: number; after: number; change: number; predicted: number; foretold: number; changeOfForetold: number };
  /** Cell by cell, in the order edited: for a picture of foretold against happened. NaN where nothing was foretold. */
  each: { cell: Uint32Array; change: Float32Array; predicted: Float32Array };
  seconds: number;
  /** Why it was not computed where it was asked to be, and the like: sentences. */
  notes: string[];
}

/** A gene changed in some cells, and what the model says then. */
export interface EditOperations {
  editGene: { request: EditRequest; reply: EditReport; part: never };
}
