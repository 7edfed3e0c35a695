import { quantile } from "../../contract/numbers";
import { AnalysisError } from "../../contract/errors";
import type { BatchShift, ClassShift } from "../../contract/types";
import type { CoreModule } from "../base/core";
import { NO_CLASS, type ModelResults } from "../file/scores";
import type { Models } from "../model/models";
import { outlyingness, outlyingnessWhereKnown } from "./profiles";

/**
 * How far the cells lie from those the model was trained on, by the class they are called. A new laboratory moves whole
 * classes; a new type, some cells.
 */
export async function batchShift(core: CoreModule, models: Models, result: ModelResults, phenotype: string): Promise<BatchShift> {
  const store = result.head(phenotype);
  if (!store) throw new AnalysisError("bad-input", `${result.model} does not predict ${phenotype}.`);
  const { profiles, found } = await outlyingness(core, models, result);
  const distances = new Map<number, number[]>();
  const isFar = new Uint8Array(result.cells);
  let [cells, far] = [0, 0];
  for (let cell = 0; cell < result.cells; cell++) {
    const code = store.top[cell * store.k]!;
    if (code === NO_CLASS || Number.isNaN(found[cell]!)) continue;
    let list = distances.get(code);
    if (!list) distances.set(code, (list = []));
    list.push(found[cell]!);
    cells++;
    if (found[cell]! > 1) {
      isFar[cell] = 1;
      far++;
    }
  }
  const classes = [...distances].map(([code, list]): ClassShift => ({
    label: store.head.classes[code]!.label,
    code,
    cells: list.length,
    ratio: quantile(Float64Array.from(list).sort(), 0.5) / profiles.median,
    beyond: list.filter((one) => one > 1).length / list.length,
  }));
  return { model: result.model, phenotype, cells, far, isFar, classes: classes.sort((a, b) => b.cells - a.cells) };
}

/** Far cells, 1 each; null where that cannot be told. */
export async function farCells(core: CoreModule, models: Models, result: ModelResults): Promise<Uint8Array | null> {
  const found = await outlyingnessWhereKnown(core, models, result);
  return found && Uint8Array.from(found, (one) => Number(one > 1));
}
