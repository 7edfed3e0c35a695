import type { Interval, Phenotype } from "./basics";

/** What is taken for right: the label itself, or by the ontology also its subtypes (a parent is wrong). */
export type Scoring = "strict" | "ontology";

/** Labels of a head, and how they are judged. */
export interface LabelQuestion {
  phenotype: Phenotype;
  /** obs column of labels. */
  column: string;
  /** File label -> class code, set by hand; -1 is no class. */
  byHand?: Record<string, number>;
  scoring?: Scoring;
  /** obs column of donors: intervals then resample donors, not cells. */
  donors?: string;
}

export interface ReliabilityBin {
  meanConfidence: number;
  shareRight: number;
  cells: number;
}

/** How far confidence can be taken at its word. */
export interface Calibration {
  cells: number;
  /** Expected calibration error over 15 bins of equal width, and of equally many cells. */
  eceWidth: number;
  eceMass: number;
  /** Mean negative log-likelihood in nats, and mean Brier score. */
  nll: number;
  brier: number;
  width: ReliabilityBin[];
  mass: ReliabilityBin[];
}

/** A temperature fitted on one half of the labelled cells (of the donors, where there are), judged on the other. */
export interface TemperatureFit {
  temperature: number;
  fittedCells: number;
  before: Calibration;
  after: Calibration;
}

export interface RiskCoverage {
  cells: number;
  /** Area under risk over coverage. */
  aurc: number;
  /** From the highest confidence down: cells at or above it, and how many of them are right. */
  curve: { threshold: number; cells: number; right: number }[];
}

export interface Roc {
  positives: number;
  negatives: number;
  auroc: Interval;
  auprc: number;
}

/** What a cell's score can be made of, higher meaning less to be trusted. */
export type DoubtName = "entropy" | "probability" | "margin" | "distance" | "delta";
export type Doubts = { score: DoubtName; roc: Roc }[];

export type LedgerMetric = "top1" | "top3" | "top5" | "top10" | "balancedAccuracy" | "macroF1" | "nll" | "brier" | "ece";
export type LedgerMetrics = Record<LedgerMetric, Interval>;

/** What a head's labels say of one model beyond its accuracy. */
export interface TrustMetrics {
  calibration: Calibration;
  /** Cells whose label is beyond the tenth guess: the mean of what is left stands for its probability. */
  beyondKept: number;
  temperature: TemperatureFit | null;
  coverage: RiskCoverage;
  /** Every metric with its jackknife interval, over donors where there are (none under three of them). */
  intervals: LedgerMetrics;
  /** How well doubt tells wrong from right answers, and cells whose label is no class of the model from those whose is. */
  wrong: Doubts;
  unknown: Doubts | null;
}

/** Two models on the same cells: first minus second. */
export interface PairedDifference {
  models: [string, string];
  differences: LedgerMetrics;
  /** Cells with the same first answer. */
  agree: number;
  cells: number;
  /** Classes where one has more cells right, by the share of them. */
  perClass: { label: string; cells: number; first: number; second: number }[];
}

/** Right answers among the first k within one group of cells. */
export interface GroupTopK {
  group: string;
  cells: number;
  topK: Interval[];
}

/** One model's entropies over the groups of a column. */
export interface LandscapeGroup {
  label: string;
  /** Place in time, in years, where the label is an age; null where it is none. */
  years: number | null;
  cells: number;
  /** Donors in the group; 0 where no donors were given. */
  donors: number;
  /** Mean over cells in nats, its interval over donors (none under three). */
  mean: Interval;
  q1: number;
  median: number;
  q3: number;
  /** Cells in equal bins of [0, ln classes]. */
  histogram: number[];
  /**
   * Mean (of donors' means where there are donors) minus that of all others; p by permuting donors, adjusted by
   * Benjamini-Hochberg: NaN without donors.
   */
  difference: number;
  pValue: number;
  adjusted: number;
  /** The difference among cells of equal depth, and how far the depths overlap (0 to 1). */
  matched: { difference: number; overlap: number } | null;
}

/** Entropy against age by least squares: nats a year. Interval and p are over donors' means: NaN without donors. */
export interface Trend {
  /** Which cells: all, healthy, diseased. */
  of: string;
  points: number;
  slope: number;
  intercept: number;
  low: number;
  high: number;
  pValue: number;
}

export interface Landscape {
  model: string;
  phenotype: Phenotype;
  by: string;
  donors: string | null;
  /** ln of the classes: what a head with no idea says. */
  most: number;
  /** In time where the labels are ages, else by mean entropy. */
  isOrdered: boolean;
  groups: LandscapeGroup[];
  /** A donor (or a group, without donors) at its age. */
  points: { years: number; mean: number; adjusted: number; cells: number; group: string; health: string }[];
  trends: Trend[];
  /** The trend of all cells after taking out what depth tells. */
  matchedTrend: Trend | null;
  /** Slope of the healthy minus slope of the diseased, where both have one. */
  healthDifference: { difference: number; low: number; high: number; pValue: number } | null;
  depth: { correlation: number; bins: { cells: number; meanDepth: number; meanValue: number }[] } | null;
  /** Groups left out as there are too many. */
  omitted: number;
}

/** What a model says of a class's cells when it may not say that class. */
export interface Withheld {
  label: string;
  cells: number;
  called: { label: string; cells: number; meanProbability: number }[];
  /** Whether doubt tells these cells from the others. */
  doubts: Doubts;
}

/** One head under both of PolyGene's protocols, on the same cells. */
export interface ProtocolResult {
  model: string;
  phenotype: Phenotype;
  cells: number;
  /** Phenotypes given as tokens, with the share of the cells that had each. */
  given: { phenotype: Phenotype; column: string; share: number }[];
  /** All masked, and only the target masked. */
  masked: LedgerMetrics;
  visible: LedgerMetrics;
  /** Visible minus masked. */
  difference: LedgerMetrics;
  meanEntropyMasked: number;
  meanEntropyVisible: number;
}

/** Green: fine; amber: with care; red: do not rely on it; none: not measured, which is never green. */
export type LightColor = "green" | "amber" | "red" | "none";
export type LightName = "genes" | "rows" | "depth" | "distance" | "disagreement" | "confidence" | "calibration" | "card" | "seen";

/** One check of how far a head of a model can be relied on in a file. */
export interface Light {
  name: LightName;
  title: string;
  color: LightColor;
  /** What was measured; null where nothing was. */
  figure: number | null;
  /** Green up to the first, amber up to the second; null where the rule is not of two limits. */
  limits: [number, number] | null;
  /** Of a share that is told of all cells by those that were drawn: its 95% interval. */
  interval?: { low: number; high: number };
  /** What was found, in one sentence. */
  says: string;
  /** How the colour is set. */
  rule: string;
}

/** All checks of one head of one model, and what they come to. */
export interface TrustLights {
  model: string;
  phenotype: Phenotype;
  lights: Light[];
  /** Checks that could be made. */
  measured: number;
  color: LightColor;
  title: string;
}

/** What a column of labels said of a model: cells with a label it knows, cells whose label it does not, calibration error of the former. */
export interface Scored {
  cells: number;
  unmatched: number;
  ece: number;
}
