import type { Interval, Phenotype } from "../types";
import type { EnrichmentRequest } from "./gene-sets";

/** What a model can still tell when it is given the genes of one set alone. */
export interface SetAloneRequest {
  matrix: string;
  model: string;
  file: EnrichmentRequest["file"];
  /** A set of it, by name. */
  set: string;
  /** Random sets of as many genes of like expression. */
  random: number;
  /** Columns of labels by phenotype, for accuracy; others are compared with the full input alone. */
  labels: { [phenotype: string]: string };
  /** Cells at most, evenly spread. */
  cells: number;
  seed: number;
  lanes: number;
}

/** One head's answers on some input. */
export interface SetAloneAnswers {
  /** Share of the cells whose answer from the full input is the first, or among the first three; Wilson 95%. */
  same: Interval;
  sameTop3: Interval;
  /** Against labels, where they were named: NaN else. */
  top1: Interval;
  top3: Interval;
  /** Entropy over ln(classes), mean. */
  entropy: number;
  /** Cells with an answer at all. */
  answered: number;
}

export interface SetAloneHead {
  phenotype: Phenotype;
  classes: number;
  /** Column of labels, and cells with one that a class answers. */
  column: string | null;
  labelled: number;
  full: SetAloneAnswers;
  set: SetAloneAnswers;
  /** Of each random set. */
  random: SetAloneAnswers[];
}

export interface SetAloneReport {
  model: string;
  set: string;
  /** Genes the set lists, those that the file measures and the model knows, and all genes that both have. */
  listed: number;
  genes: number;
  of: number;
  cells: number;
  heads: SetAloneHead[];
  seconds: number;
  notes: string[];
}

export interface SetAloneOperations {
  setAlone: { request: SetAloneRequest; reply: SetAloneReport; part: never };
}
