import { AnalysisError, toWire } from "../../../contract/errors";
import type { Manifest } from "../../../contract/manifest";
import type { AnalyzePart, CallContext } from "../../../contract/protocol";
import type {
  AnalysisReport,
  AnalyzeOptions,
  Backend,
  CellRange,
  Distribution,
  ModelRun,
  Notice,
  Species,
  SpeciesCells,
  SurveyReport,
} from "../../../contract/types";
import { planBlocks } from "../../pool/blocks";
import { unwrap, type CoreModule } from "../../base/core";
import { judgeGenes, NAMES_LOOKED_AT } from "../../file/describe";
import { repeatedNamesNotice } from "../../file/names-of-cells";
import { countSpecies, speciesCellsNotice, tellCells } from "../../file/species-of-cells";
import type { Environment } from "../../base/environment";
import type { Lane, LanePool } from "../../pool/lane-pool";
import { headsOf } from "../../model/folder";
import type { LaneModel, Prediction, Quality } from "../../contract/lane-operations";
import { chooseBackend, type OnnxBackend } from "../../model/runtime";
import type { Models } from "../../model/models";
import type { OpenedFile } from "../../file/opened-file";
import { Pace } from "../../base/pace";
import { ModelResults } from "../../file/scores";
import { StoredResults } from "../../results/stored";
import { sweep } from "../../pool/sweep";

/** Cells a block of a transformer: a few seconds of work, so that results stream and stopping is prompt. */
const MODEL_BLOCK: Record<OnnxBackend, number> = { wasm: 64, webgpu: 128 };
/** Bytes of a model that this is so for; larger ones take as much longer for a cell. */
const USUAL_MODEL = 12e6;

interface Job {
  environment: Environment;
  core: CoreModule;
  models: Models;
  pool: LanePool;
  file: OpenedFile;
  options: AnalyzeOptions;
  context: CallContext<AnalyzePart>;
}

/** Survey and linear models in one sweep, then each ONNX model in one of its own. Stopping keeps what is done. */
export async function analyze(job: Job): Promise<AnalysisReport> {
  const { file, pool, models, options, context } = job;
  const started = performance.now();
  const matrix = file.matrixInfo(options.matrix);
  if (matrix.values === "empty") throw new AnalysisError("bad-input", `${matrix.path} of ${file.info.name} holds no counts: ${matrix.why}`);
  file.matrix = matrix.path;
  file.results.clear();
  file.cellSpecies = null;
  const { wanted, notices } = await usable(job);
  const prepared = await Promise.all(wanted.map((name) => models.laneModel(name)));
  const genes = await file.geneIds();
  await pool.all("prepare", { matrix: matrix.path, genes, values: matrix.values, models: prepared });
  const runs = await surveySweep(job, prepared);
  const species = tellSpecies(job);
  if (species) notices.push(speciesCellsNotice(species));
  const survey = await surveyReport(job);
  context.part({ kind: "survey", survey });
  const stored = await storedOf(job, prepared, notices);
  for (const [i, model] of prepared.entries()) {
    if (model.manifest.kind !== "onnx" || context.signal.aborted) continue;
    runs.push(fromStored(job, model, stored) ?? (await modelSweep(job, prepared, i)));
  }
  if (file.info.cells > NAMES_LOOKED_AT && !context.signal.aborted) notices.push(...repeatedNamesNotice(await file.cellIds()));
  return { survey, runs, notices, species, seconds: (performance.now() - started) / 1000, cancelled: context.signal.aborted };
}

/** The models asked for that may see this matrix; those refused are said so. */
async function usable({ core, file, models, options }: Job): Promise<{ wanted: string[]; notices: Notice[] }> {
  const named = options.models.map((name) => models.folder(name).manifest.name);
  const known = options.matrix === file.info.matrix && named.every((name) => file.info.coverage.some(({ model }) => model === name));
  const coverage = known ? file.info.coverage : (await judgeGenes(core, await file.geneIds(), file.values, models)).coverage;
  const verdicts = named.map((name) => coverage.find(({ model }) => model === name)!);
  const refused = verdicts.filter(({ verdict }) => verdict === "refused");
  if (verdicts.length > 0 && refused.length === verdicts.length) {
    // Where no model knows the genes because they are the cells, that is what to say.
    const turned = file.info.notices.find(({ code }) => code === "transposed");
    throw new AnalysisError("bad-input", turned?.message ?? refused[0]!.reason);
  }
  return {
    wanted: verdicts.filter(({ verdict }) => verdict !== "refused").map(({ model }) => model),
    notices: verdicts
      .filter(({ verdict }) => verdict !== "ok")
      .map(({ verdict, reason }) => ({ code: `coverage-${verdict}`, message: reason })),
  };
}

/** The first, cheap sweep: quality and every linear model. */
async function surveySweep({ core, file, pool, options, context }: Job, prepared: LaneModel[]): Promise<ModelRun[]> {
  const linear = prepared.filter(({ manifest }) => manifest.kind === "linear");
  const results = linear.map((model) => resultsFor(file, model));
  const groups = planBlocks(file.reader.matrix(file.matrix), { lanes: pool.size, cells: options.blockCells, run: file.run });
  const pace = new Pace("survey", file.info.cells);
  const runs = () => results.map(({ model }) => run(model, "core", "", pool.size, pace));
  await sweep<{ quality: Quality; predictions: Prediction[] }>({
    lanes: pool.lanes,
    groups,
    signal: context.signal,
    visit: (lane, block) => lane.call("survey", block),
    take(block, { quality, predictions }) {
      keepQuality(file, block, quality);
      predictions.forEach((prediction, i) => results[i]!.put(core, block, prediction));
      context.progress(pace.add(block.count));
      context.part({ kind: "quality", part: { range: block, ...quality } });
      for (const part of runs()) context.part({ kind: "model", run: part, firstCell: block.first, cells: block.count });
    },
  });
  if (pace.done === 0 && context.signal.aborted) throw new AnalysisError("cancelled", "Stopped before any cell was surveyed.");
  return runs();
}

/** What the page keeps of this file; that it cannot be used is told, and what it was to save is computed. */
async function storedOf({ environment, file, options }: Job, prepared: LaneModel[], notices: Notice[]): Promise<StoredResults | null> {
  if (!options.stored || !prepared.some(({ manifest }) => manifest.kind === "onnx")) return null;
  try {
    return await StoredResults.read(await environment.asset(options.stored), file);
  } catch (error) {
    notices.push({
      code: "stored",
      message: `What was computed before you came could not be used (${toWire(error).message}); it is computed anew.`,
    });
    return null;
  }
}

function fromStored({ core, file, context }: Job, model: LaneModel, stored: StoredResults | null): ModelRun | null {
  if (!stored) return null;
  const { manifest } = model;
  const { cells } = file.info;
  const started = performance.now();
  if (!stored.fill(core, model, resultsFor(file, model))) return null;
  const made: ModelRun = {
    model: manifest.name,
    backend: "stored",
    fallback: "",
    lanes: 0,
    cells,
    seconds: (performance.now() - started) / 1000,
    cellsPerSecond: NaN,
    finished: true,
  };
  context.part({ kind: "model", run: made, firstCell: 0, cells });
  return made;
}

/** One ONNX model over all cells, on the GPU where there is one. */
async function modelSweep(job: Job, prepared: LaneModel[], model: number): Promise<ModelRun> {
  const { core, file, pool, models, options, context } = job;
  const { manifest } = prepared[model]!;
  const folder = models.folder(manifest.name);
  const downloading = (done: number, total: number, source: "network" | "cache") =>
    context.progress({ step: "download", done, total, unit: "bytes", rate: 0, secondsLeft: null, source });
  const onnx = await folder.file("predict", downloading);
  const selfTest = folder.has("self_test") ? await folder.text("self_test") : null;
  let { backend, fallback } = await chooseBackend(job.environment, options.backend);
  const start = async (on: OnnxBackend) => {
    const lanes = on === "webgpu" ? pool.lanes.slice(0, 1) : pool.lanes;
    await Promise.all(lanes.map((lane) => lane.call("start", { model, onnx, selfTest, backend: on })));
  };
  if (backend === "webgpu") {
    try {
      await start(backend);
    } catch (error) {
      ({ backend, fallback } = fallenBack(error));
      await start(backend);
    }
  } else await start(backend);

  const results = resultsFor(file, prepared[model]!);
  const pace = new Pace(manifest.name, file.info.cells);
  const matrix = file.reader.matrix(file.matrix);
  const now = () => run(manifest.name, backend, fallback, backend === "webgpu" ? 1 : pool.size, pace);
  const pass = () =>
    sweep<Prediction>({
      lanes: lanesFor(pool, backend),
      groups: planBlocks(matrix, { lanes: pool.size, cells: options.blockCells, most: blockOf(manifest, backend), run: file.modelRun }),
      signal: context.signal,
      visit: visitor(pool, model, backend),
      take(block, prediction) {
        results.put(core, block, prediction);
        context.progress(pace.add(block.count));
        context.part({ kind: "model", run: now(), firstCell: block.first, cells: block.count });
      },
    });
  try {
    await pass();
  } catch (error) {
    if (backend !== "webgpu" || toWire(error).code !== "model") throw error;
    ({ backend, fallback } = fallenBack(error));
    results.done = 0;
    pace.done = 0;
    await start(backend);
    await pass();
  }
  await pool.all("stop", { model });
  const last = now();
  context.part({ kind: "model", run: last, firstCell: 0, cells: 0 });
  return last;
}

function blockOf({ files }: Manifest, backend: OnnxBackend): number {
  return Math.max(2, Math.round(MODEL_BLOCK[backend] * Math.min(1, USUAL_MODEL / files.predict!.bytes)));
}

/** On a GPU the first lane owns the model and the others hand it encoded blocks; alone it does both. */
function lanesFor(pool: LanePool, backend: OnnxBackend): Lane[] {
  return backend === "webgpu" && pool.size > 1 ? pool.lanes.slice(1) : pool.lanes;
}

function visitor(pool: LanePool, model: number, backend: OnnxBackend): (lane: Lane, range: CellRange) => Promise<Prediction> {
  if (backend === "wasm" || pool.size === 1) return (lane, range) => lane.call("predict", { model, range });
  return async (lane, range) => pool.lanes[0]!.call("run", { model, block: await lane.call("encode", { model, range }) });
}

function fallenBack(error: unknown): { backend: OnnxBackend; fallback: string } {
  return { backend: "wasm", fallback: `The graphics card was tried and left: ${toWire(error).message}` };
}

/** The survey of all cells: the lanes' sums merged in their order, the quartiles exact. */
async function surveyReport({ core, pool, file }: Job): Promise<SurveyReport> {
  const [first, ...others] = pool.lanes;
  const states = await Promise.all(others.map((lane) => lane.call("state", {})));
  const report = await first!.call("report", { states });
  // Without a value (no gene is known to be mitochondrial) there is nothing to be exact about.
  const exact = (values: Float32Array, sketched: Distribution) =>
    sketched.counts.length === 0 ? sketched : unwrap(core.distribution({ values, bins: sketched.counts.length }));
  const { totals, detected, mitochondrial } = file.quality;
  return (file.survey = {
    ...report,
    totals: exact(totals, report.totals),
    detected: exact(detected, report.detected),
    mitochondrial: exact(mitochondrial, report.mitochondrial),
  });
}

function resultsFor(file: OpenedFile, { manifest }: LaneModel): ModelResults {
  const results = new ModelResults(manifest.name, headsOf(manifest), file.info.cells);
  withholdOthers(file, results, manifest.species === "other" ? "unknown" : manifest.species);
  file.results.set(manifest.name, results);
  return results;
}

const genomesOf = (file: OpenedFile) => file.info.geneVerdict.genomes.length;

/** Tells the cells of a file that mixes species, and takes labels from those of another species than a model's. */
function tellSpecies({ file, models }: Job): SpeciesCells | null {
  file.cellSpecies = null;
  if (genomesOf(file) === 0 || file.orthologs) return null;
  const told = (file.cellSpecies = tellCells(file.info.geneVerdict.genomes, file.quality.genomes));
  for (const results of file.results.values()) withholdOthers(file, results, models.folder(results.model).info.species);
  return countSpecies(told);
}

/** A model of one species labels its cells alone. */
function withholdOthers({ cellSpecies }: OpenedFile, results: ModelResults, species: Species): void {
  if (!cellSpecies || species === "unknown") return;
  const own = cellSpecies.genomes.findIndex((genome) => genome.species === species);
  results.withhold(Uint8Array.from(cellSpecies.of, (code) => Number(code !== own)));
}

function keepQuality(file: OpenedFile, { first, count }: CellRange, part: Quality): void {
  const { quality } = file;
  file.measured += count;
  quality.totals.set(part.totals, first);
  quality.detected.set(part.detected, first);
  quality.mitochondrial.set(part.mitochondrial, first);
  // Known by their orthologs, genes are of one species.
  if (part.genomes.length === count * genomesOf(file)) quality.genomes.set(part.genomes, first * genomesOf(file));
}

function run(model: string, backend: Backend, fallback: string, lanes: number, pace: Pace): ModelRun {
  return {
    model,
    backend,
    fallback,
    lanes,
    cells: pace.done,
    seconds: pace.seconds,
    cellsPerSecond: pace.rate,
    finished: pace.done >= pace.total,
  };
}
