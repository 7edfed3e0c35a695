import { AnalysisError } from "../../pipeline/errors";
import type { VariableFlavour, VariableGenes } from "../../pipeline/survey";
import { unwrap } from "../core";
import { gather, prepareLanes, type Pass } from "./gather";
import { surveyGenes } from "./genes";
import { surveyState } from "./state";

interface Asked {
  flavour: VariableFlavour;
  top: number;
  column: string | null;
}

/** Genes from the largest score down; those without one are never chosen, ties go to the first. */
export function chooseTop(score: Float64Array, top: number): Int32Array {
  return Int32Array.from(score.keys()).filter((gene) => !Number.isNaN(score[gene]!)).sort((a, b) => score[b]! - score[a]! || a - b).slice(0, top);
}

/** Genes that vary, of the cells in the mask. */
export async function variableGenes(of: Omit<Pass, "step">, { flavour, top }: Asked): Promise<VariableGenes> {
  const started = performance.now();
  if (!(Number.isInteger(top) && top >= 1)) throw new AnalysisError("bad-input", `From 1 gene up can be chosen, not ${top}.`);
  if (flavour !== "seurat") throw new AnalysisError("unsupported", `Variable genes by ${flavour} are not there yet.`);
  const { file, matrix, mask } = of;
  const state = surveyState(file, matrix);
  const genes = file.matrixInfo(matrix).genes;
  let counts = mask ? undefined : state.counts;
  if (!counts) {
    await prepareLanes(of);
    counts = await gather({ ...of, step: "variable genes" }, { of: "counts", genes });
  }
  try {
    const { mean, spread, score } = unwrap(counts.variable_genes({ flavour }));
    const chosen = chooseTop(score, top);
    if (chosen.length === 0) throw new AnalysisError("bad-input", `No gene of ${matrix} varies between the cells.`);
    const cells = mask ? mask.reduce((sum, one) => sum + Number(one !== 0), 0) : file.info.cells;
    state.variable = { flavour, column: null, cells, ...(await surveyGenes(file, matrix)), mean, spread, score, expected: new Float64Array(0), chosen, seconds: (performance.now() - started) / 1000, notes: [] };
    return state.variable;
  } finally {
    if (counts !== state.counts) counts.delete();
  }
}
