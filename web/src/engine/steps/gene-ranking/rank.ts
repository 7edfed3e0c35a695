import { AnalysisError } from "../../../contract/errors";
import type {
  ComparedRanking,
  GivenRanking,
  RankedSelection,
  RankingMethod,
  GeneRankingReport,
  GeneRankingRequest,
} from "../../../contract/operations/gene-ranking";
import { MEANS_NONE, type Recipe } from "../../../contract/training";
import { unwrap } from "../../base/core";
import { GeneIndex } from "../../genes/gene-index";
import { namesOf, readVocabulary } from "../../genes/vocabulary";
import type { Job } from "../../pool/job";
import type { Lane } from "../../pool/lane-pool";
import { Pace } from "../../base/pace";
import { byCounts } from "../survey/variable";
import { runFits, type FitTask } from "../training/fits";
import { readDonors, readLabels } from "../training/labels";
import { chooseCells, gatherSample } from "../training/sample";

/** Genes of a ranking that are told. */
const TOLD = 1000;
/** Genes whose overlap is counted. */
const TOP = 100;
/** With more genes than this the classifier reads this many whitened components of them. */
const DIRECT = 100;
const COMPONENTS = 50;
const RECIPE: Recipe = { normalization: "log1p", choice: "anova", genes: 1, components: 0, classifier: "softmax", c: 0.1 };

interface Ranked {
  name: string;
  method: RankingMethod | null;
  given: Float64Array | null;
  /** Labels of cells held out may have had a part in it. */
  hasSeen: boolean;
}

/** Genes from the largest score down; those without a score last. */
function ordered(scores: Float64Array): Int32Array {
  const value = (gene: number) => (Number.isNaN(scores[gene]!) ? -Infinity : scores[gene]!);
  return Int32Array.from(scores.keys()).sort((a, b) => value(b) - value(a) || a - b);
}

/**
 * Ranks genes by several methods and says what each is worth: in every fold the ranking sees training cells alone, a linear
 * classifier is trained on the first n genes and judges the cells held out (whole donors where they are known).
 */
export async function rankGenes(job: Job, request: GeneRankingRequest): Promise<GeneRankingReport> {
  const { core, pool, file, matrix } = job;
  const started = performance.now();
  const { signal, progress } = job.context;
  const sizes = [...new Set(request.sizes)].sort((a, b) => a - b);
  if (sizes.length === 0 || sizes.some((size) => !(Number.isInteger(size) && size >= 1 && size <= 5000)))
    throw new AnalysisError("bad-input", "From 1 to 5,000 genes can be kept.");
  if (request.methods.length + request.given.length === 0)
    throw new AnalysisError("bad-input", "Choose at least one way of ranking genes.");
  const donors = request.donors === null ? null : await readDonors(file, request.donors);
  const column = await file.column(request.column);
  const ignored = column.kind === "number" ? [] : column.categories.filter((word) => MEANS_NONE.test(word.trim()));
  const labels = await readLabels(file, "labels", request.column, ignored, donors);
  const cells = chooseCells(job, labels.codes, request.cells, request.seed);
  const sample = await gatherSample(job, cells, RECIPE);
  try {
    const names = namesOf(readVocabulary(sample.genesTsv), sample.genes);
    const codes = Int32Array.from(cells, (cell) => labels.codes[cell]!);
    const classes = labels.classes.length;
    const units = donors && Int32Array.from(cells, (cell) => donors.codes[cell]!);
    const folds = unwrap(
      units && new Set(units).size > 1
        ? core.group_folds({ codes, groups: units, folds: request.folds })
        : core.stratified_folds({ codes, folds: request.folds, seed: request.seed }),
    );
    const count = folds.reduce((most, fold) => Math.max(most, fold), -1) + 1;
    const notes = ignored.length > 0 ? [`Cells labelled ${ignored.join(", ")} are left out.`] : [];
    for (const seen of new Set(request.given.map((given) => given.seen).filter(Boolean)))
      notes.push(
        `No accuracy is shown for ${namesOfSeen(request.given, seen)}: ${seen} Attributions of models trained within each fold are ` +
          `compared instead (“attribution”).`,
      );
    const isOfLogs = file.matrixInfo(matrix).values === "log1p";
    if (isOfLogs && request.methods.includes("seurat_v3"))
      notes.push("Variable genes by seurat_v3 need counts, and the matrix holds log-normalized values: left out.");
    const ranked: Ranked[] = [
      ...request.given.map((given) => ({
        name: given.name,
        method: null,
        given: placed(given, names, notes),
        hasSeen: given.seen !== "",
      })),
      ...request.methods
        .filter((method) => !(isOfLogs && method === "seurat_v3"))
        .map((method) => ({ name: method, method, given: null, hasSeen: false })),
    ];
    // Rankings first, as every fit waits for one: of all cells, then of every fold's training cells.
    const masks = [codes, ...Array.from({ length: count }, (_, fold) => codes.map((code, row) => (folds[row] === fold ? -1 : code)))];
    const tasks = ranked.flatMap(({ method }, r) => (method && !isFlavour(method) ? masks.map((mask, m) => ({ r, m, method, mask })) : []));
    const rankings = ranked.map(() => masks.map((): Float64Array | null => null));
    const seconds = ranked.map(() => NaN);
    for (const [r, { method }] of ranked.entries()) {
      if (!method || !isFlavour(method)) continue;
      for (const [m, mask] of masks.entries()) {
        const begun = performance.now();
        rankings[r]![m] = await byFlavour(job, method, cells, mask, names);
        if (m === 0) seconds[r] = (performance.now() - begun) / 1000;
      }
    }
    const pace = new Pace("rank", tasks.length * cells.length);
    await onLanes(sample.lanes, tasks, signal, async (lane, { r, m, method, mask }) => {
      const begun = performance.now();
      rankings[r]![m] = await lane.call("trainRank", { codes: mask, classes, method, seed: request.seed });
      if (m === 0) seconds[r] = (performance.now() - begun) / 1000;
      progress(pace.add(cells.length));
    });
    const scoresOf = (r: number, m: number) => ranked[r]!.given ?? rankings[r]![m]!;
    const predicted = ranked.map(() => sizes.map(() => new Int32Array(codes.length).fill(-1)));
    const fits = ranked.flatMap(({ hasSeen }, r) =>
      Array.from({ length: hasSeen ? 0 : count }, (_, fold) => {
        const order = ordered(scoresOf(r, fold + 1));
        const test = Int32Array.from(folds.keys()).filter((row) => folds[row] === fold);
        return sizes.map((size, s): FitTask => ({
          fit: {
            codes: masks[fold + 1]!,
            classes,
            seed: request.seed,
            test,
            isKept: false,
            list: order.slice(0, size),
            recipe: { ...RECIPE, components: size > DIRECT ? COMPONENTS : 0 },
          },
          done: ({ logits }) =>
            test.forEach((row, i) => {
              predicted[r]![s]![row] = best(logits.subarray(i * classes, (i + 1) * classes));
            }),
        }));
      }).flat(),
    );
    await runFits(
      sample.lanes,
      fits.filter(({ fit }) => new Set(fit.codes.filter((code) => code >= 0)).size > 1),
      signal,
      progress,
      "compare",
    );
    const truth = codes.map((code, row) => (folds[row]! < 0 ? -1 : code));
    let majority = NaN;
    const reports = ranked.map(({ name, method, hasSeen }, r): RankedSelection => {
      const whole = scoresOf(r, 0);
      const genes = ordered(whole).slice(0, TOLD);
      const worth = (hasSeen ? [] : sizes).map((size, s) => {
        const score = unwrap(core.score_held_out({ truth, predicted: predicted[r]![s]!, classes, ...(units ? { units } : {}) }));
        majority = score.majority;
        return { genes: size, accuracy: score.accuracy, macroF1: score.macroF1 };
      });
      return { name, isOwn: method !== null, seconds: seconds[r]!, genes, scores: Float64Array.from(genes, (gene) => whole[gene]!), worth };
    });
    return {
      column: request.column,
      donors: request.donors,
      classes: labels.classes.map(({ label }) => label),
      cells: cells.length,
      folds: count,
      majority,
      ...names,
      rankings: reports,
      overlap: square(reports, (a, b) => jaccard(a.genes.subarray(0, TOP), b.genes.subarray(0, TOP))),
      correlation: square(reports, (_, __, a, b) => unwrap(core.spearman({ first: scoresOf(a, 0), second: scoresOf(b, 0) }))),
      seconds: (performance.now() - started) / 1000,
      notes,
    };
  } finally {
    await pool.all("trainEnd", {});
  }
}

const namesOfSeen = (given: ComparedRanking[], seen: string) =>
  given
    .filter((one) => one.seen === seen)
    .map(({ name }) => `“${name}”`)
    .join(", ");

const isFlavour = (method: RankingMethod): method is "seurat" | "seurat_v3" => method === "seurat" || method === "seurat_v3";

/** Variable genes of the sampled cells whose code is 0 or above, by a pass over the file, on the genes at hand. */
async function byFlavour(
  job: Job,
  flavour: "seurat" | "seurat_v3",
  cells: Int32Array,
  codes: Int32Array,
  genes: { symbols: string[]; ensemblIds: string[] },
): Promise<Float64Array> {
  const mask = new Uint8Array(job.file.info.cells);
  cells.forEach((cell, row) => {
    mask[cell] = Number(codes[row]! >= 0);
  });
  const { scores } = await byCounts({ ...job, mask }, flavour);
  const { symbols, ensemblIds } = await job.file.geneNames(job.matrix);
  return placed({ name: flavour, symbols, ensemblIds, scores: Float32Array.from(scores.score) }, genes, []);
}

/** A ranking made elsewhere on the genes at hand; NaN where it does not speak of one. */
function placed(
  { name, symbols, ensemblIds, scores }: GivenRanking,
  genes: { symbols: string[]; ensemblIds: string[] },
  notes: string[],
): Float64Array {
  const index = new GeneIndex(symbols, ensemblIds);
  let found = 0;
  const out = Float64Array.from(genes.symbols, (symbol, i) => {
    const place = (genes.ensemblIds[i] ? index.find(genes.ensemblIds[i]!) : undefined) ?? index.find(symbol);
    if (place !== undefined) found++;
    return place === undefined ? NaN : scores[place]!;
  });
  if (found === 0) throw new AnalysisError("bad-input", `The ranking “${name}” names no gene of the file.`);
  if (found < genes.symbols.length / 2)
    notes.push(
      `The ranking “${name}” speaks of ${found.toLocaleString("en")} of the file's ${genes.symbols.length.toLocaleString("en")} genes.`,
    );
  return out;
}

function best(logits: Float32Array): number {
  if (Number.isNaN(logits[0]!)) return -1;
  return logits.reduce((most, value, code) => (value > logits[most]! ? code : most), 0);
}

function jaccard(a: Int32Array, b: Int32Array): number {
  const first = new Set(a);
  const both = b.reduce((count, gene) => count + Number(first.has(gene)), 0);
  return both / (a.length + b.length - both);
}

function square(reports: RankedSelection[], of: (a: RankedSelection, b: RankedSelection, i: number, j: number) => number): number[][] {
  return reports.map((a, i) => reports.map((b, j) => of(a, b, i, j)));
}

async function onLanes<T>(lanes: Lane[], tasks: T[], signal: AbortSignal, run: (lane: Lane, task: T) => Promise<void>): Promise<void> {
  const queue = tasks.values();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const task of queue) {
        if (signal.aborted) throw new AnalysisError("cancelled", "Stopped; nothing was compared.");
        await run(lane, task);
      }
    }),
  );
}
