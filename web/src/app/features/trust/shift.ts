import { computed, effect, signal } from "@preact/signals";
import type { BatchShift, HeadInfo, ModelInfo } from "../../../contract/types";
import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";

/** How far the open file's cells lie from a model's training cells; `why` where that cannot be told. */
export interface Shift {
  model: string;
  phenotype: string;
  found: BatchShift | null;
  why: string;
}

const shift = signal<Shift | null>(null);

const measure = task(
  async (run, model: ModelInfo, head: HeadInfo) =>
    head.hasProfiles ? await callIn(run, "batchShift", { model: model.name, phenotype: head.phenotype }) : null,
  (found, model, { phenotype }) => {
    shift.value = {
      model: model.name,
      phenotype,
      found,
      why: found ? "" : `Not available for ${model.title}: it has no profiles of its training cells.`,
    };
  },
);
/** What was asked for last. */
const asked = signal({ model: "", phenotype: "", key: "" });

const shown = computed<Shift | null>(() => {
  const { model, phenotype } = asked.value;
  if (measure.failure.value) return { model, phenotype, found: null, why: measure.failure.value.message };
  return shift.value;
});

/** The shift of the active model and head, where it has been asked for. */
export function currentShift(): Shift | null {
  const now = shown.value;
  return now && now.model === state.activeModel.value?.name && now.phenotype === state.head.value ? now : null;
}

/** Asks for the shift of the active model and head once its model has seen every cell. */
export function startShift(): void {
  effect(() => {
    const [model, phenotype] = [state.activeModel.value, state.head.value];
    const run = model && state.runByModel.value.get(model.name);
    const head = model?.heads.find((one) => one.phenotype === phenotype);
    if (!state.info.value || !model || !head || !run?.finished) return;
    const key = `${state.dataKey.value} ${model.name} ${phenotype} ${run.cells}`;
    if (key === asked.peek().key) return;
    asked.value = { model: model.name, phenotype, key };
    void measure.start(model, head);
  });
}

state.forgetWith("file", () => {
  asked.value = { model: "", phenotype: "", key: "" };
  shift.value = null;
});
