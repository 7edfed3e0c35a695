import type { CellQuality } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import {
  QUALITY_METRICS,
  type Limits,
  type MetricSummary,
  type QualityLimits,
  type QualityMask,
  type QualityMetric,
  type QualityReport,
} from "../../../contract/survey";
import type { PartSource } from "../../../contract/types";
import { unwrap, type CoreModule } from "../../base/core";
import { gather, type SurveyJob } from "./gather";
import { mergeQuality, type FoundQuality } from "./part";
import { automaticLimits, isAbove, isBelow, isLogarithmic } from "./quality-limits";
import { measureSamples } from "./quality-samples";
import { surveyState, type SurveyState } from "./state";

/** Bars of a histogram. */
const BARS = 50;
/** Sides on which a metric tells bad cells: too little and too much RNA, and what dying cells have too much of. */
const SIDES: Record<QualityMetric, MetricSummary["sides"]> = {
  totals: "both",
  detected: "both",
  mitochondrial: "upper",
  ribosomal: "none",
  top50: "upper",
};

/** The five metrics of every cell in one pass (or by `parts` of it), which leaves the sums of counts for variable genes too. */
export async function measureQuality(
  job: Omit<SurveyJob, "mask">,
  mads: number,
  column: string | null = null,
  parts?: PartSource[],
): Promise<QualityReport> {
  const started = performance.now();
  if (!(mads > 0 && Number.isFinite(mads)))
    throw new AnalysisError("bad-input", `Limits lie a number of deviations above 0 from the median, not ${mads}.`);
  const { core, file, matrix } = job;
  const state = surveyState(file, matrix);
  const { quality, sums, ...found } = parts ? await mergeQuality(job, parts) : await findQuality(job);
  state.counts?.delete();
  state.counts = sums;
  state.quality = quality;
  state.bySample = null;
  const metrics = QUALITY_METRICS.map((metric) => summarize(core, metric, quality[metric], mads, sidesOf(metric, found)));
  state.automatic = Object.fromEntries(metrics.map((one) => [one.metric, one.automatic]));
  const samples = column === null ? null : await measureSamples(job, state, metrics, mads, column);
  const notes = metrics
    .filter(({ mad, sides }) => sides !== "none" && !(mad > 0))
    .map(({ metric }) => `More than half of the cells have the same ${metric}: no automatic limit.`);
  return {
    matrix,
    cells: file.info.cells,
    genes: file.matrixInfo(matrix).genes,
    mads,
    metrics,
    mitochondrialGenes: found.mitochondrialGenes,
    ribosomalGenes: found.ribosomalGenes,
    emptyCells: quality.totals.reduce((count, total) => count + Number(total === 0), 0),
    kept: maskOf(state, "automatic").kept,
    samples,
    seconds: (performance.now() - started) / 1000,
    notes,
  };
}

async function findQuality(job: Omit<SurveyJob, "mask">): Promise<FoundQuality> {
  const { file, matrix } = job;
  const empty = () => new Float32Array(file.info.cells).fill(NaN);
  const quality = { totals: empty(), detected: empty(), mitochondrial: empty(), ribosomal: empty(), top50: empty() };
  let [mitochondrialGenes, ribosomalGenes] = [0, 0];
  const sums = await gather<CellQuality>(
    { ...job, mask: null },
    { of: "counts", genes: file.matrixInfo(matrix).genes },
    {
      step: "quality",
      visit: (lane, range) => lane.call("sumsQuality", { range }),
      take({ first }, part) {
        for (const metric of QUALITY_METRICS) quality[metric].set(part[metric], first);
        ({ mitochondrialGenes, ribosomalGenes } = part);
      },
    },
  );
  return { quality, mitochondrialGenes, ribosomalGenes, sums };
}

function sidesOf(metric: QualityMetric, { mitochondrialGenes }: { mitochondrialGenes: number }): MetricSummary["sides"] {
  return metric === "mitochondrial" && mitochondrialGenes === 0 ? "none" : SIDES[metric];
}

function summarize(
  core: CoreModule,
  metric: QualityMetric,
  values: Float32Array<ArrayBuffer>,
  mads: number,
  sides: MetricSummary["sides"],
): MetricSummary {
  const { median, mad, low, high } = unwrap(core.outlier_limits({ values, mads, logarithmic: isLogarithmic(metric) }));
  const automatic = automaticLimits(sides, low, high);
  return {
    metric,
    median,
    mad,
    sides,
    automatic,
    distribution: unwrap(core.distribution({ values, bins: BARS })),
    logDistribution: isLogarithmic(metric)
      ? unwrap(core.distribution({ values: values.map((value) => Math.log10(1 + value)), bins: BARS }))
      : null,
    below: values.reduce((count, value) => count + Number(isBelow(value, automatic)), 0),
    above: values.reduce((count, value) => count + Number(isAbove(value, automatic)), 0),
  };
}

/** Cells within all limits given; `automatic`: within those of their sample, where limits were found within samples. */
export function maskOf(state: SurveyState, asked: QualityLimits | "automatic"): QualityMask {
  const quality = state.measured();
  const { bySample } = state;
  const all = asked === "automatic" ? state.automatic : asked;
  const lists = [all, ...(asked === "automatic" ? (bySample?.limits ?? []) : [])];
  const isSet = (metric: QualityMetric) =>
    lists.some((limits) => limits[metric] && (limits[metric].low !== null || limits[metric].high !== null));
  const given = QUALITY_METRICS.filter(isSet);
  const out = new Uint8Array(quality.totals.length);
  const beyond = given.map((metric) => ({ metric, below: 0, above: 0, alone: 0 }));
  for (let cell = 0; cell < out.length; cell++) {
    const sample = asked === "automatic" ? (bySample?.codes[cell] ?? -1) : -1;
    const limits = sample < 0 ? all : bySample!.limits[sample]!;
    let wrong = 0;
    let last = -1;
    given.forEach((metric, i) => {
      const own = limits[metric] ?? NONE;
      const value = quality[metric][cell]!;
      const below = isBelow(value, own);
      if (!below && !isAbove(value, own)) return;
      if (below) beyond[i]!.below++;
      else beyond[i]!.above++;
      wrong++;
      last = i;
    });
    if (wrong === 1) beyond[last]!.alone++;
    out[cell] = Number(wrong === 0);
  }
  return { mask: out, kept: out.reduce((sum, one) => sum + one, 0), beyond };
}

const NONE: Limits = { low: null, high: null };
