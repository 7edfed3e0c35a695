import { AnalysisError } from "../../../contract/errors";
import { unwrap } from "../../base/core";
import { positionsOn } from "../survey/components";
import { gather, type SurveyJob } from "../survey/gather";

/** Scrublet's figures: the components that neighbours are sought in, and the counts (scaled to the mean total) that express a gene. */
const COMPONENTS = 30;
const LEAST_COUNTS = 3;

/** Genes that vary more than Poisson counts between the cells in the mask, as Scrublet chooses them: places, rising. */
export async function genesAbovePoisson(job: SurveyJob): Promise<Int32Array<ArrayBuffer>> {
  const { genes } = job.file.matrixInfo(job.matrix);
  const counts = await gather(job, { of: "counts", genes }, { step: "doublets: genes" });
  try {
    const least = (LEAST_COUNTS * 1e4) / unwrap(counts.mean_total());
    const above = await gather(job, { of: "above", genes, least }, { step: "doublets: genes" });
    try {
      const chosen = unwrap(counts.above_poisson(above));
      if (chosen.length < 2) throw new AnalysisError("bad-input", "fewer than two genes vary more than Poisson counts");
      return chosen;
    } finally {
      above.delete();
    }
  } finally {
    counts.delete();
  }
}

/** Places the cells in the mask on components of these genes' z-scored proportions: row-major cells x components, in their order. */
export async function placeSample(
  job: SurveyJob,
  chosen: Int32Array<ArrayBuffer>,
  cells: Int32Array,
): Promise<{ components: number; positions: Float32Array<ArrayBuffer> }> {
  const count = Math.min(COMPONENTS, chosen.length, cells.length - 1);
  const { found, values } = await positionsOn(job, { chosen, scale: "proportions", count, standardized: true });
  const positions = new Float32Array(cells.length * found.components);
  cells.forEach((cell, i) => positions.set(values.subarray(cell * found.components, (cell + 1) * found.components), i * found.components));
  return { components: found.components, positions };
}
