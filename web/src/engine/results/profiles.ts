import { mean, quantile } from "../../contract/numbers";
import type { ClassProfile } from "../../contract/types";

/** Cells a profile rests on at least: fewer would be those cells themselves, and no cell leaves with a model. */
export const LEAST = 20;

/** Euclidean distance of a row of logits to a profile. */
export function distance(values: Float32Array, row: number, mean: readonly number[]): number {
  let sum = 0;
  for (let c = 0; c < mean.length; c++) sum += (values[row * mean.length + c]! - mean[c]!) ** 2;
  return Math.sqrt(sum);
}

/**
 * Each class's mean logits over cells held out, and how far its own cells lie from it: the median, and what 5% exceed.
 * `logits` is row-major rows x classes, NaN where a row was never held out; `truth` a class code per row, -1 none.
 */
export function profilesOf(logits: Float32Array, truth: Int32Array, classes: number): ClassProfile[] {
  const rows: number[][] = Array.from({ length: classes }, () => []);
  truth.forEach((code, row) => {
    if (code >= 0 && !Number.isNaN(logits[row * classes]!)) rows[code]!.push(row);
  });
  const rounded = (x: number) => Number(x.toFixed(3));
  return rows.flatMap((own, code): ClassProfile[] => {
    if (own.length < LEAST) return [];
    const center = Array.from({ length: classes }, (_, c) => rounded(mean(own.map((row) => logits[row * classes + c]!))));
    const sorted = Float64Array.from(own, (row) => distance(logits, row, center)).sort();
    return [{ code, cells: own.length, mean: center, median: rounded(quantile(sorted, 0.5)), far: rounded(quantile(sorted, 0.95)) }];
  });
}

/** Distance to the nearest profile over what 5% of that profile's own cells exceed; NaN without logits. */
export function nearest(values: Float32Array, row: number, profiles: readonly ClassProfile[]): number {
  let least = Infinity;
  for (const { mean, far } of profiles) least = Math.min(least, distance(values, row, mean) / far);
  return Number.isFinite(least) ? least : NaN;
}
