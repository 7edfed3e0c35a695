import type { RiskCoverage } from "../contract/trust";

/**
 * The last point of the curve that still asks for `threshold`; null where no cell is that sure. Here, so that the first
 * screen needs no plots.
 */
export function atThreshold({ curve }: RiskCoverage, threshold: number): RiskCoverage["curve"][number] | null {
  return curve.filter((point) => point.threshold >= threshold).at(-1) ?? null;
}
