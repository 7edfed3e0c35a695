import { effect, signal } from "@preact/signals";
import type { HeadScores } from "../../../contract/types";
import { classesByCells } from "./coloring";
import { toWire } from "../../../contract/errors";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { SURVEY_PCA, SURVEY_UMAP } from "../survey/layout";
import * as survey from "../survey/state";
import { throttled } from "../../ui/throttle";

/*
 * Keeps what the views show in step with what the engine has: scores of the model and head in sight,
 * positions, columns and genes. Results stream, so the same thing is fetched again when more cells are done.
 */

/** Cells done when something was last fetched, by what it is. */
let fetched = new Map<string, number>();
/** Heads whose colours are settled. */
let dealt = new Set<string>();
const cellsDone = (model: string) => state.runByModel.value.get(model)?.cells ?? 0;

function isStale(key: string, done: number): boolean {
  return done > 0 && fetched.get(key) !== done;
}

async function loadScores(model: string, head: string): Promise<void> {
  const key = state.scoreKey(model, head);
  const done = cellsDone(model);
  if (done === 0 || (state.scores.value.has(key) && !isStale(key, done))) return;
  const info = state.info.value;
  const loaded = await call("scores", { model, phenotype: head });
  if (state.info.value?.fingerprint !== info?.fingerprint) return;
  fetched.set(key, done);
  giveColors(loaded, state.runByModel.value.get(model)?.finished ?? false);
  state.scores.value = new Map(state.scores.value).set(key, loaded);
}

/**
 * Gives classes their colours, most cells first. They are dealt anew once, when the first model has seen every
 * cell, so that the same file has the same colours whatever the blocks in which it came; then they stay.
 */
function giveColors(loaded: HeadScores, isFinished: boolean): void {
  const head = state.modelByName.value.get(loaded.model)?.heads.find((one) => one.phenotype === loaded.phenotype);
  if (!head) return;
  const labels = classesByCells(loaded, head.classes.length).map((code) => head.classes[code].label);
  if (dealt.has(loaded.phenotype) || !isFinished) state.colorBook(loaded.phenotype).add(labels);
  else {
    dealt.add(loaded.phenotype);
    state.dealColors(loaded.phenotype, labels);
  }
}

async function loadSummary(model: string, phenotype: string): Promise<void> {
  const done = cellsDone(model);
  const key = `summary\n${model}\n${phenotype}`;
  const shown = state.summary.value;
  const isShown = shown?.model === model && shown.all.phenotype === phenotype;
  if (done === 0 || (isShown && !isStale(key, done))) return;
  const { all } = await call("summary", { model, phenotype });
  fetched.set(key, done);
  state.summary.value = { model, all };
}

async function loadPositions(by: string): Promise<void> {
  const done = state.modelByName.value.has(by) ? cellsDone(by) : (state.info.value?.cells ?? 0);
  const key = `positions\n${by}`;
  if (state.positions.value?.by === by && !isStale(key, done)) return;
  if (done === 0) return;
  const loaded = await call("positions", { by });
  fetched.set(key, done);
  state.positions.value = loaded;
}

/** The layout being settled, to be stopped when another is looked at. */
let settling: { by: string; controller: AbortController } | null = null;
/** Milliseconds until a layout is tried again that other work has ended before there was anything to see of it. */
const AGAIN_MS = 2000;
const again = signal(0);

/** Has the engine settle a UMAP from the components on the map, and shows it on its way. */
async function settle(by: string, model: string): Promise<void> {
  if (settling?.by === by || state.positions.value?.by === by) return;
  settling?.controller.abort();
  const mine = { by, controller: new AbortController() };
  settling = mine;
  const show = (xy: Float32Array) => {
    if (settling === mine) state.positions.value = { by, xy };
  };
  try {
    // Until there is something to see of it, components are the map.
    if (state.positions.value === null) await loadPositions(model);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const { xy } = await call(
      "layout",
      { model, seed: state.seed.value },
      { signal: mine.controller.signal, onPart: (part) => !calm && show(part.xy) },
    );
    show(xy);
  } catch (error) {
    if (toWire(error).code !== "cancelled") fail(error);
    else if (settling === mine && state.positions.value?.by !== by)
      setTimeout(() => {
        again.value++;
      }, AGAIN_MS);
  } finally {
    if (settling === mine) settling = null;
  }
}

function stopSettling(): void {
  settling?.controller.abort();
  settling = null;
}

export async function loadColumn(name: string): Promise<void> {
  if (!name || state.columns.value.has(name) || fetched.has(`column\n${name}`)) return;
  fetched.set(`column\n${name}`, 1);
  const column = await call("column", { name });
  state.columns.value = new Map(state.columns.value).set(name, column);
}

async function loadGene(gene: string): Promise<void> {
  if (state.genes.value.has(gene) || fetched.has(`gene\n${gene}`)) return;
  fetched.set(`gene\n${gene}`, 1);
  try {
    const loaded = await call("gene", { matrix: state.shownMatrix.value, gene });
    // A few genes are kept; each is four bytes a cell.
    const kept = [...state.genes.value].slice(-7);
    state.genes.value = new Map([...kept, [gene, loaded.values]]);
  } finally {
    fetched.delete(`gene\n${gene}`);
  }
}

/** A layout to be settled is named by this and its model. */
const UMAP = "umap:";
/** Cells that a UMAP is made of at most: beyond, the engine refuses. */
const MOST_SETTLED = 100_000;

/** Where the cells lie: the asked layout where the file has it, else its UMAP, else the linear model's components. */
export function currentLayout(): string | null {
  const choices = layoutChoices();
  return choices.find((choice) => choice.by === state.layout.value)?.by ?? choices[0]?.by ?? null;
}

function embeddingTitle(name: string): string {
  const plain = name.replace(/^X_/, "");
  return ({ umap: "UMAP", tsne: "t-SNE", pca: "PCA" } as Record<string, string>)[plain.toLowerCase()] ?? plain;
}

/** Layouts there are: embeddings of the file, then principal components of each model's view of the cells. */
export function layoutChoices(): { by: string; title: string }[] {
  const info = state.info.value;
  if (!info) return [];
  const rank = (name: string) => (/umap/i.test(name) ? 0 : /tsne/i.test(name) ? 1 : 2);
  const own = [...info.embeddings].sort((a, b) => rank(a) - rank(b));
  const fromFile = own.map((name) => ({ by: name, title: `${embeddingTitle(name)} of the file` }));
  const fromModels = state.usableModels.value.map((model) => ({ by: model.name, title: `${state.modelLabel(model)}, PCA` }));
  const settled =
    info.cells > MOST_SETTLED
      ? []
      : state.usableModels.value.map((model) => ({ by: `${UMAP}${model.name}`, title: `${state.modelLabel(model)}, UMAP` }));
  const fromSurvey = [
    ...(survey.layout.value || survey.busy.value === "layout" ? [{ by: SURVEY_UMAP, title: "Survey, UMAP" }] : []),
    ...(survey.components.value ? [{ by: SURVEY_PCA, title: "Survey, PCA" }] : []),
  ];
  const isGood = own.length > 0 && rank(own[0]) < 2;
  return isGood ? [...fromFile, ...settled, ...fromModels, ...fromSurvey] : [...settled, ...fromModels, ...fromFile, ...fromSurvey];
}

/** Puts the cells where the chosen layout says; one that has to be settled starts from components once its model is done. */
async function place(by: string): Promise<void> {
  if (settling && settling.by !== by) stopSettling();
  if (by === SURVEY_UMAP) {
    // While it settles, who settles it shows it.
    if (survey.layout.value) state.positions.value = { by, xy: survey.layout.value };
    return;
  }
  if (by === SURVEY_PCA) {
    if (state.positions.value?.by !== by) state.positions.value = { by, ...(await call("componentPositions", { x: 0, y: 1 })) };
    return;
  }
  if (!by.startsWith(UMAP)) return loadPositions(by);
  const model = by.slice(UMAP.length);
  if (cellsDone(model) === 0) return;
  if (!state.isRunning.value && state.report.value) return void settle(by, model);
  if (state.positions.value?.by !== by) await loadPositions(model);
}

async function loadAll(): Promise<void> {
  const model = state.activeModel.value;
  const by = currentLayout();
  if (by) await place(by);
  const head = state.head.value;
  if (!model?.heads.some((one) => one.phenotype === head)) return;
  const [first] = state.usableModels.value.filter((one) => one.heads.some(({ phenotype }) => phenotype === head));
  // Its classes give the colours, whichever model is looked at.
  if (state.runByModel.value.get(first.name)?.finished) await loadScores(first.name, head);
  await loadScores(model.name, head);
  await loadSummary(model.name, head);
}

/** Starts keeping in step. Once, when the page starts. */
export function startLoaders(): void {
  const refresh = throttled(loadAll);
  effect(() => {
    if (state.info.value !== null) return;
    fetched = new Map();
    dealt = new Set();
  });
  effect(() => {
    // Reading these is what subscribes.
    void [
      again.value,
      state.runs.value,
      state.isRunning.value,
      state.report.value,
      state.head.value,
      state.activeModel.value,
      state.layout.value,
      state.info.value,
      survey.layout.value,
      survey.components.value,
    ];
    if (state.phase.value === "open") refresh();
  });
  effect(() => {
    const color = state.colorBy.value;
    if (state.phase.value !== "open") return;
    const names = [state.labelColumn.value, color.kind === "column" ? color.name : ""];
    for (const name of names) void loadColumn(name).catch(fail);
    if (color.kind === "gene" && state.survey.value) void loadGene(color.name).catch(fail);
  });
}
