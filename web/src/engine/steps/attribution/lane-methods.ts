import type { GradientModel } from "../../model/gradient";
import { shuffle } from "../../base/random";
import { batchPoints, type Point, type TokenCell } from "./lane-points";

/** What a cell's tokens add to the logit explained. */
export interface CellAttribution {
  values: Float32Array;
  /** The logit at the cell and at its baseline; NaN where the method does not ask. */
  atCell: number;
  atBaseline: number;
  /** |sum of attributions - (F(cell) - F(baseline))| / |F(cell) - F(baseline)|; NaN where the method promises nothing. */
  gap: number;
  /** Gradients taken. */
  steps: number;
}

type Slope = (index: number, gradient: Float32Array, logit: number) => void;

/** The gradient at every point, in calls of several. */
async function slopesAt(model: GradientModel, pad: number, points: Point[], take: Slope): Promise<void> {
  for (const { first, batch, codes, against } of batchPoints(points, pad, model.backend)) {
    const { gradient, logits } = await model.run(batch, codes, against);
    for (let row = 0; row < batch.cells; row++) {
      const { length } = points[first + row]!.cell.genes;
      take(first + row, gradient.subarray(row * batch.length, row * batch.length + length), logits[row]!);
    }
  }
}

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
const gapOf = (values: Float32Array, atCell: number, atBaseline: number) =>
  Math.abs(sum(values) - (atCell - atBaseline)) / Math.abs(atCell - atBaseline);

/** The gradient at the cell times its values' distance from the baseline. */
export async function gradientTimesInput(
  model: GradientModel,
  pad: number,
  cells: TokenCell[],
  baselines: Float32Array[],
): Promise<CellAttribution[]> {
  const out: CellAttribution[] = [];
  await slopesAt(
    model,
    pad,
    cells.map((cell, i) => ({ cell, baseline: baselines[i]!, at: 1 })),
    (i, gradient, logit) => {
      out[i] = {
        values: Float32Array.from(gradient, (slope, k) => slope * (cells[i]!.values[k]! - baselines[i]![k]!)),
        atCell: logit,
        atBaseline: NaN,
        gap: NaN,
        steps: 1,
      };
    },
  );
  return out;
}

export interface Steps {
  from: number;
  /** Steps double up to this many, */
  most: number;
  /** until the completeness gap is below this. */
  gap: number;
}

/**
 * Integrated gradients (Sundararajan 2017) along the straight line from the baseline. The trapezoid rule: its points are kept
 * when the steps double, and its ends give the logits that the sum is compared with. Only cells whose gap is too wide go on.
 */
export async function integratedGradients(
  model: GradientModel,
  pad: number,
  cells: TokenCell[],
  baselines: Float32Array[],
  { from, most, gap }: Steps,
): Promise<CellAttribution[]> {
  const paths = cells.map((cell, i) => ({
    cell,
    baseline: baselines[i]!,
    slopes: new Float64Array(cell.genes.length),
    steps: from,
    result: undefined as CellAttribution | undefined,
    atCell: 0,
    atBaseline: 0,
  }));
  let going = paths;
  let isFirst = true;
  while (going.length > 0) {
    const points = going.flatMap((path) => {
      const { cell, baseline, steps } = path;
      const at = isFirst
        ? Array.from({ length: steps + 1 }, (_, k) => k / steps)
        : Array.from({ length: steps / 2 }, (_, k) => (2 * k + 1) / steps);
      return at.map((share) => ({ cell, baseline, at: share, path }));
    });
    await slopesAt(model, pad, points, (i, gradient, logit) => {
      const { path, at } = points[i]!;
      const weight = at === 0 || at === 1 ? 0.5 : 1;
      gradient.forEach((slope, k) => {
        path.slopes[k]! += weight * slope;
      });
      if (at === 1) path.atCell = logit;
      if (at === 0) path.atBaseline = logit;
    });
    for (const path of going) {
      const { cell, baseline, slopes, steps, atCell, atBaseline } = path;
      const values = Float32Array.from(slopes, (slope, k) => (slope / steps) * (cell.values[k]! - baseline[k]!));
      path.result = { values, atCell, atBaseline, gap: gapOf(values, atCell, atBaseline), steps: steps + 1 };
    }
    going = going.filter(({ result, steps }) => !(result!.gap <= gap) && steps * 2 <= most);
    for (const path of going) path.steps *= 2;
    isFirst = false;
  }
  return paths.map(({ result }) => result!);
}

/**
 * Expected gradients (Erion 2021): integrated gradients averaged over baselines, a gradient for each draw of a baseline and a
 * place on the line to it. Places are spread evenly and paired with the baselines by chance.
 */
export async function expectedGradients(
  model: GradientModel,
  pad: number,
  cells: TokenCell[],
  baselines: Float32Array[][],
  draws: number,
  randomOf: (cell: number) => () => number,
): Promise<CellAttribution[]> {
  const points = cells.flatMap((cell, i) => {
    const random = randomOf(i);
    const order = shuffle(
      Array.from({ length: draws }, (_, k) => k),
      random,
    );
    return order.map((place, k) => ({
      cell,
      i,
      baseline: baselines[i]![k % baselines[i]!.length]!,
      at: (place + random()) / draws,
      isBaseline: false,
    }));
  });
  const ends = cells.flatMap((cell, i) =>
    baselines[i]!.slice(0, draws).map((baseline) => ({ cell, i, baseline, at: 0, isBaseline: true })),
  );
  const own = cells.map((cell, i) => ({ cell, i, baseline: baselines[i]![0]!, at: 1, isBaseline: false, isCell: true }));
  const sums = cells.map((cell) => new Float64Array(cell.genes.length));
  const atCell = new Float32Array(cells.length);
  const atBaseline = new Float64Array(cells.length);
  // Cell by cell, so that rows of one length are together.
  const all = [...points, ...ends, ...own].sort((a, b) => a.i - b.i);
  await slopesAt(model, pad, all, (index, gradient, logit) => {
    const { cell, i, baseline, isBaseline } = all[index]!;
    if (isBaseline) atBaseline[i]! += logit / Math.min(draws, baselines[i]!.length);
    else if ("isCell" in all[index]!) atCell[i] = logit;
    else
      gradient.forEach((slope, k) => {
        sums[i]![k]! += (slope * (cell.values[k]! - baseline[k]!)) / draws;
      });
  });
  return sums.map((values, i) => {
    const single = Float32Array.from(values);
    return { values: single, atCell: atCell[i]!, atBaseline: atBaseline[i]!, gap: gapOf(single, atCell[i]!, atBaseline[i]!), steps: draws };
  });
}
