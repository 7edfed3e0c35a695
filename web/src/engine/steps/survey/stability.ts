import { AnalysisError } from "../../../contract/errors";
import { known, mean } from "../../../contract/numbers";
import { sample, seeded } from "../../base/random";
import { dealt } from "../../pool/dealt";
import type { Job } from "../../pool/job";
import { spaceOf } from "./neighbors";
import { lastSurvey } from "./state";

/** Subsamples drawn, the share of the cells in each, and the most cells of one. */
const ROUNDS = 10;
const SHARE = 0.8;
const MOST_CELLS = 10_000;

/** For each cluster the largest Jaccard index with a cluster of the other clustering, over the cells that have both (-1: none). */
export function bestJaccard(codes: Int32Array, others: Int32Array, clusters: number): Float64Array {
  return bestMatches(codes, others, clusters).jaccard;
}

/** The same, with the place of that other cluster; -1 and NaN for a cluster without cells. */
export function bestMatches(codes: Int32Array, others: Int32Array, clusters: number): { best: Int32Array; jaccard: Float64Array } {
  const found = Math.max(-1, ...others) + 1;
  const both = new Float64Array(clusters * found);
  const own = new Float64Array(clusters);
  const theirs = new Float64Array(found);
  codes.forEach((code, i) => {
    if (code < 0 || others[i]! < 0) return;
    own[code]!++;
    theirs[others[i]!]!++;
    both[code * found + others[i]!]!++;
  });
  const best = new Int32Array(clusters).fill(-1);
  const jaccard = new Float64Array(clusters).fill(NaN);
  for (let code = 0; code < clusters; code++) {
    if (own[code] === 0) continue;
    const shared = both.subarray(code * found, (code + 1) * found);
    const indices = theirs.map((size, other) => shared[other]! / (own[code]! + size - shared[other]!));
    jaccard[code] = Math.max(...indices);
    best[code] = indices.indexOf(jaccard[code]);
  }
  return { best, jaccard };
}

/**
 * Stability of the clusters found last (Hennig 2007): 80% of the cells (10,000 at most) are drawn and clustered anew, ten times; of each
 * cluster the mean over draws of the largest Jaccard index with a new one. NaN for a cluster that no draw had a cell of.
 */
export async function clusterStability({ core, file, matrix, pool, context }: Job, seed: number): Promise<Float64Array> {
  const state = lastSurvey(file, matrix);
  const { of, mask, near } = state.neighbors();
  if (!state.clusters) throw new AnalysisError("bad-input", "The cells have not been clustered yet.");
  const { codes, clusters, resolution } = state.clusters;
  const { cells, dims, values } = await spaceOf(core, file, matrix, of, mask);
  const most = Math.min(MOST_CELLS, Math.floor(SHARE * cells.length));
  if (most < 4) return new Float64Array(clusters).fill(NaN);
  const k = Math.min(near.k, most - 1);
  const draws = Array.from({ length: ROUNDS }, (_, round) => sample([...cells.keys()], most, seeded(seed + round)));
  const found = await dealt(pool, ROUNDS, context.signal, async (lane, round) => {
    const drawn = draws[round]!;
    const rows = new Float32Array(drawn.length * dims);
    drawn.forEach((place, i) => rows.set(values.subarray(place * dims, (place + 1) * dims), i * dims));
    const { edges: _edges, exact: _exact, ...graph } = await lane.call("nearest", { points: drawn.length, dims, values: rows, k, seed });
    const anew = await lane.call("cluster", { ...graph, resolution, starts: 1, seed: seed + round });
    const own = Int32Array.from(drawn, (place) => codes[cells[place]!]!);
    return bestJaccard(own, anew.codes, clusters);
  });
  // In the order of the draws, whichever lane was first: the same sum to the bit.
  return Float64Array.from({ length: clusters }, (_, code) => mean(known(found.map((indices) => indices[code]!))));
}
