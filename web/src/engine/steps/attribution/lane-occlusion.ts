import type { Model } from "../../model/session";
import type { CellAttribution } from "./lane-methods";
import { batchPoints, type TokenCell } from "./lane-points";

/**
 * Occlusion: how far the logit falls when a gene is taken away, for a cell's first `most` genes in the model's own
 * order; for models without a gradient.
 */
export async function occlusion(
  model: Model,
  pad: number,
  head: number,
  classes: number,
  cells: TokenCell[],
  most: number,
): Promise<CellAttribution[]> {
  const points = cells.flatMap((cell, i) => {
    const without = (gap: number): TokenCell => ({
      ...cell,
      genes: cell.genes.filter((_, k) => k !== gap),
      values: cell.values.filter((_, k) => k !== gap),
    });
    const baseline = new Float32Array(cell.genes.length);
    const whole = { cell, baseline, at: 1, i, gene: -1 };
    // A cell of one gene would be left with nothing to read.
    const genes = cell.genes.length > 1 ? Math.min(most, cell.genes.length) : 0;
    return [whole, ...Array.from({ length: genes }, (_, gene) => ({ cell: without(gene), baseline, at: 1, i, gene }))];
  });
  const out = cells.map((cell): CellAttribution => ({
    values: new Float32Array(cell.genes.length),
    atCell: NaN,
    atBaseline: NaN,
    gap: NaN,
    steps: 0,
  }));
  for (const { first, batch, codes, against } of batchPoints(points, pad, model.backend)) {
    const logits = (await model.run(batch)).logits[head]!;
    for (let row = 0; row < batch.cells; row++) {
      const { i, gene } = points[first + row]!;
      const of = (code: number) => (code < 0 ? 0 : logits[row * classes + code]!);
      const logit = of(codes[row]!) - of(against[row]!);
      // A cell's own row comes first.
      if (gene < 0) out[i]!.atCell = logit;
      else out[i]!.values[gene] = out[i]!.atCell - logit;
      out[i]!.steps++;
    }
  }
  return out;
}
