import { AnalysisError } from "../../../contract/errors";
import type { OverClustering } from "../../../contract/votes";
import type { Job } from "../../pool/job";
import { groupsByColumn } from "../survey/grouping";
import { clustersAside } from "../survey/clusters-aside";
import type { Labelled } from "./majority";

/** Clusters of fewer cells than this tell nothing. */
const FEWEST_CELLS = 51;
/** CellTypist's figures: genes that vary, components of them, neighbours of a cell with itself. */
const GENES = 2500;
const COMPONENTS = 50;
const NEIGHBORS = 10;
/** CellTypist's rule: below so many cells, this resolution. */
const RESOLUTIONS: [below: number, resolution: number][] = [
  [5_000, 5],
  [20_000, 10],
  [40_000, 15],
  [100_000, 20],
  [200_000, 25],
  [Infinity, 30],
];

export const resolutionFor = (cells: number): number => RESOLUTIONS.find(([below]) => cells < below)![1];

export interface OverClusters extends Labelled {
  codes: Int32Array<ArrayBuffer>;
  resolution: number | null;
}

/** Many small clusters of the file's cells. The survey's own clusters are left as they are. */
export async function overClusters(job: Job, over: OverClustering, seed: number): Promise<OverClusters> {
  const { file } = job;
  if (file.info.cells < FEWEST_CELLS)
    throw new AnalysisError(
      "unsupported",
      `${file.info.name} has ${file.info.cells} cells, too few to cluster for majority voting: it takes ${FEWEST_CELLS} at least.`,
    );
  if (over.kind !== "column") return byLeiden(job, seed);
  const { names, codes } = await groupsByColumn(file, over.column);
  return { labels: names, codes, resolution: null };
}

async function byLeiden(job: Job, seed: number): Promise<OverClusters> {
  const resolution = resolutionFor(job.file.info.cells);
  const figures = { genes: GENES, components: COMPONENTS, neighbors: NEIGHBORS, resolution, seed };
  const { clusters, codes } = await clustersAside({ ...job, mask: null }, figures);
  return { labels: Array.from({ length: clusters }, (_, cluster) => String(cluster)), codes, resolution };
}
