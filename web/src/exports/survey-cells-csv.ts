import { QUALITY_METRICS, type QualityMetric } from "../contract/survey";
import { csvLine, number } from "./cells-csv";

/** Rows written at once. */
const PAGE_CELLS = 5000;

/** Names of some cells. */
export type ReadIds = (first: number, count: number) => Promise<string[]>;

/** A file with a row per cell, which joins to `adata.obs` by its index: `cell_id`, then the columns; what is not a number is empty. */
async function* perCell(columns: string[], cells: number, ids: ReadIds, row: (cell: number) => string[]): AsyncGenerator<string> {
  yield csvLine(["cell_id", ...columns]);
  for (let first = 0; first < cells; first += PAGE_CELLS) {
    const names = await ids(first, Math.min(PAGE_CELLS, cells - first));
    yield names.map((name, i) => csvLine([name, ...row(first + i)])).join("");
  }
}

/** quality.csv: the five metrics of every cell, and whether it lies within the limits (1 or 0). */
export function qualityCsv(ids: ReadIds, quality: Record<QualityMetric, Float32Array>, within: Uint8Array): AsyncGenerator<string> {
  return perCell([...QUALITY_METRICS, "within_limits"], within.length, ids, (cell) => [
    ...QUALITY_METRICS.map((metric) => number(quality[metric][cell]!)),
    String(within[cell]),
  ]);
}

/** components.csv: every cell's place on the components, `pc1` and so on. */
export function componentsCsv(ids: ReadIds, components: number, scores: Float32Array): AsyncGenerator<string> {
  const columns = Array.from({ length: components }, (_, i) => `pc${i + 1}`);
  return perCell(columns, scores.length / components, ids, (cell) =>
    Array.from(scores.subarray(cell * components, (cell + 1) * components), number),
  );
}

/** umap.csv: every cell's place on the map. */
export function umapCsv(ids: ReadIds, xy: Float32Array): AsyncGenerator<string> {
  return perCell(["umap1", "umap2"], xy.length / 2, ids, (cell) => [number(xy[2 * cell]!), number(xy[2 * cell + 1]!)]);
}

/** clusters.csv: every cell's cluster, empty where it takes no part. */
export function clustersCsv(ids: ReadIds, codes: Int32Array): AsyncGenerator<string> {
  return perCell(["cluster"], codes.length, ids, (cell) => [codes[cell]! < 0 ? "" : String(codes[cell])]);
}
