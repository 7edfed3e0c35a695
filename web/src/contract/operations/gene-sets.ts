import type { Phenotype } from "../types";

export interface EnrichmentRequest {
  /** A GMT or GMX file: its name (whose ending tells which) and text; or the mitochondrial sets that are built in. */
  file: { name: string; text: string } | "mitochondria";
  /** The genes there are; parallel arrays. */
  symbols: string[];
  ensemblIds: string[];
  /** Mean attribution, by which genes are ranked, and mean absolute attribution. */
  mean: Float32Array;
  meanAbs: Float32Array;
  /** What a gene weighs in the logit explained (AttributionGroup); null: not known. */
  weight: Float32Array | null;
  /**
   * Share of the cells that express a gene. The background is of genes above zero that have an attribution: measured,
   * read by the model and expressed.
   */
  expressed: Float32Array;
  /**
   * Genes are ranked by their attribution among genes of like expression. The `top` genes of the ranking; the whole
   * ranking; or a set's share of all attribution. p: against draws in which genes of like expression exchange how far the
   * cells are from the baseline, each keeping its weight in the model (where weights are not known: their attributions).
   */
  method: "over-representation" | "preranked" | "matched-share";
  top: number;
  /** Genes of a set in the background, from and to. */
  minSize: number;
  maxSize: number;
  permutations: number;
  seed: number;
}

export interface EnrichedSet {
  name: string;
  description: string;
  /** Genes the file lists, and those of them in the background. */
  listed: number;
  size: number;
  /** Over-representation: genes among the top, how many the draws put there, odds ratio with 95% interval. */
  overlap: number;
  expected: number;
  odds: { value: number; low: number; high: number };
  /** Preranked: enrichment score, and that over the mean of the draws of its sign. NaN for the other method, as above. */
  es: number;
  nes: number;
  /** Matched share: the set's share of all absolute attribution, and of the draws the mean and the middle 95%. */
  share: number;
  matched: { value: number; low: number; high: number };
  p: number;
  q: number;
  /** Genes of the overlap, or of the leading edge, strongest first. */
  genes: string[];
}

/** Two sets that share genes of the background: places in `found`. */
export interface SetOverlap {
  first: number;
  second: number;
  shared: number;
  /** Shared over all genes of both, and over those of the smaller. */
  jaccard: number;
  coefficient: number;
}

export interface EnrichmentReport {
  method: EnrichmentRequest["method"];
  file: string;
  /** Sets in the file, and of a size to be tested. */
  sets: number;
  tested: number;
  background: number;
  drawn: number;
  /** The model's weights were kept in the draws. */
  keepsWeights: boolean;
  /** By p, then by name. */
  found: EnrichedSet[];
  /** Which of the first sixty share genes. */
  overlaps: SetOverlap[];
  /** What was odd about the file. */
  notes: string[];
}

export interface SetScoresRequest {
  matrix: string;
  file: EnrichmentRequest["file"];
  /** Genes of a set that the file measures, from and to. */
  minSize: number;
  maxSize: number;
  /** Best genes of a cell that count; a twentieth of those measured where it is not given. */
  top?: number;
  groupBy: { kind: "column"; column: string } | { kind: "prediction"; model: string; phenotype: Phenotype };
  lanes: number;
}

/** One set in every group of cells. */
export interface ScoredSet {
  name: string;
  description: string;
  /** Genes listed, and those the file measures. */
  listed: number;
  size: number;
  /** Mean score (0 to 1) of each group's cells and its standard error over them; NaN where none, or too few, have one. */
  means: number[];
  errors: number[];
  /** Share of the scores' variance that lies between the groups. */
  between: number;
}

export interface SetScoresReport {
  file: string;
  /** Sets in the file; those of a size to be scored are `scored`, in its order. */
  sets: number;
  scored: ScoredSet[];
  /** Most cells first. */
  groups: { name: string; cells: number }[];
  /** Best genes of a cell that counted, of so many ranked. */
  top: number;
  genes: number;
  cells: number;
  /** Every cell's scores are at hand; else each set's are made anew when asked for. */
  isKept: boolean;
  seconds: number;
  notes: string[];
}

/** Sets of genes against a ranking of genes, and in every cell. */
export interface GeneSetOperations {
  enrich: { request: EnrichmentRequest; reply: EnrichmentReport; part: never };
  /** Scores every cell by how early sets of genes stand among its best (AUCell). */
  scoreSets: { request: SetScoresRequest; reply: SetScoresReport; part: never };
  /** One set's score in every cell, of those scored last: its place among them. NaN where a cell has no counts. */
  setScores: { request: { matrix: string; set: number }; reply: { values: Float32Array<ArrayBuffer> }; part: never };
}
