import { AnalysisError } from "../../../contract/errors";
import type { ClusterAgreement, ClusterReport, NeighborsReport, Representation } from "../../../contract/survey";
import { unwrap, type CoreModule } from "../../base/core";
import type { Lane } from "../../pool/lane-pool";
import type { OpenedFile } from "../../file/opened-file";
import { checkMask } from "./gather";
import { lastSurvey, surveyState } from "./state";

/** Fresh starts of clustering, the best of which is kept: several where one takes no time. */
const STARTS = { upTo: 50_000, small: 4, large: 1 };

/** Fresh starts for so many cells. */
export const startsOf = (cells: number): number => (cells <= STARTS.upTo ? STARTS.small : STARTS.large);

/** Values of the cells that take part, and a picture to start from. */
interface Space {
  cells: Int32Array<ArrayBuffer>;
  dims: number;
  values: Float32Array<ArrayBuffer>;
  start: Float32Array<ArrayBuffer>;
}

/** Rows of all cells' values, `dims` of `width` each, of the cells in the mask that have them. */
export function rowsOf(values: Float32Array, width: number, dims: number, mask: Uint8Array | null): Omit<Space, "start"> {
  const count = values.length / width;
  const cells = Int32Array.from({ length: count }, (_, cell) => cell).filter(
    (cell) => (!mask || mask[cell] !== 0) && !Number.isNaN(values[cell * width]!),
  );
  const rows = new Float32Array(cells.length * dims);
  cells.forEach((cell, i) => rows.set(values.subarray(cell * width, cell * width + dims), i * dims));
  return { cells, dims, values: rows };
}

/** The first two principal components of a space. */
function spread(core: CoreModule, { cells, dims, values }: Omit<Space, "start">): Float32Array<ArrayBuffer> {
  if (dims === 2 || cells.length < 2) return values.slice();
  const { mean, rotation } = unwrap(core.principal_components({ rows: cells.length, dims, values, components: 2 }));
  return unwrap(core.project({ rows: cells.length, values, mean, rotation }));
}

/** Where the cells that take part lie in a representation. */
export async function spaceOf(
  core: CoreModule,
  file: OpenedFile,
  matrix: string,
  of: Representation,
  mask: Uint8Array | null,
): Promise<Space> {
  if (of.kind === "components") {
    const { components, values } = lastSurvey(file, matrix).placed();
    const dims = of.count ?? components;
    if (!(Number.isInteger(dims) && dims >= 1 && dims <= components))
      throw new AnalysisError("bad-input", `There are ${components} components; ${dims} cannot be taken.`);
    const rows = rowsOf(values, components, dims, mask);
    // Components are sorted already: the first two are the picture.
    const start = Float32Array.from({ length: rows.cells.length * 2 }, (_, i) =>
      i % 2 < dims ? rows.values[(i >> 1) * dims + (i % 2)]! : 0,
    );
    return { ...rows, start };
  }
  if (of.kind === "integrated") {
    const { integrated } = lastSurvey(file, matrix);
    if (!integrated) throw new AnalysisError("bad-input", "No batches have been laid over each other yet.");
    const rows = rowsOf(integrated.values, integrated.components, integrated.components, mask);
    return { ...rows, start: spread(core, rows) };
  }
  if (of.kind === "model") {
    const kept = file.result(of.model).wholeEmbedding();
    if (!kept)
      throw new AnalysisError("unsupported", `The embedding of ${of.model} is not kept for so many cells; take the survey's components.`);
    const rows = rowsOf(kept.values, kept.dims, kept.dims, mask);
    return { ...rows, start: spread(core, rows) };
  }
  const { dims, values } = await file.reader.wholeEmbedding(of.name.replace(/^obsm\//, ""));
  const rows = rowsOf(values, dims, dims, mask);
  return { ...rows, start: spread(core, rows) };
}

export async function findNeighbors(
  core: CoreModule,
  file: OpenedFile,
  matrix: string,
  lane: Lane,
  { of, mask, k, seed }: { of: Representation; mask: Uint8Array | null; k: number; seed: number },
): Promise<NeighborsReport> {
  const started = performance.now();
  if (!(Number.isInteger(k) && k >= 3 && k <= 200))
    throw new AnalysisError("bad-input", `From 3 to 200 neighbours can be taken, not ${k}.`);
  checkMask(mask, file);
  const { cells, dims, values, start } = await spaceOf(core, file, matrix, of, mask);
  if (cells.length < 4)
    throw new AnalysisError("bad-input", `Neighbours need at least four cells with a position; there are ${cells.length}.`);
  const { exact, edges, ...near } = await lane.call("nearest", { points: cells.length, dims, values, k: k - 1, seed });
  surveyState(file, matrix).graph = { cells, near, start, of, mask: mask && mask.slice() };
  return { of, cells: cells.length, dims, k: near.k + 1, edges, exact, seconds: (performance.now() - started) / 1000 };
}

/** Leiden clusters of the graph found last. */
export async function findClusters(
  file: OpenedFile,
  lane: Lane,
  { resolution, seed }: { resolution: number; seed: number },
): Promise<ClusterReport> {
  const started = performance.now();
  const state = lastSurvey(file);
  const { cells, near } = state.neighbors();
  const { codes, sizes, modularity } = await lane.call("cluster", {
    ...near,
    resolution,
    starts: startsOf(cells.length),
    seed,
  });
  const all = new Int32Array(file.info.cells).fill(-1);
  cells.forEach((cell, i) => {
    all[cell] = codes[i]!;
  });
  state.clusters = {
    resolution,
    seed,
    clusters: sizes.length,
    sizes,
    codes: all,
    modularity,
    seconds: (performance.now() - started) / 1000,
  };
  return { ...state.clusters, codes: all.slice() };
}

export async function compareClusters(core: CoreModule, file: OpenedFile, name: string): Promise<ClusterAgreement> {
  const { clusters } = lastSurvey(file);
  if (!clusters) throw new AnalysisError("bad-input", "The cells have not been clustered yet.");
  const column = await file.column(name);
  if (column.kind === "number") throw new AnalysisError("bad-input", `${name} holds numbers; choose a column of labels.`);
  const { cells, ari, nmi, table, firsts, seconds } = unwrap(core.agreement({ first: column.codes, second: clusters.codes }));
  const whole = new Float64Array(column.categories.length * clusters.clusters);
  for (let label = 0; label < firsts; label++) whole.set(table.subarray(label * seconds, (label + 1) * seconds), label * clusters.clusters);
  return { column: name, cells, ari, nmi, labels: column.categories, table: whole, clusters: clusters.clusters };
}
