import type { Metrics } from "../contract/types";

/** What top-k, calibration and risk against coverage are drawn from: one of each model. */
export const curvesOf = (metrics: readonly Metrics[], nameOf: (model: string) => string) =>
  metrics.map((one) => ({
    name: nameOf(one.model),
    topK: one.topK,
    bins: one.calibration.mass,
    ece: one.calibration.eceMass,
    coverage: one.coverage,
  }));
