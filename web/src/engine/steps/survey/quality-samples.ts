import type { MetricSummary, SampleMetric, SampleQuality } from "../../../contract/survey";
import { median } from "../../../contract/numbers";
import { unwrap, type CoreModule } from "../../base/core";
import { donorsOf } from "../../file/donors";
import { automaticLimits, isAbove, isBelow, isLogarithmic } from "./quality-limits";
import type { SurveyJob } from "./gather";
import type { SurveyState } from "./state";

/** Bars of a sample's histogram. */
const BARS = 40;

/** Limits of each sample by its own cells, as scran's isOutlier does with batches; kept with the state for masks. */
export async function measureSamples(
  { core, file }: Pick<SurveyJob, "core" | "file">,
  state: SurveyState,
  metrics: readonly MetricSummary[],
  mads: number,
  column: string,
): Promise<SampleQuality> {
  const { codes, categories } = await donorsOf(file, column);
  const quality = state.measured();
  const cellsOf = categories.map((): number[] => []);
  codes.forEach((code, cell) => code >= 0 && cellsOf[code]!.push(cell));
  const edges = Object.fromEntries(metrics.map((one) => [one.metric, edgesOf(one)]));
  const found = cellsOf.map((cells) => metrics.map((one) => measure(core, one, cells, quality[one.metric], mads, edges[one.metric]!)));
  state.bySample = { codes, limits: found.map((all) => Object.fromEntries(all.map(({ metric, automatic }) => [metric, automatic]))) };
  const isIn = (cell: number, of: SampleMetric[]) =>
    of.every(({ metric, automatic }) => !isBelow(quality[metric][cell]!, automatic) && !isAbove(quality[metric][cell]!, automatic));
  return {
    column,
    edges,
    samples: categories.map((name, i) => ({
      name,
      cells: cellsOf[i]!.length,
      kept: cellsOf[i]!.reduce((sum, cell) => sum + Number(isIn(cell, found[i]!)), 0),
      metrics: found[i]!,
    })),
    without: codes.reduce((sum, code) => sum + Number(code < 0), 0),
  };
}

/** Even edges over the range of all cells, on the scale that is shown. */
function edgesOf({ distribution, logDistribution }: MetricSummary): number[] {
  const { edges } = logDistribution ?? distribution;
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  return Array.from({ length: BARS + 1 }, (_, i) => first + ((last - first) * i) / BARS);
}

function measure(
  core: CoreModule,
  { metric, sides }: Pick<MetricSummary, "metric" | "sides">,
  cells: number[],
  all: Float32Array,
  mads: number,
  edges: number[],
): SampleMetric {
  const values = Float32Array.from(cells, (cell) => all[cell]!);
  const { low, high } = unwrap(core.outlier_limits({ values, mads, logarithmic: isLogarithmic(metric) }));
  const automatic = automaticLimits(sides, low, high);
  const counts = edges.slice(1).map(() => 0);
  const [first, last] = [edges[0]!, edges.at(-1)!];
  for (const value of values) {
    const at = isLogarithmic(metric) ? Math.log10(1 + value) : value;
    if (Number.isNaN(at)) continue;
    counts[Math.max(0, Math.min(counts.length - 1, Math.floor(((at - first) / (last - first || 1)) * counts.length)))]!++;
  }
  return {
    metric,
    median: median(values.filter((value) => !Number.isNaN(value))),
    automatic,
    below: values.reduce((sum, value) => sum + Number(isBelow(value, automatic)), 0),
    above: values.reduce((sum, value) => sum + Number(isAbove(value, automatic)), 0),
    counts,
  };
}
