export interface EnrichmentRequest {
  /** A GMT or GMX file: its name (whose ending tells which) and text; or the mitochondrial sets that are built in. */
  file: { name: string; text: string } | "mitochondria";
  /** The genes there are; parallel arrays. */
  symbols: string[];
  ensemblIds: string[];
  /** Mean attribution, by which genes are ranked, and mean absolute attribution. */
  mean: Float32Array;
  meanAbs: Float32Array;
  /** Share of the cells that express a gene. The background is of genes above zero that have an attribution: measured, read by the model and expressed. */
  expressed: Float32Array;
  /** The `top` genes of the ranking against the rest; the whole ranking; or a set's share of all attribution against sets of the same size and expression. */
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
  /** Over-representation: genes among the top, how many chance would put there, odds ratio with 95% interval. */
  overlap: number;
  expected: number;
  odds: { value: number; low: number; high: number };
  /** Preranked: enrichment score, and that over the mean of random sets. NaN for the other method, as above. */
  es: number;
  nes: number;
  /** Matched share: the set's share of all absolute attribution, and of matched random sets the mean and the middle 95%. */
  share: number;
  matched: { value: number; low: number; high: number };
  p: number;
  q: number;
  /** Genes of the overlap, or of the leading edge, strongest first. */
  genes: string[];
}

export interface EnrichmentReport {
  method: EnrichmentRequest["method"];
  file: string;
  /** Sets in the file, and of a size to be tested. */
  sets: number;
  tested: number;
  background: number;
  drawn: number;
  /** By p, then by name. */
  found: EnrichedSet[];
  /** What was odd about the file. */
  notes: string[];
}

/** Sets of genes against a ranking of genes. */
export interface GeneSetOperations {
  enrich: { request: EnrichmentRequest; reply: EnrichmentReport; part: never };
}
