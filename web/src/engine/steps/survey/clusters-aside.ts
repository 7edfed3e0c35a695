import type { ClusterReport } from "../../../contract/survey";
import type { OpenedFile } from "../../file/opened-file";
import { findComponents } from "./components";
import { cellsIn, type SurveyJob } from "./gather";
import { findClusters, findNeighbors } from "./neighbors";
import { variableGenes } from "./variable";

/** What clusters are made of: variable genes, components of them, neighbours of a cell with itself. */
export interface ClusterFigures {
  genes: number;
  components: number;
  neighbors: number;
  resolution: number;
  seed: number;
}

/** Leiden clusters of the cells in the mask, of genes that vary among them. The survey's own steps are left as they are. */
export async function clustersAside(
  job: SurveyJob,
  { genes, components, neighbors, resolution, seed }: ClusterFigures,
): Promise<ClusterReport> {
  const { core, pool, file, matrix, mask } = job;
  // What the survey keeps with the file stays: these steps keep theirs with another object of the same file.
  const aside = Object.create(file, { kept: { value: new Map() } }) as OpenedFile;
  const lane = pool.lanes[0]!;
  try {
    const pass = { ...job, file: aside };
    const { chosen } = await variableGenes(pass, { flavour: "seurat", top: Math.min(genes, file.info.genes), column: null });
    const most = Math.min(components, cellsIn(mask, file) - 1, chosen.length);
    await findComponents(pass, { genes: null, scale: "log1p", components: most });
    await findNeighbors(core, aside, matrix, lane, { of: { kind: "components" }, mask, k: neighbors, seed });
    return await findClusters(aside, lane, { resolution, seed });
  } finally {
    for (const held of aside.kept.values()) held.free();
  }
}
