import type { ChosenBlock } from "../../pool/blocks";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import type { Explanation } from "./explanation";
import { blocksOf, headOf, preparedModel } from "./setup";

/** Genes of each group whose attributions are kept ahead, and values kept in all (64 MB). */
const AHEAD_GENES = 25;
const AHEAD_VALUES = 16e6;

/** One pass over a linear model's cells for the genes asked and the strongest of every group, which are likely asked next. */
export async function lookAhead(job: Job<unknown>, explanation: Explanation, asked: number[]): Promise<void> {
  const cells = explanation.chosen.cells.length;
  const room = Math.max(0, Math.floor(AHEAD_VALUES / cells) - asked.length);
  const genes = Int32Array.from(new Set([...asked, ...explanation.strongest(AHEAD_GENES).slice(0, room)])).filter(
    (gene) => !explanation.ahead.has(gene),
  );
  if (genes.length === 0) return;
  const kept = Array.from(genes, () => new Float32Array(cells).fill(NaN));
  await linearRows(job, explanation, genes, (place, row) =>
    kept.forEach((values, i) => {
      values[place] = row[i]!;
    }),
  );
  // What was kept for another question makes room.
  if ((explanation.ahead.size + genes.length) * cells > 2 * AHEAD_VALUES) explanation.ahead.clear();
  genes.forEach((gene, i) => explanation.ahead.set(gene, kept[i]!));
}

/** All genes of one cell of a linear model, and their attributions. */
export async function cellGenes(
  job: Job<unknown>,
  explanation: Explanation,
  place: number,
): Promise<{ genes: Int32Array; values: Float32Array }> {
  let values = new Float32Array();
  await linearRows(job, explanation, null, (_, row) => (values = row.slice()), place);
  return { genes: Int32Array.from(values.keys()), values };
}

/** One gene's attribution in every cell of the file, NaN in those not explained; of a linear model it has been looked up before. */
export function geneInCells(explanation: Explanation, gene: number, isLinear: boolean, cells: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(cells).fill(NaN);
  const own = isLinear ? explanation.ahead.get(gene)! : null;
  explanation.chosen.cells.forEach((cell, place) => {
    if (own) out[cell] = own[place]!;
    else {
      const tokens = explanation.tokensOf(place);
      // A gene that a cell does not give adds nothing.
      if (tokens) out[cell] = tokens.values[tokens.genes.indexOf(gene)] ?? 0;
    }
  });
  return out;
}

/**
 * A linear model's attributions of some genes (or all), made again: of all cells explained, or of one. `take` gets a
 * cell's place among them.
 */
async function linearRows(
  job: Job<unknown>,
  explanation: Explanation,
  genes: Int32Array<ArrayBuffer> | null,
  take: (place: number, row: Float32Array<ArrayBuffer>) => void,
  only?: number,
): Promise<void> {
  const { request, chosen, baselines } = explanation;
  const { manifest } = job.models.folder(request.model);
  const ready = await preparedModel(job, manifest);
  const { lanes } = job.pool;
  await job.pool.all("explainStart", {
    model: 0,
    head: headOf(manifest, request),
    groups: 1,
    parts: 1,
    baselines: baselines.rows,
    method: request.method,
    steps: request.steps,
    seed: request.seed,
    backend: "wasm",
    files: null,
  });
  const blocks =
    only === undefined
      ? blocksOf(ready, lanes, chosen.cells, "linear")
      : [[{ first: chosen.cells[only]!, count: 1, from: only, to: only + 1 }]];
  await pass<Float32Array<ArrayBuffer>, ChosenBlock>(ready, {
    step: "attributions",
    blocks,
    ifStopped: "Stopped before every cell's attributions were made again.",
    visit: (lane, block) => lane.call("explainRows", { ...explanation.asked(block), genes }),
    take({ from, to }, rows) {
      const width = rows.length / (to - from);
      for (let i = from; i < to; i++) take(i, rows.subarray((i - from) * width, (i - from + 1) * width));
    },
  });
}
