import type { Distribution } from "./types";

// The survey's words: quality, variable genes, components, neighbours, map, clusters, markers.
// A mask has one byte per cell of the file, 0 where the cell is left out; null: every cell. Nothing is ever removed from the file.

/** What is measured of each cell. Shares are 0 to 1; `top50` is the share of counts in the cell's own 50 largest genes. */
export type QualityMetric = "totals" | "detected" | "mitochondrial" | "ribosomal" | "top50";

export const QUALITY_METRICS: readonly QualityMetric[] = ["totals", "detected", "mitochondrial", "ribosomal", "top50"];

/** Cells from `low` to `high` are within; null: no limit on that side. In the metric's own units. */
export interface Limits {
  low: number | null;
  high: number | null;
}

export type QualityLimits = Partial<Record<QualityMetric, Limits>>;

export interface MetricSummary {
  metric: QualityMetric;
  /** Exact quartiles and 50 bars. */
  distribution: Distribution;
  /** The same of log10(1 + value), where limits are found on a logarithmic scale (totals and detected); null for shares. */
  logDistribution: Distribution | null;
  /**
   * Median and median absolute deviation (times 1.4826), on the scale of the limits: ln(1 + value) for totals and
   * detected. The limits lie `mads` of them away (scran's isOutlier: 3; the 5 of scanpy's tutorials, not scaled, are
   * 3.37 of these).
   */
  median: number;
  mad: number;
  /** Which sides the automatic limits have. */
  sides: "both" | "upper" | "none";
  automatic: Limits;
  /** Cells below and above the automatic limits. */
  below: number;
  above: number;
}

export interface QualityReport {
  matrix: string;
  cells: number;
  genes: number;
  /** Median absolute deviations that the automatic limits are away from the median. */
  mads: number;
  /** In the order of QUALITY_METRICS. */
  metrics: MetricSummary[];
  /** Genes found by name. */
  mitochondrialGenes: number;
  ribosomalGenes: number;
  emptyCells: number;
  /** Cells within all automatic limits: their sample's, where there are samples. */
  kept: number;
  /** Where limits are found within samples; else null, and `automatic` holds for all cells. */
  samples: SampleQuality | null;
  seconds: number;
  notes: string[];
}

/** One metric in one sample's cells: limits by their own median and deviations. */
export interface SampleMetric extends Pick<MetricSummary, "metric" | "automatic" | "below" | "above"> {
  /** In the metric's own units. */
  median: number;
  /** Cells per bar, over the edges that all samples share. */
  counts: number[];
}

/** Quality of each sample. */
export interface SampleQuality {
  column: string;
  /** Edges of the bars of each metric: of log10(1 + value) for totals and detected. */
  edges: Partial<Record<QualityMetric, number[]>>;
  samples: { name: string; cells: number; kept: number; metrics: SampleMetric[] }[];
  /** Cells without a sample: they go by the limits of all cells. */
  without: number;
}

export interface QualityMask {
  /** 1 kept, 0 beyond a limit; one byte per cell. */
  mask: Uint8Array<ArrayBuffer>;
  kept: number;
  /** Per limit given: cells below and above it, and cells that no other limit has out. */
  beyond: { metric: QualityMetric; below: number; above: number; alone: number }[];
}

/**
 * seurat: dispersion of normalized counts, z-scored within 20 bins of mean (scanpy's `seurat`).
 * seurat_v3: variance of counts standardized by a loess trend of variance on mean, clipped at sqrt(cells) (scanpy's
 * `seurat_v3`); needs counts.
 * anova: one-way F of log1p values over the labels of a column.
 */
export type VariableFlavour = "seurat" | "seurat_v3" | "anova";

/** Arrays have a value for every gene of the matrix, in its order. */
export interface VariableGenes {
  flavour: VariableFlavour;
  /** Column of labels, of anova. */
  column: string | null;
  /** Column of batches that genes were chosen across (scanpy's batch_key); null: of all cells together. */
  batch: string | null;
  cells: number;
  symbols: string[];
  /** Empty where the file gives none. */
  ensemblIds: string[];
  /** seurat: ln(1 + mean of normalized counts); seurat_v3: mean of counts; anova: mean of log1p values. */
  mean: Float64Array;
  /** seurat: ln of variance over mean; seurat_v3: variance of counts; anova: variance of log1p values. NaN where there is none. */
  spread: Float64Array;
  /** What genes are ranked by: normalized dispersion, standardized variance, or F. NaN where there is none. */
  score: Float64Array;
  /** seurat_v3: the variance that the trend expects; else empty. */
  expected: Float64Array;
  /** The genes chosen, best first. */
  chosen: Int32Array;
  seconds: number;
  notes: string[];
}

export type ComponentScale = "log1p" | "rank-normal";

export interface ComponentsReport {
  scale: ComponentScale;
  components: number;
  /** Cells with a position; the others have NaN. */
  cells: number;
  /** Genes read, as places in the matrix, and their names. */
  genes: Int32Array;
  symbols: string[];
  /** Variance along each component, and its share of the genes' total. */
  variance: Float64Array;
  explained: Float64Array;
  /** Row-major components x genes; each row of length 1, its largest entry positive. */
  loadings: Float32Array;
  /** Bytes the cells' positions take while they are kept: cells x components x 4. */
  bytes: number;
  seconds: number;
  notes: string[];
}

/**
 * The space neighbours are sought in: the survey's own components (the first `count`), a model's embedding or linear
 * scores, or one of the file's obsm entries (all its columns).
 */
export type Representation =
  | { kind: "components"; count?: number }
  /** The components corrected for batches. */
  | { kind: "integrated" }
  | { kind: "model"; model: string }
  | { kind: "embedding"; name: string };

export interface NeighborsReport {
  of: Representation;
  cells: number;
  dims: number;
  /** Neighbours of a cell, itself counted (as scanpy and umap-learn count). */
  k: number;
  /** Edges of the fuzzy graph, each counted once. */
  edges: number;
  /** All pairs were compared, so that no neighbour is missed. */
  exact: boolean;
  seconds: number;
}

export interface ClusterReport {
  resolution: number;
  seed: number;
  clusters: number;
  /** Cells of each cluster, largest first: cluster 0 is the largest, as scanpy numbers them. */
  sizes: number[];
  /** Cluster per cell of the file; -1 where the cell is left out. */
  codes: Int32Array<ArrayBuffer>;
  /** Of the weighted fuzzy graph, at this resolution. */
  modularity: number;
  seconds: number;
}

/** How well clusters and a column's labels agree, over cells that have both. */
export interface ClusterAgreement {
  column: string;
  cells: number;
  /** Adjusted Rand index (Hubert and Arabie): 1 the same, about 0 by chance. */
  ari: number;
  /** Normalized mutual information, arithmetic mean. */
  nmi: number;
  labels: string[];
  /** Row-major labels x clusters: cells. */
  table: Float64Array;
  clusters: number;
}

/** Groups of cells: the clusters found last, a column of obs, or codes given per cell (-1: none) with names. */
export type Grouping =
  | { kind: "clusters" }
  | { kind: "column"; column: string }
  | { kind: "given"; name: string; codes: Int32Array; names: string[] };

export interface GroupSize {
  name: string;
  /** Cells of it, and cells of all other groups. */
  cells: number;
  rest: number;
}

export interface MarkerGroup extends GroupSize {
  /**
   * How donors are compared, `paired` (within donors) or `independent`; null: not over donors, and `whyNot` says why
   * (null where no column of donors was given).
   */
  design: "paired" | "independent" | null;
  whyNot: string | null;
  /** Donors with at least ten cells in the group, and in the rest; 0 where no donors were given. */
  donors: number;
  donorsRest: number;
  /**
   * Of a cluster: mean over ten subsamples of the largest Jaccard index with a cluster of the subsample (Hennig 2007). From .75 stable,
   * under .6 not to be relied on; null for other groups.
   */
  stability: number | null;
  /** Largest Jaccard index of a cluster with one of half of the counts; null without count splitting. */
  splitJaccard: number | null;
}

/** Jaccard index from which a cluster of one half of the counts stands for a cluster of all. */
export const SPLIT_MATCH = 0.5;

/** Stability from which a cluster is taken to be there, and under which it is not (Hennig 2007). */
export const STABLE = { from: 0.75, least: 0.6 } as const;

export interface MarkersReport {
  by: string;
  groups: MarkerGroup[];
  /** Genes tested. */
  genes: number;
  cells: number;
  /** Ranks (Wilcoxon, AUC) are of these cells: all of them, or a sample balanced over groups. 0: not asked for. */
  rankedCells: number;
  /** Column of donors; null: none was given, and every p value is over cells. */
  donors: string | null;
  /** Clusters found in one half of the counts (count splitting); null: not asked for, or not possible. */
  splitClusters: number | null;
  /** The first ten of each group, by the order asked for. */
  top: MarkerRow[][];
  seconds: number;
  notes: string[];
}

/** One gene in one group against all other groups' cells. */
export interface MarkerRow {
  /** Place in the matrix. */
  gene: number;
  symbol: string;
  ensemblId: string;
  /** Mean log1p value in the group and in the rest. */
  mean: number;
  meanRest: number;
  /** Share of cells expressing it. */
  fraction: number;
  fractionRest: number;
  /** log2 of the ratio of (expm1(mean) + 1e-9), as scanpy. */
  logFoldChange: number;
  /**
   * Over donors: log2 fold change of counts per million, limma-trend's moderated t of pseudobulk sums, two-sided p and q;
   * NaN for a gene of under ten counts a donor, and where the group is not tested over donors.
   */
  donorLogFoldChange: number;
  donorT: number;
  donorP: number;
  donorQ: number;
  /** Over cells: Welch's t, its two-sided p and that adjusted over genes (Benjamini-Hochberg). */
  t: number;
  tP: number;
  tQ: number;
  /** Over cells: Wilcoxon's rank sum with tie correction as a z, p and adjusted p; NaN where ranks were not asked for. */
  z: number;
  zP: number;
  zQ: number;
  /** Chance that a cell of the group has more of it than one of the rest, ties half. */
  auc: number;
  /**
   * Over cells, of the cluster found in one half of the counts and tested in the other: p and q of a negative binomial score test of the
   * gene's share of the counts. NaN without count splitting, and where no cluster of the half stands for this one.
   */
  splitP: number;
  splitQ: number;
}

/**
 * `effect` is (2 AUC - 1) times the size of the log2 fold change (over donors where the group is tested so). A group that
 * is not tested over donors is ordered by z (or t) where `donorT` is asked for.
 */
export type MarkerOrder = "effect" | "donorT" | "z" | "t" | "auc" | "logFoldChange";

/** Bits of what a gene's names say it is. */
export const MITOCHONDRIAL = 1;
export const RIBOSOMAL = 2;

/** Which genes a list of markers holds, and in which order. */
export interface MarkerList {
  order: MarkerOrder;
  /** The least log2 fold change; absent for none. */
  least?: number;
  /** Leaves out mitochondrial genes and those of ribosomal proteins. */
  withoutHousekeeping?: boolean;
}

/** Chosen genes by group, for a dot plot or heat map. Arrays are row-major genes x groups. */
export interface GeneGroups {
  genes: { asked: string; symbol: string; gene: number }[];
  /** Asked for, but not in the file. */
  missing: string[];
  by: string;
  groups: GroupSize[];
  /** Mean log1p value; NaN for a group without cells. */
  mean: Float32Array;
  /** Share of cells expressing it. */
  fraction: Float32Array;
}

/** A gene in each group, for a violin. */
export interface GeneViolin {
  symbol: string;
  gene: number;
  by: string;
  /** Edges of the bars, the same for all groups, from 0 to the largest value (log1p). */
  edges: Float64Array;
  groups: {
    name: string;
    cells: number;
    expressing: number;
    mean: number;
    min: number;
    q1: number;
    median: number;
    q3: number;
    max: number;
    /** Cells per bar. */
    counts: Float64Array;
    /** Gaussian kernel density (Scott's bandwidth, within 0 to the largest value), at the middle of each bar. */
    density: Float64Array;
  }[];
}

export interface GeneMatch {
  /** Place in the matrix. */
  gene: number;
  symbol: string;
  ensemblId: string;
  /** How it was found, best first: the name itself, an id, an alias (HGNC's, human), the beginning of a name, part of a name. */
  how: "symbol" | "id" | "alias" | "prefix" | "part";
  /** The name that matched, where it is not the symbol. */
  matched: string;
}

/** Genes that are plotted first: the top markers of each group, no gene twice. */
export function bestOfEach(top: MarkersReport["top"], most = 24): string[] {
  const each = Math.max(1, Math.min(3, Math.floor(most / Math.max(1, top.length))));
  return [...new Set(top.flatMap((rows) => rows.slice(0, each).map(({ symbol }) => symbol)))].slice(0, most);
}
