import { computed, effect, signal, untracked } from "@preact/signals";
import type { TrustLights } from "../../../contract/trust";
import type { Evaluation, Phenotype } from "../../../contract/types";
import { scoredBy } from "../../../exports/trust-lights";
import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { favouredOf } from "./favoured";
import { evaluation, readSoFar, tellingModels } from "./run";

/* What the checks of every model that has run come to, for the head on show: for Predict, Trust and the rail. */

const lights = signal<ReadonlyMap<string, TrustLights>>(new Map());

export const checking = task(
  async (run, models: string[], phenotype: Phenotype, scores: Evaluation | undefined) => {
    const found = new Map<string, TrustLights>();
    for (const model of models) {
      const metrics = scores?.metrics.find((one) => one.model === model);
      found.set(state.scoreKey(model, phenotype), await callIn(run, "trustLights", { model, phenotype, ...scoredBy(metrics) }));
    }
    return found;
  },
  (found) => {
    lights.value = new Map([...lights.value, ...found]);
  },
);

/** The checks of a model for the head on show; null while they have not been made. */
export const lightsOf = (model: string): TrustLights | null => lights.value.get(state.scoreKey(model, state.head.value)) ?? null;

/** The checks of the model and head on show. */
export const shownLights = computed(() => (state.activeModel.value ? lightsOf(state.activeModel.value.name) : null));

/** Checks the models whenever which of them have finished, what they have read, the head or the scores on the file's labels change. */
export function startVerdicts(): void {
  let latest = "";
  let settled = "";
  effect(() => {
    const head = state.head.value;
    const models = tellingModels(head);
    if (state.phase.value !== "open" || models.length === 0) {
      latest = settled = "";
      return;
    }
    // Scores on labels are part of the checks: they are waited for.
    if (evaluation.isBusy.value) return;
    const scores = state.evaluations.value.get(head);
    // Another model that has run since changes what is said of agreement, and so do cells that it reads.
    const ran = state.runs.value.filter(({ finished }) => finished).map(({ model }) => model);
    const key = JSON.stringify([
      state.dataKey.value,
      readSoFar.value,
      head,
      models,
      scores?.metrics.map((one) => [one.model, scoredBy(one)]),
    ]);
    if (key === latest) return;
    latest = key;
    void untracked(() => checking.start(models, head, scores)).then((isDone) => {
      // Decided once for a file and its models: the model shown does not change under the reader's eyes later.
      const files = JSON.stringify([state.dataKey.value, ran]);
      if (!isDone || state.isRunning.value || files === settled) return;
      settled = files;
      state.favoured.value = favouredOf(
        models.map((model) => ({ model, lights: lightsOf(model) })),
        scores?.comparisons ?? [],
        (model) => {
          const info = state.modelByName.value.get(model);
          return info ? state.modelLabel(info) : model;
        },
      );
    });
  });
}

state.forgetWith("results", () => {
  lights.value = new Map();
  state.favoured.value = null;
});
state.forgetModelWith((name) => {
  lights.value = new Map([...lights.value].filter(([, { model }]) => model !== name));
  if (state.favoured.value?.model === name) state.favoured.value = null;
});
