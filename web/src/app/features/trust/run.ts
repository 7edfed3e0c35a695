import { batch, effect } from "@preact/signals";
import type { Phenotype } from "../../../contract/types";
import { toWire } from "../../../contract/errors";
import { selectCells } from "../map/selection";
import { call } from "../../engine-client";
import * as state from "../../store";
import { donors, question, scoring } from "./state";

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

let latest = "";

async function evaluate(head: Phenotype, column: string, models: string[]): Promise<void> {
  const asked = { ...question(head), column };
  const key = JSON.stringify([state.info.value?.fingerprint, state.info.value?.matrix, asked, models]);
  if (key === latest && state.evaluations.value.has(head)) return;
  latest = key;
  batch(() => {
    state.evaluating.value = head;
    state.evaluationFailure.value = null;
  });
  try {
    const evaluation = await call("evaluate", { ...asked, models });
    if (latest === key) state.evaluations.value = new Map(state.evaluations.value).set(head, evaluation);
  } catch (error) {
    if (latest === key) state.evaluationFailure.value = toWire(error);
  } finally {
    if (latest === key) state.evaluating.value = null;
  }
}

/** Scores the models on the file's labels whenever the labels, the head or the finished models change. */
export function startTrust(): void {
  effect(() => {
    const head = state.head.value;
    const column = state.labelColumn.value;
    void [state.byHand.value, scoring.value, donors.value];
    const models = readyModels(head);
    if (state.phase.value === "open" && column && models.length > 0) void evaluate(head, column, models);
  });
}

export function setLabelColumn(head: Phenotype, column: string): void {
  batch(() => {
    state.labelColumns.value = { ...state.labelColumns.value, [head]: column };
    const evaluations = new Map(state.evaluations.value);
    evaluations.delete(head);
    state.evaluations.value = evaluations;
    const { [head]: _, ...hands } = state.byHand.value;
    state.byHand.value = hands;
  });
}

/** Says by hand which class a label of the file is; -1 for none. */
export function matchByHand(head: Phenotype, label: string, code: number): void {
  state.byHand.value = { ...state.byHand.value, [head]: { ...state.byHand.value[head], [label]: code } };
}

/** Shows on the map where two models agree. */
export async function showAgreement(models: [string, string]): Promise<void> {
  const { column, ...rest } = question();
  const codes = await call("agreement", { ...rest, ...(column ? { column } : {}), models });
  batch(() => {
    state.agreement.value = { models, hasLabels: column !== "", codes };
    state.colorBy.value = { kind: "agreement" };
  });
}

/** Selects on the map the cells of a label that were called something. */
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
