import { computed, effect, signal } from "@preact/signals";
import { sampleColumn, type TypesBySample } from "../../../contract/types-by-sample";
import type { Column, HeadInfo } from "../../../contract/types";
import { typesBySample } from "../../../exports/types-by-sample";
import { call, callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { loadColumn } from "../data/run";
import { threshold } from "../trust/state";

/** The column of samples, as chosen; null: the usual one. "" for none. */
export const ownSamples = signal<string | null>(null);
/** The column of conditions that samples are coloured by; "" for none. */
export const conditions = signal("");

const columns = computed(() => state.info.value?.columns ?? []);
const isLabels = (name: string) => columns.value.some((one) => one.name === name && one.kind !== "number");

/** Columns that name samples, and their conditions; "" for none. */
export const samplesColumn = computed(() => {
  const info = state.info.value;
  return info ? (ownSamples.value ?? sampleColumn(info)) : "";
});
export const conditionColumn = computed(() =>
  isLabels(conditions.value) && conditions.value !== samplesColumn.value ? conditions.value : "",
);

async function labelsOf(name: string): Promise<Exclude<Column, { kind: "number" }> | null> {
  await loadColumn(name);
  const column = state.columns.value.get(name);
  return column && column.kind !== "number" ? column : null;
}

/** What a head predicts in every sample; null where the file has no samples. */
export async function typesOf(model: string, head: HeadInfo, ask: typeof call = call): Promise<TypesBySample | null> {
  const samples = await labelsOf(samplesColumn.value);
  if (!samples) return null;
  const { phenotype } = head;
  const known = await ask("knownLabels", { model, phenotype, least: threshold.value });
  const scores = await ask("scores", { model, phenotype });
  const sampled = (await ask("summary", { model, phenotype })).all.sampled ?? null;
  return typesBySample({ head, scores, known, samples, conditions: await labelsOf(conditionColumn.value), sampled });
}

const latest = signal<{ key: string; found: TypesBySample | null } | null>(null);

const counting = task(
  async (run, key: string, model: string, head: HeadInfo) => ({
    key,
    found: await typesOf(model, head, (name, request) => callIn(run, name, request)),
  }),
  (found) => {
    latest.value = found;
  },
);

/** What is to be counted now; null until the model shown has read its cells. */
const key = computed(() => {
  const [model, head] = [state.activeModel.value, state.activeHead.value];
  if (!model || !head || !state.runByModel.value.get(model.name)?.finished || samplesColumn.value === "") return null;
  const asked = [state.dataKey.value, model.name, head.phenotype, samplesColumn.value, conditionColumn.value, threshold.value];
  return JSON.stringify([...asked, state.runByModel.value.get(model.name)?.cells]);
});

/** What the model shown predicts, sample by sample; null while that is not known. */
export const bySample = computed(() => (key.value !== null && latest.value?.key === key.value ? latest.value.found : null));

/** Keeps the counts in step with the model shown; where Predict is open, as only it shows them. */
export function startTypesBySample(): void {
  effect(() => {
    const [now, model, head] = [key.value, state.activeModel.value, state.activeHead.value];
    if (state.step.value !== "predict" || now === null || !model || !head || latest.peek()?.key === now) return;
    void counting.start(now, model.name, head);
  });
}

state.forgetWith("results", () => {
  latest.value = null;
});
state.forgetWith("file", () => {
  ownSamples.value = null;
  conditions.value = "";
});
