import type { GeneScatterData } from "../../web/src/plots/gene-scatter";
import type * as Plots from "../../web/src/plots/index";
import { slotColor, slotTable, rampTable } from "../../web/src/plots/palette";
import type { Style } from "../../web/src/plots/style";

/*
 * One picture of every plot, of made-up numbers with what is hard to draw: long names, many groups, empty intervals. They show
 * how a plot looks, and nothing else.
 */
export interface Example {
  /** The plot it is of. */
  plot: keyof typeof Plots;
  title: string;
  draw(plots: typeof Plots, style: Style, width: number): SVGSVGElement;
  hasNames?: boolean;
}

let state = 7;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const range = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
const around = (value: number, half: number) => ({ value, low: Math.max(0, value - half), high: Math.min(1, value + half) });

const TYPES = [
  "CD4-positive, alpha-beta T cell",
  "CD8-positive, alpha-beta T cell",
  "central memory CD4-positive, alpha-beta T cell",
  "natural killer cell",
  "B cell",
  "classical monocyte",
  "non-classical monocyte",
  "plasmacytoid dendritic cell",
  "gamma-delta T cell",
  "platelet",
];
const GENES = [
  "CD3E",
  "IL7R",
  "CD8A",
  "GZMB",
  "NKG7",
  "GNLY",
  "MS4A1",
  "CD79A",
  "LYZ",
  "S100A8",
  "FCGR3A",
  "HLA-DQB1-AS1",
  "ENSG00000244734",
];
const MODELS = ["Transformer (whole human, 63 cell types)", "Linear"];

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
const distribution = (() => {
  const counts = range(40, (i) => Math.round(400 * Math.exp(-(((i - 16) / 7) ** 2))));
  const edges = range(41, (i) => 2 + i * 0.05);
  return { min: 2, q1: 2.6, median: 2.8, q3: 3.1, max: 4, mean: 2.8, edges, counts };
})();

/** Clusters on a plane, a class each. */
function map(classes: number, cells: number): { xy: Float32Array; classOf: Int16Array } {
  const centers = range(classes, () => [normal() * 6, normal() * 5] as const);
  const classOf = Int16Array.from({ length: cells }, () => Math.floor(random() ** 1.6 * classes));
  const xy = new Float32Array(2 * cells);
  classOf.forEach((at, i) => xy.set([centers[at]![0] + normal() * 0.7, centers[at]![1] + normal() * 0.7], 2 * i));
  return { xy, classOf };
}

function classMap(labels: readonly string[], cells: number): Parameters<typeof Plots.mapFigure>[0] {
  const { xy, classOf } = map(labels.length, cells);
  return {
    xy,
    codes: Uint8Array.from(classOf),
    table: slotTable(false),
    title: "Predicted cell type",
    axes: ["UMAP 1", "UMAP 2"],
    legend: {
      kind: "classes",
      classes: labels.map((label, i) => ({ label, cells: classOf.filter((at) => at === i).length, color: slotColor(i, false) })),
      classOf,
      missing: 0,
      none: "no prediction",
    },
  };
}

function valueMap(isDiverging: boolean): Parameters<typeof Plots.mapFigure>[0] {
  const { xy, classOf } = map(7, 3000);
  const [low, high] = isDiverging ? [-0.83, 0.83] : [0, 4.37];
  return {
    xy,
    codes: Uint8Array.from(classOf, (at) => Math.min(254, Math.round(at * 36 + 20 * random()))),
    table: rampTable(false, isDiverging),
    isRanked: true,
    title: "CD3E",
    axes: ["UMAP 1", "UMAP 2"],
    legend: {
      kind: "values",
      low,
      high,
      ...(isDiverging ? { isDiverging } : {}),
      unit: isDiverging ? "attribution" : "log1p of normalized counts",
      format: String,
    },
  };
}

const geneGroups = (genes: readonly string[], groups: readonly string[]): Parameters<typeof Plots.dotPlot>[0]["found"] => ({
  genes: genes.map((symbol, gene) => ({ asked: symbol, symbol, gene })),
  missing: [],
  by: "cell_type",
  groups: groups.map((name) => ({ name, cells: 200, rest: 1800 })),
  mean: Float32Array.from({ length: genes.length * groups.length }, () => 3.4 * random() ** 3),
  fraction: Float32Array.from({ length: genes.length * groups.length }, () => random() ** 2),
});

const bars = (names: readonly string[], hasIntervals: boolean) =>
  names
    .map((name) => ({ name, mean: normal() * 0.3 }))
    .sort((a, b) => b.mean - a.mean)
    .map((one) => ({ ...one, low: hasIntervals ? one.mean - 0.09 : NaN, high: hasIntervals ? one.mean + 0.09 : NaN }));
const SETS = ["HALLMARK interferon gamma response", "HALLMARK TNFA signaling via NFKB", "HALLMARK MYC targets v1", "HALLMARK complement"];
const curve = (rate: number) =>
  range(6, (i) => ({ share: [0.01, 0.05, 0.1, 0.2, 0.5, 0.9][i]!, gap: around(0.7 * (1 - Math.exp(-rate * (i + 1))), 0.05) }));
const violinGroup = (name: string, shift: number) => {
  const density = Float64Array.from({ length: 30 }, (_, i) => Math.exp(-(((i - shift) / 5) ** 2)));
  const quartiles = { min: 0, q1: shift * 0.08, median: shift * 0.1, q3: shift * 0.13, max: 4 };
  return { name, cells: 240, expressing: 190, mean: shift * 0.11, ...quartiles, counts: density, density };
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

export const EXAMPLES: Record<string, Example> = {
  "map-classes": {
    plot: "mapFigure",
    title: "Cells of a made-up sample",
    hasNames: true,
    draw: (plots, style, width) => plots.mapFigure(classMap(TYPES, 2600), style, width),
  },
  "map-names": {
    plot: "mapFigure",
    title: "Names where the classes lie",
    draw: (plots, style, width) => plots.mapFigure(classMap(TYPES, 2600), { ...style, legend: "names" }, width),
  },
  "map-many-classes": {
    plot: "mapFigure",
    title: "",
    draw: (plots, style, width) =>
      plots.mapFigure(
        classMap(
          range(72, (i) => `cell type number ${i + 1}`),
          6000,
        ),
        style,
        width,
      ),
  },
  "map-many-cells": {
    plot: "mapFigure",
    title: "",
    draw: (plots, style, width) => plots.mapFigure(classMap(TYPES.slice(0, 5), 40_000), style, width),
  },
  "map-gene": { plot: "mapFigure", title: "", draw: (plots, style, width) => plots.mapFigure(valueMap(false), style, width) },
  "map-attribution": { plot: "mapFigure", title: "", draw: (plots, style, width) => plots.mapFigure(valueMap(true), style, width) },
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
  attribution: {
    plot: "attributionBars",
    title: "Genes for and against this label",
    draw: (plots, style, width) => plots.attributionBars({ bars: bars(GENES, true), title: "CD8 T cell" }, style, width),
  },
  "attribution-markers": {
    plot: "attributionBars",
    title: "Genes for and against this label",
    draw: (plots, style, width) =>
      plots.attributionBars(
        {
          bars: bars(GENES, true).map((bar, i) => ({
            ...bar,
            change: i === 3 ? NaN : 20 * bar.mean,
            ...(i < 4 ? { known: "class" as const } : i > 10 ? { known: "against" as const } : {}),
          })),
          title: "CD8-positive, alpha-beta T cell",
          rival: "natural killer cell",
          markersOf: ["CD8-positive, alpha-beta T cell", "natural killer cell"],
        },
        style,
        width,
      ),
  },
  "gene-sets": {
    plot: "attributionBars",
    title: "Enriched gene sets",
    draw: (plots, style, width) =>
      plots.attributionBars(
        { bars: bars(SETS, false), title: "CD8 T cell", areSets: true, what: "normalized enrichment score" },
        style,
        width,
      ),
  },
  "group-heat": {
    plot: "groupHeat",
    title: "Top genes of all groups",
    draw: (plots, style, width) =>
      plots.groupHeat(
        {
          groups: TYPES,
          genes: GENES,
          values: TYPES.map(() => GENES.map(() => normal())),
          what: "Mean attribution",
          axes: ["gene", "predicted class"],
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
  "gene-states": {
    plot: "geneStatesMap",
    title: "Hidden states of CD3E",
    draw: (plots, style, width) =>
      plots.geneStatesMap(
        {
          gene: "CD3E",
          contexts: TYPES.slice(0, 5).map((name, i) => ({ name, color: slotColor(i, style.dark) })),
          contextOf: Int32Array.from({ length: 300 }, (_, i) => i % 5),
          xy: Float32Array.from({ length: 600 }, normal),
        },
        style,
        width,
      ),
  },
  "set-network": {
    plot: "setNetwork",
    title: "Which sets share genes",
    draw: (plots, style, width) =>
      plots.setNetwork(
        {
          sets: range(14, (i) => ({ name: `${SETS[i % 4]!} ${i}`, size: 40 + 15 * i, effect: 2 * normal(), q: 0.01 })),
          links: range(12, (i) => ({ first: i, second: (i * 5 + 1) % 14, coefficient: 0.35 + 0.04 * i, shared: 20 })).filter(
            (one) => one.first !== one.second,
          ),
          what: "NES",
        },
        style,
        width,
      ),
  },
  deletion: {
    plot: "deletionLines",
    title: "Deletion curves",
    draw: (plots, style, width) =>
      plots.deletionLines(
        {
          series: [
            { name: "by attribution", points: curve(0.9) },
            { name: "random order", points: curve(0.2) },
            { name: "highest expression first", points: curve(0.5), isOther: true },
          ],
        },
        style,
        width,
      ),
  },
  waterfall: {
    plot: "waterfall",
    title: "Attribution in one cell",
    draw: (plots, style, width) =>
      plots.waterfall(
        {
          steps: [
            ...GENES.map((name) => ({ name, change: 0.3 * normal(), isGene: true })),
            { name: "2,014 other genes", change: 0.5, isGene: false },
          ],
          from: 1.2,
          to: 3.4,
          title: "CD8 T cell",
        },
        style,
        width,
      ),
  },
  "ranking-lines": {
    plot: "rankingLines",
    title: "Accuracy with the top n genes",
    draw: (plots, style, width) =>
      plots.rankingLines(
        {
          majority: 0.31,
          series: ["Attribution, transformer", "Attribution, linear", "Highly variable (Seurat v3)", "ANOVA F", "random genes"].map(
            (name, s) => ({
              name,
              points: [10, 20, 50, 100, 200, 500].map((genes) => ({ genes, ...around(0.93 - 0.6 / Math.sqrt(genes) - 0.02 * s, 0.02) })),
            }),
          ),
        },
        style,
        width,
      ),
  },
  "learning-curve": {
    plot: "learningCurve",
    title: "Learning curve: cells",
    draw: (plots, style, width) =>
      plots.learningCurve(
        {
          by: "cells",
          majority: 0.3,
          points: [250, 500, 1000, 2000].map((cells) => ({
            cells,
            genes: 2000,
            accuracy: around(0.95 - 6 / cells ** 0.6, 0.02),
            macroF1: 0.8,
          })),
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
