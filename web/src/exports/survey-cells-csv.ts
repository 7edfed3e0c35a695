import { QUALITY_METRICS, type QualityMetric } from "../contract/survey";
import { doubletFields } from "./cells-csv";
import { number } from "./csv-fields";
import { perCell, type CellNames } from "./per-cell-csv";

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

/** doublets.csv: every cell's score and whether it is called a doublet, empty where it has no score. */
export function doubletsCsv(names: CellNames, scores: Float32Array, predicted: Uint8Array): AsyncGenerator<string> {
  return perCell(["doublet_score", "predicted_doublet"], scores.length, names, (cell) =>
    doubletFields({ score: scores[cell]!, isPredicted: predicted[cell] === 1 }),
  );
}
