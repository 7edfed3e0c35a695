import type { GeneScatterData } from "../../../web/src/plots/gene-scatter";
import { random, normal, range, TYPES, GENES, type Example } from "./example";

/** Genes of a type between two conditions, a tenth of which differ. */
function expression(): GeneScatterData {
  const n = 4000;
  const floats = (of: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => of(i));
  const average = floats(() => 1 + 11 * random() ** 2);
  const spread = average.map((mean) => 0.35 + 0.6 / mean);
  const logFoldChange = spread.map((one, i) => one * 0.5 * normal() + (i % 10 === 0 ? 1.6 * normal() : 0));
  const t = logFoldChange.map((change, i) => change / (0.4 * spread[i]!));
  const p = t.map((one) => Math.exp(-0.72 * Math.abs(one) - 0.42 * one * one));
  const fitted = average.map((mean) => 0.4 + 0.5 * Math.exp(-mean / 3));
  return {
    table: {
      type: TYPES[5]!,
      gene: Int32Array.from({ length: n }, (_, i) => i),
      symbols: range(n, (i) => GENES[i / 10] ?? `GENE${i}`),
      ensemblIds: range(n, (i) => `ENSG${i}`),
      logFoldChange,
      low: logFoldChange.map((change, i) => change - 0.8 * spread[i]!),
      high: logFoldChange.map((change, i) => change + 0.8 * spread[i]!),
      average,
      t,
      p,
      q: p.map((one) => Math.min(1, one * 20)),
      cells: null,
      trend: { count: average, deviation: fitted.map((one) => one * Math.exp(0.15 * normal())), fitted },
    },
    sides: ["stimulated with interferon beta", "control"],
    gene: GENES[2]!,
    fdr: 0.05,
  };
}

/** Plots of Compare. */
export const COMPARE: Record<string, Example> = {
  "donor-points": {
    plot: "donorPoints",
    title: "Shares per donor, pairs joined",
    draw: (plots, style, width) =>
      plots.donorPoints(
        {
          rows: TYPES.slice(0, 6).map((label, row) => ({
            label,
            points: range(14, (i) => {
              const side = (i % 2) as 0 | 1;
              const donor = i < 10 ? `donor ${i >> 1}` : `donor ${i}`;
              const value = 0.3 * 0.6 ** row * Math.exp(0.4 * normal() + (side === 0 && row === 2 ? 0.9 : 0));
              return { donor, side, value, title: `${donor}: ${value.toFixed(2)}` };
            }),
          })),
          sides: ["stimulated with interferon beta", "control"],
          about: "Share of each type in every donor's cells",
          x: "share of a donor's cells",
          format: (one) => `${Math.round(one * 100)}%`,
          isFromZero: true,
        },
        style,
        width,
      ),
  },
  "sample-points": {
    plot: "samplePoints",
    title: "Predicted types by sample",
    draw: (plots, style, width) =>
      plots.samplePoints(
        {
          found: {
            phenotype: "cell_type",
            column: "donor",
            condition: "disease",
            classes: TYPES.map((label, i) => ({ label, ontologyId: `CL:${i}` })),
            samples: range(20, (i) => {
              const counts = TYPES.map((_, type) => Math.round(300 * 0.6 ** type * Math.exp(0.5 * normal())));
              const unread = i === 19 ? 100 : 0;
              const cells = 20 + unread + counts.reduce((sum, one) => sum + one, 0);
              return { sample: `donor ${i}`, condition: i < 12 ? "acute myeloid leukaemia" : "normal", cells, counts, unknown: 20, unread };
            }),
            without: 0,
            sampled: null,
          },
        },
        style,
        width,
      ),
  },
  volcano: {
    plot: "volcano",
    title: "Genes that differ in a type",
    draw: (plots, style, width) => plots.volcano(expression(), style, width),
  },
  "mean-difference": {
    plot: "meanDifference",
    title: "Change against mean expression",
    draw: (plots, style, width) => plots.meanDifference(expression(), style, width),
  },
  "voom-trend": {
    plot: "voomTrend",
    title: "Mean-variance trend",
    draw: (plots, style, width) => plots.voomTrend(expression().table, style, width),
  },
};
