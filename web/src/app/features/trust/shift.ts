import { effect, signal } from "@preact/signals";
import { toWire } from "../../../contract/errors";
import type { BatchShift } from "../../../contract/types";
import { call } from "../../engine-client";
import * as state from "../../store";

/** How far the open file's cells lie from a model's training cells; `why` where that cannot be told. */
export const shift = signal<{ model: string; phenotype: string; found: BatchShift | null; why: string } | null>(null);

/** The shift of the model and head in sight, where it has been asked for. */
export function currentShift(): NonNullable<typeof shift.value> | null {
  const now = shift.value;
  return now && now.model === state.activeModel.value?.name && now.phenotype === state.head.value ? now : null;
}

/** Asks for the shift of what is in sight once its model has seen every cell. */
export function startShift(): void {
  let asked = "";
  effect(() => {
    const [model, phenotype, info] = [state.activeModel.value, state.head.value, state.info.value];
    if (!info) {
      asked = "";
      shift.value = null;
      return;
    }
    const run = model && state.runByModel.value.get(model.name);
    const head = model?.heads.find((one) => one.phenotype === phenotype);
    if (!model || !head || !run?.finished) return;
    const key = `${info.fingerprint} ${info.matrix} ${model.name} ${phenotype} ${run.cells}`;
    if (key === asked) return;
    asked = key;
    if (!head.profiles) {
      shift.value = { model: model.name, phenotype, found: null, why: `${model.title} holds no profiles of its training cells for this.` };
      return;
    }
    call("batchShift", { model: model.name, phenotype }).then(
      (found) => {
        if (asked === key) shift.value = { model: model.name, phenotype, found, why: "" };
      },
      (error: unknown) => {
        if (asked === key) shift.value = { model: model.name, phenotype, found: null, why: toWire(error).message };
      },
    );
  });
}
