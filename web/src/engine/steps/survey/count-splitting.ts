import { SPLIT_MATCH, type MarkerGroup } from "../../../contract/survey";
import { unwrap } from "../../base/core";
import { findComponents } from "./components";
import { gather, type SurveyJob } from "./gather";
import { rowsOf, startsOf } from "./neighbors";
import { bestMatches } from "./stability";
import { lastSurvey, SurveyState, type NeighborGraph, type SplitClusters } from "./state";
import { variableGenes } from "./variable";

/** Why the counts of the clusters shown cannot be split; null where they can. */
function whyNotSplit({ file, matrix }: SurveyJob): string | null {
  const { values } = file.matrixInfo(matrix);
  if (values !== "counts") return `${matrix} holds ${values === "log1p" ? "log-normalised values" : "values that are no whole counts"}`;
  if (lastSurvey(file, matrix).neighbors().of.kind !== "components") return "the clusters were not found in the survey's components";
  return null;
}

/** Clusters of the counts at hand, found as those shown were: a code per cell of the file, -1 for a cell that takes no part. */
async function clustersAsShown(job: SurveyJob, shown: SurveyState, near: NeighborGraph, seed: number): Promise<Int32Array> {
  const { components, recipe } = shown.placed();
  const state = new SurveyState();
  const half: SurveyJob = { ...job, mask: recipe.mask, state };
  if (recipe.variable) await variableGenes(half, recipe.variable);
  await findComponents(half, { genes: recipe.genes, scale: recipe.scale, components });
  const placed = state.placed();
  const wanted = near.of.kind === "components" ? (near.of.count ?? components) : components;
  const { cells, dims, values } = rowsOf(placed.values, placed.components, Math.min(wanted, placed.components), near.mask);
  const [lane] = job.pool.lanes;
  const k = Math.min(near.near.k, cells.length - 1);
  const { edges: _edges, exact: _exact, ...graph } = await lane!.call("nearest", { points: cells.length, dims, values, k, seed });
  const starts = startsOf(cells.length);
  const found = await lane!.call("cluster", { ...graph, resolution: shown.clusters!.resolution, starts, seed });
  const codes = new Int32Array(job.file.info.cells).fill(-1);
  cells.forEach((cell, i) => {
    codes[cell] = found.codes[i]!;
  });
  return codes;
}

/**
 * Count splitting (Neufeld et al. 2022, 2024): every count is split into two halves that are independent if it is negative binomial of
 * its gene's size; the cells are clustered by one half as the clusters shown were by all, and the genes are tested in the other half.
 * A sentence where that is not possible.
 */
export async function splitClusters(job: SurveyJob, seed: number): Promise<SplitClusters | string> {
  const why = whyNotSplit(job);
  if (why) return `Counts were not split: ${why}.`;
  const { file, matrix, pool } = job;
  const { genes } = file.matrixInfo(matrix);
  const shown = lastSurvey(file, matrix);
  const all = { ...job, mask: null };
  const { codes: own, clusters } = shown.clusters!;
  // Within the clusters shown: over all cells, what differs between populations would count as dispersion, and their best markers would
  // lie nearly whole in one half or the other.
  const counts = await gather(all, { of: "rates", genes, groups: clusters }, { step: "count splitting", groups: own });
  let sizes;
  try {
    sizes = unwrap(counts.sizes());
  } finally {
    counts.delete();
  }
  try {
    await pool.all("thin", { thinning: { sizes, seed, half: 0 } });
    const codes = await clustersAsShown(job, shown, shown.neighbors(), seed);
    await pool.all("thin", { thinning: { sizes, seed, half: 1 } });
    const found = codes.reduce((largest, code) => Math.max(largest, code), -1) + 1;
    const cells = new Float64Array(found);
    for (const code of codes) if (code >= 0) cells[code]!++;
    const sums = await gather(all, { of: "rates", genes, groups: found }, { step: "count splitting", groups: codes });
    return { sums, sizes: [...cells], ...bestMatches(own, codes, clusters) };
  } finally {
    await pool.all("thin", { thinning: null });
  }
}

/** p and q of every gene in the cluster that stands for a shown one; null where none does, or it has too few cells. */
export function splitTests(split: SplitClusters, cluster: number): { p: Float64Array; q: Float64Array } | null {
  const { sums, sizes, best, jaccard } = split;
  const other = best[cluster]!;
  if (!(jaccard[cluster]! >= SPLIT_MATCH)) return null;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes[other]! < 2 || all - sizes[other]! < 2) return null;
  return unwrap(sums.rate_tests({ group: other }));
}

/** What was found, and which clusters are not found again. */
export function splitNote(split: SplitClusters | string, groups: readonly MarkerGroup[]): string {
  if (typeof split === "string") return split;
  const lost = groups.filter(({ splitJaccard }) => !(splitJaccard! >= SPLIT_MATCH)).map(({ name }) => name);
  return (
    `Count splitting: one half of the counts gives ${split.sizes.length} clusters. ` +
    (lost.length > 0
      ? `Not found again (Jaccard index under .5), and without p and q (split): ${lost.join(", ")}.`
      : "All are found again.")
  );
}
