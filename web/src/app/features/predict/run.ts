import { effect } from "@preact/signals";
import type { ClassInfo, HeadScores } from "../../../contract/types";
import { HUES } from "../../../plots/class-colors";
import { familiesOf, wordsOf } from "../../../plots/families";
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
/** Up to so many classes each has a colour that is easily told from the others, whatever its family. */
const OWN_SHADES = 3 * HUES;
/** Heads of models whose colours are settled. */
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
  await giveColors(loaded, state.runByModel.value.get(model)?.finished ?? false);
  if (fetched !== mine) return;
  state.scores.value = new Map(state.scores.value).set(key, loaded);
}

/** The model whose classes give the colours that other models' classes of the same names have too. */
const firstModel = (phenotype: string) => state.usableModels.value.find(({ heads }) => heads.some((one) => one.phenotype === phenotype));

/**
 * Gives classes their colours, most cells first. They are dealt again once, when the model has seen every cell, so that
 * the same file has the same colours whatever the blocks in which it came; then they stay. Every model has the whole
 * palette to itself, but for the classes that the first one has as well: these keep their colours.
 */
async function giveColors(loaded: HeadScores, isFinished: boolean): Promise<void> {
  const { phenotype } = loaded;
  const model = state.modelByName.value.get(loaded.model);
  const head = model?.heads.find((one) => one.phenotype === phenotype);
  if (!model || !head) return;
  const classes = classesByCells(loaded, head.classes.length).map((code) => head.classes[code]);
  const labels = classes.map(({ label }) => label);
  const first = firstModel(phenotype);
  const key = state.scoreKey(model.name, phenotype);
  const isReady = isFinished && (!first || first.name === model.name || settledHeads.has(state.scoreKey(first.name, phenotype)));
  if (settledHeads.has(key) || !isReady) {
    state.colorBook(phenotype, model).add(labels);
    return;
  }
  const mine = settledHeads;
  const families = labels.length > OWN_SHADES ? await familiesOfClasses(classes) : null;
  if (mine !== settledHeads || mine.has(key)) return;
  settledHeads.add(key);
  const like = first && first.name !== model.name ? state.colorBook(phenotype, first) : null;
  state.dealColors(() => state.colorBook(phenotype, model).deal(labels, { ...(families ? { families } : {}), ...(like ? { like } : {}) }));
}

/** Classes that are near each other in the ontology, else in their names: a family shares a hue. */
async function familiesOfClasses(classes: readonly ClassInfo[]): Promise<number[]> {
  // Without the ontology (it is fetched when it is first asked for) names do.
  const above = await call("termsAbove", { ids: classes.map(({ ontologyId }) => ontologyId) }).catch(() => classes.map(() => []));
  return familiesOf(
    classes.map(({ label }, i) => (above[i].length > 0 ? new Set(above[i]) : wordsOf(label))),
    HUES,
  );
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
  const first = firstModel(head);
  if (first && state.runByModel.value.get(first.name)?.finished) await loadScores(first.name, head);
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
