import { batch } from "@preact/signals";
import { AnalysisError, type WireError, toWire } from "../contract/errors";
import type { AnalyzePart, CallOptions, OperationName, Part, Reply, Request } from "../contract/protocol";
import type { AnalyzeOptions, ModelInfo, QualityPart, Reading, Source } from "../contract/types";
import { startEngine, type Engine } from "./engine-worker";
import { guessColumn } from "./open/guess";
import { addedMessage, keepModel, listModels } from "./open/own-models";
import * as state from "./store";

/*
 * The only caller of the engine. A new file gets a new worker: it is there at once whatever the old
 * one is busy with, and ending a worker is the only way to give its memory back.
 */

let engine: Engine | null = null;
let running: AbortController | null = null;

export function call<N extends OperationName>(name: N, request: Request<N>, options?: CallOptions<Part<N>>): Promise<Reply<N>> {
  if (!engine) return Promise.reject(new AnalysisError("internal", "No file is open."));
  return engine.client.call(name, request, options);
}

/** A failure of something the user asked for; what was stopped on purpose is none. */
export function fail(error: unknown, retry = false): WireError {
  const wire = toWire(error);
  // When the engine dies every call of it fails; the reason is told once.
  if (!engine && state.failure.value?.retry) return wire;
  if (wire.code !== "cancelled") state.failure.value = { ...wire, retry };
  return wire;
}

/** Says in the banner what the user can mend. */
export function refuse(message: string): void {
  fail(new AnalysisError("bad-input", message));
}

function endEngine(): void {
  running?.abort();
  running = null;
  engine?.terminate();
  engine = null;
}

/** Starts the worker before there is a file: while the file is still over the page. */
export function warmUp(): void {
  if (engine || state.phase.value !== "first") return;
  startFresh();
}

function startFresh(): Engine {
  const fresh = startEngine(state.siteModels.value, (reason) => {
    if (engine !== fresh) return;
    engine = null;
    state.isRunning.value = false;
    state.progress.value = null;
    state.failure.value = {
      code: "internal",
      message: `The engine stopped (${reason}). The file can be opened again, or another one.`,
      retry: true,
    };
    if (state.phase.value === "opening") state.phase.value = state.info.value ? "open" : "first";
  });
  engine = fresh;
  return fresh;
}

/** How the last analysis ended; what it found stays. */
function forgetReport(): void {
  state.report.value = null;
  state.ended.value = null;
  state.progress.value = null;
}

/** What was shown of a model that another of its name replaces, and of all models together. */
function forgetModel(name: string): void {
  forgetReport();
  state.runs.value = state.runs.value.filter(({ model }) => model !== name);
  state.scores.value = new Map([...state.scores.value].filter(([, { model }]) => model !== name));
  state.evaluations.value = new Map();
  if (state.summary.value?.model === name) state.summary.value = null;
  if ([name, `umap:${name}`].includes(state.positions.value?.by ?? "")) state.positions.value = null;
  if (state.agreement.value?.models.includes(name)) state.agreement.value = null;
}

function forgetResults(): void {
  forgetReport();
  state.survey.value = null;
  state.runs.value = [];
  state.quality.value = null;
  state.scores.value = new Map();
  state.summary.value = null;
  state.positions.value = null;
  state.genes.value = new Map();
  state.evaluations.value = new Map();
  state.agreement.value = null;
  state.cellValues.value = null;
  if (state.colorBy.value.kind === "agreement" || state.colorBy.value.kind === "values") state.colorBy.value = { kind: "prediction" };
  state.selection.value = null;
}

function forgetFile(): void {
  forgetResults();
  state.dealColors();
  state.info.value = null;
  state.columns.value = new Map();
  state.byHand.value = {};
  state.labelColumns.value = {};
}

/** Adds a model of the user's own, as a folder's files or one .zip, and runs it on the open file; what the others said stays. */
export async function addModel(files: Record<string, Blob>): Promise<void> {
  try {
    const model = await bringModel(files);
    if (model && state.info.value) await analyze(state.info.value.matrix, model.name);
  } catch (error) {
    fail(error);
  }
}

/** Gives the engine a model, for this file and those to come; null where another engine has taken its place. */
export async function bringModel(files: Record<string, Blob>): Promise<ModelInfo | null> {
  const isFresh = !engine;
  const mine = engine ?? startFresh();
  try {
    const listed = isFresh ? await listModels(mine) : await mine.models;
    // A running analysis would be waited for; what is left of it is run with the new model.
    stop();
    const { model, coverage } = await mine.client.call("addModel", { files });
    if (engine !== mine) return null;
    keepModel(files);
    const known = state.models.value.length > 0 ? state.models.value : listed;
    batch(() => {
      state.failure.value = null;
      state.models.value = [...known.filter(({ name }) => name !== model.name), model];
      if (state.info.value && coverage) state.info.value = { ...state.info.value, coverage };
      state.message.value = addedMessage(
        model,
        coverage?.find((one) => one.model === model.name),
      );
    });
    return model;
  } catch (error) {
    if (engine !== mine) return null;
    throw error;
  }
}

/** Opens a file or an address and starts the analysis. What was open is let go. */
export async function open(source: Source, isDemo = false, stored: string | null = null, reading: Reading = {}): Promise<void> {
  if (state.phase.value !== "first" || state.info.value) endEngine();
  const mine = engine ?? startFresh();
  batch(() => {
    forgetFile();
    state.failure.value = null;
    state.message.value = "";
    state.messageAction.value = null;
    state.source.value = source;
    state.isDemo.value = isDemo;
    state.stored.value = stored;
    state.phase.value = "opening";
  });
  try {
    const onProgress = {
      onProgress: (progress: typeof state.progress.value) => {
        state.progress.value = progress;
      },
    };
    const models = await listModels(mine);
    state.models.value = models;
    const info = await mine.client.call("open", { source, reading }, onProgress);
    if (engine !== mine) return;
    batch(() => {
      state.info.value = info;
      state.phase.value = "open";
      state.progress.value = null;
      const phenotypes = new Set(models.flatMap((model) => model.heads.map((head) => head.phenotype)));
      state.labelColumns.value = Object.fromEntries([...phenotypes].map((name) => [name, guessColumn(name, info.columns)]));
    });
    await analyze(info.matrices.find(({ path }) => path === state.wantedMatrix.value)?.path ?? info.matrix);
  } catch (error) {
    if (engine !== mine) return;
    endEngine();
    batch(() => {
      fail(error, toWire(error).code === "network");
      state.phase.value = state.info.value ? "open" : "first";
      state.progress.value = null;
    });
  }
}

/** Opens the same file again, read otherwise. */
export async function readAgain(reading: Reading): Promise<void> {
  if (state.source.value) await open(state.source.value, state.isDemo.value, null, reading);
}

/**
 * Analyses one of the file's matrices with every model that fits; where one was `added`, runs of others on the same
 * matrix stay as they are.
 */
export async function analyze(matrix: string, added?: string): Promise<void> {
  const info = state.info.value;
  if (!info) return;
  stop();
  const mine = new AbortController();
  running = mine;
  const isMine = () => running === mine;
  const keepsRuns = added !== undefined && info.matrix === matrix;
  batch(() => {
    if (keepsRuns) forgetModel(added);
    else forgetResults();
    if (info.matrix !== matrix) state.info.value = { ...info, matrix, matrixWhy: "Chosen by hand." };
    state.isRunning.value = true;
  });
  const models = state.usableModels.value.map((model) => model.name);
  const options: AnalyzeOptions = {
    matrix,
    models,
    backend: state.backend.value,
    lanes: 0,
    seed: state.seed.value,
    blockCells: 0,
    ...(keepsRuns ? { keepsRuns } : {}),
    ...(state.stored.value ? { stored: state.stored.value } : {}),
  };
  state.options.value = options;
  const started = performance.now();
  try {
    const report = await call("analyze", options, {
      signal: mine.signal,
      onPart: (part) => isMine() && take(part),
      onProgress: (progress) => {
        if (isMine()) state.progress.value = progress;
      },
    });
    if (!isMine()) return;
    batch(() => {
      state.report.value = report;
      state.ended.value = { isStopped: report.cancelled, seconds: report.seconds };
      state.survey.value = report.survey;
      state.runs.value = report.runs;
    });
  } catch (error) {
    // Stopped before the first block was done, there is no report.
    if (isMine() && fail(error, true).code === "cancelled")
      state.ended.value = { isStopped: true, seconds: (performance.now() - started) / 1000 };
  } finally {
    if (isMine()) {
      batch(() => {
        state.isRunning.value = false;
        state.progress.value = null;
      });
      running = null;
    }
  }
}

/** Stops the analysis at the end of a block and keeps what is done. */
export function stop(): void {
  running?.abort();
}

/** Closes the file: back to the first screen. */
export function close(): void {
  endEngine();
  batch(() => {
    forgetFile();
    state.isRunning.value = false;
    state.failure.value = null;
    state.phase.value = "first";
    state.source.value = null;
    state.step.value = "data";
    state.lessonName.value = null;
  });
}

function take(part: AnalyzePart): void {
  if (part.kind === "survey") state.survey.value = part.survey;
  else if (part.kind === "quality") takeQuality(part.part);
  else {
    const others = state.runs.value.filter((run) => run.model !== part.run.model);
    state.runs.value = [...others, part.run];
  }
}

function takeQuality(part: QualityPart): void {
  const cells = state.info.value?.cells ?? 0;
  const empty = () => new Float32Array(cells).fill(Number.NaN);
  const now = state.quality.value ?? { totals: empty(), detected: empty(), mitochondrial: empty() };
  now.totals.set(part.totals, part.range.first);
  now.detected.set(part.detected, part.range.first);
  now.mitochondrial.set(part.mitochondrial, part.range.first);
  state.quality.value = { ...now };
}
