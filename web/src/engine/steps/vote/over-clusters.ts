import { AnalysisError } from "../../../contract/errors";
import type { OverClustering } from "../../../contract/votes";
import type { OpenedFile } from "../../file/opened-file";
import type { Job } from "../../pool/job";
import { findComponents } from "../survey/components";
import { findClusters, findNeighbors } from "../survey/neighbors";
import { variableGenes } from "../survey/variable";
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
  return over.kind === "column" ? ofColumn(file, over.column) : byLeiden(job, seed);
}

async function ofColumn(file: OpenedFile, name: string): Promise<OverClusters> {
  const column = await file.column(name);
  if (column.kind !== "number")
    return { labels: column.categories, codes: column.codes.slice() as Int32Array<ArrayBuffer>, resolution: null };
  if (!column.values.every((value) => Number.isNaN(value) || Number.isInteger(value)))
    throw new AnalysisError("bad-input", `obs/${name} holds numbers that are no clusters; choose a column of clusters.`);
  const labels = [...new Set(column.values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const place = new Map(labels.map((value, i) => [value, i]));
  return { labels: labels.map(String), codes: Int32Array.from(column.values, (value) => place.get(value) ?? -1), resolution: null };
}

async function byLeiden(job: Job, seed: number): Promise<OverClusters> {
  const { core, pool, file, matrix } = job;
  // What the survey keeps with the file stays: these steps keep theirs with another object of the same file.
  const aside = Object.create(file, { kept: { value: new Map() } }) as OpenedFile;
  try {
    const pass = { ...job, file: aside, mask: null };
    const { chosen } = await variableGenes(pass, { flavour: "seurat", top: Math.min(GENES, file.info.genes), column: null });
    await findComponents(pass, { genes: null, scale: "log1p", components: Math.min(COMPONENTS, file.info.cells - 1, chosen.length) });
    await findNeighbors(core, aside, matrix, pool.lanes[0]!, { of: { kind: "components" }, mask: null, k: NEIGHBORS, seed });
    const resolution = resolutionFor(file.info.cells);
    const { clusters, codes } = await findClusters(aside, pool.lanes[0]!, { resolution, seed });
    return { labels: Array.from({ length: clusters }, (_, cluster) => String(cluster)), codes, resolution };
  } finally {
    for (const held of aside.kept.values()) held.free();
  }
}
