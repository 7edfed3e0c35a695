import { slotColor } from "../../../web/src/plots/palette";
import { random, normal, range, around, TYPES, MODELS, type Example } from "./example";

const bins = () =>
  range(15, (i) => ({
    meanConfidence: 0.12 + i * 0.061,
    shareRight: Math.min(1, Math.max(0, 0.08 + i * 0.058 + 0.05 * normal())),
    cells: Math.round(40 + 900 * random()),
  }));
const coverage = (skill: number) => {
  const curve = range(60, (i) => ({
    threshold: 1 - i / 60,
    cells: 40 * (i + 1),
    right: Math.round(40 * (i + 1) * (1 - (1 - skill) * (i / 60))),
  }));
  return { cells: 2400, aurc: (1 - skill) / 2, curve };
};
const trendLine = (of: string, slope: number) => ({
  of,
  points: 20,
  slope,
  intercept: 0.7,
  low: slope - 0.001,
  high: slope + 0.001,
  pValue: 0.03,
});

/** Plots of Trust. */
export const TRUST: Record<string, Example> = {
  confusion: {
    plot: "confusion",
    title: "Confusion matrix (true label against prediction)",
    draw: (plots, style, width) =>
      plots.confusion(
        {
          rows: TYPES,
          columns: [...TYPES, "all others"],
          counts: TYPES.map((_, r) => range(11, (c) => (r === c ? 220 : Math.round(30 * random() ** 4)))),
        },
        style,
        width,
      ),
  },
  "confusion-large": {
    plot: "confusion",
    title: "",
    draw: (plots, style, width) => {
      const names = range(28, (i) => `a class of a rather long name ${i + 1}`);
      return plots.confusion(
        { rows: names, columns: names, counts: names.map((_, r) => names.map((_n, c) => (r === c ? 90 : 0))) },
        style,
        width,
      );
    },
  },
  "top-k": {
    plot: "topK",
    title: "Top-k accuracy",
    draw: (plots, style, width) =>
      plots.topK(
        { series: MODELS.map((name, i) => ({ name, topK: range(5, (k) => around(0.99 - (0.2 + 0.08 * i) / (k + 1), 0.015)) })) },
        style,
        width,
      ),
  },
  reliability: {
    plot: "reliability",
    title: "Calibration: when it says 80%, is it right 80% of the time?",
    draw: (plots, style, width) => plots.reliability({ series: MODELS.map((name) => ({ name, bins: bins(), ece: 0.043 })) }, style, width),
  },
  "risk-coverage": {
    plot: "riskCoverage",
    title: "",
    draw: (plots, style, width) =>
      plots.riskCoverage({ series: MODELS.map((name, i) => ({ name, coverage: coverage(0.82 - 0.1 * i) })), threshold: 0.5 }, style, width),
  },
  forest: {
    plot: "forest",
    title: "Top-1 accuracy by donor",
    draw: (plots, style, width) =>
      plots.forest(
        {
          about: "Top-1 accuracy by donor",
          x: "top-1 accuracy",
          y: "donor",
          names: MODELS,
          domain: [0, 1],
          rows: range(9, (i) => `donor ${1000 + i} (day ${i}, collected at home)`).flatMap((label) =>
            [0, 1].map((series) => ({ label, series, ...around(0.6 + 0.3 * random(), 0.04) })),
          ),
        },
        style,
        width,
      ),
  },
  "forest-differences": {
    plot: "forest",
    title: "",
    draw: (plots, style, width) =>
      plots.forest(
        {
          about: "Differences",
          x: "difference, Transformer minus Linear",
          y: "metric",
          reference: 0,
          referenceName: "no difference",
          rows: ["top-1 accuracy", "macro F1"].map((label) => ({ label, value: 0.03, low: -0.01, high: 0.07 })),
        },
        style,
        width,
      ),
  },
  landscape: {
    plot: "landscape",
    title: "Entropy of cell type by development stage",
    draw: (plots, style, width) =>
      plots.landscape(
        {
          most: Math.log(63),
          by: "development_stage",
          groups: range(6, (i) => ({
            label: `${i * 10 + 20}-year-old human stage`,
            cells: 300,
            donors: 5,
            mean: { value: 0.5 + 0.1 * i, low: 0.4 + 0.1 * i, high: 0.62 + 0.1 * i },
            median: 0.4,
            histogram: range(50, (b) => 200 * Math.exp(-(((b - 3 - i) / 4) ** 2))),
          })),
        },
        style,
        width,
      ),
  },
  trend: {
    plot: "trend",
    title: "Entropy against age",
    draw: (plots, style, width) =>
      plots.trend(
        {
          most: Math.log(63),
          points: range(24, (i) => ({
            years: 20 + 60 * random(),
            mean: 0.8 + 0.4 * random(),
            adjusted: 0.9,
            cells: Math.round(1200 * random()),
            group: `donor ${i}`,
            health: i % 3 === 0 ? "diseased" : "healthy",
          })),
          trends: [trendLine("all", 0.004), trendLine("healthy", 0.002), trendLine("diseased", 0.005)],
          matched: trendLine("all", 0.001),
        },
        style,
        width,
      ),
  },
  depth: {
    plot: "depth",
    title: "Entropy against depth",
    draw: (plots, style, width) =>
      plots.depth(
        { correlation: -0.4, most: 4, bins: range(12, (i) => ({ cells: 100, meanDepth: 600 * 1.35 ** i, meanValue: 1.6 - 0.1 * i })) },
        style,
        width,
      ),
  },
  "entropy-strips": {
    plot: "entropyStrips",
    title: "Entropy by cell type",
    draw: (plots, style, width) =>
      plots.entropyStrips(
        {
          strips: TYPES.map((label, i) => ({
            label,
            color: slotColor(i, style.dark),
            sample: range(60, () => random() ** 3),
            median: 0.12,
            cells: 60,
          })),
        },
        style,
        width,
      ),
  },
};
