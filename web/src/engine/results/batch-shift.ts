import { quantile } from "../../contract/numbers";
import { AnalysisError } from "../../contract/errors";
import type { BatchShift, ClassShift } from "../../contract/types";
import { NO_CLASS, type ModelResults } from "../file/scores";
import { distance, nearest } from "./profiles";

/**
 * How far the cells lie from those the model was trained on, by the class they are called: distances in the model's
 * logits to the class's mean
 * over held-out training cells, against what those cells' own distances were. A new laboratory moves whole classes; a new type, some cells.
 */
export function batchShift(result: ModelResults, phenotype: string): BatchShift {
  const store = result.head(phenotype);
  const embedding = result.wholeEmbedding();
  const { head } = store ?? {};
  if (!store || !head?.profiles?.length)
    throw new AnalysisError(
      "unsupported",
      `${result.model} holds no profiles of the cells it was trained on for ${phenotype}, so distances to them cannot be told.`,
    );
  const { profiles, classes } = head;
  if (!embedding || embedding.dims !== classes.length || result.heads[0] !== store)
    throw new AnalysisError(
      "unsupported",
      `The logits of ${result.model} are not kept for this many cells or classes, so distances to its training cells cannot be told.`,
    );
  const own = new Map(profiles.map((profile) => [profile.code, profile]));
  const distances = new Map<number, number[]>();
  const isFar = new Uint8Array(result.cells);
  let [told, far, unprofiled] = [0, 0, 0];
  for (let cell = 0; cell < result.cells; cell++) {
    const code = store.top[cell * store.k]!;
    if (code === NO_CLASS || Number.isNaN(embedding.values[cell * embedding.dims]!)) continue;
    const profile = own.get(code);
    if (!profile) unprofiled++;
    else {
      let list = distances.get(code);
      if (!list) distances.set(code, (list = []));
      list.push(distance(embedding.values, cell, profile.mean));
    }
    told++;
    if (nearest(embedding.values, cell, profiles) > 1) {
      isFar[cell] = 1;
      far++;
    }
  }
  const shifts = [...distances].map(([code, list]): ClassShift => {
    const { median, far: limit, cells: trained } = own.get(code)!;
    const sorted = Float64Array.from(list).sort();
    return {
      label: classes[code]!.label,
      code,
      cells: list.length,
      trained,
      ratio: quantile(sorted, 0.5) / median,
      beyond: list.filter((d) => d > limit).length / list.length,
    };
  });
  return { model: result.model, phenotype, cells: told, far, isFar, unprofiled, classes: shifts.sort((a, b) => b.cells - a.cells) };
}

/** Cells farther from every class than 95% of held-out training cells, 1 each; null where that cannot be told. */
export function farCells(result: ModelResults, phenotype: string): Uint8Array | null {
  try {
    return batchShift(result, phenotype).isFar;
  } catch (error) {
    if (error instanceof AnalysisError && error.code === "unsupported") return null;
    throw error;
  }
}
