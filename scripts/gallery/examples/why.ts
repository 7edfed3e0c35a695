import { slotColor } from "../../../web/src/plots/palette";
import { normal, range, around, TYPES, GENES, type Example } from "./example";

const bars = (names: readonly string[], hasIntervals: boolean) =>
  names
    .map((name) => ({ name, mean: normal() * 0.3 }))
    .sort((a, b) => b.mean - a.mean)
    .map((one) => ({ ...one, low: hasIntervals ? one.mean - 0.09 : NaN, high: hasIntervals ? one.mean + 0.09 : NaN }));
const SETS = ["HALLMARK interferon gamma response", "HALLMARK TNFA signaling via NFKB", "HALLMARK MYC targets v1", "HALLMARK complement"];
const curve = (rate: number) =>
  range(6, (i) => ({ share: [0.01, 0.05, 0.1, 0.2, 0.5, 0.9][i]!, gap: around(0.7 * (1 - Math.exp(-rate * (i + 1))), 0.05) }));

/** Plots of Why. */
export const WHY: Record<string, Example> = {
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
};
