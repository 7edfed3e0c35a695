import { unwrap, type CoreModule } from "../../base/core";
import { surveyPass, type SurveyJob } from "./gather";
import type { RankResults } from "./state";

/** Values that a lane gathers at once: 120 MB. More are gathered in several passes, each over a run of genes. */
const VALUES_PER_LANE = 20e6;

/** Cells to rank, by their codes: all, or at most `most`, of each group as evenly as it has cells. Others get -1. */
export function sampleCodes(
  { core }: Pick<SurveyJob, "core">,
  codes: Int32Array,
  sizes: Float64Array,
  most: number,
  seed: number,
): { codes: Int32Array; cells: number } {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all <= most) return { codes, cells: all };
  const taken = (each: number) => sizes.reduce((sum, size) => sum + Math.min(size, each), 0);
  let low = 1;
  let high = Math.max(...sizes);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (taken(middle) <= most) low = middle;
    else high = middle;
  }
  const out = new Int32Array(codes.length).fill(-1);
  for (const cell of unwrap(core.balanced_sample({ codes, most: low, seed }))) out[cell] = codes[cell]!;
  return { codes: out, cells: out.reduce((sum, code) => sum + Number(code >= 0), 0) };
}

/** z, AUC and two-sided p and q of every gene in one of `groups` groups. */
export function rankTests(
  core: CoreModule,
  ranks: RankResults,
  groups: number,
  group: number,
): { z: Float64Array; auc: Float64Array; p: Float64Array; q: Float64Array } {
  const of = (values: ArrayLike<number>) =>
    Float64Array.from({ length: values.length / groups }, (_, gene) => values[gene * groups + group]!);
  const z = of(ranks.z);
  return { z, auc: of(ranks.auc), ...unwrap(core.normal_tests(z)) };
}

/** Rank tests of every gene: lanes read blocks and hand the values to the lane whose genes they are. */
export async function rankGenes(job: SurveyJob, codes: Int32Array, groups: number, expressed: number): Promise<RankResults> {
  const { file, matrix, pool } = job;
  const { genes } = file.matrixInfo(matrix);
  const cells = new Float64Array(groups);
  for (const code of codes) if (code >= 0) cells[code]!++;
  const { lanes } = pool;
  const passes = Math.max(1, Math.ceil(expressed / (VALUES_PER_LANE * lanes.length)));
  const places = lanes.length * passes;
  const bounds = Int32Array.from({ length: places + 1 }, (_, i) => Math.floor((genes * i) / places));
  const z = new Float64Array(genes * groups);
  const auc = new Float32Array(genes * groups);
  for (let first = 0; first < places; first += lanes.length) {
    const own = bounds.slice(first, first + lanes.length + 1);
    await Promise.all(lanes.map((lane, i) => lane.call("ranksStart", { from: own[i]!, to: own[i + 1]!, cells })));
    await surveyPass<null>(
      { ...job, mask: null },
      {
        step: passes > 1 ? `ranks ${first / lanes.length + 1} of ${passes}` : "ranks",
        groups: codes,
        async visit(lane, range, { groups: codesOf }) {
          if (!codesOf!.some((code) => code >= 0)) return null;
          const parts = await lane.call("ranksRead", { range, groups: codesOf!, bounds: own });
          await Promise.all(lanes.map((owner, i) => owner.call("ranksAdd", { part: parts[i]! })));
          return null;
        },
      },
    );
    await Promise.all(
      lanes.map(async (lane, i) => {
        const found = await lane.call("ranksEnd", {});
        z.set(found.z, own[i]! * groups);
        auc.set(found.auc, own[i]! * groups);
      }),
    );
  }
  return { z, auc };
}
