import { AnalysisError } from "../../../contract/errors";
import type { AttributionRequest } from "../../../contract/operations/attribution";
import type { ChosenBlock } from "../../pool/blocks";
import { sample, seeded } from "../../base/random";
import { pass } from "../../pool/pass";
import type { Prepared } from "../../pool/prepared";
import { cellsOf, type ChosenCells } from "./cells";
import type { ExplainedLists } from "./gene-lists";

/** Cells drawn to be baselines: a mean needs a few hundred, a pool to choose or draw from fewer. */
const MEAN_OF = 256;
const POOL = 32;
/** A group that is more than this share of the cells it is compared with is all but its own baseline. */
const OWN_BASELINE = 0.9;

export interface Baselines {
  /** Of each list of genes, as the lanes count them, rows x genes; null: no expression. */
  rows: (Float32Array<ArrayBuffer> | null)[];
  /** Per chosen cell the row of its list that it is compared with. */
  rowOf: Int32Array<ArrayBuffer>;
  notes: string[];
}

/** No cell is compared with another. */
export const noBaselines = ({ cells }: ChosenCells): Baselines => ({ rows: [], rowOf: new Int32Array(cells.length), notes: [] });

/**
 * Reads the cells that others are compared with, as the model (place `model` in the lanes) would read all their genes. Cells are compared
 * with those that are read by the same genes.
 */
export async function readBaselines(
  ready: Prepared,
  model: number,
  isLinear: boolean,
  request: AttributionRequest,
  chosen: ChosenCells,
  { lists, of }: Pick<ExplainedLists, "lists" | "of">,
): Promise<Baselines> {
  const { baseline, method } = request;
  const found = noBaselines(chosen);
  if (baseline.kind === "none" && method !== "expected-gradients") return found;
  const eligible = await cellsOf(ready.job.file, request, baseline.kind === "none" ? { kind: "all" } : baseline.of);
  const listOf = Int32Array.from(eligible, (cell) => (chosen.unread?.[cell] ? -1 : ready.listOf(cell)));
  for (const [at, list] of lists.entries()) {
    const own = eligible.filter((_, i) => listOf[i] === list);
    if (own.length === 0) throw noneToCompare(ready, list);
    const mine = Int32Array.from(of.keys()).filter((i) => of[i] === at);
    const { rows, rowOf, notes } = await baselinesOf(ready, model, isLinear, request, chosen, own, mine);
    found.rows[list] = rows;
    mine.forEach((i, k) => (found.rowOf[i] = rowOf[k]!));
    found.notes.push(...notes.filter((note) => !found.notes.includes(note)));
  }
  return found;
}

function noneToCompare(ready: Prepared, list: number): AnalysisError {
  const { info } = ready.job.file;
  let first = 0;
  const files = (info.study?.samples ?? []).filter(({ cells }) => ready.listOf((first += cells) - cells) === list).map(({ file }) => file);
  return new AnalysisError(
    "bad-input",
    files.length === 0
      ? "There is no cell to compare with; choose another baseline."
      : `None of the cells to compare with is of ${files.join(" or ")}, whose genes are not those of the other files: choose another ` +
          `baseline, or analyse ${info.study!.shared} first.`,
  );
}

/** Those of the cells that are read by one list of genes: `eligible` to be compared with, `mine` the places of those explained. */
async function baselinesOf(
  ready: Prepared,
  model: number,
  isLinear: boolean,
  request: AttributionRequest,
  chosen: ChosenCells,
  eligible: Uint32Array<ArrayBuffer>,
  mine: Int32Array,
): Promise<{ rows: Float32Array<ArrayBuffer>; rowOf: Int32Array; notes: string[] }> {
  const { file, context } = ready.job;
  const { baseline, method, seed } = request;
  const rowOf = new Int32Array(mine.length);
  const isDrawn = method === "expected-gradients";
  const isOfAll = baseline.kind === "none" || baseline.of.kind === "all";
  // Over a linear model expected gradients are what the mean of the baselines gives.
  const isMean = isDrawn ? isLinear : baseline.kind === "mean";
  const cells = sample(eligible, isMean ? MEAN_OF : POOL, seeded(seed + 1));
  const read = new Map<number, Float32Array>();
  await pass<{ genes: number; rows: Float32Array }, ChosenBlock>(ready, {
    step: "baselines",
    blocks: ready.blocksOf(cells, 64),
    ifStopped: "Stopped before anything was explained.",
    visit: (lane, { first, count, from, to }) =>
      lane.call("explainInputs", {
        model,
        range: { first, count },
        cells: Int32Array.from(cells.subarray(from, to), (cell) => cell - first),
      }),
    take({ from, to }, { genes, rows }) {
      for (let i = from; i < to; i++) {
        const row = rows.subarray((i - from) * genes, (i - from + 1) * genes);
        if (!Number.isNaN(row[0]!)) read.set(cells[i]!, row);
      }
    },
  });
  const rows = [...cells].filter((cell) => read.has(cell));
  if (context.signal.aborted) throw new AnalysisError("cancelled", "Stopped before anything was explained.");
  if (rows.length === 0)
    throw new AnalysisError("bad-input", "No cell to compare with has a gene that the model reads; choose another baseline.");
  const { length } = read.get(rows[0]!)!;
  const notes = [`Baselines from ${rows.length} of ${eligible.length} cells.`];
  chosen.names.forEach((name, group) => {
    const own = eligible.reduce((sum, cell) => sum + Number(chosen.groupOf[cell] === group), 0);
    if (isOfAll && isMean && own > OWN_BASELINE * eligible.length)
      notes.push(
        `${name} is ${Math.round((100 * own) / eligible.length)}% of the cells that it is compared with, so its ` +
          `attributions are close to zero: choose zero expression, or the cells of another class, as the baseline.`,
      );
  });
  if (isMean) {
    const mean = new Float64Array(length);
    for (const cell of rows)
      read.get(cell)!.forEach((value, gene) => {
        mean[gene]! += value / rows.length;
      });
    return { rows: Float32Array.from(mean), rowOf, notes };
  }
  const all = new Float32Array(rows.length * length);
  rows.forEach((cell, i) => all.set(read.get(cell)!, i * length));
  if (!isDrawn) {
    // Nearest in depth, by ratio.
    const { totals } = file.analyzed.quality;
    mine.forEach((place, i) => {
      const cell = chosen.cells[place]!;
      const distance = (row: number) => Math.abs(Math.log((totals[rows[row]!]! + 1) / (totals[cell]! + 1)));
      let best = 0;
      for (let row = 1; row < rows.length; row++) if (distance(row) < distance(best)) best = row;
      rowOf[i] = best;
    });
  }
  return { rows: all, rowOf, notes };
}
