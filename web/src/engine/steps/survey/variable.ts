import { remedy } from "../../base/remedy";
import { AnalysisError, toWire } from "../../../contract/errors";
import type { VariableFlavour, VariableGenes } from "../../../contract/survey";
import type { GeneScores, Sums } from "../../../../../wasm/bind/phenolens_core";
import { unwrap } from "../../base/core";
import { cellsIn, gather, stateOf, type SurveyJob } from "./gather";
import { byBatches, type Scored } from "./variable-batches";
import { resolveGroups } from "./grouping";

interface Asked {
  flavour: VariableFlavour;
  top: number;
  column: string | null;
  batch?: string | null;
}

/** Genes from the largest score down; those without one are never chosen, ties go to the first. */
export function chooseTop(score: Float64Array, top: number): Int32Array<ArrayBuffer> {
  return Int32Array.from(
    Int32Array.from(score.keys())
      .filter((gene) => !Number.isNaN(score[gene]!))
      .sort((a, b) => score[b]! - score[a]! || a - b)
      .slice(0, top),
  );
}

/** Genes that vary, of the cells in the mask. */
export async function variableGenes(job: SurveyJob, { flavour, top, column, batch = null }: Asked): Promise<VariableGenes> {
  const started = performance.now();
  if (!(Number.isInteger(top) && top >= 1)) throw new AnalysisError("bad-input", `From 1 gene up can be chosen, not ${top}.`);
  const { file, matrix, mask } = job;
  const state = stateOf(job);
  if (batch !== null && flavour === "anova")
    throw new AnalysisError("bad-input", "Genes are chosen across batches by seurat or seurat_v3, not by analysis of variance.");
  const { scores, expected, chosen }: Scored =
    flavour === "anova"
      ? await byAnova(job, column).then((found) => ({ scores: found, chosen: chooseTop(found.score, top) }))
      : batch === null
        ? await byCounts(job, flavour, mask ? undefined : state.counts).then((found) => ({
            ...found,
            chosen: chooseTop(found.scores.score, top),
          }))
        : await byBatches(job, flavour, top, batch);
  if (chosen.length === 0) throw new AnalysisError("bad-input", `No gene of ${matrix} varies between the cells.`);
  const { symbols, ensemblIds } = await file.geneNames(matrix);
  return (state.variable = {
    flavour,
    column: flavour === "anova" ? column : null,
    batch,
    cells: cellsIn(mask, file),
    symbols,
    ensemblIds,
    mean: scores.mean,
    spread: scores.spread,
    score: scores.score,
    expected: expected ?? new Float64Array(0),
    chosen,
    seconds: (performance.now() - started) / 1000,
    notes: [],
  });
}

async function byAnova(job: SurveyJob, column: string | null): Promise<GeneScores> {
  if (column === null) throw new AnalysisError("bad-input", "Choose a column of labels for the analysis of variance.");
  const { codes, names } = await resolveGroups(job.file, { kind: "column", column });
  const sums = await gather(
    job,
    { of: "groups", genes: job.file.matrixInfo(job.matrix).genes, groups: names.length },
    { step: "variable genes", groups: codes },
  );
  try {
    return unwrap(sums.anova());
  } finally {
    sums.delete();
  }
}

/** The trend of variance on mean; few cells have too few different means for one. */
function trendOf(counts: Sums, cells: number): { expected: Float64Array; limit: Float64Array } {
  try {
    return unwrap(counts.variance_trend());
  } catch (error) {
    const { message } = toWire(error);
    throw new AnalysisError(
      "bad-input",
      `seurat_v3 fits a trend of variance on mean, which these ${cells.toLocaleString("en")} cells do not allow ` +
        `(${message.replace(/\.$/, "")}). ` +
        remedy("Choose the flavour seurat instead.", "Take the seurat flavour instead (--hvg seurat)."),
      { cause: error },
    );
  }
}

/** By sums of counts: those of all cells where they are kept, else of a pass. */
export async function byCounts(
  job: SurveyJob,
  flavour: "seurat" | "seurat_v3",
  kept?: Sums,
): Promise<{ scores: GeneScores; expected?: Float64Array }> {
  checkFlavour(job, flavour);
  const { genes } = job.file.matrixInfo(job.matrix);
  const counts = kept ?? (await gather(job, { of: "counts", genes }, { step: "variable genes" }));
  try {
    if (flavour === "seurat") return { scores: unwrap(counts.dispersions()) };
    const { expected, limit } = trendOf(counts, cellsIn(job.mask, job.file));
    const clipped = await gather(job, { of: "clipped", genes, limit }, { step: "variable genes" });
    try {
      return { scores: unwrap(counts.standardized(clipped, { expected })), expected };
    } finally {
      clipped.delete();
    }
  } finally {
    if (counts !== kept) counts.delete();
  }
}

/** Refuses a flavour that needs counts where there are none. */
export function checkFlavour({ file, matrix }: SurveyJob, flavour: "seurat" | "seurat_v3"): void {
  const { values, scale } = file.matrixInfo(matrix);
  const isScaled = values === "log1p" || scale.stored === "proportions";
  if (flavour === "seurat_v3" && isScaled)
    throw new AnalysisError(
      "bad-input",
      `${matrix} holds ${values === "log1p" ? "log-normalised values" : "counts scaled to one total"}, and seurat_v3 needs ` +
        `counts; take seurat, or a matrix of counts.`,
    );
}
