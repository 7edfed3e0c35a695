import { batch, effect } from "@preact/signals";
import { AnalysisError, type WireError, toWire } from "../contract/errors";
import type { OnnxAnswers } from "../contract/onnx";
import type { AnalyzePart, CallOptions, OperationName, Part, Reply, Request } from "../contract/protocol";
import type { AnalyzeOptions, Column, Coverage, ModelInfo, Phenotype, QualityPart, Reading, Source, StudyFile } from "../contract/types";
import { startEngine, type Engine } from "./engine-worker";
import { guessLabels } from "./features/trust/labels";
import { askAbout, rememberedAnswers } from "./open/onnx-asked";
import { addedMessage, dropModel, keepModel, listModels } from "./open/own-models";
import { keepTerm, withKeptTerms } from "./open/kept-terms";
import { clearMessage, showMessage } from "./shell/message";
import * as state from "./store";
import { resetTasks, task, type Run } from "./task";

/*
 * The only caller of the engine. A new file gets a new worker: it is there at once whatever the old
 * one is busy with, and ending a worker is the only way to give its memory back.
 */

let engine: Engine | null = null;

/** Asks the engine for an operation; rejects where no file is open, and as "cancelled" where the engine is ended meanwhile. */
export async function call<N extends OperationName>(name: N, request: Request<N>, options?: CallOptions<Part<N>>): Promise<Reply<N>> {
  const mine = engine;
  if (!mine) throw new AnalysisError("internal", "No file is open.");
  try {
    return await mine.client.call(name, request, options);
  } catch (error) {
    // Its end is told once, by whoever ended it or by its own last word.
    throw engine === mine ? error : new AnalysisError("cancelled", "The file was closed.", { cause: error });
  }
}

/** Asks the engine for what needs no open file; starts it where there is none. */
export async function ask<N extends OperationName>(name: N, request: Request<N>): Promise<Reply<N>> {
  if (!engine) startFresh();
  return call(name, request);
}

/** Asks the engine as part of a task's run: stopped and reported with it, and "cancelled" once another run has replaced it. */
export async function callIn<N extends OperationName>(
  run: Run,
  name: N,
  request: Request<N>,
  onPart?: (part: Part<N>) => void,
): Promise<Reply<N>> {
  const reply = await call(name, request, {
    signal: run.signal,
    onProgress: run.onProgress,
    ...(onPart ? { onPart: (part: Part<N>) => run.isCurrent() && onPart(part) } : {}),
  });
  if (!run.isCurrent()) throw new AnalysisError("cancelled", "Another run has replaced this one.");
  return reply;
}

/** A failure of something the user asked for; what was stopped on purpose is none. */
export function fail(error: unknown, retry = false): WireError {
  const wire = toWire(error);
  // Without an engine every call fails; why it died is told once.
  if (!engine && state.failure.value?.retry) return wire;
  if (wire.code !== "cancelled") state.failure.value = { ...wire, retry };
  return wire;
}

/** Says in the banner what the user can mend. */
export function refuse(message: string): void {
  fail(new AnalysisError("bad-input", message));
}

export function dismissFailure(): void {
  state.failure.value = null;
}

function endEngine(): void {
  resetTasks();
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
    resetTasks();
    batch(() => {
      state.failure.value = {
        code: "internal",
        message: `The analysis engine stopped (${reason}). Open the file again, or another one.`,
        retry: true,
      };
      if (state.phase.value === "opening") state.phase.value = state.info.value ? "open" : "first";
    });
  });
  engine = fresh;
  return fresh;
}

/** How the last analysis ended; what it found stays. */
function forgetReport(): void {
  state.report.value = null;
  state.ended.value = null;
}

/** What was shown of a model that another of its name replaces, and of all models together. */
function forgetModel(name: string): void {
  forgetReport();
  state.runs.value = state.runs.value.filter(({ model }) => model !== name);
  state.forgetModel(name);
}

function forgetResults(): void {
  forgetReport();
  state.forgetAll("results");
  state.survey.value = null;
  state.runs.value = [];
  state.quality.value = null;
}

function forgetFile(): void {
  forgetResults();
  state.forgetAll("file");
  state.dealColors();
  state.info.value = null;
}

/** Adds a model of the user's own, as a folder's files or one .zip, and runs it on the open file; what the others predicted stays. */
export async function addModel(files: Record<string, Blob>): Promise<void> {
  try {
    const model = await bringModel(files);
    if (model) await analyzeAgain(model.name);
  } catch (error) {
    fail(error);
  }
}

/**
 * Gives the engine a model, for this file and those to come; null where another engine has taken its place, or where the user is asked
 * first what an ONNX file does not say of itself.
 */
export async function bringModel(files: Record<string, Blob>, answered?: OnnxAnswers): Promise<ModelInfo | null> {
  const isFresh = !engine;
  const mine = engine ?? startFresh();
  try {
    const listed = isFresh ? await listModels(mine) : await mine.models;
    // A running analysis would be waited for; what is left of it is run with the new model.
    stop();
    const answers = answered ?? (await answersFor(mine, files));
    if (answers === "asked") return null;
    const { model: added, coverage } = await mine.client.call("addModel", answers ? { files, answers } : { files });
    const model = await withKeptTerms(mine, added);
    if (engine !== mine) return null;
    keepModel(model.name, files, answers ?? undefined);
    batch(() => {
      state.failure.value = null;
      if (state.models.value.length === 0) state.models.value = listed;
      listModel(model, coverage);
      showMessage(
        addedMessage(
          model,
          coverage?.find((one) => one.model === model.name),
        ),
      );
    });
    return model;
  } catch (error) {
    if (engine !== mine) return null;
    throw error;
  }
}

/** Answers remembered for an ONNX file, or null where none are needed; where some are missing, the user is asked. */
async function answersFor(mine: Engine, files: Record<string, Blob>): Promise<OnnxAnswers | null | "asked"> {
  const question = await mine.client.call("askModel", { files });
  if (!question || question.missing === "") return question?.answers ?? null;
  const answers = await rememberedAnswers(question.sha256);
  const again = answers && (await mine.client.call("askModel", { files, answers }).catch(() => null));
  if (again?.missing === "") return answers;
  askAbout({ files, question: again ?? question });
  return "asked";
}

/** Takes a model of the user's own away, with what it said of the open file. */
export async function removeModel(name: string): Promise<void> {
  stop();
  try {
    const { coverage } = await call("removeModel", { model: name });
    batch(() => {
      dropModel(name);
      state.models.value = state.models.value.filter((model) => model.name !== name);
      if (coverage) setCoverage(coverage);
    });
    await analyzeAgain(name);
  } catch (error) {
    fail(error);
  }
}

/** Says which ontology term a class of a model is, for this model from now on; false where there is no such term. */
export async function setClassTerm(model: string, phenotype: Phenotype, label: string, term: string): Promise<boolean> {
  try {
    const changed = await call("setClassTerm", { model, phenotype, label, term });
    listModel(changed, null);
    await keepTerm(changed, phenotype, label, term);
    return true;
  } catch (error) {
    fail(error);
    return false;
  }
}

/** Analyses the open file with the models that are on now; only those run that have not seen all its cells. `changed` was switched. */
export async function analyzeAgain(changed: string): Promise<void> {
  if (state.info.value) await analyze(state.info.value.matrix, changed);
}

/** Lists a model among those at hand, in place of one of the same name, with what the models find in the open file. */
export function listModel(model: ModelInfo, coverage: Coverage[] | null): void {
  batch(() => {
    const known = state.models.value;
    const isKnown = known.some(({ name }) => name === model.name);
    state.models.value = isKnown ? known.map((one) => (one.name === model.name ? model : one)) : [...known, model];
    if (coverage) setCoverage(coverage);
  });
}

/** Takes what the models find of the open file's genes. */
export function setCoverage(coverage: Coverage[]): void {
  if (state.info.value) state.info.value = { ...state.info.value, coverage };
}

/** Gives the engine columns made on the page, which every step can read from then on beside the file's. */
export async function setOwnColumns(columns: Column[]): Promise<void> {
  const before = state.info.value;
  const listed = await call("setColumns", { columns });
  const info = state.info.value;
  if (info && info.fingerprint === before?.fingerprint) state.info.value = { ...info, columns: listed };
}

const opening = task(
  async (run, source: Source, reading: Reading) => {
    const mine = engine ?? startFresh();
    try {
      const models = await listModels(mine);
      if (!run.isCurrent()) return null;
      state.models.value = models;
      return await callIn(run, "open", { source, reading });
    } catch (error) {
      if (!run.isCurrent()) throw error;
      endEngine();
      batch(() => {
        fail(error, toWire(error).code === "network");
        state.phase.value = state.info.value ? "open" : "first";
      });
      return null;
    }
  },
  (info) => {
    if (!info) return;
    state.info.value = info;
    state.phase.value = "open";
    guessLabels(state.models.value, info.columns);
    const matrix = info.matrices.find(({ path }) => path === state.wantedMatrix.value)?.path ?? info.matrix;
    // Without a matrix there is the file to look at, its columns and embeddings; one that is damaged is reported by the analysis.
    if (matrix !== "" || info.unusable.length > 0) void analyze(matrix);
  },
);

/** Lets go what was found and opens a source. */
async function begin(source: Source, reading: Reading, { isDemo = false, stored = null as string | null } = {}): Promise<void> {
  batch(() => {
    forgetFile();
    clearMessage();
    state.failure.value = null;
    state.source.value = source;
    state.isDemo.value = isDemo;
    state.stored.value = stored;
    state.phase.value = "opening";
  });
  await opening.start(source, reading);
}

/** Opens a file or an address and starts the analysis. What was open is let go. */
export async function open(source: Source, isDemo = false, stored: string | null = null, reading: Reading = {}): Promise<void> {
  if (state.phase.value !== "first" || state.info.value) endEngine();
  await begin(source, reading, { isDemo, stored });
}

/** Opens other files in place of those that are open, in the same engine: what is known of files that stay is not computed again. */
export async function changeFiles(files: StudyFile[]): Promise<void> {
  const reading = state.info.value?.reading ?? {};
  resetTasks();
  await begin({ kind: "study", files }, reading);
}

/** Opens the same file again, read otherwise. */
export async function readAgain(reading: Reading): Promise<void> {
  if (state.source.value) await open(state.source.value, state.isDemo.value, null, reading);
}

const analysis = task(
  async (run, options: AnalyzeOptions) => {
    const started = performance.now();
    state.options.value = options;
    try {
      return await callIn(run, "analyze", options, take);
    } catch (error) {
      // Stopped before the first block was done, there is no report.
      if (run.isCurrent() && fail(error, true).code === "cancelled")
        state.ended.value = { isStopped: true, seconds: (performance.now() - started) / 1000 };
      return null;
    }
  },
  (report) => {
    if (!report) return;
    state.report.value = report;
    state.ended.value = { isStopped: report.cancelled, seconds: report.seconds };
    state.survey.value = report.survey;
    state.runs.value = report.runs;
  },
);
effect(() => {
  state.isRunning.value = analysis.isBusy.value;
});

/**
 * Analyses one of the file's matrices with every model that fits and is on; where one was `changed`, added or switched,
 * runs of the others on the same matrix stay as they are.
 */
export async function analyze(matrix: string, changed?: string): Promise<void> {
  const info = state.info.value;
  if (!info) return;
  const keepsRuns = changed !== undefined && info.matrix === matrix;
  await batch(() => {
    if (keepsRuns) forgetModel(changed);
    else forgetResults();
    if (info.matrix !== matrix) state.info.value = { ...info, matrix, matrixWhy: "Chosen by hand." };
    return analysis.start(asked(matrix, keepsRuns));
  });
}

/** Goes on with an analysis that was stopped, or with models that were to read some of the cells, from where they are. */
export async function goOn(sample = state.sample.value): Promise<void> {
  const info = state.info.value;
  if (!info) return;
  await batch(() => {
    state.choose({ sample });
    forgetReport();
    return analysis.start(asked(info.matrix, true));
  });
}

function asked(matrix: string, keepsRuns: boolean): AnalyzeOptions {
  return {
    matrix,
    models: state.usableModels.value.map((model) => model.name),
    backend: state.backend.value,
    lanes: 0,
    seed: state.seed.value,
    blockCells: 0,
    ...(state.threshold.value === null ? {} : { threshold: state.threshold.value }),
    ...(state.sample.value === null ? {} : { sample: state.sample.value }),
    ...(keepsRuns ? { keepsRuns } : {}),
    ...(state.stored.value ? { stored: state.stored.value } : {}),
  };
}

/** Stops the analysis at the end of a block and keeps what is done. */
export function stop(): void {
  analysis.stop();
}

/** Closes the file: back to the first screen. */
export function close(): void {
  endEngine();
  batch(() => {
    forgetFile();
    state.failure.value = null;
    state.phase.value = "first";
    state.source.value = null;
    state.choose({ step: "data", lesson: null });
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
