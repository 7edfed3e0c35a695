import type { AnnotationOperations } from "../../../contract/operations/annotation";
import { AnalysisError } from "../../../contract/errors";
import type { Job } from "../../pool/job";
import { clustersAside } from "../survey/clusters-aside";
import { resolveGroups } from "../survey/grouping";

/** Cells of fewer than this are too few for neighbours of their own. */
const FEWEST_CELLS = 20;
/** As the Survey step: variable genes, components, neighbours with the cell itself (fewer in small groups). */
const FIGURES = { genes: 2000, components: 50, neighbors: 15 };

type Split = AnnotationOperations["splitGroup"];

/** Clusters of one group's cells alone: -1 for all others and for cells without a position. Throws AnalysisError("bad-input"). */
export async function splitGroup(job: Job, { groups, group, resolution, seed }: Split["request"]): Promise<Split["reply"]> {
  const started = performance.now();
  if (!(resolution > 0 && Number.isFinite(resolution)))
    throw new AnalysisError("bad-input", `A resolution is a number above 0, not ${resolution}.`);
  const { names, codes } = await resolveGroups(job.file, { kind: "given", name: groups.by, names: groups.names, codes: groups.codes });
  const wanted = names.indexOf(group);
  if (wanted < 0) throw new AnalysisError("bad-input", `There is no group ${group}.`);
  const mask = Uint8Array.from(codes, (code) => Number(code === wanted));
  const cells = mask.reduce((sum, one) => sum + one, 0);
  if (cells < FEWEST_CELLS)
    throw new AnalysisError("bad-input", `${group} has ${cells} cells, too few to be split by clustering: it takes ${FEWEST_CELLS}.`);
  const neighbors = Math.max(3, Math.min(FIGURES.neighbors, Math.floor(cells / 4)));
  const found = await clustersAside({ ...job, mask }, { ...FIGURES, neighbors, resolution, seed });
  return { codes: found.codes, sizes: found.sizes, modularity: found.modularity, seconds: (performance.now() - started) / 1000 };
}
