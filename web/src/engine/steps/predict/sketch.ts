import { unwrap, type CoreModule } from "../../base/core";
import type { CellRange } from "../../../contract/types";
import type { ModelBlock } from "../../contract/predict";
import type { Analyzed } from "../../file/analyzed";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS, type ModelResults } from "../../file/scores";
import type { Strata } from "../../file/strata";

/** Strata of a sketch: as many as the first block of a transformer can draw a cell from. */
const MOST_STRATA = 64;
/** With fewer cells a stratum than this there is little to be told of it. */
const LEAST_DRAWN = 4;
/** Stored values that are decoded at once beyond which a cell by itself takes as long to read as a transformer takes for it. */
const MOST_GRAIN = 500_000;

/** Cells drawn where all are to be read: a share is then known within a point. The rest follows as the file has it, which is faster. */
export const DRAWN = 10_000;

/** An order in which any first few of the cells show the whole file, and the strata they are drawn from. */
export interface CellOrder {
  cells: Uint32Array;
  strata: Strata;
}

/**
 * The order in which a model visits the cells: drawn from strata by what a quick model of this analysis says of them (label, and where they
 * lie in its embedding), rare labels early; without such a model a random order. `sample`: how many are to be drawn.
 */
export function cellOrder(core: CoreModule, { info: { cells } }: OpenedFile, analyzed: Analyzed, seed: number, sample: number): CellOrder {
  const { labels, values, dims } = seenBy(quickModel(analyzed), core, cells);
  const most = Math.max(1, Math.min(MOST_STRATA, Math.floor(sample / LEAST_DRAWN)));
  const { order, stratum, strata } = unwrap(core.draw_order({ labels, values, dims, most, seed }));
  return { cells: order, strata: { of: stratum, count: strata } };
}

/** Why a matrix can only be read in the order of its file, in one sentence; empty where it need not be. */
export function onlyInOrder(file: OpenedFile, matrix: string): string {
  if (file.modelRun > 0) return "The file is read over the network as it is needed, so its cells are read in their order.";
  const plan = file.reader.matrix(matrix);
  for (const { shape, span, grain } of plan.parts ?? [plan]) {
    if (span > 0 && span < shape.cells)
      return `${matrix} is stored by genes and too large to be turned at once, so its cells are read in their order.`;
    if (grain > MOST_GRAIN && shape.stored > 4 * MOST_GRAIN)
      return `${matrix} is compressed in pieces of ${grain.toLocaleString("en")} values, so its cells are read in their order.`;
  }
  return "";
}

/** The first model that has said something of every cell at little cost. */
function quickModel({ results }: Analyzed): ModelResults | undefined {
  return [...results.values()].find((one) => one.done >= one.all && one.heads.length > 0);
}

/** Labels of the cells by a model (-1: none), and where they lie in its embedding. */
function seenBy(
  quick: ModelResults | undefined,
  core: CoreModule,
  cells: number,
): { labels: Int32Array; values: Float32Array; dims: number } {
  if (!quick) return { labels: new Int32Array(cells), values: new Float32Array(), dims: 0 };
  const { top, k } = quick.head("cell_type") ?? quick.heads[0]!;
  const labels = Int32Array.from({ length: cells }, (_, cell) => (top[cell * k] === NO_CLASS ? -1 : top[cell * k]!));
  return { labels, ...(quick.wholeEmbedding() ?? { values: quick.positions(core), dims: 2 }) };
}

/** Blocks of the file without the cells that are not left to be read, up to `most` cells. */
export function blocksOfRest(groups: CellRange[][], isLeft: (cell: number) => boolean, most: number): ModelBlock[][] {
  let left = most;
  return groups
    .map((group) =>
      group.flatMap(({ first, count }): ModelBlock[] => {
        const cells = Uint32Array.from({ length: count }, (_, i) => first + i)
          .filter(isLeft)
          .subarray(0, left);
        left -= cells.length;
        if (cells.length === 0) return [];
        // What is left out is read with the rest.
        return [cells.length === count ? { first, count } : { first, count, chosen: { cells, gap: count } }];
      }),
    )
    .filter((group) => group.length > 0);
}

/** Cells in any order as blocks of `size`, none of which spans two files. Each is a group of its own: lanes take them in turn. */
export function blocksInOrder(cells: Uint32Array, size: number, file: OpenedFile, matrix: string): ModelBlock[][] {
  const plan = file.reader.matrix(matrix);
  const parts = plan.parts ?? [{ ...plan, first: 0 }];
  const open = parts.map((): number[] => []);
  const blocks: ModelBlock[][] = [];
  const close = (part: number) => {
    const own = Uint32Array.from(open[part]!).sort();
    open[part] = [];
    if (own.length === 0) return;
    const { grain, shape } = parts[part]!;
    const gap = Math.floor((grain * shape.cells) / Math.max(1, shape.stored));
    const first = own[0]!;
    blocks.push([{ first, count: own.at(-1)! - first + 1, chosen: { cells: own, gap } }]);
  };
  for (const cell of cells) {
    const part = parts.findLastIndex(({ first }) => first <= cell);
    open[part]!.push(cell);
    if (open[part]!.length === size) close(part);
  }
  parts.forEach((_, part) => close(part));
  return blocks;
}
