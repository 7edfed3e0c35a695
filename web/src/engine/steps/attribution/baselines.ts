import { AnalysisError } from "../../../contract/errors";
import type { AttributionRequest } from "../../../contract/operations/attribution";
import type { ChosenBlock } from "../../pool/blocks";
import { sample, seeded } from "../../base/random";
import { pass } from "../../pool/pass";
import type { Prepared } from "../../pool/prepared";
import { cellsOf, type ChosenCells } from "./cells";

/** Cells drawn to be baselines: a mean needs a few hundred, a pool to choose or draw from fewer. */
const MEAN_OF = 256;
const POOL = 32;
/** A group that is more than this share of the cells it is compared with is all but its own baseline. */
const OWN_BASELINE = 0.9;

export interface Baselines {
  /** Rows x genes; null: no expression. */
  rows: Float32Array<ArrayBuffer> | null;
  /** Per chosen cell the row it is compared with. */
  rowOf: Int32Array<ArrayBuffer>;
  notes: string[];
}

/** Reads the cells that others are compared with, as the model (place `model` in the lanes) would read all their genes. */
export async function readBaselines(
  ready: Prepared,
  model: number,
  isLinear: boolean,
  request: AttributionRequest,
  chosen: ChosenCells,
): Promise<Baselines> {
  const { file, context } = ready.job;
  const { baseline, method, seed } = request;
  const rowOf = new Int32Array(chosen.cells.length);
  const isDrawn = method === "expected-gradients";
  if (baseline.kind === "none" && !isDrawn) return { rows: null, rowOf, notes: [] };
  const of = baseline.kind === "none" ? ({ kind: "all" } as const) : baseline.of;
  const eligible = await cellsOf(file, request, of);
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
    if (of.kind === "all" && isMean && chosen.eligible[group]! > OWN_BASELINE * eligible.length)
      notes.push(
        `${name} is ${Math.round((100 * chosen.eligible[group]!) / eligible.length)}% of the cells that it is compared with, so its ` +
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
    chosen.cells.forEach((cell, i) => {
      const distance = (row: number) => Math.abs(Math.log((totals[rows[row]!]! + 1) / (totals[cell]! + 1)));
      let best = 0;
      for (let row = 1; row < rows.length; row++) if (distance(row) < distance(best)) best = row;
      rowOf[i] = best;
    });
  }
  return { rows: all, rowOf, notes };
}
