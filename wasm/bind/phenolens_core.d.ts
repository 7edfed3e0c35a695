/**
 * The core as JavaScript sees it. Every call returns a Result; nothing throws.
 * Arrays going in are copied; arrays coming out are owned copies, never views of the heap.
 * An option that is not declared here is refused by name.
 */

import type { CompareCore } from "./phenolens_compare";
import type { IntegrateCore } from "./phenolens_integrate";
import type { NearestNeighbors, SurveyCore } from "./phenolens_survey";

export type * from "./phenolens_compare";
export type * from "./phenolens_integrate";
export type * from "./phenolens_survey";

export type ErrorCode = "bad-file" | "bad-input" | "unsupported" | "model" | "memory" | "network" | "cancelled" | "internal";

export type Result<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string };

/** What values are to the steps that read them. */
export type ValueKind = "counts" | "fractional-counts" | "log1p" | "scaled" | "empty";

/** What a matrix stores, finer than its ValueKind. */
export type StoredAs =
  | "counts" | "fractional-counts" | "proportions" | "square-roots" | "log1p" | "log1p-twice" | "mixed"
  | "scaled" | "unit-variance" | "unit-range" | "bins" | "detected" | "empty";

/** How stored values stand to counts: the base of logarithms, and what a cell's scaled counts sum to (0: not known). */
export interface ValueScale {
  stored: StoredAs;
  log_base: number;
  target: number;
}

/**
 * Medians over a sample's cells of what restored counts sum to and of genes detected; the largest stored value; the
 * share of values that are 1.
 */
export interface ValueLook {
  total: number;
  detected: number;
  largest: number;
  ones: number;
}

/** Cells of a matrix as it stores them. Without `indptr` they are dense, rows of `genes`; without `indices` the genes are not known. */
export interface StoredValues {
  values: Numbers;
  indptr?: Numbers;
  indices?: Numbers;
  genes: number;
}

/** In words: `human`, `mouse`, `rat`, `zebrafish`, `crab-eating macaque` and others; `mixed` for several in one file, `unknown`. */
export type Species = string;

/** Any numeric typed array, 64-bit integers included, as HDF5 readers hand them out. */
export type Numbers =
  | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array
  | Float32Array | Float64Array | BigInt64Array | BigUint64Array;

export interface SpeciesVerdict {
  species: Species;
  /** One sentence with the numbers seen. */
  why: string;
  /** Of a file that mixes species: each with its genes; empty otherwise. */
  genomes: { species: Species; genes: number }[];
}

/** What a model's vocabulary finds in the file. */
export interface Matched {
  handle: number;
  /** Vocabulary genes the file measures. */
  found: number;
  vocabulary: number;
  /** How they were found: by Ensembl id, by symbol as written, by symbol in another case, by alias; these sum to `found`. */
  by: { ensembl: number; symbol: number; folded: number; alias: number };
  /** Columns added to another column of the same gene. */
  duplicates: number;
  /** Whether a linear model was fitted to the file's panel of genes. */
  fitted: boolean;
  /**
   * Of each head of a linear model, how much of it the measured genes carry, 0 to 1: of a fitted one the share of its logits' variance that
   * they give, else the share of its weight. Empty for other models.
   */
  carried: Float64Array<ArrayBuffer>;
  /** The species judged again, now with the vocabulary's own names to compare with. */
  species: Species;
  why: string;
  genomes: { species: Species; genes: number }[];
}

/**
 * The first few classes of a run of cells; arrays are row-major cells x k. A cell with nothing to read has top 65535,
 * probability 0 and entropy ln(classes).
 */
export interface Scores {
  k: number;
  top: Uint16Array<ArrayBuffer>;
  probability: Float32Array<ArrayBuffer>;
  /** Nats, one per cell. */
  entropy: Float32Array<ArrayBuffer>;
  /** Sums over the classes not kept of their probabilities and of these' squares, one per cell. */
  rest: Float32Array<ArrayBuffer>;
  restSquares: Float32Array<ArrayBuffer>;
}

/** The classes above a threshold: how many each cell has, and their codes cell after cell, in order of class. */
export interface MatchedClasses {
  counts: Int32Array<ArrayBuffer>;
  codes: Uint16Array<ArrayBuffer>;
}

export interface Tensor {
  name: string;
  dtype: "float16" | "float32" | "float64";
  shape: number[];
  /** Bytes from the start of the weights file. */
  offset: number;
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

/**
 * Same fields as SurveyReport of the contract's types. Quartiles come from a running sketch, within 0.4%; `distribution`
 * gives them exactly from the per-cell arrays.
 */
export interface SurveyReport {
  cells: number;
  genes: number;
  totals: Distribution;
  detected: Distribution;
  mitochondrial: Distribution;
  mitochondrialGenes: number;
  emptyCells: number;
}

export interface Components {
  /** dims values: subtracted before rotating. */
  mean: Float32Array<ArrayBuffer>;
  /** Row-major components x dims, each of length 1, its largest entry positive. */
  rotation: Float32Array<ArrayBuffer>;
  /** Share of the variance each component explains. */
  explained: Float32Array<ArrayBuffer>;
  dims: number;
  components: number;
  /** Rows it was fitted on. */
  rows: number;
}

/**
 * Everything one lane knows: the file's genes, the models, the block at hand and the sums so far. Sums, Ranks,
 * Projection, Attribution, SetScores and TrainingScores read the block it has loaded.
 */
export interface Analysis {
  /**
   * Declares the file's genes and starts afresh (models and sums are dropped). `ids` and each of `alternatives` hold one
   * name per column of the matrix, joined by newlines; a name may be empty.
   */
  set_genes(o: { ids: string; alternatives: string[]; values: ValueKind }): Result<SpeciesVerdict & { genes: number; mitochondrial_genes: number; ribosomal_genes: number }>;

  /**
   * Adds an affine map from scores to logits; scores are rank-normal unless `normalization` says log1p (ln(1 +
   * target_sum x count / total); `log1p-of-model`: the total is of the vocabulary's genes alone). `weights` are the bytes of the weights file, with tensors `weights` (genes x classes),
   * `bias` (classes), `mean` (genes). `clusters` says of each head how many clusters have logits of their own (0: none):
   * then its columns of `weights` and `bias` are a gate per cluster and each cluster's classes. `links` says
   * of each head how logits become probabilities: `softmax` (the default), or `logistic`, each class by itself. With a
   * tensor `scale` (genes), scores are (score - mean) / scale, cut above `ceiling` (0: not cut), and sums are of double
   * precision. `as_written`: genes are found by their symbol as written alone, in the first column that holds it.
   * `embedding_head` (default 0) is the head whose logits make the embedding. `panel`: what Trainer.composite gave; where the file
   * measures fewer than half of the genes, the model is fitted to them by it.
   */
  add_linear(o: {
    genes_tsv: string; normalization?: "rank-normal" | "log1p" | "log1p-of-model"; scale?: "norm"; target_sum?: number; weights: Uint8Array; tensors: Tensor[];
    heads: number[]; temperatures: number[]; clusters?: number[]; links?: ("softmax" | "logistic")[]; ceiling?: number; as_written?: boolean; embedding_head?: number; panel?: Uint8Array;
  }): Result<Matched>;

  /**
   * Adds a model that reads gene tokens and is run elsewhere; `name` and what goes with it are the manifest's encoding.
   * No heads: it only embeds.
   */
  add_encoder(o: {
    genes_tsv: string; name: "gene-values" | "polygene-bins" | "value-bins" | "rank-tokens" | "dense"; max_genes?: number;
    target_sum?: number; scale?: "log1p" | "counts" | "log1p-counts"; edges?: number[]; bins?: number; total?: "file" | "model";
    heads: number[]; temperatures: number[]; as_written?: boolean;
  }): Result<Matched>;

  /**
   * Reference profiles to compare cells with by rank correlation, as SingleR does. `labels` is the label of each profile;
   * `weights` holds the tensors `profiles` (genes x profiles) and, where markers were found in cells, `markers` (classes x
   * classes x so many rows of genes_tsv, -1 for no more). Shares are softmax of the scores over `temperature`.
   */
  add_reference(o: {
    genes_tsv: string; weights: Uint8Array; tensors: Tensor[]; labels: Int32Array; classes: number; temperature: number;
    scale: "log" | "linear" | "counts"; quantile: number; fine_tune: number; as_written?: boolean;
  }): Result<Matched>;

  /**
   * Takes a block of consecutive cells in CSR over the file's genes. `indptr` has cells + 1 entries and may start
   * anywhere; indices and values begin at its first entry. Checks everything; indices in disorder are sorted, duplicates
   * summed.
   */
  load(o: { first: number; cells: number; genes: number; indptr: Numbers; indices: Numbers; values: Numbers }): Result<null>;

  /** The same from cells x genes values, row-major. */
  load_dense(o: { first: number; cells: number; genes: number; values: Numbers }): Result<null>;
  /** Keeps half 0 or 1 of every count of the block; `sizes`: each gene's as a negative binomial, infinite for Poisson. */
  thin(o: { sizes: Float64Array; seed: number; half: 0 | 1 }): Result<null>;

  /**
   * Totals, detected genes, mitochondrial share (0 to 1; 0 for an empty cell, NaN where no gene is known to be
   * mitochondrial) and whether all values are whole of the block's cells, and their counts by species in a file that mixes
   * them (cells x genomes, else empty), also added to the sums that `report` and `state` hold. For log1p values totals are
   * of expm1(value). With `genes: true` (default false) per-gene mean and variance are gathered too.
   */
  survey(o?: { genes?: boolean }): Result<{
    totals: Float32Array<ArrayBuffer>; detected: Float32Array<ArrayBuffer>; mitochondrial: Float32Array<ArrayBuffer>;
    whole: Uint8Array<ArrayBuffer>; genomes: Float32Array<ArrayBuffer>;
  }>;

  /**
   * Linear predictions of the block's cells. `embedding` is row-major cells x dims: the embedding head's logits before
   * temperature; with more than 64 classes, their 64 leading directions. An empty cell's embedding is NaN.
   * `meanCosine`: between each cell's scores and the model's mean scores, NaN for an empty cell; empty for standardized
   * weights. Also gathers the embedding's covariance. With a `threshold`, `matched` says per head which classes exceed it, cell after cell;
   * nothing for softmax heads.
   */
  predict(
    handle: number,
    o?: { threshold?: number },
  ): Result<{
    heads: Scores[]; embedding: Float32Array<ArrayBuffer>; dims: number; meanCosine: Float32Array<ArrayBuffer>; matched?: MatchedClasses[];
    score?: Float32Array<ArrayBuffer>; delta?: Float32Array<ArrayBuffer>; overMedian?: Float32Array<ArrayBuffer>;
  }>;

  /**
   * A linear model's logits of the block's cells in double precision, or a reference's correlations before fine tuning: cells x
   * classes of all heads; NaN for a cell without counts.
   */
  decisions(handle: number): Result<Float64Array<ArrayBuffer>>;

  /** Tokens of each cell of the block, at most max_genes; 0 where there is nothing to read. For sorting cells into length buckets. */
  token_counts(handle: number): Result<Int32Array<ArrayBuffer>>;

  /** Vocabulary indices of the model's genes that the file measures, rising. */
  measured(handle: number): Result<Int32Array<ArrayBuffer>>;

  /**
   * Model input of some cells of the block (offsets from its first), in the order given: a run, or a list. Arrays are
   * cells x length, padded to the longest (`pad` = vocabulary size, value 0, mask 0). Values are log1p values, bins or,
   * for `rank-tokens`, the file's.
   */
  encode(handle: number, o: { first: number; count: number } | { cells: Int32Array }): Result<{
    length: number; genes: Int32Array<ArrayBuffer>; values: Float32Array<ArrayBuffer>; mask: Float32Array<ArrayBuffer>; lengths: Int32Array<ArrayBuffer>;
  }>;

  /** Scores of an encoder's logits (cells x classes) for one head, at the head's temperature. `empty` is 1 for cells without prediction. */
  score(handle: number, o: { head: number; logits: Float32Array; empty?: Uint8Array }): Result<Scores>;

  /** Adds embeddings made elsewhere (rows x dims) to a model's covariance; rows with NaN are left out. */
  add_embedding(handle: number, o: { values: Float32Array; dims: number }): Result<null>;

  /** Principal components of a model's embeddings gathered so far. */
  components(handle: number, o: { components: number }): Result<Components>;

  /** The sums gathered so far, for `merge` in another lane that was given the same genes and models. */
  state(): Result<Uint8Array<ArrayBuffer>>;
  merge(state: Uint8Array): Result<null>;
  /** The survey of all cells gathered and merged. */
  report(): Result<SurveyReport>;
  delete(): void;
}

export interface Interval {
  value: number;
  low: number;
  high: number;
}

export interface Metrics {
  /** Cells with a truth (0 or more). */
  cells: number;
  /** Of those, cells without a prediction: counted as wrong. */
  unpredicted: number;
  /** Share of cells with the truth among the first 1..k, Wilson 95%. */
  topK: Interval[];
  /** Mean recall of the classes the truth has. */
  balancedAccuracy: number;
  /** Mean F1 of the classes that the truth or the predictions have, as scikit-learn. */
  macroF1: number;
  /** 15 equal-width bins (low, high] on the top probability. */
  ece: number;
  reliability: { meanConfidence: number; shareRight: number; cells: number }[];
  /** Row-major classes x classes: truth x first prediction. */
  confusion: Int32Array<ArrayBuffer>;
  /** Classes that the truth or the predictions have, by code. */
  perClass: { code: number; support: number; predicted: number; recall: Interval; precision: number; f1: number }[];
  meanEntropyRight: number;
  meanEntropyWrong: number;
  /** AUROC of entropy telling wrong from right; NaN with only one of both. */
  aurocWrong: number;
}

/** Predictions of some cells for one head, as kept: row-major cells x k. */
export interface Kept {
  k: number;
  top: Uint16Array;
  probability: Float32Array;
  rest: Float32Array;
  restSquares: Float32Array;
}

/** What became of each cell: place of its true class (254 beyond the kept, 255 no truth), that class's probability, the Brier score. */
export interface Outcomes {
  rank: Uint8Array<ArrayBuffer>;
  probability: Float32Array<ArrayBuffer>;
  brier: Float32Array<ArrayBuffer>;
  cells: number;
  /** Cells whose true class is beyond the kept ones: the mean of the rest stands for its probability. */
  beyond: number;
}

export interface ReliabilityBin { meanConfidence: number; shareRight: number; cells: number }

/** Errors over 15 bins of equal width and of equal mass; negative log-likelihood in nats, Brier score: means over the cells. */
/** Where groups of training cells lie: whitening is dims x dims, means groups x dims (whitened), limits one a group. */
export interface Whitened { dims: number; whitening: Float32Array; means: Float32Array; limits: Float32Array }

export interface Calibration { cells: number; eceWidth: number; eceMass: number; nll: number; brier: number; width: ReliabilityBin[]; mass: ReliabilityBin[] }

export interface TemperatureFit { temperature: number; fittedCells: number; before: Calibration; after: Calibration }

export interface RiskCoverage { cells: number; aurc: number; curve: { threshold: number; cells: number; right: number }[] }

export interface Roc { positives: number; negatives: number; auroc: Interval; auprc: number }

/** By metric: top1, top3, top5, top10, balancedAccuracy, macroF1, nll, brier, ece. */
export type LedgerMetrics = Record<"top1" | "top3" | "top5" | "top10" | "balancedAccuracy" | "macroF1" | "nll" | "brier" | "ece", Interval>;

export interface JudgedModel {
  truth: Int32Array; classes: number; first: Uint16Array; confidence: Float32Array;
  rank: Uint8Array; probability: Float32Array; brier: Float32Array;
}

export interface GroupSpread {
  cells: number; units: number; mean: Interval; q1: number; median: number; q3: number; squares: number; histogram: number[];
  /**
   * Against all other groups: difference of means (of donors' means where there are donors), permutation p, adjusted by
   * Benjamini-Hochberg.
   */
  difference: number; pValue: number; adjusted: number;
  /** The difference among cells of equal depth, and how far the depths overlap; null without depth. */
  matched: { difference: number; overlap: number } | null;
}

export interface Landscape {
  groups: GroupSpread[];
  units: { group: number; unit: number; cells: number; mean: number; adjusted: number }[];
  depth: { correlation: number; bins: { cells: number; meanDepth: number; meanValue: number }[]; groups: { cells: number; mean: number; squares: number }[] } | null;
}

export interface Line { points: number; slope: number; intercept: number; error: number; low: number; high: number; pValue: number; r: number }

/** 95% interval, Student's t with its degrees of freedom, two-sided p. */
export interface MeanDifference { difference: number; low: number; high: number; t: number; freedom: number; p: number }

export interface HeadSummary {
  /** Cells with a prediction; means are over these. */
  cells: number;
  unpredicted: number;
  meanProbability: number;
  meanEntropy: number;
  /** Mean entropy over ln(classes). */
  meanEntropyNorm: number;
  /** Classes with at least one cell, most cells first. */
  classes: { code: number; cells: number; meanProbability: number; meanEntropy: number }[];
}

/** A UMAP layout, settled step by step. Delete it after use. */
export interface Layout {
  /**
   * Finds neighbours among points x dims values and starts from 2-D positions; gives the number of epochs. `neighbors`
   * counts the point itself, as in umap-learn (15 by default).
   */
  start(o: { points: number; dims: number; values: Float32Array; start: Float32Array; seed: number; neighbors?: number; min_dist?: number; epochs?: number }): Result<number>;
  /** The same from neighbours found before. */
  start_near(o: NearestNeighbors & { start: Float32Array; seed: number; min_dist?: number; epochs?: number }): Result<number>;
  /** Runs up to `epochs` more; positions are x and y interleaved. */
  step(epochs: number): Result<{ left: number; xy: Float32Array<ArrayBuffer> }>;
  delete(): void;
}

/** Attributions of a group of cells, one value per gene summed over. */
export interface GroupAttribution {
  cells: number;
  /** Parts with cells: donors, where parts are donors. */
  parts: number;
  mean: Float32Array<ArrayBuffer>;
  meanAbs: Float32Array<ArrayBuffer>;
  /** Standard error of the mean over the units; NaN for fewer than two. */
  se: Float32Array<ArrayBuffer>;
  /** Standard errors that a 95% interval reaches to either side. */
  reach: Float32Array<ArrayBuffer>;
  /** Cells that measure the gene, of which all else is said. */
  measured: Float32Array<ArrayBuffer>;
  positiveShare: Float32Array<ArrayBuffer>;
  negativeShare: Float32Array<ArrayBuffer>;
  /** Share of the cells that express the gene; for tokens, that read it. */
  expressedShare: Float32Array<ArrayBuffer>;
  /**
   * One-sample two-sided t test of a mean of zero, its p value, and that adjusted over the genes read
   * (Benjamini-Hochberg); NaN for genes never read.
   */
  nonzeroT: Float32Array<ArrayBuffer>;
  nonzeroP: Float64Array<ArrayBuffer>;
  nonzeroQ: Float64Array<ArrayBuffer>;
  /** Two halves of the parts compared: Spearman's correlation of their means, Jaccard index of their 50 largest. */
  splitHalf: { spearman: number; jaccard50: number };
}

/**
 * Attributions of one head of a model: started on an Analysis and gathered block by block in lanes, or merged from
 * lanes' states and reported. Delete it after use.
 */
export interface Attribution {
  /**
   * Starts sums over cells to come; `parts` are donors, or two halves by chance.
   * `baselines`: for a linear model, rows of scores over its measured genes; none: no expression.
   * Gives the vocabulary index of every gene summed over: the measured ones of a linear model (in the file's order), all of another.
   */
  start(analysis: Analysis, handle: number, o: { head: number; groups: number; parts: number; baselines?: Float32Array }): Result<Int32Array<ArrayBuffer>>;
  /**
   * Adds attributions of a linear model's cells of the loaded block (offsets), in closed form; gives the logits
   * explained. `against` -1: of the class alone. Parallel arrays.
   */
  explain(analysis: Analysis, o: { cells: Int32Array; groups: Int32Array; parts: Int32Array; codes: Int32Array; against: Int32Array; baselines: Int32Array }): Result<{
    atCell: Float32Array<ArrayBuffer>; atBaseline: Float32Array<ArrayBuffer>;
  }>;
  /**
   * Adds what a reference's score difference (`codes` less the rival: `against`, or SingleR's own alternative where that is -1) loses
   * when each marker of a cell is left out; gives it, too, as `add` takes it. `rival` is -1 for cells without label.
   */
  leave_out(analysis: Analysis, o: { cells: Int32Array; groups: Int32Array; parts: Int32Array; codes: Int32Array; against: Int32Array }): Result<{
    rival: Int32Array<ArrayBuffer>; difference: Float32Array<ArrayBuffer>; lengths: Int32Array<ArrayBuffer>; genes: Int32Array<ArrayBuffer>; values: Float32Array<ArrayBuffer>;
  }>;
  /**
   * A linear model's attributions themselves: row-major cells x measured genes (or `genes`, places among these, each
   * once), NaN where a cell has nothing to rank.
   */
  rows(analysis: Analysis, o: { cells: Int32Array; codes: Int32Array; against: Int32Array; baselines: Int32Array; genes?: Int32Array }): Result<Float32Array<ArrayBuffer>>;
  /**
   * What one unit of each gene's score adds to logits of a linear model (a class's, minus that of `against` where it is not
   * -1): row-major logits x measured genes. Of a head with clusters, in the first cluster.
   */
  weights(analysis: Analysis, o: { codes: Int32Array; against: Int32Array }): Result<Float32Array<ArrayBuffer>>;
  /**
   * Takes genes from cells of a linear model: a gene's score is put where its baseline's is. Orders of a cell: its own attributions
   * from the largest in size down, the same from the smallest up, signed from the largest down, each of `rankings`
   * (rankings x genes) that `rows` (cells x rankings a cell; -1: none) names, `draws` (at most 1,000) by chance.
   * Probability of the class explained (row-major cells x orders x shares; `whole`: every gene there), and whether the
   * likeliest class stays.
   */
  prune(analysis: Analysis, o: {
    cells: Int32Array; codes: Int32Array; against: Int32Array; baselines: Int32Array; rankings: Float32Array; rows: Int32Array; shares: number[]; draws: number; seed: number;
  }): Result<{ orders: number; whole: Float32Array<ArrayBuffer>; probability: Float32Array<ArrayBuffer>; kept: Uint8Array<ArrayBuffer> }>;
  /**
   * Adds attributions made elsewhere: `lengths` genes (vocabulary indices, each at most once a cell) and values per
   * cell, one cell after another.
   */
  add(o: { groups: Int32Array; parts: Int32Array; lengths: Int32Array; genes: Int32Array; values: Float32Array }): Result<null>;
  /** The attributions summed so far, for `merge`. */
  state(): Result<Uint8Array<ArrayBuffer>>;
  merge(state: Uint8Array): Result<null>;
  /**
   * Adds a state of cells that were read by other genes to sums over `genes`: `places` has the place of each of its genes among these,
   * once each, -1 for those that its cells do not measure.
   */
  merge_at(state: Uint8Array, o: { places: Int32Array; genes: number }): Result<null>;
  /** `by_part` (default false): the units of error and test are the parts' means, not the cells. */
  report(group: number, o: { by_part?: boolean }): Result<GroupAttribution>;
  delete(): void;
}

/** Cells scored by sets of the file's genes (AUCell). Delete it after use. */
export interface SetScores {
  /**
   * Sets are columns of the Analysis's file, one set after another of the given lengths; they are looked for among a
   * cell's best `top` genes (by default a twentieth of all). Gives `top`.
   * Genes of equal value share the mean over all their orders.
   */
  start(analysis: Analysis, o: { top?: number; genes: Int32Array; lengths: Int32Array }): Result<number>;
  /** Scores of the loaded block's cells, 0 to 1, row-major cells x sets; NaN for a cell whose genes all tie. */
  score(analysis: Analysis): Result<Float32Array<ArrayBuffer>>;
  delete(): void;
}

/** Cells scored to train on. Delete it after use. */
export interface TrainingScores {
  /** Over a vocabulary such as `training_vocabulary` gives; gives the vocabulary index of each gene of the sample. */
  start(analysis: Analysis, o: { genes_tsv: string; normalization: "rank-normal" | "log1p"; target_sum?: number }): Result<Int32Array<ArrayBuffer>>;
  /**
   * Scores of some of the loaded block's cells (offsets from its first), as bytes for Trainer.add; `first_row` is the
   * place of the first in the sample.
   */
  part(analysis: Analysis, o: { cells: Int32Array; first_row: number }): Result<Uint8Array<ArrayBuffer>>;
  delete(): void;
}

/** How right classes given to held-out cells are. Intervals are a jackknife over `units`: donors, or bags of cells. */
export interface HeldOutScore {
  cells: number;
  units: number;
  accuracy: Interval;
  balancedAccuracy: Interval;
  macroF1: Interval;
  /** Accuracy of always naming the class with most cells. */
  majority: number;
}

/** A training sample and the models made of it, one at a time. Delete it after use. */
export interface Trainer {
  /** Starts an empty sample of so many genes (TrainingScores.start's) and cells. */
  start(o: { genes: number; rows: number }): Result<null>;
  /** Adds a part, in any order. */
  add(part: Uint8Array): Result<null>;
  /**
   * Trains on the rows of code 0 and above: genes, scaling, components and classifier all come from these rows alone.
   * `components` 0: the classifier reads the scaled genes. `projection` needs a sample of log1p values and takes all genes.
   */
  fit(o: {
    codes: Int32Array; classes: number; choice: "anova" | "variance" | "all" | "list"; genes: number; list?: Int32Array; components: number;
    classifier: "softmax" | "clusterwise" | "centroid" | "projection"; c: number; seed: number;
  }): Result<{ cells: number; genes: number; components: number; iterations: number; converged: boolean }>;
  /**
   * What each of the sample's genes tells of the classes, from the rows of code 0 and above alone; larger is more.
   * anova: F; variance; rank-sum: the largest |z| of a class against the rest (Wilcoxon, ties corrected);
   * mutual-information: of expressed or not with the class, nats;
   * weights: the largest weight in a class of a linear model of 50 components, times the gene's deviation;
   * attribution: the largest mean attribution of a class of that model, in size; random: by the seed.
   */
  rank(o: { codes: Int32Array; classes: number; method: "anova" | "variance" | "rank-sum" | "mutual-information" | "weights" | "attribution" | "random"; seed: number }): Result<Float64Array<ArrayBuffer>>;
  /** Logits of rows of the sample under the last fit, row-major rows x classes; NaN where a cell has no scores. */
  logits(rows: Int32Array): Result<Float32Array<ArrayBuffer>>;
  /** The last fit: logit_c = bias_c + sum over `genes` (the sample's) of weights[j][c] (score_j - mean_j). */
  map(): Result<{ genes: Int32Array<ArrayBuffer>; weights: Float32Array<ArrayBuffer>; bias: Float32Array<ArrayBuffer>; mean: Float32Array<ArrayBuffer>; clusters: number }>;
  /**
   * Composite cells for the model to keep: `add_linear`'s `panel`. `genes` is each gene's place in the vocabulary, `normalization` what
   * the model reads.
   */
  composite(o: {
    codes: Int32Array; classes: number; genes: Int32Array; vocabulary: number; normalization: "rank-normal" | "log1p"; seed: number;
  }): Result<Uint8Array<ArrayBuffer>>;
  /** Per row, whether it has scores. */
  has_scores(): Result<Uint8Array<ArrayBuffer>>;
  delete(): void;
}

/** One set of genes against a drawn list. */
export interface OverRepresentation {
  /** Genes of the set in the background, and of those drawn. */
  size: number;
  overlap: number;
  expected: number;
  /** Sample odds ratio with its 95% interval (Woolf, half a count added where a cell of the table is empty). */
  odds: Interval;
  /** One-sided (Fisher), and adjusted over the sets (Benjamini-Hochberg). */
  p: number;
  q: number;
}

/** One set of genes along a ranking. */
export interface Preranked {
  size: number;
  /** Enrichment score, and that over the mean of random sets of its size and sign. */
  es: number;
  nes: number;
  /** Two-sided in the sense of GSEA: among random sets of the same sign. */
  p: number;
  q: number;
  /** Genes up to the peak, as places in the ranking given (not sorted), strongest first. */
  leadingEdge: Int32Array<ArrayBuffer>;
}

export interface CoreModule extends SurveyCore, CompareCore, IntegrateCore {
  version(): string;
  Trainer: new () => Trainer;
  Analysis: new () => Analysis;
  Layout: new () => Layout;
  Attribution: new () => Attribution;
  SetScores: new () => SetScores;
  TrainingScores: new () => TrainingScores;

  /** 1 for every column of the Analysis's file that holds a gene of the vocabulary. */
  known_columns(analysis: Analysis, o: { genes_tsv: string; as_written?: boolean }): Result<Uint8Array<ArrayBuffer>>;

  /**
   * Scores of some cells of the loaded block (offsets) under a linear model: row-major cells x measured genes, NaN where
   * a cell has nothing to rank.
   */
  linear_scores(analysis: Analysis, handle: number, o: { cells: Int32Array }): Result<Float32Array<ArrayBuffer>>;

  /**
   * Cells that SingleR would leave unlabelled, 1 each (pruneScores): a score less the median of all labels' three scaled MADs
   * below what is usual for cells of the label. `label` is -1 for cells without one.
   */
  prune_scores(o: { label: Int32Array; overMedian: Float32Array }): Result<Uint8Array<ArrayBuffer>>;

  /** Per-gene mean and variance of log1p(CP10K), cells with a count, of what `survey({genes: true})` gathered. */
  gene_moments(analysis: Analysis): Result<{ cells: number; mean: Float32Array<ArrayBuffer>; variance: Float32Array<ArrayBuffer>; detected: Float32Array<ArrayBuffer> }>;

  /** genes.tsv of a model trained on the Analysis's file. */
  training_vocabulary(analysis: Analysis): Result<string>;

  /** Sets (genes as places in the background, one set after another of the given lengths) against drawn genes. */
  over_representation(o: { background: number; drawn: Int32Array; genes: Int32Array; lengths: Int32Array }): Result<OverRepresentation[]>;

  /** Adjusted p values (Benjamini-Hochberg); NaN counts as no test. */
  benjamini_hochberg(p: Numbers): Result<Float64Array<ArrayBuffer>>;

  /** Spearman's rank correlation; pairs with NaN are left out. */
  spearman(o: { first: Numbers; second: Numbers }): Result<number>;

  /**
   * Sets along a ranking by `scores`, largest first, weighted by |score|^weight (GSEA, preranked); `permutations` random
   * sets of each size.
   */
  preranked(o: { scores: Float32Array; genes: Int32Array; lengths: Int32Array; weight: number; permutations: number; seed: number }): Result<Preranked[]>;

  /** Mean with its 95% interval by Student's t, over the values or over the means of `units` (-1: none); NaN values are left out. */
  mean_interval(o: { values: Float32Array; units?: Int32Array }): Result<Interval>;

  /** What the values of a sample of cells are. `declared_base`: of the logarithm, as the file says. */
  judge_values(o: StoredValues & { declared_base?: number }): Result<{ kind: ValueKind; scale: ValueScale; why: string; look: ValueLook }>;

  /**
   * Share of cells (of the same in both samples) that hold the same expression up to a factor per cell, once restored;
   * NaN where none can be compared.
   */
  share_proportional(o: { first: StoredValues; first_scale: ValueScale; second: StoredValues; second_scale: ValueScale }): Result<number>;

  /** Stored values as the steps read them: logarithms as ln(1 + counts per 10,000), square roots squared. */
  restore_values(o: { values: Numbers; indptr?: Numbers; genes: number; scale: ValueScale }): Result<Float32Array<ArrayBuffer>>;

  /** How right the first predictions are. `truth` holds a class code per cell, -1 for none. `classes` is the head's number of classes. */
  evaluate(o: { k: number; top: Uint16Array; probability: Float32Array; entropy: Float32Array; truth: Int32Array; classes: number }): Result<Metrics>;

  /** How often two models' first predictions are right, on the cells with a truth. */
  compare(o: { first: Uint16Array; second: Uint16Array; truth: Int32Array }): Result<{
    cells: number; bothRight: number; onlyFirst: number; onlySecond: number; neither: number;
  }>;

  judge(o: Kept & { truth: Int32Array; classes: number }): Result<Outcomes>;

  /** Kept classes with each accepted answer replaced by the cell's label; `accepts` is labels x classes. */
  accept_subtypes(o: { k: number; top: Uint16Array; truth: Int32Array; classes: number; accepts: Uint8Array }): Result<Uint16Array<ArrayBuffer>>;

  /** `evaluate` from places of the true class. */
  evaluate_ranked(o: { k: number; first: Uint16Array; confidence: Float32Array; entropy: Float32Array; rank: Uint8Array; truth: Int32Array; classes: number }): Result<Metrics>;

  /** Of the cells given, one value each. */
  calibration(o: { confidence: Float32Array; right: Uint8Array; probability: Float32Array; brier: Float32Array }): Result<Calibration>;

  /** Fitted on cells of half 0 (at most 20,000 of them), judged on those of half 1. */
  fit_temperature(o: Kept & { truth: Int32Array; classes: number; half: Uint8Array }): Result<TemperatureFit>;

  risk_coverage(o: { confidence: Float32Array; right: Uint8Array }): Result<RiskCoverage>;

  /** How well a score tells positive cells; `clusters` are donors, -1 none. */
  roc(o: { score: Float32Array; positive: Uint8Array; clusters?: Int32Array }): Result<Roc>;

  /** Distance of each row to the nearest mean of the rows of one class; NaN where there is none. */
  profile_distances(o: { values: Float32Array; code: Uint16Array; dims: number; classes: number }): Result<Float32Array<ArrayBuffer>>;

  /**
   * Of each row of `values` (rows x dims): Mahalanobis distance to the nearest group of training cells over that group's
   * limit, above 1 far; NaN for a row with a NaN.
   */
  profile_outlyingness(o: Whitened & { values: Float32Array }): Result<Float32Array<ArrayBuffer>>;

  /**
   * Profiles of groups of training cells (`group` a code a row, -1 none), each row weighing `weight`, with the limits that 5% of the cells
   * exceed whose own `fold` is left out of the profiles. `groups`: codes of those with a profile. `leftOut`: outlyingness a row, NaN where
   * its group then has none.
   */
  fit_profiles(o: { values: Float32Array; dims: number; group: Int32Array; weight: Float64Array; fold: Int32Array }): Result<
    Whitened & { groups: Int32Array<ArrayBuffer>; cells: Int32Array<ArrayBuffer>; median: number; leftOut: Float32Array<ArrayBuffer> }
  >;

  /**
   * Metrics of models on the same cells with jackknife intervals over units, and paired differences (first minus second);
   * pValue: that both are right equally often.
   */
  compare_models(o: { models: JudgedModel[]; unit: Int32Array; units: number }): Result<{
    models: LedgerMetrics[]; pairs: { first: number; second: number; pValue: number; differences: LedgerMetrics }[];
  }>;

  /** Wilson's 95% interval of a share; NaN without trials. */
  wilson(hits: number, trials: number): Result<Interval>;

  /**
   * Shares of hits in a whole of which strata were drawn from at random, each with its 95% interval. `hits`: those of every stratum for the
   * first share, then for the next.
   */
  stratified_shares(o: { sizes: Numbers; drawn: Numbers; hits: Numbers }): Result<Interval[]>;

  /**
   * Strata of labelled points (`values`: points x dims, or none), at most `most` of them (up to 256), and an order that draws from each at
   * random, rare labels early.
   */
  draw_order(o: { labels: Int32Array; values: Float32Array; dims: number; most: number; seed: number }): Result<{
    order: Uint32Array<ArrayBuffer>;
    stratum: Uint8Array<ArrayBuffer>;
    strata: number;
  }>;

  /** Where each value stands among all, NaN last; a bit of `starts` for each place whose value differs from the one before. */
  standing(o: { values: Float32Array }): Result<{ places: Int32Array<ArrayBuffer>; starts: Uint32Array<ArrayBuffer> }>;

  /**
   * A per-cell value by groups, with donors and depth where given. With a depth it takes where values and depths stand.
   * `most` is the histogram's upper end.
   */
  landscape(o: {
    value: Float32Array; group: Int32Array; groups: number; unit?: Int32Array; most: number; permutations: number; seed: number;
    depth?: Float32Array; valuePlaces?: Int32Array; valueStarts?: Uint32Array; depthPlaces?: Int32Array; depthStarts?: Uint32Array;
  }): Result<Landscape>;

  /** Least squares through points summed up by x. */
  fit_line(o: { x: number[]; count: number[]; mean: number[]; squares: number[] }): Result<Line>;

  /** First slope minus second. */
  compare_slopes(o: { x1: number[]; y1: number[]; x2: number[]; y2: number[] }): Result<{ difference: number; error: number; low: number; high: number; pValue: number }>;

  /** Mean of the first minus mean of the second: Welch's t, or the paired t; NaN for fewer than two values on a side. */
  mean_difference(o: { first: number[]; second: number[]; isPaired: boolean }): Result<MeanDifference>;

  /** Predictions per class, of all cells or of the cells listed in `selection`. */
  summarize_head(o: { k: number; top: Uint16Array; probability: Float32Array; entropy: Float32Array; classes: number; selection?: Uint32Array }): Result<HeadSummary>;

  /** Exact quartiles and an equal-width histogram; values that are not finite are left out. */
  distribution(o: { values: Float32Array; bins: number }): Result<Distribution>;

  /** Principal components of rows x dims values; rows with NaN are left out. */
  principal_components(o: { rows: number; dims: number; values: Float32Array; components: number }): Result<Components>;

  /** Positions of rows x dims values on the components: row-major rows x components; NaN rows stay NaN. */
  project(o: { rows: number; values: Float32Array; mean: Float32Array; rotation: Float32Array }): Result<Float32Array<ArrayBuffer>>;

  /**
   * Inflates chunks that HDF5's deflate filter stored (zlib streams, one after another, of the given lengths), each of `chunkBytes`;
   * with `shuffled` above 1 the shuffle filter of elements of that size is undone. `bad-file` where a stream is damaged.
   */
  inflate_chunks(o: { streams: Uint8Array; lengths: Uint32Array; chunkBytes: number; shuffled: number }): Result<Uint8Array<ArrayBuffer>>;

  /** Per gene, by any of its names (lines of `ids` and of each alternative): 1 mitochondrial, 2 of a ribosomal protein, 0 neither. */
  gene_kinds(o: { ids: string; alternatives: string[] }): Result<Uint8Array<ArrayBuffer>>;

  /** A fold per cell, each fold with its share of every class; -1 where the code is -1. */
  stratified_folds(o: { codes: Int32Array; folds: number; seed: number }): Result<Int32Array<ArrayBuffer>>;

  /** A fold per cell, every group (donor) whole in one; fewer folds where there are fewer groups. `bad-input` for fewer than two groups. */
  group_folds(o: { codes: Int32Array; groups: Int32Array; folds: number }): Result<Int32Array<ArrayBuffer>>;

  /** Rising numbers of at most `most` cells of each class. */
  balanced_sample(o: { codes: Int32Array; most: number; seed: number }): Result<Int32Array<ArrayBuffer>>;

  /**
   * For each fold: standardizes row-major cells x genes scores by the other folds' cells, fits a class-balanced softmax
   * regression (`c` as scikit-learn's C, default 1), scores the fold.
   * Numbers are NaN for a fold that has no cells or cannot be trained for. `all` resamples whole folds; `predicted` is -1
   * where a cell took no part.
   */
  cross_validate(o: { scores: Float32Array; genes: number; codes: Int32Array; folds: Int32Array; classes: number; c?: number }): Result<{
    folds: { cells: number; accuracy: number; balancedAccuracy: number; macroF1: number }[];
    all: HeldOutScore;
    predicted: Int32Array<ArrayBuffer>;
  }>;

  /** Judges classes given to cells; `weights` are cells of the file a cell stands for, `units` (donors) are resampled whole. */
  score_held_out(o: { truth: Int32Array; predicted: Int32Array; classes: number; weights?: number[]; units?: Int32Array }): Result<HeldOutScore>;

  /**
   * The temperature of least loss for logits of held-out cells (row-major cells x classes); mean negative log-likelihood
   * at temperature 1 and at it.
   */
  fit_logit_temperature(o: { logits: Float32Array; classes: number; truth: Int32Array; weights?: number[] }): Result<{ value: number; before: number; after: number }>;
}

/** Loads the module. Pass the bytes of phenolens_core.wasm; under Node, `globalThis.self` must exist. */
/** Takes the bytes, or has them instantiated: `received` is called with the instance, and {} given. */
export default function load(
  options:
    | { wasmBinary: Uint8Array | ArrayBuffer }
    | { instantiateWasm(imports: WebAssembly.Imports, received: (instance: WebAssembly.Instance) => void): object },
): Promise<CoreModule>;
