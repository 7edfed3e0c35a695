import type { ManifestHead } from "../../../contract/manifest";
import type { DeletionBlock } from "../../contract/deletion";
import type { Model } from "../../model/session";
import { batchPoints, type TokenCell } from "../attribution/lane-points";

/** A cell and the orders (places of its tokens) in which they are taken away; null: it has no such order. */
export interface DeletionCell extends TokenCell {
  orders: (Int32Array | null)[];
}

/** How many of a cell's tokens a share is: at least one is left to read. */
const taken = (share: number, tokens: number) => Math.min(Math.round(share * tokens), tokens - 1);

/**
 * Takes tokens from cells and asks the model again: what is left keeps its order, and no other gene comes in its place.
 * Probabilities of the class explained, softened by the head's temperature.
 */
export async function pruneTokens(
  model: Model,
  pad: number,
  head: number,
  { temperature, classes: { length: classes } }: Pick<ManifestHead, "temperature" | "classes">,
  cells: DeletionCell[],
  shares: number[],
): Promise<DeletionBlock> {
  const orders = cells[0]?.orders.length ?? 0;
  const out: DeletionBlock = {
    orders,
    whole: new Float32Array(cells.length).fill(NaN),
    probability: new Float32Array(cells.length * orders * shares.length).fill(NaN),
    kept: new Uint8Array(cells.length * orders * shares.length),
  };
  const points = cells
    .flatMap((cell, i) => {
      const baseline = new Float32Array(cell.genes.length);
      const whole = { cell: cell as TokenCell, baseline, at: 1, i, place: -1 };
      return [
        whole,
        ...cell.orders.flatMap((order, o) =>
          order === null
            ? []
            : shares.map((share, s) => {
                const left = order.slice(taken(share, cell.genes.length)).sort();
                const rest: TokenCell = {
                  ...cell,
                  genes: Int32Array.from(left, (k) => cell.genes[k]!),
                  values: Float32Array.from(left, (k) => cell.values[k]!),
                };
                return { cell: rest, baseline, at: 1, i, place: (i * orders + o) * shares.length + s };
              }),
        ),
      ];
      // Of one length beside each other, so that little is padded.
    })
    .sort((a, b) => b.cell.genes.length - a.cell.genes.length);
  const likeliest = new Int32Array(points.length);
  const wholeOf = new Int32Array(cells.length);
  for (const { first, batch } of batchPoints(points, pad, model.backend)) {
    const logits = (await model.run(batch)).logits[head]!;
    for (let row = 0; row < batch.cells; row++) {
      const point = points[first + row]!;
      const own = logits.subarray(row * classes, (row + 1) * classes);
      const best = own.reduce((most, logit, code) => (logit > own[most]! ? code : most), 0);
      const sum = own.reduce((total, logit) => total + Math.exp((logit - own[best]!) / temperature), 0);
      const probability = Math.exp((own[point.cell.code]! - own[best]!) / temperature) / sum;
      likeliest[first + row] = best;
      if (point.place < 0) {
        out.whole[point.i] = probability;
        wholeOf[point.i] = best;
      } else out.probability[point.place] = probability;
    }
  }
  points.forEach(({ i, place }, at) => {
    if (place >= 0) out.kept[place] = Number(likeliest[at] === wholeOf[i]);
  });
  return out;
}
