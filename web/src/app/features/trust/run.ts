import { batch, computed, effect } from "@preact/signals";
import type { LabelQuestion } from "../../../contract/trust";
import type { Phenotype } from "../../../contract/types";
import { callIn, call } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { selectCells } from "../map/selection";
import { chooseLabelColumn } from "./labels";
import { agreement, donors, question, scoring } from "./state";

/** Models that have said something, and said all they will say for now. */
export function readyModels(head: Phenotype): string[] {
  return state.usableModels.value
    .filter((model) => model.heads.some((one) => one.phenotype === head))
    .filter((model) => {
      const run = state.runByModel.value.get(model.name);
      return run && run.cells > 0 && (run.finished || !state.isRunning.value);
    })
    .map((model) => model.name);
}

/** The same, and models whose cells so far speak for all. */
export function tellingModels(head: Phenotype): string[] {
  const ready = readyModels(head);
  return state.usableModels.value
    .filter(({ name, heads }) => {
      const run = state.runByModel.value.get(name);
      return ready.includes(name) || (run && state.speaksForAll(run) && heads.some(({ phenotype }) => phenotype === head));
    })
    .map(({ name }) => name);
}

/** Changes whenever a model has read a quarter more cells, or all that it was to read: what is told of its cells is then told again. */
export const readSoFar = computed(() =>
  JSON.stringify(
    state.runs.value.map(({ model, cells, finished }) => [
      model,
      finished ? `all ${cells}` : Math.floor(Math.log(Math.max(1, cells)) / Math.log(1.25)),
    ]),
  ),
);

/** Scores models on the labels of the file. */
export const evaluation = task(
  (run, asked: LabelQuestion, models: string[]) => callIn(run, "evaluate", { ...asked, models }),
  (found, { phenotype }) => {
    state.evaluations.value = new Map(state.evaluations.value).set(phenotype, found);
  },
);

let latest = "";

/** Scores the models on the file's labels whenever the labels, the head or the finished models change. */
export function startTrust(): void {
  effect(() => {
    const head = state.head.value;
    void [state.byHand.value, scoring.value, donors.value];
    const models = readyModels(head);
    if (state.phase.value !== "open" || !state.labelColumn.value || models.length === 0) return evaluation.reset();
    const asked = question(head);
    const key = JSON.stringify([state.dataKey.value, asked, models]);
    if (key === latest && state.evaluations.value.has(head)) return;
    latest = key;
    void evaluation.start(asked, models);
  });
}

/** Chooses where the labels of a head are; its scores were on the old ones. */
export function setLabelColumn(head: Phenotype, column: string): void {
  batch(() => {
    chooseLabelColumn(head, column);
    const evaluations = new Map(state.evaluations.value);
    evaluations.delete(head);
    state.evaluations.value = evaluations;
  });
}

/** Scores again on a column whose labels have changed. */
export function scoreAgain(column: string): void {
  const heads = Object.keys(state.labelColumns.value).filter((head) => state.labelColumns.value[head] === column);
  if (heads.length === 0) return;
  const evaluations = new Map(state.evaluations.value);
  for (const head of heads) evaluations.delete(head);
  latest = "";
  state.evaluations.value = evaluations;
  const models = readyModels(state.head.value);
  if (heads.includes(state.head.value) && models.length > 0) void evaluation.start(question(state.head.value), models);
}

/** The model shown and another that has run on the same head, which can be compared; null while there is none. */
export function pairOfModels(): [string, string] | null {
  const ready = readyModels(state.head.value);
  const first = ready.find((name) => name === state.activeModel.value?.name) ?? ready[0];
  const second = ready.find((name) => name !== first);
  return first && second ? [first, second] : null;
}

/** Shows on the map where two models agree. */
export const showAgreement = task(
  async (run, models: [string, string]) => {
    const { column, ...rest } = question();
    const codes = await callIn(run, "agreement", { ...rest, ...(column ? { column } : {}), models });
    return { models, hasLabels: column !== "", codes };
  },
  (found) => {
    agreement.value = found;
    state.choose({ colorBy: { kind: "agreement" } });
  },
);

/** Selects on the map the cells of a label that were predicted as something. */
export async function selectConfused(model: string, label: string, predicted: string): Promise<void> {
  const asked = question();
  selectCells(await call("confused", { ...asked, model, label, predicted }), {
    kind: "confused",
    model,
    head: asked.phenotype,
    label,
    predicted,
  });
}

state.forgetWith("results", () => {
  state.evaluations.value = new Map();
  agreement.value = null;
});
state.forgetModelWith((name) => {
  state.evaluations.value = new Map();
  if (agreement.value?.models.includes(name)) agreement.value = null;
});
