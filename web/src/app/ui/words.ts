/** What every number on the page means, in one sentence or two. */
export const MEANINGS = {
  compositeCells:
    "About 300 made-up cells that the model keeps (panel.bin), so that it can be fitted to files of few of its genes. Each gene's value " +
    "is drawn from one of up to ten cells of a class, anew for every gene: none is a cell of the file, and neither barcodes nor donors " +
    "are in it. A value that only one cell has can still be among them: leave them out where single values must not be shared.",
  heldOutDonors:
    "The donors are split into five folds. Each fold is kept out in turn, the whole model (genes, scaling and " +
    "components too) is trained on the others, and tested on the fold: this is what to expect for a new donor. " +
    "Without donors, random cells are kept out.",
  normalization: "Rank-normal scores depend little on depth and laboratory; log1p values keep the size of a difference.",
  trainTemperature: "What the logits are divided by before the softmax, so that the probabilities are calibrated on held-out cells.",
  totals: "Sum of the counts of a cell (UMIs, library size).",
  detected: "Number of genes with at least one count in a cell.",
  mitochondrial: "Fraction of a cell's counts in mitochondrial genes (MT-); a high fraction often marks a damaged cell.",
  shiftRatio:
    "Median Mahalanobis distance of the cells of a predicted class to the nearest group of training cells, over the median " +
    "of training cells whose donor was left out: 1 means no shift.",
  shiftBeyond:
    "Fraction of the cells farther from the nearest group of training cells than 95% of the cells of donors left out; 5% are " +
    "expected without a shift.",
  ribosomal: "Fraction of a cell's counts in ribosomal protein genes (RPS…, RPL…).",
  top50: "Fraction of a cell's counts in its own 50 most expressed genes; near 1, the cell has low complexity.",
  mads:
    "Distance of a limit from the median, in median absolute deviations (MADs, times 1.4826). scran uses 3; " +
    "scanpy's tutorials use 5 unscaled MADs, which are 3.4 of these.",
  doublets:
    "Droplets that caught two cells. The score is the probability that a cell is one, by the simulated doublets among its nearest " +
    "neighbours (Scrublet, Wolock 2019).",
  doubletSamples: "The column that names samples: cells of different samples were in no droplet together.",
  doubletRate: "Share of droplets with two cells that is expected; of 10x Chromium about .8% for every 1,000 cells recovered.",
  detectableDoublets: "Share of the sample's simulated doublets above the threshold: the others look like single cells.",
  variableGenes: "Genes that vary more between cells than expected from their mean expression.",
  components: "Principal components: the directions of largest variance of the selected genes.",
  neighbors: "Each cell's 15 nearest cells by Euclidean distance in this space.",
  resolution: "Higher values give more and smaller clusters; no value is right for all data.",
  leiden: "Communities of the neighbour graph, by the Leiden algorithm; cluster 0 is the largest.",
  modularity: "How much more edge weight lies within clusters than expected by chance, at this resolution.",
  clusterStability:
    "80% of the cells are drawn and clustered again, ten times: the mean of the cluster's largest Jaccard index with a new " +
    "cluster (Hennig 2007). From .75 a cluster is stable; under .6 it should not be relied on.",
  countSplitting:
    "Every count is split at random into two halves that are independent if it is negative binomial. The cells are clustered " +
    "again by one half, and the genes are tested in the other, which no cluster was made from (Neufeld et al. 2022, 2024).",
  splitQ:
    "p over cells in the half of the counts that the clusters were not found in, adjusted for testing many genes: score test " +
    "of the gene's share of each cell's counts, negative binomial. Empty where no cluster of the " +
    "other half overlaps with this one by a Jaccard index of .5.",
  knownMarker:
    "A gene of the list of known markers for the class explained (or for the class it is compared with), or for the " +
    "broader type that it belongs to; the list is the one that Annotate uses.",
  logFoldChange: "log2 of the ratio of mean expression in the group and in the other cells, as scanpy computes it.",
  pseudobulkFoldChange:
    "log2 of the ratio of counts per million in the group and in the other cells: counts are summed over each " +
    "donor's cells, and the logarithm is averaged over donors.",
  moderatedT:
    "limma's moderated t over donors, of log2 counts per million of each donor's summed cells: variances borrow from " +
    "genes of similar expression. A gene of under ten counts a donor is not tested.",
  donorQ: "p of the moderated t over donors, adjusted for testing many genes (false discovery rate, Benjamini–Hochberg).",
  cellsQ:
    "p of the rank-sum test over cells, adjusted for testing many genes. Cells of one donor are not independent: it " +
    "describes these cells, not patients.",
  rankSum: "z score of the Wilcoxon rank-sum test over cells, corrected for ties.",
  aucGene:
    "Probability that a cell of the group has a higher value of the gene than another cell, ties counting half: .5 means no difference.",
  expressing: "Percentage of cells in the group (in) and of the other cells (out) with at least one count of the gene.",
  emptyCells: "Cells without any counts; they are not predicted.",
  sampledShare:
    "Share of all cells of the file, with its 95% interval, told from those that the model has read: they are drawn at random from " +
    "groups of like cells by the linear model, rare groups early, and each group counts by its size.",
  cells: "Cells predicted as this class, the one with the highest probability.",
  probability: "Mean probability of the predicted class. How far to trust it depends on the calibration error.",
  entropy: "Uncertainty of the prediction over all classes, normalized. 0: certain; 1: all classes equally likely. In brackets: in nats.",
  top1: "Fraction of labelled cells whose label is the predicted class, with its 95% Wilson interval.",
  topK: "Fraction of labelled cells whose label is among the k most probable classes, with 95% Wilson intervals.",
  logit:
    "The model's score of a class before the softmax. Attributions explain the logit, because probabilities " +
    "saturate once the model is certain.",
  attributionMethod:
    "Gradient × input multiplies the gradient at the cell by the gene's value. Integrated gradients sum the " +
    "gradient along a path from the baseline to the cell, so that the attributions add up to the change of the " +
    "logit. Expected gradients average over many baselines.",
  baseline:
    "What the cell is compared with: attributions explain the difference between the baseline and the cell. Compared " +
    "with zero expression, genes that every cell expresses (ribosomal, mitochondrial) come first; compared with the " +
    "mean of other cells, those that set the cell apart.",
  donorUnits: "With donors, intervals and tests are computed over donor means, because cells of one donor are not independent.",
  completenessGap:
    "Difference between the sum of the attributions and the change of the logit that they should add up to, " +
    "relative to that change: median over cells.",
  splitHalf:
    "The cells (or donors) are split into two halves and explained separately: overlap of the top 50 genes " +
    "(Jaccard index), and rank correlation of all genes. Low values mean that another sample would give other genes.",
  signShare: "Percentage of the cells in which the gene's attribution is positive (for the class) and negative (against it).",
  adjustedP: "p value adjusted for testing many genes or sets (false discovery rate, Benjamini–Hochberg).",
  matchedRank:
    "Rank of the gene's attribution, by size, among the genes that are expressed in a like share of the cells: genes " +
    "that many cells express have larger attributions whatever the model has learned.",
  nonzeroQ:
    "q of a test that the mean attribution is not zero: whether the model uses the gene in these cells. It is under .05 " +
    "for most genes, also of a model trained on labels drawn by chance, and says nothing of the gene's biology.",
  nes:
    "Normalized enrichment score (GSEA): how concentrated the set's genes are at one end of the ranking, relative " +
    "to draws in which genes of like expression are exchanged. Positive: for the class.",
  oddsRatio: "Odds that a gene of the set is among the top genes, relative to the odds of other genes. 1 means no enrichment.",
  aucell:
    "Area under the recovery curve of a set's genes among the cell's most expressed 5% of genes: 1 if all are at " +
    "the top, 0 if none is there (AUCell, as decoupler computes it; ties share the mean rank).",
  between: "Fraction of the variance of the scores that lies between groups: 0%: no difference, 100%: groups are fully separated.",
  contextSpread:
    "One minus the mean cosine similarity between the gene's mean hidden states in every two contexts; 0: the " +
    "same state everywhere. Means of few cells are noisy and spread more, so the gene is compared with genes read in " +
    "as many cells.",
  pruning:
    "Prediction gap: |p − p after deletion| of the explained class. In a transformer the gene is removed from " +
    "the input; in a linear model it is set to the baseline. Cells with many genes deleted are unlike the training " +
    "cells.",
  macroF1: "Mean over classes of the F1 score (harmonic mean of precision and recall): rare classes count as much as common ones.",
  balancedAccuracy: "Mean recall over classes.",
  ece: "Expected calibration error: mean difference between predicted probability and accuracy, in 15 bins of equal width.",
  eceMass: "Expected calibration error in 15 bins with equally many cells.",
  nll: "Negative log-likelihood: mean of −ln of the probability of the true class. 0 is perfect; confident errors cost most.",
  brier: "Mean squared difference between the probabilities and the truth (0 to 2): 0 is perfect.",
  temperature:
    "The number the logits are divided by to calibrate the probabilities; above 1, the model was overconfident. " +
    "Fitted on one half of the labelled cells (whole donors where known), evaluated on the other half.",
  riskCoverage: "If only predictions above a minimum probability are kept: how many cells are labelled, and how many of them correctly.",
  aurc: "Area under the curve of the error rate over the fraction of cells labelled, most confident first; lower is better.",
  nats: "Entropy in natural units; ln of the number of classes is the maximum.",
  trend: "Slope of a linear regression of the mean entropy of each donor on age, with its 95% interval (Student's t).",
  permutation: "Permutation test of the group labels, over donors where known; adjusted for the number of groups (Benjamini–Hochberg).",
  matched: "Difference among cells of equal depth: within twenty bins of counts per cell, weighted by their overlap.",
  margin: "Probability of the top class minus that of the second.",
  distance:
    "Mahalanobis distance to the nearest group of training cells, in the model's embedding; of a model that does not tell " +
    "where these lie, the distance to the nearest mean of the cells predicted as one class.",
  auprc: "Area under the precision–recall curve (average precision); the chance level is the fraction of positive cells, in brackets.",
  withheld:
    "The class is removed from the model's output and the other probabilities are rescaled to sum to 1: what " +
    "cells of an unknown type would be predicted as.",
  paired: "First model minus second on the same cells; the interval is over donors where known, else over cells.",
  given:
    "PolyGene's easier protocol: the cell's other phenotypes are given as input from the labels of the file, and " +
    "only the one predicted is masked. The known phenotypes leak information about the answer.",
  ontology: "By the Cell Ontology, a subtype of the label counts as correct (classical monocyte for monocyte), a parent does not.",
  betterModel:
    "Whether one model is correct more often than the other on the same cells, by Student's t over donors " +
    "(jackknife): cells of one donor are not independent.",
  auroc: "How well entropy separates wrong from correct predictions. .5: chance, 1: perfect.",
  groupShare: "Fraction of the group's cells that have its commonest label.",
  modelsAgree: "Fraction of the group's cells to which the other models give the same label.",
  unlikeTraining: "Fraction of the cells farther from every class than 95% of held-out training cells; 5% are expected.",
  knownMarkers:
    "How many of the label's known marker genes are among the group's top genes: the 200 with the largest difference of mean " +
    "log-normalized expression to all other cells (of a panel, at most a tenth of its genes).",
  nameShare:
    "Fraction of the group's cells that go by the suggested name: by the consensus of the models, or by the commonest label of the " +
    "one that names them.",
  votedGroup: "The commonest label after majority voting within small clusters, where that was asked for under Predict.",
  agreedTerm:
    "The finest term of the Cell Ontology that most of the group's cells are or lie below, by all models together, and the mean " +
    "fraction of the models that agree.",
  coveringTerm:
    "The finest term of the Cell Ontology that at least 80% of the group's cells are or lie below, where no single label covers as " +
    "many: 'T cell' rather than a coin between CD4 and CD8.",
  topGenes: "The genes with the largest difference of mean log-normalized expression to all other cells. Click one to see it on the map.",
  splitResolution:
    "The cells of this group are clustered alone: own variable genes, components and neighbours, then Leiden at this resolution. " +
    "Higher values give more parts.",
  covariate:
    "A column whose differences are taken out of composition and expression: categories with one value per donor and condition, or " +
    "numbers, by their mean over a donor's cells.",
  minCells: "Cells of a type that a donor needs in a condition to count there: of fewer, sums and shares are mostly chance.",
  shareTransform:
    "What shares are turned into before they are tested: the logit (half a cell added) has more power, the arcsine of the root is " +
    "steadier where cells are few.",
  sampleWeights:
    "Samples whose genes lie far from what the others of their condition say weigh less, as limma's voomWithQualityWeights has it.",
  shareRatio: "log2 of the ratio of the mean shares: 1 is twice the share.",
  shareEffect: "Difference of the transformed shares between the conditions, over donors, with its 95% interval.",
  propellerP:
    "propeller's moderated t over donors: the variance of each type's transformed share borrows from the other types " +
    "(Phipson et al. 2022).",
  voomFoldChange: "log2 of the ratio of expression between the conditions, by voom's weighted fit over donors.",
  meanLogCpm: "Mean over the donors of log2 counts per million, of a donor's summed cells.",
  voomT: "limma's moderated t of voom's weighted fit: the difference over its standard error, which borrows from all genes.",
  cellsFdr:
    "False discovery rate of Welch's t with every cell as an observation. It is wrong, as cells of one donor are not independent, and " +
    "is here to be compared with.",
  volcano: "Every gene by its change and its evidence: far left and right changes most, far up is least likely to be chance.",
  meanDifference: "Every gene by its mean expression and its change (M against A): changes of weakly expressed genes scatter most.",
  setDifference: "Mean moderated t of the set's genes less that of all other genes tested.",
  phenotypeP: "t test of the donors' means: within donors where these are in both conditions, else Welch's.",
  energyDistance:
    "Energy distance between the cells of either condition on the components: twice the mean distance between the conditions less those " +
    "within, every donor weighing the same. 0: no difference.",
  energyExpected: "Mean energy distance once conditions are exchanged over donors: what donors differ by themselves.",
  energyP:
    "Share of exchanges of conditions over donors (within them where paired) that give a distance as large; all exchanges where they " +
    "are few.",
  coverage: "Number of the model's genes that are in the file; the others are treated as missing.",
  recall: "Fraction of the cells with this label that are predicted correctly, with its 95% Wilson interval.",
  precision: "Fraction of the cells predicted as this class that have its label.",
  rate: "Cells per second over the whole run, including reading.",
  unmatched: "Cells without a label, or with a label that matches no class of the model: excluded from the scores.",
  agreement:
    "Fraction of cells for which the quantized and the full-precision weights predict the same class, on the data named in the model card.",
} as const;

export type Word = keyof typeof MEANINGS;

/** Words whose name in the glossary does not follow from their key. */
const TERM_TITLES: Partial<Record<Word, string>> = {
  volcano: "Volcano plot",
  voomT: "Moderated t (voom)",
  voomFoldChange: "log2 fold change over donors (voom)",
  shareTransform: "Transform of shares",
  shareRatio: "log2 ratio of shares",
  shareEffect: "Effect on a share",
  setDifference: "Difference of a set",
  propellerP: "p of a share (propeller)",
  phenotypeP: "p of a phenotype by condition",
  minCells: "Cells a donor needs",
  meanLogCpm: "Mean log2 CPM",
  meanDifference: "MA plot",
  energyP: "p of an energy distance",
  energyExpected: "Energy distance by chance",
  energyDistance: "Energy distance",
  cellsFdr: "FDR, cells as units",
  adjustedP: "q (adjusted p)",
  matchedRank: "Rank among genes of like expression",
  nonzeroQ: "q of an attribution other than zero",
  auprc: "AUPRC",
  auroc: "AUROC",
  agreedTerm: "Agreed term",
  aucell: "AUCell",
  aucGene: "AUC of a gene",
  aurc: "Area under the risk–coverage curve",
  baseline: "Baseline of an attribution",
  betterModel: "More accurate model",
  between: "Variance between groups",
  brier: "Brier score",
  cells: "Cells of a class",
  cellsQ: "q over cells",
  completenessGap: "Completeness error",
  coveringTerm: "Term that covers 80%",
  contextSpread: "Spread over contexts",
  distance: "Distance to training cells",
  donorQ: "q over donors",
  donorUnits: "Donors as units",
  ece: "Calibration error (ECE)",
  eceMass: "ECE, equal mass",
  expressing: "% of cells expressing",
  given: "Phenotypes known",
  heldOutDonors: "Held-out donors",
  knownMarker: "Known marker",
  logFoldChange: "log2 fold change",
  macroF1: "Macro F1",
  mads: "Median absolute deviations (MADs)",
  matched: "Depth-matched difference",
  nameShare: "Share of a name",
  mitochondrial: "Mitochondrial fraction",
  moderatedT: "Moderated t",
  nes: "Normalized enrichment score",
  nll: "Negative log-likelihood (NLL)",
  paired: "Paired difference",
  permutation: "Permutation test",
  pruning: "Deletion test",
  pseudobulkFoldChange: "log2 fold change over donors",
  rankSum: "z (rank-sum test)",
  rate: "Cells per second",
  ribosomal: "Ribosomal fraction",
  riskCoverage: "Risk–coverage curve",
  sampledShare: "Share of all cells, told from some",
  shiftBeyond: "Outliers",
  shiftRatio: "Distance from training data",
  signShare: "For / against",
  splitHalf: "Reproducibility (split-half)",
  splitResolution: "Resolution of a split",
  top1: "Top-1 accuracy",
  top50: "Fraction in top 50 genes",
  topK: "Top-k accuracy",
  totals: "Counts per cell",
  trainTemperature: "Temperature of a trained model",
  unmatched: "Unmatched cells",
  votedGroup: "Majority vote of a group",
  withheld: "Withheld class",
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
  proportions: "counts scaled to one total",
  "square-roots": "square roots of counts",
  log1p: "log-normalized values",
  "log1p-twice": "log-normalized values, log taken twice",
  mixed: "cells on different scales",
  scaled: "scaled values",
  "unit-variance": "genes scaled to unit variance",
  "unit-range": "genes scaled from 0 to 1",
  bins: "bins of each cell's values",
  detected: "gene seen or not",
  empty: "no values",
} as const;

export const BACKENDS = {
  webgpu: "Running on GPU",
  wasm: "Running on CPU",
  native: "Running on CPU",
  core: "Running on CPU",
  stored: "Precomputed",
} as const;

/** The headline of a failure, by its code. */
export const FAILURES = {
  "bad-file": "This file could not be read",
  "bad-input": "This file cannot be analysed",
  unsupported: "Not supported",
  model: "The model could not be used",
  memory: "Out of memory",
  network: "Download failed",
  cancelled: "Stopped",
  internal: "Unexpected error",
} as const;
