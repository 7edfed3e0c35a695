import type * as Plots from "../../../web/src/plots/index";
import { random, normal, range, TYPES, GENES, type Example } from "./example";

const distribution = (() => {
  const counts = range(40, (i) => Math.round(400 * Math.exp(-(((i - 16) / 7) ** 2))));
  const edges = range(41, (i) => 2 + i * 0.05);
  return { min: 2, q1: 2.6, median: 2.8, q3: 3.1, max: 4, mean: 2.8, edges, counts };
})();
const geneGroups = (genes: readonly string[], groups: readonly string[]): Parameters<typeof Plots.dotPlot>[0]["found"] => ({
  genes: genes.map((symbol, gene) => ({ asked: symbol, symbol, gene })),
  missing: [],
  by: "cell_type",
  groups: groups.map((name) => ({ name, cells: 200, rest: 1800 })),
  mean: Float32Array.from({ length: genes.length * groups.length }, () => 3.4 * random() ** 3),
  fraction: Float32Array.from({ length: genes.length * groups.length }, () => random() ** 2),
});
const violinGroup = (name: string, shift: number) => {
  const density = Float64Array.from({ length: 30 }, (_, i) => Math.exp(-(((i - shift) / 5) ** 2)));
  const quartiles = { min: 0, q1: shift * 0.08, median: shift * 0.1, q3: shift * 0.13, max: 4 };
  return { name, cells: 240, expressing: 190, mean: shift * 0.11, ...quartiles, counts: density, density };
};

/** Plots of Survey. */
export const SURVEY: Record<string, Example> = {
  "sample-quality": {
    plot: "sampleQuality",
    title: "Counts per cell by sample",
    draw: (plots, style, width) =>
      plots.sampleQuality(
        {
          label: "counts per cell",
          isLog: true,
          isShare: false,
          edges: distribution.edges,
          samples: range(6, (i) => ({
            name: i === 3 ? "donor 4, second library, sequenced again" : `donor ${i + 1}`,
            cells: 900 - 120 * i,
            counts: range(40, (bar) => 100 * Math.exp(-(((bar - 12 - 2 * i) / 6) ** 2))),
            median: 10 ** (2.6 + 0.1 * i),
            low: i === 5 ? null : 10 ** (2.2 + 0.1 * i),
            high: 10 ** (3.1 + 0.1 * i),
            slot: i,
          })),
        },
        style,
        width,
      ),
  },
  agreement: {
    plot: "groupHeat",
    title: "Clusters compared with cell_type",
    draw: (plots, style, width) =>
      plots.groupHeat(
        {
          groups: TYPES,
          genes: range(12, String),
          values: TYPES.map(() => range(12, () => random() ** 4)),
          what: "Fraction of a label's cells in each cluster",
          isShare: true,
          axes: ["cluster", "cell_type"],
        },
        style,
        width,
      ),
  },
  "doublet-scores": {
    plot: "doubletScores",
    title: "Doublet scores",
    draw: (plots, style, width) =>
      plots.doubletScores(
        {
          histogram: {
            edges: range(41, (i) => i / 40),
            observed: range(40, (i) => Math.round(900 * Math.exp(-(((i - 3) / 4) ** 2)) + (i > 18 ? 6 : 0))),
            simulated: range(40, (i) => Math.round(400 * Math.exp(-(((i - 22) / 7) ** 2)))),
          },
          threshold: 0.41,
          flagged: 132,
          scored: 2638,
        },
        style,
        width,
      ),
  },
  "limits-histogram": {
    plot: "limitsHistogram",
    title: "Counts per cell",
    draw: (plots, style, width) =>
      plots.limitsHistogram(
        { distribution, isLog: true, isShare: false, low: 250, high: 2500, label: "counts per cell", median: 700, outside: 146 },
        style,
        width,
      ),
  },
  "dot-plot": {
    plot: "dotPlot",
    title: "Dot plot",
    draw: (plots, style, width) => plots.dotPlot({ found: geneGroups(GENES, TYPES), as: "dots", isScaled: false }, style, width),
  },
  "dot-plot-many-genes": {
    plot: "dotPlot",
    title: "",
    draw: (plots, style, width) =>
      plots.dotPlot(
        {
          found: geneGroups(
            range(44, (i) => `GENE-${i}`),
            TYPES,
          ),
          as: "dots",
          isScaled: true,
        },
        style,
        width,
      ),
  },
  "heat-map": {
    plot: "dotPlot",
    title: "Heat map",
    draw: (plots, style, width) => plots.dotPlot({ found: geneGroups(GENES, TYPES), as: "tiles", isScaled: true }, style, width),
  },
  violin: {
    plot: "violin",
    title: "LYZ by group",
    draw: (plots, style, width) =>
      plots.violin(
        {
          found: {
            symbol: "LYZ",
            gene: 3,
            by: "cell_type",
            edges: Float64Array.from({ length: 31 }, (_, i) => i * 0.15),
            groups: TYPES.slice(0, 6).map((name, i) => violinGroup(name, 4 + 4 * i)),
          },
          slots: range(6, (i) => i),
        },
        style,
        width,
      ),
  },
  "variable-genes": {
    plot: "variableGenes",
    title: "200 most variable genes",
    draw: (plots, style, width) => {
      const mean = Float64Array.from({ length: 3000 }, () => Math.exp(2 * normal() - 2));
      const spread = mean.map((one) => one * (1 + one) * Math.exp(0.4 * normal()));
      const score = spread.map((one, i) => one / (mean[i]! * (1 + mean[i]!)));
      const chosen = Int32Array.from([...score.keys()].sort((a, b) => score[b]! - score[a]!).slice(0, 200));
      return plots.variableGenes(
        {
          flavour: "seurat_v3",
          column: null,
          batch: null,
          cells: 2638,
          symbols: range(3000, (i) => `GENE${i}`),
          ensemblIds: [],
          mean,
          spread,
          score,
          expected: mean.map((one) => one * (1 + one)),
          chosen,
          seconds: 1,
          notes: [],
        },
        style,
        width,
      );
    },
  },
  explained: {
    plot: "explained",
    title: "Principal components",
    draw: (plots, style, width) => plots.explained({ explained: range(50, (i) => 0.06 * 0.9 ** i) }, style, width),
  },
};
