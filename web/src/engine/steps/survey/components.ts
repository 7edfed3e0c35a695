import type { ChosenGenes, Components } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import type { ComponentScale, ComponentsReport } from "../../../contract/survey";
import { unwrap } from "../../base/core";
import { gather, stateOf, surveyPass, type SurveyJob } from "./gather";
import type { ComponentScores } from "./state";

interface Asked {
  genes: Int32Array | null;
  scale: ComponentScale;
  components: number;
  keptBytes?: number;
}

/** What a lane keeps of the cells' chosen scores at most: some 50,000 cells of 2,000 genes; a file of more is read a second time. */
const KEPT_BYTES = 48e6;

/** Which components: of which genes (places, rising), how scored, how many, and whether genes are scaled to variance 1. */
interface Wanted extends Pick<ChosenGenes, "chosen" | "scale"> {
  count: number;
  standardized?: boolean;
  keptBytes?: number;
}

/** The components, and where every cell lies on them: row-major cells x components, NaN where a cell has no position. */
interface Placed {
  found: Components & { variance: Float64Array<ArrayBuffer> };
  values: Float32Array<ArrayBuffer>;
}

/** Exact components: a pass for the genes' covariance, and one that puts the cells on them where their scores were too many to keep. */
export async function positionsOn(
  job: SurveyJob,
  { chosen, scale, count, standardized = false, keptBytes = KEPT_BYTES }: Wanted,
): Promise<Placed> {
  const { file, matrix, pool } = job;
  const what = { genes: file.matrixInfo(matrix).genes, chosen, scale };
  const sums = await gather(job, { of: "covariance", keep: keptBytes, ...what }, { step: "covariance" });
  let found;
  try {
    found = unwrap(sums.components({ count, standardized }));
  } finally {
    sums.delete();
  }
  const { mean, rotation } = found;
  const values = new Float32Array(file.info.cells * found.components).fill(NaN);
  const kept = keptBytes > 0 ? await pool.all("projectKept", { mean, rotation }) : [null];
  if (kept.every((blocks) => blocks !== null))
    for (const { first, values: part } of kept.flat()) values.set(part, first * found.components);
  else {
    await pool.all("projectStart", { ...what, mean, rotation });
    await surveyPass<Float32Array>(job, {
      step: "components",
      visit: (lane, range, cells) => lane.call("projectBlock", { range, cells }),
      take: ({ first }, part) => values.set(part, first * found.components),
    });
    await pool.all("projectEnd", {});
  }
  return { found, values };
}

/** Components of variable genes, or of genes given, kept with the survey. */
export async function findComponents(
  job: SurveyJob,
  { genes, scale, components, keptBytes = KEPT_BYTES }: Asked,
): Promise<ComponentsReport> {
  const started = performance.now();
  const { file, matrix } = job;
  const state = stateOf(job);
  const wanted = genes ?? state.variable?.chosen;
  if (!wanted) throw new AnalysisError("bad-input", "Choose variable genes first, or give the genes to make components of.");
  if (!(Number.isInteger(components) && components >= 1 && components <= 500))
    throw new AnalysisError("bad-input", `From 1 to 500 components can be made, not ${components}.`);
  const chosen = Int32Array.from(new Set(wanted)).sort();
  const { found, values } = await positionsOn(job, { chosen, scale, count: components, keptBytes });
  const { variable } = state;
  const recipe = {
    scale,
    genes,
    variable: variable && !genes ? { flavour: variable.flavour, top: variable.chosen.length, column: variable.column } : null,
    mask: job.mask && job.mask.slice(),
  };
  state.integrated = undefined;
  state.components = { components: found.components, values, recipe };
  const { symbols } = await file.geneNames(matrix);
  return {
    scale,
    components: found.components,
    cells: found.rows,
    genes: chosen,
    symbols: Array.from(chosen, (gene) => symbols[gene]!),
    variance: found.variance,
    explained: Float64Array.from(found.explained),
    loadings: found.rotation,
    bytes: values.byteLength,
    seconds: (performance.now() - started) / 1000,
    notes: [],
  };
}

/** Two components of every cell, x and y interleaved. */
export function componentPositions({ components, values }: ComponentScores, x: number, y: number): Float32Array<ArrayBuffer> {
  const wrong = [x, y].find((one) => !(Number.isInteger(one) && one >= 0 && one < components));
  if (wrong !== undefined)
    throw new AnalysisError("bad-input", `Components are counted from 0 to ${components - 1}; there is no ${wrong}.`);
  const cells = values.length / components;
  return Float32Array.from({ length: cells * 2 }, (_, i) => values[(i >> 1) * components + (i % 2 === 0 ? x : y)]!);
}
