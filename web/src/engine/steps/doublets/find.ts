import { AnalysisError, toWire } from "../../../contract/errors";
import { DOUBLET_CELLS, type DoubletReport } from "../../../contract/doublets";
import { Pace } from "../../base/pace";
import { donorsOf } from "../../file/donors";
import { callOf, DOUBLETS, type Doublets, type ScoredSample } from "../../file/doublets";
import { dealt } from "../../pool/dealt";
import { checkMask, type SurveyJob } from "../survey/gather";
import { measureQuality } from "../survey/quality";
import { lastSurvey } from "../survey/state";
import { genesAbovePoisson, placeSample } from "./place";

/** Bars of the histogram of scores. */
const BARS = 50;

interface Asked {
  samples: string | null;
  rate: number;
  seed: number;
}

/** Cells of one sample: those with counts, and where they lie. */
interface Sample {
  name: string;
  cells: Int32Array<ArrayBuffer>;
  why: string | null;
  genes: number;
  components: number;
  positions: Float32Array<ArrayBuffer>;
}

/** Doublets are sums of counts: refuses a matrix of anything else. */
function checkCounts({ file, matrix }: SurveyJob): void {
  const { values, scale } = file.matrixInfo(matrix);
  if (values === "counts" && scale.stored !== "proportions") return;
  const holds = {
    counts: "counts scaled to one total",
    "fractional-counts": "values that are no whole counts",
    log1p: "log-normalised values",
    scaled: "scaled values",
    empty: "nothing",
  }[values];
  throw new AnalysisError(
    "bad-input",
    `Doublets are simulated by adding the counts of two cells, and ${matrix} holds ${holds}; choose a matrix of counts.`,
  );
}

/** The samples, and each cell's place among them (-1: none). */
async function samplesOf({ file }: SurveyJob, column: string | null): Promise<{ names: string[]; codes: Int32Array<ArrayBuffer> }> {
  if (column === null) return { names: [file.info.name], codes: new Int32Array(file.info.cells) };
  if (!file.info.columns.some(({ name }) => name === column))
    throw new AnalysisError("bad-input", `${file.info.name} has no column obs/${column}.`);
  const { codes, categories } = await donorsOf(file, column);
  return { names: categories, codes };
}

function whyNot(cells: number): string | null {
  const many = cells.toLocaleString("en");
  if (cells < DOUBLET_CELLS.fewest) return `${many} cells, fewer than ${DOUBLET_CELLS.fewest}`;
  return cells > DOUBLET_CELLS.most ? `${many} cells are no one sample; choose the column that names samples` : null;
}

/** Scores every cell of a file by the simulated doublets among its neighbours, sample by sample. */
export async function findDoublets(job: SurveyJob, { samples: column, rate, seed }: Asked): Promise<DoubletReport> {
  const started = performance.now();
  if (!(rate > 0 && rate < 1))
    throw new AnalysisError("bad-input", `The expected share of doublets lies between 0 and 1; ${rate} does not.`);
  checkCounts(job);
  const { file, matrix, mask, pool, context } = job;
  checkMask(mask, file);
  const { names, codes } = await samplesOf(job, column);
  if (!lastSurvey(file, matrix).quality) await measureQuality(job, 3);
  const { totals } = lastSurvey(file, matrix).measured();
  const takesPart = (cell: number) => (!mask || mask[cell] !== 0) && totals[cell]! > 0;
  const sampleOf = new Int32Array(file.info.cells).fill(-1);
  const placed: Sample[] = [];
  for (const [code, name] of names.entries()) {
    const cells = Int32Array.from(codes.keys()).filter((cell) => codes[cell] === code && takesPart(cell));
    // Some categories are of no cell.
    if (cells.length === 0) continue;
    for (const cell of cells) sampleOf[cell] = placed.length;
    placed.push({ name, cells, ...(await placeOrWhy(job, cells)) });
  }
  if (placed.length === 0) throw new AnalysisError("bad-input", "Doublets cannot be scored: no cell has counts and a sample.");
  const scorable = placed.filter(({ why }) => why === null);
  if (scorable.length === 0)
    throw new AnalysisError("bad-input", `Doublets cannot be scored: ${placed.map(({ name, why }) => `${name}: ${why}`).join("; ")}.`);
  const pace = new Pace(
    "doublets",
    scorable.reduce((sum, { cells }) => sum + cells.length, 0),
  );
  const found = await dealt(pool, scorable.length, context.signal, async (lane, i) => {
    const { cells, components, positions } = scorable[i]!;
    const own = Float32Array.from(cells, (cell) => totals[cell]!);
    const scores = await lane.call("doublets", { dims: components, positions, totals: own, rate, seed: seed + i });
    context.progress(pace.add(cells.length));
    return scores;
  });
  const scores = new Float32Array(file.info.cells).fill(NaN);
  const samples = placed.map(({ name, cells, why, genes, components }): ScoredSample => {
    const at = scorable.findIndex((one) => one.cells === cells);
    const own = found[at];
    if (own) cells.forEach((cell, i) => (scores[cell] = own.observed[i]!));
    const nothing = { neighbors: 0, automatic: null, simulated: new Float64Array(0) };
    const told = own ? { neighbors: own.neighbors, automatic: own.threshold, simulated: own.simulated } : nothing;
    return { name, cells: cells.length, why, genes, components, ...told };
  });
  const kept = DOUBLETS.put(file, matrix, { column, rate, seed, scores, sampleOf, samples, threshold: null });
  const seconds = (performance.now() - started) / 1000;
  return { ...callOf(kept), matrix, column, rate, seed, histogram: histogramOf(kept), seconds };
}

async function placeOrWhy(job: SurveyJob, cells: Int32Array): Promise<Omit<Sample, "name" | "cells">> {
  const nothing = { genes: 0, components: 0, positions: new Float32Array(0) };
  const why = whyNot(cells.length);
  if (why !== null) return { ...nothing, why };
  const mask = new Uint8Array(job.file.info.cells);
  for (const cell of cells) mask[cell] = 1;
  const own = { ...job, mask };
  try {
    const genes = await genesAbovePoisson(own);
    return { why: null, genes: genes.length, ...(await placeSample(own, genes, cells)) };
  } catch (error) {
    const { code, message } = toWire(error);
    if (code !== "bad-input") throw error;
    return { ...nothing, why: message.replace(/\.$/, "") };
  }
}

function histogramOf({ scores, samples }: Doublets): DoubletReport["histogram"] {
  const observed = Array.from(scores).filter((score) => !Number.isNaN(score));
  const simulated = samples.flatMap((sample) => Array.from(sample.simulated));
  const most = [...observed, ...simulated].reduce((top, score) => Math.max(top, score), 0) || 1;
  const bars = (values: number[]) => {
    const counts = Array.from({ length: BARS }, () => 0);
    for (const score of values) counts[Math.min(BARS - 1, Math.floor((score / most) * BARS))]!++;
    return counts;
  };
  return { edges: Array.from({ length: BARS + 1 }, (_, i) => (i / BARS) * most), observed: bars(observed), simulated: bars(simulated) };
}
