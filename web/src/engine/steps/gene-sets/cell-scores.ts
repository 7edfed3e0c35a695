import { AnalysisError } from "../../../contract/errors";
import type { SetScoresReport, SetScoresRequest } from "../../../contract/operations/gene-sets";
import { groupsOf } from "../../file/groups";
import { Kept } from "../../file/kept";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { prepared, type Prepared } from "../../pool/prepared";
import { mitochondrialSets } from "./mitochondria";
import { parseGeneSets } from "./parse";

/** Scores kept, cells x sets: 100 MB. Of more, a set's are made again when they are asked for. */
const KEPT = 25e6;
/** Scores that come back from a lane at once. */
const AT_ONCE = 4e6;
const MOST_SETS = 20_000;
const MOST_GROUPS = 40;

/** Cells scored by sets of genes; `values` (cells x sets) where they were few enough to keep. */
export interface ScoredCells {
  columns: number[][];
  top: number;
  values: Float32Array | null;
}

/** The cells scored last. */
export const SCORED = new Kept<ScoredCells>("Cells have not been scored by sets of genes yet.");

const BUILT_IN = "the built-in mitochondrial sets";

/** A mean that grows, with its spread (Welford). */
interface Running {
  cells: Float64Array;
  mean: Float64Array;
  squares: Float64Array;
}

/** Scores every cell by sets of genes (AUCell): means by group, and the scores themselves where they can be kept. */
export async function scoreCells(job: Job, request: SetScoresRequest): Promise<{ scored: ScoredCells; report: SetScoresReport }> {
  const started = performance.now();
  const { file, matrix } = job;
  const names = await file.geneNames(matrix);
  const ids = await file.geneIds(matrix);
  const isBuiltIn = request.file === "mitochondria";
  const { symbols } = names;
  const { sets, notes } =
    request.file === "mitochondria" ? { sets: mitochondrialSets(symbols), notes: [] as string[] } : parseGeneSets(request.file);
  const title = request.file === "mitochondria" ? BUILT_IN : request.file.name;
  const found = sets.map((set) => ({
    set,
    columns: [...new Set(set.genes.flatMap((gene) => names.findListed(gene) ?? []))],
  }));
  const listed = sets.reduce((sum, { genes }) => sum + genes.length, 0);
  if (found.every(({ columns }) => columns.length === 0)) {
    throw new AnalysisError(
      "bad-input",
      isBuiltIn
        ? `${file.info.name} measures no gene of the built-in sets; they are of human mitochondria.`
        : `None of the ${listed} gene names in ${title} is a gene of ${file.info.name} (first: ${sets[0]!.genes[0]}).`,
    );
  }
  const kept = found.filter(({ columns }) => columns.length >= request.minSize && columns.length <= request.maxSize);
  if (kept.length === 0)
    throw new AnalysisError(
      "bad-input",
      `No set of ${title} has from ${request.minSize} to ${request.maxSize} genes that ${file.info.name} measures; choose other sizes.`,
    );
  if (kept.length > MOST_SETS)
    throw new AnalysisError(
      "bad-input",
      `${title} has ${kept.length.toLocaleString("en")} sets of these sizes; at most ${MOST_SETS.toLocaleString("en")} are scored at once.`,
    );
  const { of, names: groupNames } = await groupsOf(file, matrix, request.groupBy);
  const cellsOf = new Float64Array(groupNames.length);
  for (const group of of) if (group >= 0) cellsOf[group]!++;
  const shown = [...cellsOf.keys()]
    .filter((group) => cellsOf[group]! > 0)
    .sort((a, b) => cellsOf[b]! - cellsOf[a]!)
    .slice(0, MOST_GROUPS);
  const place = new Int32Array(groupNames.length).fill(-1);
  shown.forEach((group, i) => {
    place[group] = i;
  });

  const columns = kept.map(({ columns: of_ }) => of_);
  const { top, ready } = await start(job, columns, request.top);
  const cells = file.info.cells;
  const values = cells * kept.length <= KEPT ? new Float32Array(cells * kept.length).fill(NaN) : null;
  const sums = shown.map((): Running => ({
    cells: new Float64Array(kept.length),
    mean: new Float64Array(kept.length),
    squares: new Float64Array(kept.length),
  }));
  await pass<Float32Array>(ready, {
    step: "sets of genes",
    blocks: ready.blocks({ most: Math.max(16, Math.floor(AT_ONCE / kept.length)) }),
    ifStopped: "Stopped; no cell was scored.",
    visit: (lane, range) => lane.call("scoreSets", { range }),
    take({ first, count }, scores) {
      values?.set(scores, first * kept.length);
      for (let i = 0; i < count; i++) {
        const group = of[first + i]! < 0 ? -1 : place[of[first + i]!]!;
        if (group < 0 || Number.isNaN(scores[i * kept.length]!)) continue;
        const { cells: counts, mean, squares } = sums[group]!;
        for (let s = 0; s < kept.length; s++) {
          const value = scores[i * kept.length + s]!;
          const off = value - mean[s]!;
          mean[s]! += off / ++counts[s]!;
          squares[s]! += off * (value - mean[s]!);
        }
      }
    },
  });
  const absent = listed - found.reduce((sum, { set }) => sum + set.genes.filter((gene) => names.findListed(gene)).length, 0);
  if (absent > 0) notes.push(`${absent.toLocaleString("en")} of ${listed.toLocaleString("en")} gene names are not measured.`);
  if (cellsOf.reduce((sum, count) => sum + Number(count > 0), 0) > shown.length)
    notes.push(`Only the ${MOST_GROUPS} largest groups are listed.`);
  return {
    scored: { columns, top, values },
    report: {
      file: title,
      sets: sets.length,
      top,
      genes: ids.ids.length,
      cells,
      scored: kept.map(({ set, columns: of_ }, s) => ({
        name: set.name,
        description: set.description,
        listed: set.genes.length,
        size: of_.length,
        ...differences(sums, s),
      })),
      groups: shown.map((group) => ({ name: groupNames[group]!, cells: cellsOf[group]! })),
      isKept: values !== null,
      seconds: (performance.now() - started) / 1000,
      notes,
    },
  };
}

/** Means and standard errors by group, and the share of the variance that lies between groups. */
function differences(sums: Running[], s: number): { means: number[]; errors: number[]; between: number } {
  const cells = sums.reduce((sum, one) => sum + one.cells[s]!, 0);
  const mean = sums.reduce((sum, one) => sum + one.mean[s]! * one.cells[s]!, 0) / cells;
  const within = sums.reduce((sum, one) => sum + one.squares[s]!, 0);
  const between = sums.reduce((sum, one) => sum + one.cells[s]! * (one.mean[s]! - mean) ** 2, 0);
  return {
    means: sums.map((one) => (one.cells[s]! > 0 ? one.mean[s]! : NaN)),
    errors: sums.map((one) => (one.cells[s]! > 1 ? Math.sqrt(one.squares[s]! / (one.cells[s]! - 1) / one.cells[s]!) : NaN)),
    between: within + between > 0 ? between / (within + between) : 0,
  };
}

async function start(job: Job, columns: number[][], top?: number): Promise<{ top: number; ready: Prepared }> {
  const ready = await prepared(job);
  const [used] = await job.pool.all("startSets", {
    genes: Int32Array.from(columns.flat()),
    lengths: Int32Array.from(columns, ({ length }) => length),
    ...(top === undefined ? {} : { top }),
  });
  return { top: used!, ready };
}

/** One set's score in every cell, of those kept; null where it has to be made again. */
export function keptScores({ columns, values }: ScoredCells, set: number): Float32Array<ArrayBuffer> | null {
  if (!(set >= 0 && set < columns.length)) throw new AnalysisError("internal", `There is no set ${set}.`);
  return values && Float32Array.from({ length: values.length / columns.length }, (_, cell) => values[cell * columns.length + set]!);
}

/** One set's score in every cell, made again. */
export async function scoresOfSet(job: Job, { columns, top }: ScoredCells, set: number): Promise<Float32Array<ArrayBuffer>> {
  const out = new Float32Array(job.file.info.cells);
  const { ready } = await start(job, [columns[set]!], top);
  await pass<Float32Array>(ready, {
    step: "sets of genes",
    ifStopped: "Stopped before every cell was scored.",
    visit: (lane, range) => lane.call("scoreSets", { range }),
    take: ({ first }, scores) => out.set(scores, first),
  });
  return out;
}
