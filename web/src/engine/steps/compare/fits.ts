import type { ExpressionTests, Sums } from "../../../../../wasm/bind/phenolens_core";
import { unwrap, type CoreModule } from "../../base/core";
import type { ModelMatrix } from "./model-matrix";

/** Counts summed per sample: the caller deletes them. */
export interface Bulk {
  sums: Sums;
  samples: number;
  genes: number;
}

/** Genes of one type: tested, or only described. */
export interface TypeFit {
  tested: Int32Array;
  logFoldChange: Float64Array;
  low: Float64Array;
  high: Float64Array;
  average: Float64Array;
  t: Float64Array;
  p: Float64Array;
  q: Float64Array;
  freedom: number;
  priorFreedom: number;
  trend: { count: Float64Array; deviation: Float64Array; fitted: Float64Array } | null;
}

/** Of all genes, with cells as units. */
export interface CellTests {
  logFoldChange: Float64Array;
  p: Float64Array;
  q: Float64Array;
}

/** What is fitted: places among the sums, the side of each, and the model. */
export interface FitQuestion {
  use: readonly number[];
  sides: readonly number[];
  matrix: ModelMatrix;
  sampleWeights: boolean;
}

/** filterByExpr, TMM, voom and moderated t. */
export function testedFit(core: CoreModule, bulk: Bulk, { use, sides, matrix, sampleWeights }: FitQuestion): TypeFit {
  return fitOf(
    unwrap(
      core.expression_tests({
        ...matrix,
        genes: bulk.genes,
        counts: countsOf(bulk, use),
        groups: Int32Array.from(sides),
        sample_weights: sampleWeights,
      }),
    ),
  );
}

/** Row-major genes x samples. */
export function countsOf({ sums, samples }: Bulk, use: readonly number[]): Float64Array<ArrayBuffer> {
  const codes = new Int32Array(samples).fill(-1);
  use.forEach((sample, code) => (codes[sample] = code));
  return unwrap(sums.sample_counts({ codes, count: use.length })).counts;
}

const fitOf = (found: ExpressionTests): TypeFit => ({
  tested: found.tested,
  logFoldChange: found.logFoldChange,
  low: found.low,
  high: found.high,
  average: found.average,
  t: found.t,
  p: found.p,
  q: found.q,
  freedom: found.residualFreedom + found.priorFreedom,
  priorFreedom: found.priorFreedom,
  trend: { count: found.trendCount, deviation: found.trendDeviation, fitted: found.trendFitted },
});

/** log2 counts per million, as voom's, from a sum and the sum of all genes. */
export const logCpm = (count: number, total: number): number => Math.log2(((count + 0.5) / (total + 1)) * 1e6);

/** Counts that a gene needs in all samples together to be described: filterByExpr's own least total. */
const LEAST_COUNT = 15;

/** Means over samples and their difference, without a test. */
export function describedFit(bulk: Bulk, use: readonly number[], sides: readonly number[]): TypeFit {
  const { genes } = bulk;
  const counts = countsOf(bulk, use);
  const width = use.length;
  const totals = new Float64Array(width);
  counts.forEach((value, i) => (totals[i % width]! += value));
  const has = (side: number) => sides.includes(side);
  const total = (gene: number) => counts.subarray(gene * width, (gene + 1) * width).reduce((sum, count) => sum + count, 0);
  const tested =
    has(0) && has(1)
      ? Int32Array.from({ length: genes }, (_, gene) => gene).filter((gene) => total(gene) >= LEAST_COUNT)
      : new Int32Array();
  const mean = (gene: number, side: number | null) => {
    let [sum, number] = [0, 0];
    for (let i = 0; i < width; i++) {
      if (side !== null && sides[i] !== side) continue;
      sum += logCpm(counts[gene * width + i]!, totals[i]!);
      number++;
    }
    return sum / number;
  };
  const none = () => new Float64Array(tested.length).fill(NaN);
  return {
    tested,
    logFoldChange: Float64Array.from(tested, (gene) => mean(gene, 0) - mean(gene, 1)),
    average: Float64Array.from(tested, (gene) => mean(gene, null)),
    low: none(),
    high: none(),
    t: none(),
    p: none(),
    q: none(),
    freedom: NaN,
    priorFreedom: NaN,
    trend: null,
  };
}
