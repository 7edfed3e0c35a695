import type { CompareDesign, CompositionReport, GeneByDonor } from "../contract/compare";
import type { ClusterAgreement, MetricSummary, QualityMetric } from "../contract/survey";
import type { DonorPointsData } from "./donor-points";
import { count, many, percent, value } from "./format";
import type { GroupHeatData } from "./group-heat";
import type { LimitsHistogramData } from "./limits-histogram";

/* What is plotted of results, the same on the page and on the command line. */

/** What the axes of quality metrics are called. */
export const METRIC_LABELS: Record<QualityMetric, string> = {
  totals: "counts per cell",
  detected: "genes detected per cell",
  mitochondrial: "mitochondrial fraction",
  ribosomal: "ribosomal fraction",
  top50: "fraction in the top 50 genes",
};

/** Types drawn sample by sample, the commonest; tables have all. */
export const MOST_TYPES = 20;

/** Metrics between 0 and 1. */
export const SHARES = new Set<QualityMetric>(["mitochondrial", "ribosomal", "top50"]);

/** A metric's distribution with its limits; `outside`: cells beyond them. */
export function limitsView(
  { metric, distribution, logDistribution }: MetricSummary,
  { low, high }: { low: number | null; high: number | null },
  outside: number,
): LimitsHistogramData {
  return {
    distribution: logDistribution ?? distribution,
    isLog: logDistribution !== null,
    isShare: SHARES.has(metric),
    low,
    high,
    label: METRIC_LABELS[metric],
    median: distribution.median,
    outside,
  };
}

/** The clusters that each label's cells are in. */
export function agreementView({ labels, table, clusters, column }: ClusterAgreement): GroupHeatData {
  return {
    groups: labels,
    genes: Array.from({ length: clusters }, (_, i) => String(i)),
    what: "Fraction of a label's cells in each cluster",
    axes: ["cluster", column],
    isShare: true,
    values: labels.map((_, i) => {
      const row = [...table.subarray(i * clusters, (i + 1) * clusters)];
      const sum = row.reduce((all, one) => all + one, 0);
      return row.map((cells) => (sum > 0 ? cells / sum : NaN));
    }),
  };
}

/** What a donor's point says when it is pointed at. */
export const pointTitle = ({ sides }: CompareDesign, donor: string, side: 0 | 1, words: string) =>
  `${donor || "donor not known"}, ${sides[side].label}: ${words}`;

const sidesOf = ({ sides }: CompareDesign) => [sides[0].label, sides[1].label] as const;

/** Shares of the types in every donor's cells, the commonest type first. */
export function sharesView({ design, rows, shares }: CompositionReport): DonorPointsData {
  const { samples, types, cells } = design;
  const order = [...types.keys()].sort((a, b) => rows[b]!.mean[0] + rows[b]!.mean[1] - rows[a]!.mean[0] - rows[a]!.mean[1]);
  return {
    rows: order.map((type) => ({
      label: types[type]!.type,
      points: samples.map(({ donor, side }, i) => {
        const at = i * types.length + type;
        const words = `${percent(shares[at]!)} (${many(cells[at]!, "cell")})`;
        return { donor, side, value: shares[at]!, title: pointTitle(design, donor, side, words) };
      }),
    })),
    sides: sidesOf(design),
    about: "Share of each type in every donor's cells",
    x: "share of a donor's cells",
    format: percent,
    isFromZero: true,
  };
}

/** One gene in every donor, condition and type; `first` comes first. */
export function geneByDonorView(design: CompareDesign, found: GeneByDonor, first?: string): DonorPointsData {
  const names = design.types.map(({ type }) => type).filter((type) => found.dots.some((dot) => dot.type === type));
  const order = [...names.filter((type) => type === first), ...names.filter((type) => type !== first)];
  return {
    rows: order.map((type) => ({
      label: type,
      points: found.dots
        .filter((dot) => dot.type === type)
        .map(({ donor, side, logCpm, cells, count: counts }) => ({
          donor,
          side,
          value: logCpm,
          title: pointTitle(design, donor, side, `${value(logCpm)} (${count(counts)} counts in ${many(cells, "cell")})`),
        })),
    })),
    sides: sidesOf(design),
    about: `${found.symbol} in every donor`,
    x: `${found.symbol || found.ensemblId}, log2 counts per million`,
    format: (one: number) => value(one),
    isFromZero: false,
  };
}
