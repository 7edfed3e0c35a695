import type { Interval, ModelInfo, Phenotype } from "./types";

/** Words among labels that mean none. */
export const MEANS_NONE = /^(unlabell?ed|unassigned|unknown|not? assigned|nan|na|none|doublets?|ambiguous)$/i;

/** How a model of one's own is trained. */
export interface Recipe {
  normalization: "rank-normal" | "log1p";
  /** How genes are chosen: by ANOVA between the classes, by variance, or all. */
  choice: "anova" | "variance" | "all";
  genes: number;
  /** Whitened components the classifier reads; 0: the scaled genes themselves. */
  components: number;
  /** `clusterwise`: a regression in each cluster of cells. */
  classifier: "softmax" | "clusterwise" | "centroid" | "projection";
  /** Inverse strength of the regression's penalty, as scikit-learn's C. */
  c: number;
}

export interface Preset {
  name: string;
  title: string;
  /** One sentence for a person. */
  about: string;
  recipe: Recipe;
}

/** Ready recipes: ours, and Souza and Mehta's, named as in their paper. */
export const PRESETS: Preset[] = [
  {
    name: "steady",
    title: "Steady",
    about:
      "Rank-normal scores, 5,000 genes by ANOVA, 100 whitened components, strongly penalized balanced logistic regression: carries " +
      "best to other laboratories.",
    recipe: { normalization: "rank-normal", choice: "anova", genes: 5000, components: 100, classifier: "softmax", c: 0.01 },
  },
  {
    name: "anova-pca-lr",
    title: "ANOVA, scale, PCA 220, balanced logistic regression",
    about:
      "The paper's cell-type pipeline on Tabula Sapiens: rank-normal scores, 20,000 genes by ANOVA, 220 whitened components, " +
      "balanced logistic regression.",
    recipe: { normalization: "rank-normal", choice: "anova", genes: 20_000, components: 220, classifier: "softmax", c: 1 },
  },
  {
    name: "sctop",
    title: "scTOP projection",
    about:
      "The paper's projection: each class's mean profile ranked like a cell, a cell written as a sum of profiles by least squares. " +
      "No choice of genes, nothing to tune.",
    recipe: { normalization: "rank-normal", choice: "all", genes: 0, components: 0, classifier: "projection", c: 1 },
  },
  {
    name: "clusterwise-lr",
    title: "Cluster-wise logistic regression, for disease state",
    about:
      "The paper's pipeline for sick against healthy: rank-normal scores, 20,000 genes by ANOVA, 220 whitened components, clusters " +
      "of cells (15 neighbours, Leiden at 0.4), a balanced logistic regression in each. Two faults of its code are mended: genes are " +
      "chosen by the same scores as all else, and no cell is left out of the score for lying in a cluster of one state.",
    recipe: { normalization: "rank-normal", choice: "anova", genes: 20_000, components: 220, classifier: "clusterwise", c: 1 },
  },
  {
    name: "log1p-lr",
    title: "log1p logistic regression",
    about: "The usual way: ln(1 + counts per 10,000), 5,000 genes by ANOVA, 100 whitened components, balanced logistic regression.",
    recipe: { normalization: "log1p", choice: "anova", genes: 5000, components: 100, classifier: "softmax", c: 0.01 },
  },
  {
    name: "centroid",
    title: "Nearest centroid",
    about: "Rank-normal scores, 5,000 genes by ANOVA, 100 whitened components; a cell is of the class whose mean is nearest.",
    recipe: { normalization: "rank-normal", choice: "anova", genes: 5000, components: 100, classifier: "centroid", c: 1 },
  },
];

export interface TrainRequest {
  /** The model's name, as a folder is named. */
  name: string;
  title: string;
  matrix: string;
  /** An obs column of labels for each head. */
  labels: { phenotype: Phenotype; column: string }[];
  /** Labels that are no class: cells not labelled yet. */
  ignore: string[];
  /** Samples of several files whose cells are not trained on, such as those to be asked about; their genes still restrict the model's. */
  withoutSamples?: string[];
  /** The obs column of donors, held out whole; null: cells are held out at random. */
  donors: string | null;
  recipe: Recipe;
  folds: number;
  /** Also the learning curves and what the model says of classes it never saw. */
  isThorough: boolean;
  seed: number;
  /** 0 = one per core. */
  lanes: number;
  /** Cells to train on at most, classes evenly; 0 = as many as memory takes. */
  cells: number;
  /** Whether the model keeps composite cells (panel.bin), by which it is fitted to gene panels. */
  keepsCells: boolean;
}

export interface HeldOut {
  cells: number;
  /** What the intervals resample: donors, or cells. */
  units: number;
  by: "donors" | "cells";
  accuracy: Interval;
  balancedAccuracy: Interval;
  macroF1: Interval;
}

export interface TrainedClass {
  label: string;
  /** Labelled cells of the file, and those trained on. */
  cells: number;
  sampled: number;
  /** Donors that have it; 0 without donors. */
  donors: number;
  /** While held out. */
  recall: Interval;
  precision: number;
  f1: number;
}

/** Held-out accuracy with less to learn from. */
export interface CurvePoint {
  cells: number;
  genes: number;
  accuracy: Interval;
  macroF1: number;
}

/** How well cells of classes that a model never saw are told from those it knows. */
export interface UnseenClasses {
  /** AUROC of each sign of doubt, over classes left out of training in turn. */
  entropy: number;
  margin: number;
  /** Distance to the nearest mean of the cells called one class; NaN where there is none. */
  distance: number;
  /** Share of left-out classes' cells above the entropy that 5% of known cells exceed, and that entropy over ln(classes). */
  found: number;
  threshold: number;
  perClass: { label: string; found: number }[];
}

export interface TrainedHead {
  phenotype: Phenotype;
  column: string;
  /** Cells with a label, and those trained on. */
  cells: number;
  sampled: number;
  unlabelled: number;
  donors: number;
  classes: TrainedClass[];
  heldOut: HeldOut;
  /** Share of held-out cells whose class is among the first three said; NaN without any. */
  top3: number;
  /** The same score with cells dealt at random, where donors were held out: what to expect of cells of the same donors. */
  random: HeldOut | null;
  /** Accuracy of always naming the commonest class, and its label. */
  majority: number;
  majorityLabel: string;
  /** One sentence: what the held-out score is worth. */
  verdict: string;
  isUseful: boolean;
  temperature: number;
  /** Mean negative log-likelihood of held-out cells before and after the temperature, in nats. */
  loss: { before: number; after: number };
  genes: number;
  components: number;
  /** Clusters with a regression of their own; 0: one regression of all cells. */
  clusters: number;
  curve: CurvePoint[];
  unseen: UnseenClasses | null;
}

export interface TrainReport {
  model: ModelInfo;
  recipe: Recipe;
  heads: TrainedHead[];
  seconds: number;
  /** Seconds until the model and its held-out score were there. */
  secondsToScore: number;
}

/** What training sends while it runs. */
export type TrainPart =
  /** The held-out score of a head is known, and the model of the page is the final one. */
  { kind: "head"; head: TrainedHead } | { kind: "curve"; phenotype: Phenotype; point: CurvePoint };
