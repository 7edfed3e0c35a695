import type { Limits, MetricSummary, QualityMetric } from "../../../contract/survey";

/** Metrics whose limits are found on ln(1 + x). */
export const isLogarithmic = (metric: QualityMetric): boolean => metric === "totals" || metric === "detected";

/** Limits on the sides that a metric has; one that is none, or below what there can be, is left out. */
export function automaticLimits(sides: MetricSummary["sides"], low: number, high: number): Limits {
  return {
    low: sides === "both" && Number.isFinite(low) && low > 0 ? low : null,
    high: sides !== "none" && Number.isFinite(high) ? high : null,
  };
}

export const isBelow = (value: number, { low }: Limits): boolean => low !== null && value < low;
export const isAbove = (value: number, { high }: Limits): boolean => high !== null && value > high;
