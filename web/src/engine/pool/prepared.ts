import type { CellRange } from "../../contract/types";
import type { GeneIds } from "../contract/cells";
import type { MeasuredByFile } from "../contract/lane-operations";
import type { LaneModel, MeasuredGenes } from "../contract/model";
import type { StudyPart } from "../readers/read-plan";
import { geneLists, type NamesRead } from "../readers/study/plan";
import { blocksOfCells, planBlocks, type BlockPlan, type ChosenBlock } from "./blocks";
import type { Job } from "./job";

/** What the lanes are to be ready for. */
export interface Wanted {
  /** Models by their place in the lanes; none: the matrix alone. */
  models?: LaneModel[];
  /** Names of the matrix's genes where they are not the file's. */
  genes?: GeneIds;
  /** The lanes' sums of an earlier analysis are to be gone: they are sent everything anew. */
  isFresh?: boolean;
  /** Of several files, models read each one's cells by the genes that it measures. */
  byFile?: boolean;
  /** Of several files, those that each model does not read, by their places. */
  unread?: readonly ReadonlySet<number>[];
}

/** A job whose lanes read its matrix and know its models. */
export class Prepared {
  constructor(
    readonly job: Job<unknown>,
    readonly genes: GeneIds,
    readonly models: LaneModel[],
    /** By which names files of a study are read, each by the genes that it measures; null where all are read by the same genes. */
    byFile: NamesRead | null,
    /** What the file's genes are to each model, where the lanes were sent it by this call. */
    readonly measured: MeasuredGenes[] = [],
  ) {
    const { file, matrix } = job;
    this.parts = (byFile && file.reader.parts?.(matrix)) || [];
    this.lists = geneLists(this.parts, byFile ?? "own names");
  }

  private readonly parts: StudyPart[];
  private readonly lists: ReturnType<typeof geneLists>;

  /** Which list of genes a cell is read by, as the lanes count them; 0 where all are read by the same. */
  listOf(cell: number): number {
    return this.lists.of[this.parts.findIndex(({ first, count }) => cell < first + count)] ?? 0;
  }

  /** All cells in blocks, in groups that a lane takes in order. `isModel`: reading is a small part of the work. */
  blocks({ isModel = false, lanes = this.job.pool.size, ...plan }: Partial<BlockPlan> & { isModel?: boolean } = {}): CellRange[][] {
    const { file, matrix } = this.job;
    return planBlocks(file.reader.matrix(matrix), { lanes, cells: 0, run: isModel ? file.modelRun : file.run, ...plan });
  }

  /** The same cut down to some cells (ascending), at most `most` a block. */
  blocksOf(cells: Uint32Array, most: number, plan: Parameters<Prepared["blocks"]>[0] = {}): ChosenBlock[][] {
    return blocksOfCells(this.blocks(plan), cells, most);
  }
}

/**
 * Has the lanes ready for a job's matrix and for models: the only caller of their `prepare`.
 * Asked again for the same, nothing is sent, and sessions that run go on.
 */
export async function prepared<P>(
  job: Job<P>,
  { models = [], genes, isFresh = false, byFile = false, unread = [] }: Wanted = {},
): Promise<Prepared> {
  const { pool, file, matrix } = job;
  if (models.length > 0 && !isFresh) file.checkModelGenes(matrix);
  const names = genes ?? (await file.geneIds(matrix));
  const namesRead: NamesRead | null = byFile ? (file.isTranslated ? "given names" : "own names") : null;
  const asked = [file, matrix, names, byFile, ...models.map(signature)];
  if (isFresh || !isSame(pool.preparedFor, asked)) {
    pool.preparedFor = null;
    const [measured] = await pool.all("prepare", {
      matrix,
      genes: names,
      values: file.matrixInfo(matrix).values,
      models,
      ...(namesRead ? { byFile: namesRead } : {}),
    });
    pool.preparedFor = asked;
    return new Prepared(
      job as Job<unknown>,
      names,
      models,
      namesRead,
      models.map((_, model) => measuredBy(measured!, model, unread[model])),
    );
  }
  return new Prepared(job as Job<unknown>, names, models, namesRead);
}

/** What is true of every file that a model reads: fitted where it is to any, and carried by the least. */
function measuredBy({ lists, measured }: MeasuredByFile, model: number, unread: ReadonlySet<number> = new Set()): MeasuredGenes {
  if (lists.length === 0) return measured[0]![model]!;
  const read = [...lists.keys()].filter((file) => !unread.has(file));
  const of = [...new Set(read.map((file) => measured[lists[file]!]![model]!))];
  const least = of[0]!.carried.map((_, head) => of.reduce((a, b) => (b.carried[head]! < a.carried[head]! ? b : a)));
  return {
    isFitted: of.some(({ isFitted }) => isFitted),
    carried: least.map((one, head) => one.carried[head]!),
    ...(of.length > 1 ? { leastFitted: least.map(({ isFitted }) => isFitted) } : {}),
    fittedFiles: read.filter((file) => measured[lists[file]!]![model]!.isFitted),
  };
}

/** Tells a model from another, and from itself read otherwise. */
function signature({ manifest, weights }: LaneModel): string {
  const files = Object.entries(manifest.files).map(([key, { sha256 }]) => `${key} ${sha256}`);
  return JSON.stringify([
    manifest.name,
    files,
    manifest.encoding,
    manifest.heads.map(({ temperature }) => temperature),
    weights !== undefined,
  ]);
}

const isSame = (a: unknown[] | null, b: unknown[]) => a !== null && a.length === b.length && a.every((one, i) => one === b[i]);
