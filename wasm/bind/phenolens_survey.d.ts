/** The survey's part of the core, on the terms of phenolens_core.d.ts. */

import type { Analysis, Components, Result } from "./phenolens_core";

/** Arrays have a value per cell of the block; shares are 0 to 1. */
export interface CellQuality {
  totals: Float32Array<ArrayBuffer>;
  detected: Float32Array<ArrayBuffer>;
  mitochondrial: Float32Array<ArrayBuffer>;
  ribosomal: Float32Array<ArrayBuffer>;
  /** Share of counts in the cell's own 50 largest genes. */
  top50: Float32Array<ArrayBuffer>;
  mitochondrialGenes: number;
  ribosomalGenes: number;
}

/** Arrays have a value per gene of the file. */
export interface GeneScores {
  mean: Float64Array<ArrayBuffer>;
  spread: Float64Array<ArrayBuffer>;
  score: Float64Array<ArrayBuffer>;
}

/**
 * Genes ranked in each batch by itself. seurat: mean, spread and score are means over batches; seurat_v3: mean and spread are of all cells,
 * the score is the mean over batches.
 */
export interface BatchGenes extends GeneScores {
  /** seurat_v3: median of the ranks (from 0) in batches that choose the gene; NaN where none does, and for seurat. */
  rank: Float64Array<ArrayBuffer>;
  /** Batches in which the gene is among the `top`. */
  batches: Int32Array<ArrayBuffer>;
  /** Places of the genes chosen, the best first. */
  chosen: Int32Array<ArrayBuffer>;
}

/** `chosen` are places among the file's genes, rising. Rank-normal scores are over all of the file's genes; proportions are counts per 10,000. */
export interface ChosenGenes {
  genes: number;
  chosen: Int32Array;
  scale: "log1p" | "rank-normal" | "proportions";
}

/**
 * counts: of counts and normalized counts, per gene. clipped: of counts no larger than a gene's limit. above: of cells with at least so many counts per 10,000, per gene. groups: of log1p
 * values, per gene and group. rates: of counts beside their cells' totals, per gene and group. pseudobulk: of counts (of log1p values: counts per 10,000), per gene and sample. covariance: of chosen genes' scores.
 */
export type SumsStart =
  | { of: "counts"; genes: number }
  | { of: "clipped"; genes: number; limit: Float64Array }
  /** Of counts, per gene and batch; and of counts no larger than a gene's limit in its batch, row-major batches x genes. */
  | { of: "batches"; genes: number; batches: number }
  | { of: "batches-clipped"; genes: number; batches: number; limit: Float64Array }
  | { of: "above"; genes: number; least: number }
  | { of: "groups"; genes: number; groups: number }
  | { of: "rates"; genes: number; groups: number }
  | { of: "pseudobulk"; genes: number; samples: number }
  /** `keep`: bytes that the scores of its cells may take while they are kept; 0, and nothing is. */
  | ({ of: "covariance"; keep?: number } & ChosenGenes);

/** Sums over cells, of one kind: gathered block by block in lanes, merged in any order. */
export interface Sums {
  /** Starts afresh. */
  start(o: SumsStart): Result<null>;
  /**
   * Adds the cells of the block that an Analysis has loaded. `mask` has a byte per cell of it, 0: left out; sums of
   * groups have `groups` instead, pseudobulk sums the cells' samples and those of batches their batches as `groups`; -1: left out.
   */
  add(analysis: Analysis, o: { mask?: Uint8Array; groups?: Int32Array }): Result<null>;
  state(): Result<Uint8Array<ArrayBuffer>>;
  /** Adds what another one of the same kind gathered; of batches, one of as many batches or of the first of them. */
  merge(state: Uint8Array): Result<null>;
  /** Of a covariance: starts afresh, but for the scores that are kept. */
  restart(): Result<null>;
  /** Of rates: each gene's size as a negative binomial, by moments within groups; infinite where it varies as Poisson or less. */
  sizes(): Result<Float64Array<ArrayBuffer>>;
  /** Of counts: scanpy's `seurat` scores. */
  dispersions(): Result<GeneScores>;
  /** Of counts: the variance that `seurat_v3`'s trend expects of each gene, and the largest count that is to count. */
  variance_trend(): Result<{ expected: Float64Array<ArrayBuffer>; limit: Float64Array<ArrayBuffer> }>;
  /** Of counts, with the clipped sums of the same cells: `seurat_v3` scores. */
  standardized(clipped: Sums, o: { expected: Float64Array }): Result<GeneScores>;
  /** Of batches: cells of each. */
  batch_cells(): Result<Float64Array<ArrayBuffer>>;
  /** Of batches: scanpy's `seurat` with a batch_key; `order` is a place per gene among all names in alphabetical order, by which ties go. */
  batch_dispersions(o: { top: number; order?: Int32Array }): Result<BatchGenes>;
  /** Of batches: as variance_trend, row-major batches x genes. */
  batch_trends(): Result<{ expected: Float64Array<ArrayBuffer>; limit: Float64Array<ArrayBuffer> }>;
  /** Of batches, with the clipped sums of the same cells: scanpy's `seurat_v3` with a batch_key. */
  batch_standardized(clipped: Sums, o: { expected: Float64Array; top: number }): Result<BatchGenes>;
  /** Of counts: the mean over cells of their totals. */
  mean_total(): Result<number>;
  /**
   * Of counts: the genes that Scrublet's filter keeps, as places, rising. `above` are the cells with at least three counts, scaled to the
   * mean total: 3e4 / mean_total per 10,000.
   */
  above_poisson(above: Sums): Result<Int32Array<ArrayBuffer>>;
  /** Of groups: one-way F of each gene. */
  anova(): Result<GeneScores>;
  /** Of groups: mean log1p value and share expressing, row-major genes x groups; NaN for a group without cells. */
  group_means(): Result<{ cells: Float64Array<ArrayBuffer>; mean: Float32Array<ArrayBuffer>; fraction: Float32Array<ArrayBuffer> }>;
  /** Of groups: every gene of one group against the cells of all others, or of the groups `own` against `rest`; a value per gene. */
  tests(o: { group: number } | { own: Int32Array; rest: Int32Array }): Result<GroupTests>;
  /** Of rates: score test of every gene's share of the counts in one group against all others, negative binomial; a value per gene. */
  rate_tests(o: { group: number }): Result<{ z: Float64Array<ArrayBuffer>; p: Float64Array<ArrayBuffer>; q: Float64Array<ArrayBuffer> }>;
  /** Of pseudobulk sums: one gene's and all genes' counts in every sample. */
  gene_counts(o: { gene: number }): Result<{ counts: Float64Array<ArrayBuffer>; totals: Float64Array<ArrayBuffer> }>;
  /** Of pseudobulk sums: which donors a group can be compared with the rest by; a group and a donor per sample. */
  donor_sides(o: DonorQuestion): Result<DonorSides>;
  /** Of pseudobulk sums: every gene of one group against the rest, over donors; NaN where it cannot be tested. */
  donor_tests(o: DonorQuestion): Result<DonorTests>;
  /** To pseudobulk sums: adds what was summed over some cells of a sample elsewhere, counts of some genes. */
  add_sample(o: { sample: number; cells: number; genes: Int32Array; counts: Float64Array }): Result<null>;
  /** Of pseudobulk sums: samples summed by code (`count` of them; -1: left out), row-major genes x codes, and the cells of each. */
  sample_counts(o: { codes: Int32Array; count: number }): Result<{ counts: Float64Array<ArrayBuffer>; cells: Float64Array<ArrayBuffer> }>;
  /**
   * Of a covariance: the exact leading components, and the variance along each; `standardized`: of genes scaled to variance 1, each
   * rotation being over its gene's deviation.
   */
  components(o: { count: number; standardized?: boolean }): Result<Components & { variance: Float64Array<ArrayBuffer> }>;
  /**
   * Of a covariance whose cells' scores were kept: these cells on components, row-major cells x components, block by
   * block; null where they were too many to keep.
   */
  kept_components(o: { mean: Float32Array; rotation: Float32Array }): Result<{ first: number; values: Float32Array<ArrayBuffer> }[] | null>;
  delete(): void;
}

export interface DonorQuestion {
  group: number;
  groups: Int32Array;
  donors: Int32Array;
}

export interface DonorSides {
  /** paired: within donors; independent: donors against other donors; none: under three on a side. */
  design: "paired" | "independent" | "none";
  /** Donors with at least ten cells in the group, in the rest, in both; those with fewer on a side. */
  own: number;
  rest: number;
  both: number;
  sparse: number;
}

/** A value per gene; NaN for genes of too few counts, and where donors are too few. */
export interface DonorTests {
  /** Difference of log2 counts per million. */
  logFoldChange: Float64Array<ArrayBuffer>;
  /** limma-trend's moderated t, its two-sided p, and p adjusted over the genes tested. */
  t: Float64Array<ArrayBuffer>;
  p: Float64Array<ArrayBuffer>;
  q: Float64Array<ArrayBuffer>;
}

export interface GroupTests {
  cells: number;
  rest: number;
  mean: Float64Array<ArrayBuffer>;
  meanRest: Float64Array<ArrayBuffer>;
  fraction: Float64Array<ArrayBuffer>;
  fractionRest: Float64Array<ArrayBuffer>;
  logFoldChange: Float64Array<ArrayBuffer>;
  /** Welch's t, its two-sided p, and p adjusted over genes. */
  t: Float64Array<ArrayBuffer>;
  p: Float64Array<ArrayBuffer>;
  q: Float64Array<ArrayBuffer>;
}

/** A run of genes' values over all cells, to be ranked: 6 bytes an expressed value. */
export interface Ranks {
  /** Genes from `from` up to before `to`; `cells` of each group take part. */
  start(o: { from: number; to: number; cells: Float64Array }): Result<null>;
  /** A part that `rank_parts` made for these genes. */
  add(part: Uint8Array): Result<null>;
  /** Tie-corrected z of Wilcoxon's rank sum and area under the ROC curve, each group against the rest: row-major genes x groups. */
  tests(): Result<{ z: Float64Array<ArrayBuffer>; auc: Float32Array<ArrayBuffer> }>;
  delete(): void;
}

/** Cells put on components of chosen genes. */
export interface Projection {
  start(o: ChosenGenes & { mean: Float32Array; rotation: Float32Array }): Result<null>;
  /** The loaded block's cells, row-major cells x components; NaN for those left out or with nothing to score. */
  project(analysis: Analysis, o: { mask?: Uint8Array }): Result<Float32Array<ArrayBuffer>>;
  delete(): void;
}

/** Row-major points x k, nearest first, the point itself left out. */
export interface NearestNeighbors {
  k: number;
  index: Int32Array<ArrayBuffer>;
  distance: Float32Array<ArrayBuffer>;
}

/** Scores and standard errors of the cells, scores of the simulated doublets. */
export interface DoubletScores {
  observed: Float64Array<ArrayBuffer>;
  error: Float64Array<ArrayBuffer>;
  simulated: Float64Array<ArrayBuffer>;
  /** Of a point, simulated ones among them. */
  neighbors: number;
  threshold: number | null;
}

/** What the genes of sex say of some cells, and what it rests on; `total` is NaN of values that are no counts. */
export interface SexJudged {
  verdict: "female" | "male" | "unmeasured" | "few" | "mixed" | "maybe-mixed" | "both";
  cells: number;
  x: number;
  y: number;
  total: number;
  xOnly: number;
  yOnly: number;
  both: number;
  expectedBoth: number;
  pExclusive: number;
}

export interface SurveyCore {
  Sums: new () => Sums;
  Projection: new () => Projection;
  Ranks: new () => Ranks;
  /** The k nearest of points x dims values, the point itself not counted; `exact` where all pairs were compared. */
  find_neighbors(o: { points: number; dims: number; values: Float32Array; k: number; seed: number }): Result<NearestNeighbors & { exact: boolean }>;
  /** UMAP's fuzzy graph of neighbours, each edge once. */
  graph_edges(o: NearestNeighbors): Result<{ first: Int32Array<ArrayBuffer>; second: Int32Array<ArrayBuffer>; weight: Float32Array<ArrayBuffer> }>;
  /** Leiden communities of the fuzzy graph, the best of several starts; a code per point, 0 the largest. */
  cluster(o: NearestNeighbors & { resolution: number; starts: number; seed: number }): Result<{ codes: Int32Array<ArrayBuffer>; sizes: number[]; modularity: number }>;
  /**
   * Scrublet's scores of one sample's cells, row-major cells x `dims` on components of z-scored proportions, and their totals. `rate`: the
   * expected share of doublets. `threshold`: null where the simulated doublets' scores have not two modes.
   */
  doublet_scores(o: { dims: number; positions: Float32Array; totals: Float32Array; rate: number; seed: number }): Result<DoubletScores>;
  /**
   * The loaded block's expressed values, gene by gene, in parts cut at `bounds` (places among the genes, one more than
   * parts); `groups` per cell, -1: left out.
   */
  rank_parts(analysis: Analysis, o: { groups: Int32Array; bounds: Int32Array }): Result<Uint8Array<ArrayBuffer>[]>;
  /** Two-sided p of normal scores, and adjusted over them. */
  normal_tests(z: Float64Array): Result<{ p: Float64Array<ArrayBuffer>; q: Float64Array<ArrayBuffer> }>;
  /** Gaussian kernel density of values at places, Scott's bandwidth; zeros where the values do not vary. */
  kernel_density(o: { values: Float32Array; places: Float64Array }): Result<Float64Array<ArrayBuffer>>;
  /** How alike two groupings of the same cells are; codes below 0 are left out. `table` is row-major firsts x seconds. */
  agreement(o: { first: Int32Array; second: Int32Array }): Result<{ cells: number; table: Float64Array<ArrayBuffer>; firsts: number; seconds: number; ari: number; nmi: number }>;
  /** Quality of the cells of the block that an Analysis has loaded. */
  cell_quality(analysis: Analysis): Result<CellQuality>;
  /**
   * Limits `mads` scaled median absolute deviations from the median, on ln(1 + value) where `logarithmic`; infinite
   * where the deviation is zero.
   */
  outlier_limits(o: { values: Float32Array; mads: number; logarithmic: boolean }): Result<{ median: number; mad: number; low: number; high: number }>;
  /** Counts of XIST (columns marked 1 in `genes`) and of genes of the Y chromosome (2) of the loaded block's cells; of log1p values 1 a gene. */
  sex_counts(analysis: Analysis, o: { genes: Uint8Array }): Result<{ x: Float32Array<ArrayBuffer>; y: Float32Array<ArrayBuffer> }>;
  /** A code per cell: 0 female, 1 male, others cannot be told. */
  sex_of_cells(o: { x: Float32Array; y: Float32Array }): Result<Uint8Array<ArrayBuffer>>;
  /** The verdict on some cells; wasm/core/cells/sex.hpp says by which limits. */
  judge_sex(o: {
    x: Float32Array;
    y: Float32Array;
    totals: Float32Array;
    hasX: boolean;
    hasY: boolean;
    isOneDonor: boolean;
    areCounts: boolean;
  }): Result<SexJudged>;
}
