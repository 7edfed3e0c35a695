/** What every number on the page means, in one sentence. */
export const MEANINGS = {
  heldOutDonors:
    "Each fifth of the donors is kept aside, the model is made anew from the others (genes, scaling and components too), and says " +
    "what the kept cells are: what to expect of a person it has not met. Without donors, cells are kept aside.",
  normalization: "Ranks within a cell do not mind depth or laboratory much; logarithms keep how large a difference is.",
  trainTemperature: "What scores are divided by before they become probabilities, so that they fit the held-out cells.",
  totals: "Sum of the counts of a cell: how many molecules were seen in it.",
  detected: "Genes with at least one count in a cell.",
  mitochondrial: "Share of a cell's counts that lie in mitochondrial genes (MT-); a high share often marks a damaged cell.",
  shiftRatio:
    "Median distance of the cells called this to the class's held-out training cells, over what those cells' own distance was: 1 " +
    "where nothing has shifted.",
  shiftBeyond: "Share of the cells farther from the class than 95% of its own held-out training cells: 5% where nothing has shifted.",
  ribosomal: "Share of a cell's counts that lie in genes of ribosomal proteins (RPS…, RPL…).",
  top50: "Share of a cell's counts that lie in its own 50 largest genes: near 1, little else was seen of it.",
  mads:
    "How many median absolute deviations (times 1.4826) from the median a limit lies; 3 is scran's, scanpy's tutorials take 5 " +
    "of the unscaled ones, 3.4 of these.",
  variableGenes:
    "Genes that differ between cells more than genes of their mean do; the others say little about what kinds of cells there are.",
  components: "Directions in which the chosen genes vary most, each independent of the ones before (principal components).",
  neighbors: "Each cell's 15 most similar cells, by Euclidean distance in this space.",
  resolution: "Higher makes more and smaller clusters, lower fewer and larger ones; no value is right for all data.",
  leiden: "Groups of cells with more neighbours among themselves than chance would give, by the Leiden method; cluster 0 is the largest.",
  modularity: "How much more of the neighbours' weight lies within clusters than chance would give, at this resolution.",
  logFoldChange: "log2 of the ratio of mean expression in the group and in the rest, as scanpy computes it.",
  rankSum: "Wilcoxon's rank-sum statistic as a z, corrected for ties: how far the group's values rank above the others'.",
  aucGene:
    "Chance that a cell of the group has more of the gene than a cell of the rest, ties half: .5 is no difference, 1 tells them apart.",
  emptyCells: "Cells without any count; no model says anything about them.",
  cells: "Cells whose most probable class is this one.",
  probability: "Mean of the probability the model gives to its first guess; trust it as far as the calibration error is small.",
  entropy: "How undecided the model is over all classes: 0 is sure, 1 is a coin with every side; in brackets in nats.",
  top1: "Share of labelled cells whose label is the model's first guess, with its 95% Wilson interval.",
  topK: "Share of labelled cells whose label is among the model's first k guesses, with 95% Wilson intervals.",
  logit:
    "The model's score of a class before scores become probabilities. Genes add to it, or take from it; probabilities would hide " +
    "that once the model is sure.",
  attributionMethod:
    "Gradient × input asks how the logit would change with each gene just here. Integrated gradients follow it from the baseline to " +
    "the cell, so that the parts sum to the whole. Expected gradients do so from many baselines.",
  baseline: "What a cell is compared with: a gene is given what its difference from the baseline adds.",
  donorUnits: "With donors, intervals and tests are over donors' means: cells of one donor are not independent.",
  completenessGap:
    "How far the sum of the attributions is from the change of the logit that they should explain, as a share of it: the median " +
    "over cells.",
  splitHalf:
    "The cells (or donors) in two halves, explained apart: how many of the 50 strongest genes they share, and the rank correlation " +
    "of all genes. Low values mean that another sample would tell another story.",
  signShare: "Share of the cells in which the gene speaks for the class, and against it; in the others it is not read.",
  adjustedP: "p of a t test that the mean is zero, adjusted for testing every gene (Benjamini and Hochberg).",
  nes:
    "Normalized enrichment score: how far the set's genes stand together at an end of the ranking, over what random sets of its " +
    "size reach. Above zero they speak for the class.",
  oddsRatio: "The odds that a gene of the set is among the strongest, over the odds of another gene. One is chance.",
  aucell:
    "Area under the recovery curve: 1 where all of a set's genes are the cell's most expressed ones, 0 where none is among the " +
    "first twentieth. Genes of equal counts share the mean of what their ranks would give (AUCell, as decoupler computes it).",
  between:
    "Share of the variance of the cells' scores that lies between the groups: 0 tells no group from another, 100% tells all of them apart.",
  contextSpread:
    "One minus the mean cosine between the gene's mean hidden states in every two contexts: 0 says that it means the same " +
    "everywhere. Means of few cells are noisy and spread out more, so it is held against genes read in as many cells.",
  pruning:
    "Prediction gap: how far the probability of the class moves when genes are gone, |p - p pruned|. A gene of a transformer is " +
    "left out of the cell; one of a linear model is put where the baseline has it. Cells with so many genes missing are unlike those " +
    "the model was trained on.",
  macroF1: "Mean over classes of the harmonic mean of precision and recall: small classes count as much as large ones.",
  balancedAccuracy: "Mean over classes of the share of their cells that are right at first guess.",
  ece: "Expected calibration error: how far confidence and share right lie apart on average, in 15 equal-width bins.",
  eceMass: "The same error over 15 bins of equally many cells: sparse regions of confidence count no more than crowded ones.",
  nll: "Mean of -ln of the probability given to the right class, in nats: 0 is perfect, confident mistakes cost most.",
  brier: "Mean squared distance of the probabilities from the truth (0 to 2): 0 is perfect.",
  temperature:
    "The number the model's scores are divided by so that its confidence fits; above 1 it was too sure. Fitted on one half of the " +
    "labelled cells (whole donors where there are), shown on the other.",
  riskCoverage: "Label only the cells the model is surest of: how many are left, and how many of them are right.",
  aurc: "Area under the curve of wrong answers over the share of cells labelled, the surest first; lower is better.",
  nats: "Entropy in natural units: ln of the number of classes is complete indecision.",
  trend: "Slope of a straight line through the mean entropy of each donor at its age, with its 95% interval (Student's t).",
  permutation:
    "How often shuffled group names give a difference at least this large, over donors where there are; adjusted for the number of " +
    "groups by Benjamini and Hochberg.",
  matched: "The difference among cells of equal depth: means within twenty bins of counts per cell, weighted by their overlap.",
  margin: "Probability of the first guess minus that of the second.",
  distance: "Distance to the nearest mean of the cells called one class, in what the model sees of them.",
  auprc: "Area under precision over recall (average precision); chance is the share of such cells, given in brackets.",
  withheld:
    "The class is taken from the model's answers and the other probabilities scaled to sum to 1: what an unknown type would be called.",
  paired: "The same cells, one model minus the other; the interval resamples donors where there are donors, else cells.",
  given:
    "PolyGene's easier protocol: the cell's other phenotypes are given as tokens from the file's labels, only the one asked for is " +
    "masked. What is visible leaks the answer.",
  ontology: "By the ontology, a subtype of the label is right (classical monocyte for monocyte) and a parent is wrong.",
  betterModel:
    "Whether one model is right more often than the other on the same cells, by Student's t over donors (jackknife): cells of one " +
    "donor are not independent.",
  auroc: "How well entropy tells wrong answers from right ones: .5 is a coin, 1 is perfect.",
  coverage: "Genes of the model's vocabulary that the file measures; the rest count as not seen.",
  recall: "Share of the label's cells that are right at first guess, with its 95% Wilson interval.",
  precision: "Share of the cells called this class that carry its label.",
  rate: "Cells a second over the whole run, reading included.",
  unmatched: "Cells whose label the model has no class for, or that have none: counted here, left out of accuracy.",
  agreement: "Share of cells on which the quantized weights give the same first guess as the full ones, on the data the model card names.",
} as const;

export type Word = keyof typeof MEANINGS;

/** Words whose name in the glossary does not follow from their key. */
const TERM_TITLES: Partial<Record<Word, string>> = {
  adjustedP: "Adjusted p",
  auprc: "AUPRC",
  auroc: "AUROC",
  aucell: "AUCell",
  aucGene: "AUC of a gene",
  aurc: "Area under risk",
  baseline: "Baseline of an attribution",
  brier: "Brier score",
  cells: "Cells of a class",
  donorUnits: "Donors as units",
  ece: "Calibration error (ECE)",
  eceMass: "ECE of equal mass",
  given: "Phenotypes given",
  heldOutDonors: "Held-out donors",
  logFoldChange: "log2 fold change",
  macroF1: "Macro F1",
  mads: "Median absolute deviations",
  matched: "Matched for depth",
  betterModel: "Better model",
  mitochondrial: "Mitochondrial share",
  nes: "Normalized enrichment score",
  nll: "Negative log-likelihood",
  paired: "Paired difference",
  permutation: "Permutation test",
  rankSum: "z of the rank sum",
  rate: "Cells a second",
  ribosomal: "Ribosomal share",
  shiftBeyond: "Beyond 95%",
  shiftRatio: "Distance from training",
  top1: "Right at first guess",
  top50: "Share of the top 50 genes",
  topK: "Top-k accuracy",
  totals: "Counts per cell",
  trainTemperature: "Temperature of a trained model",
  withheld: "Class withheld",
};

/** A word as the glossary lists it. */
export function termTitle(word: Word): string {
  const plain = word.replaceAll(/([A-Z])/g, " $1").toLowerCase();
  return TERM_TITLES[word] ?? `${plain[0]!.toUpperCase()}${plain.slice(1)}`;
}

const HEADS: Record<string, [title: string, plural: string]> = {
  cell_type: ["Cell type", "cell types"],
  tissue: ["Tissue", "tissues"],
  disease: ["Disease", "diseases"],
  sex: ["Sex", "sexes"],
  life_stage: ["Life stage", "life stages"],
};

export function headTitle(phenotype: string): string {
  return HEADS[phenotype]?.[0] ?? phenotype.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());
}

export function headPlural(phenotype: string): string {
  return HEADS[phenotype]?.[1] ?? `values of ${phenotype.replaceAll("_", " ")}`;
}

export const VALUE_KINDS = {
  counts: "raw counts",
  "fractional-counts": "fractional counts",
  log1p: "log-normalized values",
  scaled: "scaled values",
  empty: "no values",
} as const;

export const BACKENDS = {
  webgpu: "WebGPU",
  wasm: "WebAssembly",
  core: "own core, WebAssembly",
  stored: "computed before you came",
} as const;

/** What a failed step tells the user, by code. */
export const FAILURES = {
  "bad-file": "This file could not be read",
  "bad-input": "This file cannot be analysed",
  unsupported: "This is not supported yet",
  model: "A model could not be used",
  memory: "Out of memory",
  network: "The download failed",
  cancelled: "Stopped",
  internal: "Something went wrong in the page",
} as const;
