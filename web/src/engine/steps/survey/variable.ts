import { AnalysisError, toWire } from "../../../contract/errors";
import type { VariableFlavour, VariableGenes } from "../../../contract/survey";
import type { GeneScores, Sums } from "../../../../../wasm/bind/phenolens_core";
import { unwrap } from "../../base/core";
import { cellsIn, gather, type Pass } from "./gather";
import { surveyGenes } from "./genes";
import { resolveGroups } from "./grouping";
import { surveyState } from "./state";

interface Asked {
  flavour: VariableFlavour;
  top: number;
  column: string | null;
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
export async function variableGenes(of: Pass, { flavour, top, column }: Asked): Promise<VariableGenes> {
  const started = performance.now();
  if (!(Number.isInteger(top) && top >= 1)) throw new AnalysisError("bad-input", `From 1 gene up can be chosen, not ${top}.`);
  const { file, matrix, mask } = of;
  const state = surveyState(file, matrix);
  const { scores, expected } =
    flavour === "anova"
      ? { scores: await byAnova(of, column), expected: undefined }
      : await byCounts(of, flavour, mask ? undefined : state.counts);
  const chosen = chooseTop(scores.score, top);
  if (chosen.length === 0) throw new AnalysisError("bad-input", `No gene of ${matrix} varies between the cells.`);
  return (state.variable = {
    flavour,
    column: flavour === "anova" ? column : null,
    cells: cellsIn(mask, file),
    ...(await surveyGenes(file, matrix)),
    mean: scores.mean,
    spread: scores.spread,
    score: scores.score,
    expected: expected ?? new Float64Array(0),
    chosen,
    seconds: (performance.now() - started) / 1000,
    notes: [],
  });
}

async function byAnova(of: Pass, column: string | null): Promise<GeneScores> {
  if (column === null) throw new AnalysisError("bad-input", "Choose a column of labels for the analysis of variance.");
  const { codes, names } = await resolveGroups(of.file, { kind: "column", column });
  const sums = await gather(
    of,
    { of: "groups", genes: of.file.matrixInfo(of.matrix).genes, groups: names.length },
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
      `seurat_v3 fits a trend of variance on mean, which these ${cells.toLocaleString("en")} cells do not allow (${message.replace(/\.$/, "")}). Take the seurat flavour instead (--hvg seurat).`,
      { cause: error },
    );
  }
}

/** By sums of counts: those of all cells where they are kept, else of a pass. */
export async function byCounts(
  of: Pass,
  flavour: "seurat" | "seurat_v3",
  kept?: Sums,
): Promise<{ scores: GeneScores; expected?: Float64Array }> {
  const { values, genes } = of.file.matrixInfo(of.matrix);
  if (flavour === "seurat_v3" && values === "log1p")
    throw new AnalysisError(
      "bad-input",
      `${of.matrix} holds log-normalised values, and seurat_v3 needs counts; take seurat, or a matrix of counts.`,
    );
  const counts = kept ?? (await gather(of, { of: "counts", genes }, { step: "variable genes" }));
  try {
    if (flavour === "seurat") return { scores: unwrap(counts.dispersions()) };
    const { expected, limit } = trendOf(counts, cellsIn(of.mask, of.file));
    const clipped = await gather(of, { of: "clipped", genes, limit }, { step: "variable genes" });
    try {
      return { scores: unwrap(counts.standardized(clipped, { expected })), expected };
    } finally {
      clipped.delete();
    }
  } finally {
    if (counts !== kept) counts.delete();
  }
}
