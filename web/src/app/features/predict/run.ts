import { effect } from "@preact/signals";
import type { HeadScores } from "../../../contract/types";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { throttled } from "../../ui/throttle";
import { classesByCells } from "../map/coloring";

/*
 * Keeps scores and summary of the model and head on show in step with what the engine has. Results stream, so the same thing
 * is fetched again when more cells are done.
 */

/** Cells done when something was last fetched, by what it is. */
let fetched = new Map<string, number>();
/** Heads whose colours are settled. */
let settledHeads = new Set<string>();
const cellsDone = (model: string) => state.runByModel.value.get(model)?.cells ?? 0;

async function loadScores(model: string, phenotype: string): Promise<void> {
  const key = state.scoreKey(model, phenotype);
  const done = cellsDone(model);
  const mine = fetched;
  if (done === 0 || (state.scores.value.has(key) && mine.get(key) === done)) return;
  const loaded = await call("scores", { model, phenotype });
  if (fetched !== mine) return;
  mine.set(key, done);
  giveColors(loaded, state.runByModel.value.get(model)?.finished ?? false);
  state.scores.value = new Map(state.scores.value).set(key, loaded);
}

/**
 * Gives classes their colours, most cells first. They are dealt again once, when the first model has seen every
 * cell, so that the same file has the same colours whatever the blocks in which it came; then they stay.
 */
function giveColors(loaded: HeadScores, isFinished: boolean): void {
  const head = state.modelByName.value.get(loaded.model)?.heads.find((one) => one.phenotype === loaded.phenotype);
  if (!head) return;
  const labels = classesByCells(loaded, head.classes.length).map((code) => head.classes[code].label);
  if (settledHeads.has(loaded.phenotype) || !isFinished) state.colorBook(loaded.phenotype).add(labels);
  else {
    settledHeads.add(loaded.phenotype);
    state.dealColors(loaded.phenotype, labels);
  }
}

async function loadSummary(model: string, phenotype: string): Promise<void> {
  const key = `summary\n${model}\n${phenotype}`;
  const done = cellsDone(model);
  const mine = fetched;
  const shown = state.summary.value;
  const isShown = shown?.model === model && shown.all.phenotype === phenotype;
  if (done === 0 || (isShown && mine.get(key) === done)) return;
  const { all } = await call("summary", { model, phenotype });
  if (fetched !== mine) return;
  mine.set(key, done);
  state.summary.value = { model, all };
}

async function load(): Promise<void> {
  const model = state.activeModel.value;
  const head = state.head.value;
  if (!model?.heads.some((one) => one.phenotype === head)) return;
  const [first] = state.usableModels.value.filter((one) => one.heads.some(({ phenotype }) => phenotype === head));
  // Its classes give the colours, whichever model is on show.
  if (state.runByModel.value.get(first.name)?.finished) await loadScores(first.name, head);
  await loadScores(model.name, head);
  await loadSummary(model.name, head);
}

/** Starts keeping predictions in step, and says what goes wrong with it; once, when the page starts. */
export function startPredictions(): void {
  const refresh = throttled(load, fail);
  effect(() => {
    // Reading these is what subscribes.
    void [state.runs.value, state.isRunning.value, state.report.value, state.head.value, state.activeModel.value, state.info.value];
    if (state.phase.value === "open") refresh();
  });
}

state.forgetWith("results", () => {
  fetched = new Map();
  state.scores.value = new Map();
  state.summary.value = null;
});
state.forgetModelWith((name) => {
  state.scores.value = new Map([...state.scores.value].filter(([, { model }]) => model !== name));
  if (state.summary.value?.model === name) state.summary.value = null;
});
state.forgetWith("file", () => {
  settledHeads = new Set();
});
