import type { Recipe } from "../../../contract/training";
import type { CellRange } from "../../../contract/types";
import { unwrap, withAnalysis } from "../../base/core";
import type { Job } from "../../pool/job";
import type { Lane } from "../../pool/lane-pool";
import { pass } from "../../pool/pass";
import { prepared } from "../../pool/prepared";

/** Stored values of a sample at most: 240 MB in every lane that trains. */
const MOST_VALUES = 40e6;
/** Bytes of the sample's copies together, and of a value. */
const COPIES = 480e6;
const BYTES = 6;

/** Cells to train on, rising: all labelled ones where memory takes them, else as many of each class. */
export function chooseCells({ core, file, matrix }: Job<unknown>, codes: Int32Array, most: number, seed: number): Int32Array<ArrayBuffer> {
  const { stored, cells } = file.matrixInfo(matrix);
  const limit = Math.max(2, Math.floor(Math.min(most || Infinity, MOST_VALUES / Math.max(1, stored / cells))));
  const counts: number[] = [];
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  const taken = (each: number) => counts.reduce((sum, count) => sum + Math.min(count, each), 0);
  let low = 1;
  let high = Math.max(...counts.filter(Boolean));
  if (taken(high) > limit) {
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (taken(middle) <= limit) low = middle;
      else high = middle;
    }
    high = low;
  }
  return unwrap(core.balanced_sample({ codes, most: high, seed }));
}

export interface Sampled {
  /** Lanes that hold the whole sample. */
  lanes: Lane[];
  genesTsv: string;
  /** Vocabulary index of each gene of the sample. */
  genes: Int32Array<ArrayBuffer>;
}

/** One pass over the file: the cells' scores, in every lane that memory leaves for training. */
export async function gatherSample(job: Job<unknown>, cells: Int32Array, recipe: Recipe): Promise<Sampled> {
  const { core, pool, file, matrix } = job;
  const { stored, cells: all, values: kind } = file.matrixInfo(matrix);
  const values = (stored / all) * cells.length;
  const lanes = pool.lanes.slice(0, Math.max(1, Math.floor(COPIES / (BYTES * Math.max(1, values)))));
  const ready = await prepared(job);
  const genesTsv = withAnalysis(core, (analysis) => {
    unwrap(
      analysis.set_genes({
        ids: ready.genes.ids.join("\n"),
        alternatives: ready.genes.alternatives.map((column) => column.values.join("\n")),
        values: kind,
      }),
    );
    return unwrap(core.training_vocabulary(analysis));
  });
  // scTOP ranks class means of counts too, so its sample keeps values that counts can be had from.
  const normalization = recipe.classifier === "projection" ? "log1p" : recipe.normalization;
  const [genes] = await pool.all("trainStart", { genesTsv, normalization, rows: cells.length });
  await pass<null>(ready, {
    step: "read",
    blocks: ready.blocks().map((group) => group.filter((range) => rowsOf(cells, range).length > 0)),
    size: (range) => rowsOf(cells, range).length,
    ifStopped: "Stopped; no model was made.",
    async visit(lane, range) {
      const part = await lane.call("trainRead", {
        range,
        cells: rowsOf(cells, range).map((cell) => cell - range.first),
        firstRow: lowerBound(cells, range.first),
      });
      await Promise.all(lanes.map((each) => each.call("trainAdd", { part })));
      return null;
    },
  });
  return { lanes, genesTsv, genes: genes! };
}

function rowsOf(cells: Int32Array, { first, count }: CellRange): Int32Array {
  return cells.slice(lowerBound(cells, first), lowerBound(cells, first + count));
}

function lowerBound(cells: Int32Array, value: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
