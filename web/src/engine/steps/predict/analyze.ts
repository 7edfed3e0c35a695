import { AnalysisError, toWire } from "../../../contract/errors";
import type { AnalyzePart } from "../../../contract/protocol";
import { cellsOf, readBlocks, unreadCells, unreadFiles } from "../../../contract/unread";
import type {
  AnalysisReport,
  AnalyzeOptions,
  Backend,
  CellRange,
  Coverage,
  Distribution,
  ModelRun,
  Notice,
  Species,
  SpeciesCells,
  SurveyReport,
} from "../../../contract/types";
import { NAMES_LOOKED_AT } from "../../file/describe";
import { repeatedNamesNotice } from "../../file/names-of-cells";
import { countSpecies, speciesCellsNotice, tellCells } from "../../file/species-of-cells";
import { unwrap } from "../../base/core";
import { Pace } from "../../base/pace";
import type { LaneModel } from "../../contract/model";
import type { LaneOperations } from "../../contract/lane-operations";
import { ANALYZED, Analyzed } from "../../file/analyzed";
import { judgeFile } from "../../file/coverage";
import { valueNotices } from "../../file/matrix-notices";
import type { OpenedFile } from "../../file/opened-file";
import { ModelResults } from "../../file/scores";
import { headsOf } from "../../model/folder";
import { cellsIn } from "../../contract/predict";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { prepared, type Prepared } from "../../pool/prepared";
import { StoredResults } from "../../results/stored";
import { Adopted } from "./adopt";
import { mixtures } from "./mixture";
import { onnxPass } from "./onnx-pass";
import { blocksInOrder, blocksOfRest, cellOrder, DRAWN, onlyInOrder } from "./sketch";
import { takeParts } from "./merge";
import { sexGenesOf, surveyAsked, surveyTaker } from "./survey-take";

/** Bars of a histogram, as the core draws them. */
const BARS = 50;

type AnalyzeJob = Job<AnalyzePart> & { options: AnalyzeOptions };

/** Survey, linear models and references in one sweep, then each ONNX model in one of its own. Stopping keeps what is done. */
export async function analyze(job: Job<AnalyzePart>, options: AnalyzeOptions): Promise<AnalysisReport> {
  const { file, models, context } = job;
  const started = performance.now();
  if (options.threshold !== undefined && !(options.threshold >= 0 && options.threshold < 1))
    throw new AnalysisError("bad-input", `The threshold of a probability is from 0 to below 1, not ${options.threshold}.`);
  if (options.sample !== undefined && !(Number.isInteger(options.sample) && options.sample >= 1))
    throw new AnalysisError("bad-input", `A sample has a whole number of cells, at least 1, not ${options.sample}.`);
  const matrix = file.matrixInfo(job.matrix);
  if (matrix.values === "empty") throw new AnalysisError("bad-input", `${matrix.path} of ${file.info.name} holds no counts: ${matrix.why}`);
  const asked: AnalyzeJob = { ...job, options };
  const { wanted, notices, coverage } = await usableModels(asked);
  const analyzed = await start(asked);
  analyzed.coverage = coverage;
  const all = await Promise.all(wanted.map((name) => models.laneModel(name)));
  const missing = analyzed.missing(all, options.sample);
  for (const { run } of analyzed.runs.values()) context.part({ kind: "model", run, firstCell: 0, cells: 0 });
  const unread = missing.map(({ manifest }) => unreadFiles(file.info, coverageFor(analyzed, manifest.name)));
  const ready = await prepared(job, { models: missing, isFresh: true, byFile: true, unread });
  for (const [i, { manifest }] of missing.entries()) analyzed.genesOf.set(manifest.name, ready.measured[i]!);
  const adopted = Adopted.of(file, analyzed);
  const merged = options.parts ? await takeParts(job, { ...options, parts: options.parts }, analyzed, ready, resultsFor) : null;
  for (const run of merged ?? (await surveySweep(asked, ready, analyzed, adopted))) analyzed.ran(run, missing);
  notices.push(...(await matrixNotices(job, analyzed)));
  const species = tellSpecies(job, analyzed);
  if (species) notices.push(speciesCellsNotice(species));
  const survey = (analyzed.survey ??= await surveyReport(job, analyzed));
  context.part({ kind: "survey", survey });
  const stored = await storedOf(asked, missing, notices);
  for (const [i, model] of missing.entries()) {
    if (merged || model.manifest.kind !== "onnx" || context.signal.aborted) continue;
    const run = fromStored(asked, analyzed, model, stored) ?? (await modelSweep(asked, analyzed, ready, i, adopted));
    analyzed.ran(run, missing);
    if (run.inFileOrder && options.sample !== undefined)
      notices.push({
        code: "file-order",
        message: `${run.inFileOrder} What is said is of the first ${run.cells.toLocaleString("en")} alone.`,
      });
  }
  // What is known is taken; the rest is known from now on.
  if (!context.signal.aborted) file.carried = null;
  if (file.info.cells > NAMES_LOOKED_AT && !context.signal.aborted) notices.push(...repeatedNamesNotice(await file.cellIds()));
  const runs = inOrder(all).flatMap(({ manifest }) => analyzed.runs.get(manifest.name)?.run ?? []);
  return { survey, runs, notices, coverage, species, seconds: (performance.now() - started) / 1000, cancelled: context.signal.aborted };
}

/** What the sweep saw of the matrix's cells; of one that was chosen by hand, what should be known of its values as well. */
async function matrixNotices({ file, matrix }: Job<AnalyzePart>, analyzed: Analyzed): Promise<Notice[]> {
  const isOwnChoice = matrix !== file.info.matrix;
  return [...(isOwnChoice ? valueNotices(file.matrixInfo(matrix)) : []), ...(await mixtures(file, analyzed))];
}

/** Linear models and references come first, as they run. */
const inOrder = (all: LaneModel[]) => [
  ...all.filter(({ manifest }) => manifest.kind !== "onnx"),
  ...all.filter(({ manifest }) => manifest.kind === "onnx"),
];

/** What the runs of this analysis are put into: that of the last one, where it is of the same matrix and its runs are to be kept. */
async function start({ file, matrix, options }: AnalyzeJob): Promise<Analyzed> {
  const genes = await file.geneIds(matrix);
  const last = ANALYZED.find(file, matrix);
  // Quality that was stopped half-way is measured again.
  if (options.keepsRuns && last?.survey && last.genes === genes && last.measured >= file.info.cells) {
    last.threshold = options.threshold;
    return last;
  }
  return ANALYZED.put(file, matrix, new Analyzed(matrix, genes, file.info.cells, genomesOf(file), options.threshold));
}

/** The models asked for that may see this matrix; those refused are said so. */
export async function usableModels({
  core,
  file,
  models,
  matrix,
  options,
}: Job<unknown> & { options: Pick<AnalyzeOptions, "models"> }): Promise<{ wanted: string[]; notices: Notice[]; coverage: Coverage[] }> {
  const named = options.models.map((name) => models.folder(name).manifest.name);
  const known = matrix === file.info.matrix && named.every((name) => file.info.coverage.some(({ model }) => model === name));
  const all = known ? file.info.coverage : (await judgeFile(core, file, models, matrix)).coverage;
  const coverage = named.map((name) => all.find(({ model }) => model === name)!);
  const refused = coverage.filter(({ verdict }) => verdict === "refused");
  if (coverage.length > 0 && refused.length === coverage.length) {
    // Where no model knows the genes because they are the cells, that is what to say.
    const turned = file.info.notices.find(({ code }) => code === "transposed");
    throw new AnalysisError("bad-input", turned?.message ?? refused[0]!.reason);
  }
  return {
    wanted: coverage.filter(({ verdict }) => verdict !== "refused").map(({ model }) => model),
    notices: coverage
      .filter(({ verdict }) => verdict !== "ok")
      .map(({ verdict, reason }) => ({ code: `coverage-${verdict}`, message: reason })),
    coverage,
  };
}

/** The first, cheap sweep: quality and every model that the core runs. Where quality is known and there is no such model, there is none. */
async function surveySweep(job: AnalyzeJob, ready: Prepared, analyzed: Analyzed, adopted: Adopted): Promise<ModelRun[]> {
  const { file, options, context } = job;
  const quick = ready.models.filter(({ manifest }) => manifest.kind !== "onnx");
  if (analyzed.survey && quick.length === 0) return [];
  const results = quick.map((model) => resultsFor(analyzed, file, model));
  // Quality and all models come of one pass: cells are spared where all is known of them.
  const before = quick.map((model, i) => adopted.resultsOf(model, results[i]!));
  const isSpared = adopted.cells > 0 && !analyzed.survey && before.every((one) => one !== null);
  const spared = isSpared ? adopted.cells : 0;
  const pace = new Pace("survey", file.info.cells - spared);
  const runs = () => results.map((one) => run(one, "core", "", ready.job.pool.size, pace));
  const genes = analyzed.survey ? null : await sexGenesOf(file, analyzed.matrix);
  const asked = surveyAsked(options, genes);
  const take = surveyTaker(job, analyzed, results, genes);
  if (isSpared) {
    adopted.takeQuality(analyzed);
    results.forEach((one, i) => adopted.take(one, before[i]!));
    for (const { first, count } of adopted.parts) tellAdopted(context, analyzed, runs(), { first, count });
  }
  const blocks = ready.blocks({ cells: options.blockCells });
  await pass<LaneOperations["survey"]["reply"]>(ready, {
    step: pace,
    blocks: isSpared ? adopted.rest(blocks) : blocks,
    visit: (lane, block) => lane.call("survey", { ...block, ...asked, unread: unreadIn(block, results) }),
    take(block, answer) {
      take(block, answer);
      for (const part of runs()) context.part({ kind: "model", run: part, firstCell: block.first, cells: block.count });
    },
  });
  if (pace.done + spared === 0 && context.signal.aborted && !analyzed.survey)
    throw new AnalysisError("cancelled", "Stopped before any cell was surveyed.");
  return runs();
}

const coverageFor = ({ coverage }: Analyzed, name: string) => coverage.find(({ model }) => model === name);

/** Models, by their places, that do not read the file which a block is of. */
const unreadIn = ({ first }: CellRange, results: readonly ModelResults[]): number[] =>
  [...results.keys()].filter((model) => results[model]!.isUnread(first));

/** Tells the page what is known of cells without a pass over them. */
function tellAdopted(context: AnalyzeJob["context"], { quality }: Analyzed, runs: ModelRun[], { first, count }: CellRange): void {
  const [totals, detected, mitochondrial] = [quality.totals, quality.detected, quality.mitochondrial].map((one) =>
    one.slice(first, first + count),
  ) as [Float32Array, Float32Array, Float32Array];
  context.part({ kind: "quality", part: { range: { first, count }, totals, detected, mitochondrial } });
  for (const part of runs) context.part({ kind: "model", run: part, firstCell: first, cells: count });
}

/** What the page keeps of this file; that it cannot be used is told, and what it was to save is computed. */
async function storedOf(
  { environment, file, matrix, options }: AnalyzeJob,
  models: LaneModel[],
  notices: Notice[],
): Promise<StoredResults | null> {
  if (!options.stored || !models.some(({ manifest }) => manifest.kind === "onnx")) return null;
  try {
    return await StoredResults.read(await environment.asset(options.stored), file, matrix);
  } catch (error) {
    notices.push({
      code: "stored",
      message: `The precomputed results could not be used (${toWire(error).message}); they are computed again.`,
    });
    return null;
  }
}

function fromStored(
  { core, file, context }: AnalyzeJob,
  analyzed: Analyzed,
  model: LaneModel,
  stored: StoredResults | null,
): ModelRun | null {
  if (!stored) return null;
  const { manifest } = model;
  const { cells } = file.info;
  const started = performance.now();
  if (!stored.fill(core, model, resultsFor(analyzed, file, model))) return null;
  const made: ModelRun = {
    model: manifest.name,
    backend: "stored",
    fallback: "",
    lanes: 0,
    cells,
    asked: cells,
    seconds: (performance.now() - started) / 1000,
    cellsPerSecond: NaN,
    finished: true,
  };
  context.part({ kind: "model", run: made, firstCell: 0, cells });
  return made;
}

const KNOWN_FILES = "Cells of files that were open before are known, so those of the others are read in their order.";

/**
 * One ONNX model over as many cells as were asked for, but those that are known: where it can be read so, in an order that shows the whole
 * file early; where all are asked for, the first of that order, then the rest as the file has it.
 */
async function modelSweep(job: AnalyzeJob, analyzed: Analyzed, ready: Prepared, model: number, adopted: Adopted): Promise<ModelRun> {
  const { core, file, matrix, options, context } = job;
  const laneModel = ready.models[model]!;
  const { name } = laneModel.manifest;
  const inFileOrder = adopted.cells > 0 ? KNOWN_FILES : onlyInOrder(file, matrix);
  const order = inFileOrder ? null : cellOrder(core, file, analyzed, options.seed, options.sample ?? DRAWN);
  const last = await onnxPass(job, ready, model, options, ({ backend, fallback, lanes }) => {
    // Where a backend has failed and another begins, nothing is known.
    const results = goOn(analyzed, laneModel) ?? resultsFor(analyzed, file, laneModel);
    const sample = Math.min(options.sample ?? Infinity, results.all);
    const drawn = order?.cells.filter((cell) => !results.isUnread(cell)).subarray(0, options.sample ?? DRAWN);
    if (drawn) results.draw(drawn, order!.strata);
    // Those that are left unread are in its tables too.
    else if (options.sample !== undefined) results.end = file.info.cells;
    const before = results.done === 0 ? adopted.resultsOf(laneModel, results) : null;
    if (before) adopted.take(results, before);
    const spared = results.done;
    const isLeft = (cell: number) => !results.isDone(cell);
    const onlyDrawn = options.sample === undefined ? undefined : drawn?.filter(isLeft);
    const left = onlyDrawn?.length ?? Math.max(0, sample - spared);
    const step = new Pace(name, left);
    const now = (): ModelRun => ({
      ...run(results, backend, fallback, lanes.length, step),
      asked: spared + step.total,
      ...(inFileOrder ? { inFileOrder } : {}),
    });
    if (spared > 0) context.part({ kind: "model", run: now(), firstCell: 0, cells: 0 });
    return {
      step,
      of(blocks, size) {
        if (onlyDrawn) return blocksInOrder(onlyDrawn, size, file, matrix);
        const read = readBlocks(before ? adopted.rest(blocks) : blocks, results.unread);
        return [
          ...(drawn ? blocksInOrder(drawn.filter(isLeft), size, file, matrix) : []),
          ...blocksOfRest(read, (cell) => isLeft(cell) && !results.isDrawn(cell), left),
        ];
      },
      take(block, prediction) {
        results.putBlock(core, block, prediction);
        context.part({ kind: "model", run: now(), firstCell: block.first, cells: cellsIn(block) });
      },
      end: now,
    };
  });
  context.part({ kind: "model", run: last, firstCell: 0, cells: 0 });
  return last;
}

/** The survey of all cells: the lanes' sums merged in their order, the quartiles exact. */
async function surveyReport({ core, pool }: Job<AnalyzePart>, { quality }: Analyzed): Promise<SurveyReport> {
  const [first, ...others] = pool.lanes;
  const states = await Promise.all(others.map((lane) => lane.call("state", {})));
  const report = await first!.call("report", { states });
  // Without a value (no gene is known to be mitochondrial) there is nothing to be exact about.
  // Cells that were known before are in no lane's sums: what is told is of the values themselves.
  const exact = (values: Float32Array, sketched: Distribution) =>
    values.every(Number.isNaN) ? sketched : unwrap(core.distribution({ values, bins: sketched.counts.length || BARS }));
  const { totals, detected, mitochondrial } = quality;
  return {
    ...report,
    cells: totals.reduce((count, total) => count + Number(!Number.isNaN(total)), 0),
    emptyCells: totals.reduce((count, total) => count + Number(total === 0), 0),
    totals: exact(totals, report.totals),
    detected: exact(detected, report.detected),
    mitochondrial: exact(mitochondrial, report.mitochondrial),
  };
}

function resultsFor(analyzed: Analyzed, file: OpenedFile, { manifest }: LaneModel): ModelResults {
  const unread = unreadCells(file.info, coverageFor(analyzed, manifest.name));
  const results = new ModelResults(manifest.name, headsOf(manifest), file.info.cells, unread);
  withholdOthers(analyzed, results, manifest.species === "other" ? "unknown" : manifest.species);
  const genes = analyzed.genesOf.get(manifest.name);
  const fittedFiles = genes?.fittedFiles && cellsOf(file.info, new Set(genes.fittedFiles));
  if (genes?.isFitted) results.fitted = fittedFiles ?? new Uint8Array(file.info.cells).fill(1);
  analyzed.results.set(manifest.name, results);
  return results;
}

const genomesOf = (file: OpenedFile) => file.info.geneVerdict.genomes.length;

/** Tells the cells of a file that mixes species, and takes labels from those of another species than a model's. */
function tellSpecies({ file, models }: Pick<AnalyzeJob, "file" | "models">, analyzed: Analyzed): SpeciesCells | null {
  if (genomesOf(file) === 0 || file.isTranslated) return null;
  const told = (analyzed.cellSpecies ??= tellCells(file.info.geneVerdict.genomes, analyzed.quality.genomes));
  for (const results of analyzed.results.values()) withholdOthers(analyzed, results, models.folder(results.model).info.species);
  return countSpecies(told);
}

/** A model of one species labels its cells alone. */
function withholdOthers({ cellSpecies }: Analyzed, results: ModelResults, species: Species): void {
  if (!cellSpecies || species === "unknown") return;
  const own = cellSpecies.genomes.findIndex((genome) => genome.species === species);
  results.withhold(Uint8Array.from(cellSpecies.of, (code) => Number(code !== own)));
}

/** What a model said before it was stopped, to go on from; null where it begins. Without heads it is not told which cells it saw. */
function goOn(analyzed: Analyzed, model: LaneModel): ModelResults | null {
  const begun = analyzed.begunBy(model);
  if (!begun || begun.heads.length === 0 || model.manifest.kind !== "onnx") return null;
  analyzed.results.set(begun.model, begun);
  return begun;
}

function run({ model, done }: ModelResults, backend: Backend, fallback: string, lanes: number, pace: Pace): ModelRun {
  return {
    model,
    backend,
    fallback,
    lanes,
    cells: done,
    asked: done - pace.done + pace.total,
    seconds: pace.seconds,
    cellsPerSecond: pace.rate,
    finished: pace.done >= pace.total,
  };
}
