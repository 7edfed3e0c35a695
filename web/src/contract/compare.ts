import type { Grouping } from "./survey";
import type { Phenotype } from "./basics";

/** What cells are compared within: types by a column, the clusters found last, names that were given, or what a model predicts. */
export type TypesBy = Grouping | { kind: "model"; model: string; phenotype: Phenotype };

/** The question that every part of a comparison is asked with. Donors are its units. */
export interface CompareQuestion {
  /** `X`, `raw/X` or `layers/NAME`. */
  matrix: string;
  /** Column of obs with the conditions. */
  condition: string;
  /**
   * The level that is compared and the one it is compared with; null: with all other named levels. Left out: the two that the column
   * has, the second being the one that names controls.
   */
  levels?: [string, string | null];
  /** Column of obs that names donors; null: none, and nothing is tested. */
  donors: string | null;
  types: TypesBy;
  /** Columns of obs whose differences are taken out: categories with one value per donor and condition, or numbers (their mean). */
  covariates: string[];
  /** Differences within donors, or donors against donors; auto: as `CompareDesign.tested` says. */
  pairing: "auto" | "paired" | "independent";
  /** Cells that a donor needs of a type, in a condition, to count there. */
  minCells: number;
}

/** Where nothing else is said. */
export const LEAST_CELLS = 10;

/** What cells of every type together go by. */
export const ALL_CELLS = "(all cells)";

/** Donors of one of the two conditions. */
export interface CompareSide {
  label: string;
  /** Cells of it; those with a named donor and a type; the donors. */
  cells: number;
  used: number;
  donors: number;
}

/** One donor's cells in one condition: a unit of the comparison. */
export interface CompareSample {
  /** '' where donors are not known: all cells of the condition are one sample then. */
  donor: string;
  /** 0: the level that is compared, 1: what it is compared with. */
  side: 0 | 1;
  cells: number;
}

/** What can be tested within one type. */
export interface TypeDesign {
  type: string;
  /** Cells in either condition, of named donors. */
  cells: [number, number];
  /** Donors with enough of these cells in either condition, and in both. */
  donors: [number, number];
  both: number;
  isTested: boolean;
  /** Why it is not tested; null where it is. */
  whyNot: string | null;
}

export interface CovariateUse {
  column: string;
  isUsed: boolean;
  /** How it is used, or why it is not. */
  words: string;
}

/** Who can be compared with whom. */
export interface CompareDesign {
  condition: string;
  /** All levels of the condition that name something, with their cells, by the file's order. */
  levels: { label: string; cells: number; donors: number }[];
  /** The level that is compared, and what it is compared with. */
  sides: [CompareSide, CompareSide];
  donors: string | null;
  /** What the types are by. */
  by: string;
  /** Whether donors are in one condition each, all in both, or some in both. */
  kind: "unknown" | "independent" | "paired" | "mixed";
  /** How donors are compared; none: only described, and `refusals` say why. */
  tested: "paired" | "independent" | "none";
  /** Donors in both conditions. */
  both: number;
  samples: CompareSample[];
  types: TypeDesign[];
  /** Cells per sample and type, row-major samples x types. */
  cells: Uint32Array<ArrayBuffer>;
  /** Cells in either condition whose donor has no name ('unknown', 'nan', empty), and those without a type. */
  unnamed: [number, number];
  untyped: [number, number];
  covariates: CovariateUse[];
  /** Columns that differ between the conditions so that no test can tell the two apart. */
  confounded: { column: string; words: string }[];
  /** Why no p value is given, a sentence each; empty where there are tests. */
  refusals: string[];
  /** What else is to be known, a sentence each. */
  notes: string[];
}

/** Shares of the types, tested over donors. p and q are NaN where nothing is tested. */
export interface CompositionRow {
  type: string;
  /** Mean over the donors' shares in either condition; NaN without donors' cells. */
  mean: [number, number];
  /** log2 of their ratio; NaN where one is 0. */
  logRatio: number;
  /** Difference on the transformed scale with its 95% interval, and its moderated t. */
  estimate: number;
  low: number;
  high: number;
  t: number;
  p: number;
  q: number;
}

export interface CompositionReport {
  design: CompareDesign;
  transform: "logit" | "arcsin";
  rows: CompositionRow[];
  /** Degrees of freedom of every t; NaN where nothing is tested. */
  df: number;
  /** Share per sample and type, row-major `design.samples` x `design.types`. Samples count whatever their cells. */
  shares: Float64Array<ArrayBuffer>;
  seconds: number;
  refusals: string[];
  notes: string[];
}

/** Genes of one type, those with enough counts to be tested: parallel arrays, in the order of the file. */
export interface ExpressionTable {
  type: string;
  /** Places among the matrix's genes, and their names. */
  gene: Int32Array<ArrayBuffer>;
  symbols: string[];
  ensemblIds: string[];
  /** log2 fold change of the level compared over the other with its 95% interval, and mean log2 counts per million. */
  logFoldChange: Float64Array<ArrayBuffer>;
  low: Float64Array<ArrayBuffer>;
  high: Float64Array<ArrayBuffer>;
  average: Float64Array<ArrayBuffer>;
  /** Moderated t of voom's weighted fit, its two-sided p, and p adjusted over this type's genes; NaN where only described. */
  t: Float64Array<ArrayBuffer>;
  p: Float64Array<ArrayBuffer>;
  q: Float64Array<ArrayBuffer>;
  /** The same genes with cells as units (Welch's t of log-normalized values), which is wrong; null until `compareCells` was asked. */
  cells: { logFoldChange: Float64Array<ArrayBuffer>; p: Float64Array<ArrayBuffer>; q: Float64Array<ArrayBuffer> } | null;
  /** voom's fit: mean log2 count of each gene, root of its residual standard deviation, and the trend there; null without a fit. */
  trend: { count: Float64Array<ArrayBuffer>; deviation: Float64Array<ArrayBuffer>; fitted: Float64Array<ArrayBuffer> } | null;
}

export interface ExpressionType {
  type: string;
  isTested: boolean;
  whyNot: string | null;
  how: "paired" | "independent" | "none";
  /** Donors that took part in either condition. */
  donors: [number, number];
  cells: [number, number];
  /** Genes with enough counts, those with q below 5%, and of these the ones higher in the level compared. */
  genes: number;
  significant: number;
  up: number;
  /** Degrees of freedom of the fit, and those that the prior adds. */
  df: number;
  dfPrior: number;
}

export interface ExpressionReport {
  design: CompareDesign;
  /** Largest number of significant genes first, then by cells. */
  types: ExpressionType[];
  seconds: number;
  /** Of these, for the fits of all types. */
  fitSeconds: number;
  refusals: string[];
  notes: string[];
}

/** A gene in every sample of every type: the dot plot of donors. Rows are samples with cells of the type. */
export interface GeneByDonor {
  symbol: string;
  ensemblId: string;
  dots: {
    type: string;
    donor: string;
    side: 0 | 1;
    cells: number;
    /** Sum of its counts, of all counts, and log2 counts per million of all counts. */
    count: number;
    total: number;
    logCpm: number;
  }[];
}

/** Genes tested with cells as units, and what that does where there is nothing to find: donors of one condition split in two. */
export interface CellsReport {
  types: {
    type: string;
    /** Genes at q below 5% between the conditions, with cells as units and with donors. */
    byCells: number;
    byDonors: number;
    /** The condition whose donors were split, how many there are, and in how many ways they can be; '' and 0 where under four. */
    split: string;
    donors: number;
    distinct: number;
    /** Genes at q below 5% between the halves, a number per split: every one is a false positive. */
    splitByCells: number[];
    splitByDonors: number[];
  }[];
  seconds: number;
  refusals: string[];
  notes: string[];
}

export interface SetsReport {
  type: string;
  method: "camera" | "preranked";
  file: string;
  sets: number;
  tested: number;
  found: {
    name: string;
    description: string;
    /** Genes listed, and those of them tested in this type. */
    listed: number;
    size: number;
    direction: "up" | "down";
    /** Mean moderated t of its genes less that of the others, and the correlation between its genes that p allows for. */
    difference: number;
    correlation: number;
    p: number;
    q: number;
    /** Those that differ most, most first. */
    genes: string[];
  }[];
  refusals: string[];
  notes: string[];
}

/** A number per cell as a model sees it (entropy, probability of its first answer), by type and condition. */
export interface PhenotypeRow {
  /** `ALL_CELLS`: of any type. */
  type: string;
  measure: "entropy" | "probability";
  /** Mean over the donors' means in either condition. */
  mean: [number, number];
  difference: number;
  low: number;
  high: number;
  /** Paired t, or Welch's, of the donors' means. */
  t: number;
  df: number;
  p: number;
  q: number;
  how: "paired" | "independent" | "none";
  donors: [number, number];
  /** The donors' means: as points. */
  points: { donor: string; side: 0 | 1; cells: number; mean: number }[];
}

export interface PhenotypeReport {
  design: CompareDesign;
  model: string;
  phenotype: Phenotype;
  rows: PhenotypeRow[];
  seconds: number;
  refusals: string[];
  notes: string[];
}

/** How far a type's cells moved between the conditions: energy distance on components. */
export interface MovedRow {
  type: string;
  cells: [number, number];
  donors: [number, number];
  /** Energy distance between the conditions, every donor weighing the same, and its mean over exchanged conditions. */
  distance: number;
  expected: number;
  /** By exchanging conditions over donors, or within them where they are paired; NaN where only described. */
  p: number;
  q: number;
  /** The smallest p that so few donors can give. */
  leastP: number;
  permutations: number;
  /** Whether all exchanges were tried. */
  isExact: boolean;
  whyNot: string | null;
}

export interface MovedReport {
  design: CompareDesign;
  components: number;
  rows: MovedRow[];
  seconds: number;
  refusals: string[];
  notes: string[];
}
