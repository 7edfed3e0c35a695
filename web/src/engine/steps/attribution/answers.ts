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
  const at = new Map(Array.from(genes, (gene, i) => [gene, i]));
  await linearRows(job, explanation, genes, (place, own, row) =>
    own.forEach((gene, i) => {
      kept[at.get(gene)!]![place] = row[i]!;
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
  let [genes, values] = [new Int32Array(), new Float32Array()];
  await linearRows(job, explanation, null, (_, own, row) => ([genes, values] = [own, row.slice()]), place);
  return { genes, values };
}

/** One gene's attribution in every cell of the file, NaN in those not explained; of a linear model it has been looked up before. */
export function geneInCells(explanation: Explanation, gene: number, isLinear: boolean, cells: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(cells).fill(NaN);
  const own = isLinear ? explanation.ahead.get(gene)! : null;
  const measured = explanation.lists.places.map((places) => places.includes(gene));
  explanation.chosen.cells.forEach((cell, place) => {
    if (own) out[cell] = own[place]!;
    else {
      const tokens = explanation.tokensOf(place);
      // A gene that a cell does not give adds nothing; of one that is not measured nothing is known.
      if (tokens && measured[explanation.lists.of[place]!]) out[cell] = tokens.values[tokens.genes.indexOf(gene)] ?? 0;
    }
  });
  return out;
}

/**
 * A linear model's attributions of some genes (or all), made again: of all cells explained, or of one. `take` gets a
 * cell's place among them, and those of the genes that its file measures, as the report has them, with their values.
 */
async function linearRows(
  job: Job<unknown>,
  explanation: Explanation,
  genes: Int32Array<ArrayBuffer> | null,
  take: (place: number, genes: Int32Array<ArrayBuffer>, row: Float32Array<ArrayBuffer>) => void,
  only?: number,
): Promise<void> {
  const { request, chosen, baselines, lists } = explanation;
  const { manifest } = job.models.folder(request.model);
  const ready = await preparedModel(job, manifest);
  const { lanes } = job.pool;
  await job.pool.all("explainStart", {
    model: 0,
    head: headOf(manifest, request),
    groups: 1,
    parts: 1,
    baselines: baselines.rows,
    lists: lists.lists,
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
  // Of each list the genes asked for that it measures, by their places there and in the report.
  const asked = lists.places.map((places) => {
    const wanted = genes && new Set(genes);
    const own = Int32Array.from(places.keys()).filter((gene) => !wanted || wanted.has(places[gene]!));
    return { own, genes: own.map((gene) => places[gene]!) };
  });
  const askedOf = ({ from }: ChosenBlock) => asked[lists.of[from]!]!;
  await pass<Float32Array<ArrayBuffer>, ChosenBlock>(ready, {
    step: "attributions",
    blocks,
    ifStopped: "Stopped before every cell's attributions were made again.",
    visit: (lane, block) => lane.call("explainRows", { ...explanation.asked(block), genes: genes && askedOf(block).own }),
    take(block, rows) {
      const { from, to } = block;
      const width = rows.length / (to - from);
      for (let i = from; i < to; i++) take(i, askedOf(block).genes, rows.subarray((i - from) * width, (i - from + 1) * width));
    },
  });
}
