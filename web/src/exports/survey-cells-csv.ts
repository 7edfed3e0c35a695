import { QUALITY_METRICS, type QualityMetric } from "../contract/survey";
import { idFields, idHeadings } from "./cell-ids";
import { csvLine, number } from "./csv-fields";

/** Rows written at once. */
const PAGE_CELLS = 5000;

/** Names of some cells, and whether they repeat. */
export interface CellNames {
  read(first: number, count: number): Promise<string[]>;
  hasPosition: boolean;
}

/**
 * A file with a row per cell, which joins to `adata.obs` by its index: `cell_id`, `position` where names repeat, then
 * the columns; what is not a number is empty.
 */
async function* perCell(columns: string[], cells: number, names: CellNames, row: (cell: number) => string[]): AsyncGenerator<string> {
  yield csvLine([...idHeadings(names.hasPosition), ...columns]);
  for (let first = 0; first < cells; first += PAGE_CELLS) {
    const ids = await names.read(first, Math.min(PAGE_CELLS, cells - first));
    yield ids.map((id, i) => csvLine([...idFields(id, first + i, names.hasPosition), ...row(first + i)])).join("");
  }
}

/** quality.csv: the five metrics of every cell, and whether it lies within the limits (1 or 0). */
export function qualityCsv(names: CellNames, quality: Record<QualityMetric, Float32Array>, within: Uint8Array): AsyncGenerator<string> {
  return perCell([...QUALITY_METRICS, "within_limits"], within.length, names, (cell) => [
    ...QUALITY_METRICS.map((metric) => number(quality[metric][cell]!)),
    String(within[cell]),
  ]);
}

/** components.csv: every cell's place on the components, `pc1` and so on. */
export function componentsCsv(names: CellNames, components: number, scores: Float32Array): AsyncGenerator<string> {
  const columns = Array.from({ length: components }, (_, i) => `pc${i + 1}`);
  return perCell(columns, scores.length / components, names, (cell) =>
    Array.from(scores.subarray(cell * components, (cell + 1) * components), number),
  );
}

/** umap.csv: every cell's place on the map. */
export function umapCsv(names: CellNames, xy: Float32Array): AsyncGenerator<string> {
  return perCell(["umap1", "umap2"], xy.length / 2, names, (cell) => [number(xy[2 * cell]!), number(xy[2 * cell + 1]!)]);
}

/** clusters.csv: every cell's cluster, empty where it takes no part. */
export function clustersCsv(names: CellNames, codes: Int32Array): AsyncGenerator<string> {
  return perCell(["cluster"], codes.length, names, (cell) => [codes[cell]! < 0 ? "" : String(codes[cell])]);
}
