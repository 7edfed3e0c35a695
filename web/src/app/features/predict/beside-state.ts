import { batch, computed, effect, signal } from "@preact/signals";
import { modelsBeside, type ModelsBeside } from "../../../exports/models-beside";
import type { HeadScores, HeadSummary, ModelInfo } from "../../../contract/types";
import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { readSoFar } from "../trust/run";
import { agreement } from "../trust/state";

/** The model chosen to stand beside the one shown; null for the first other one. */
export const besideChoice = signal<string | null>(null);

/** Models beside which the one shown can stand: their cells speak for all, and they predict the same. */
export const besideChoices = computed<ModelInfo[]>(() => {
  const [active, head] = [state.activeModel.value, state.head.value];
  if (!active || !isTelling(active.name) || !state.activeHead.value) return [];
  return [...state.usableModels.value]
    .reverse()
    .filter(({ name, heads }) => name !== active.name && isTelling(name) && heads.some(({ phenotype }) => phenotype === head));
});
const isTelling = (name: string) => {
  const run = state.runByModel.value.get(name);
  return run !== undefined && state.speaksForAll(run);
};

/** The model beside the one shown. */
export const besideModel = computed<ModelInfo | null>(
  () => besideChoices.value.find(({ name }) => name === besideChoice.value) ?? besideChoices.value[0] ?? null,
);

interface Compared {
  models: [string, string];
  phenotype: string;
  /** Scores of the second model. */
  scores: HeadScores;
  /** What both say of all cells. */
  summaries: [HeadSummary, HeadSummary];
  /** Per cell: 0 the same class, 3 another, 255 not to be compared. */
  codes: Uint8Array<ArrayBuffer>;
}

const compared = signal<Compared | null>(null);

export const comparing = task(
  async (run, models: [string, string], phenotype: string): Promise<Compared> => {
    const codes = await callIn(run, "agreement", { phenotype, models });
    const scores = await callIn(run, "scores", { model: models[1], phenotype });
    const [first, second] = await Promise.all(models.map((model) => callIn(run, "summary", { model, phenotype })));
    return { models, phenotype, codes, scores, summaries: [first!.all, second!.all] };
  },
  (found) => {
    compared.value = found;
  },
);

/** Where the model shown and the one beside it differ; null while that is not known. */
export const beside = computed<Compared | null>(() => {
  const now = compared.value;
  const isShown = now?.models[0] === state.activeModel.value?.name && now?.models[1] === besideModel.value?.name;
  return isShown && now?.phenotype === state.head.value ? now : null;
});

/** Both, class by class. */
export const besideRows = computed<ModelsBeside | null>(() => {
  const [now, first, head, model] = [beside.value, state.activeScores.value, state.activeHead.value, besideModel.value];
  const other = model?.heads.find(({ phenotype }) => phenotype === now?.phenotype);
  if (!now || !first || !head || !other) return null;
  return modelsBeside(
    [
      [first, head],
      [now.scores, other],
    ],
    now.codes,
  );
});

/** Colours the map by whether the two models differ. */
export function showDiffering(): void {
  const now = beside.value;
  if (!now) return;
  batch(() => {
    agreement.value = { models: now.models, hasLabels: false, codes: now.codes };
    state.choose({ colorBy: { kind: "agreement" } });
  });
}

/** Keeps the two in step with the model shown; where Predict is open, as only it shows them. */
export function startBeside(): void {
  effect(() => {
    const [active, other, head] = [state.activeModel.value, besideModel.value, state.head.value];
    if (state.step.value !== "predict" || !active || !other) return;
    // Classes whose terms were changed by hand agree otherwise.
    void [state.models.value, readSoFar.value];
    void comparing.start([active.name, other.name], head);
  });
}

state.forgetWith("results", () => {
  compared.value = null;
});
state.forgetModelWith((name) => {
  if (compared.value?.models.includes(name)) compared.value = null;
});
