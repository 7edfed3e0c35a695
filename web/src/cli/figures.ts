import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CompositionReport, ExpressionTable, GeneByDonor } from "../contract/compare";
import { bestOfEach, type Grouping, type MarkersReport } from "../contract/survey";
import type { SurveyStep } from "../contract/operations/survey";
import type { ClusterAgreement, ClusterReport, ComponentsReport, QualityLimits, QualityReport, VariableGenes } from "../contract/survey";
import type { Evaluation } from "../contract/types";
import { confusionView } from "../plots/confusion-view";
import { curvesOf } from "../plots/curves";
import { VECTOR_POINTS } from "../plots/map-figure";
import { classMap, type ReportMap } from "../plots/report-map";
import { agreementView, geneByDonorView, limitsView, METRIC_LABELS, sharesView } from "../plots/step-figures";
import type { Engine } from "./engine";
import { drawnFigures, type Figure } from "./figure-file";
import { mapsOf, type MapsQuestion } from "./maps";

/** Share of false discoveries that a volcano plot draws a line at, as on the page. */
const FDR = 0.05;

/** Writes figures into the folder `figures` of a folder. */
export async function writeFigures(folder: string, figures: readonly Figure[]): Promise<void> {
  if (figures.length === 0) return;
  await mkdir(join(folder, "figures"));
  for await (const { name, text } of drawnFigures(figures)) await writeFile(join(folder, "figures", name), text);
}

function mapOf(name: string, map: ReportMap): Figure {
  const { data, lead } = classMap(map, VECTOR_POINTS);
  const isThinned = map.xy.length / 2 > VECTOR_POINTS;
  // The map has its own title.
  return { name, title: isThinned ? lead : "", draw: (plots, ...rest) => plots.mapFigure(data, ...rest) };
}

export interface Surveyed {
  quality: QualityReport;
  limits: QualityLimits;
  beyond: { metric: string; below: number; above: number }[];
  variable: VariableGenes | null;
  components: ComponentsReport | null;
  umap: Float32Array | null;
  clusters: ClusterReport | null;
  agreement: ClusterAgreement | null;
  markers: MarkersReport | null;
}

/** What the page's Survey plots: quality, variable genes, components, the map by clusters and by a column, markers. */
export async function surveyFigures(
  engine: Engine,
  step: SurveyStep,
  by: Grouping,
  { quality, limits, beyond, variable, components, umap, clusters, agreement, markers }: Surveyed,
): Promise<Figure[]> {
  const figures: Figure[] = quality.metrics
    .filter(({ metric }) => metric !== "mitochondrial" || quality.mitochondrialGenes > 0)
    .filter(({ metric }) => metric !== "ribosomal" || quality.ribosomalGenes > 0)
    .map((one) => {
      const out = beyond.find(({ metric }) => metric === one.metric);
      const { low = null, high = null } = limits[one.metric] ?? {};
      const label = METRIC_LABELS[one.metric];
      return {
        name: `quality-${one.metric}`,
        title: label[0]!.toUpperCase() + label.slice(1),
        draw: (plots, ...rest) => plots.limitsHistogram(limitsView(one, { low, high }, out ? out.below + out.above : 0), ...rest),
      };
    });
  if (variable)
    figures.push({ name: "variable-genes", title: "Variable genes", draw: (plots, ...rest) => plots.variableGenes(variable, ...rest) });
  if (components)
    figures.push({
      name: "components",
      title: "Principal components",
      draw: (plots, ...rest) => plots.explained({ explained: [...components.explained] }, ...rest),
    });
  if (umap && clusters) {
    const classes = clusters.sizes.map((_, cluster) => String(cluster));
    figures.push(mapOf("map-clusters", { title: "Clusters", xy: umap, layout: "UMAP", classOf: clusters.codes, classes }));
  }
  if (umap && by.kind === "column") {
    const column = await engine.call("column", { name: by.column });
    if (column.kind !== "number")
      figures.push(
        mapOf(`map-${by.column}`, { title: by.column, xy: umap, layout: "UMAP", classOf: column.codes, classes: column.categories }),
      );
  }
  if (agreement)
    figures.push({
      name: "clusters-by-label",
      title: `Clusters compared with ${agreement.column}`,
      draw: (plots, ...rest) => plots.groupHeat(agreementView(agreement), ...rest),
    });
  const genes = markers ? bestOfEach(markers.top) : [];
  if (genes.length > 0) {
    const found = await engine.call("geneGroups", { ...step, genes, by });
    for (const [name, as] of [
      ["dot-plot", "dots"],
      ["heat-map", "tiles"],
    ] as const)
      figures.push({
        name,
        title: `Markers by ${found.by}`,
        draw: (plots, ...rest) => plots.dotPlot({ found, as, isScaled: true }, ...rest),
      });
  }
  return figures;
}

/** What the page's Compare plots: shares of every donor, a volcano and an MA plot of each type tested, genes in every donor. */
export function compareFigures(
  composition: CompositionReport,
  tables: readonly ExpressionTable[],
  genes: readonly GeneByDonor[],
): Figure[] {
  const { design } = composition;
  const sides = [design.sides[0].label, design.sides[1].label] as const;
  return [
    { name: "shares", title: "Shares per donor", draw: (plots, ...rest) => plots.donorPoints(sharesView(composition), ...rest) },
    ...tables
      .filter(({ p }) => p.some((one) => !Number.isNaN(one)))
      .flatMap((table): Figure[] => {
        const data = { table, sides, gene: "", fdr: FDR };
        return [
          { name: `volcano-${table.type}`, title: table.type, draw: (plots, ...rest) => plots.volcano(data, ...rest) },
          { name: `ma-${table.type}`, title: table.type, draw: (plots, ...rest) => plots.meanDifference(data, ...rest) },
        ];
      }),
    ...genes.map((one): Figure => ({
      name: `gene-${one.symbol || one.ensemblId}`,
      title: `${one.symbol || one.ensemblId} in every donor`,
      draw: (plots, ...rest) => plots.donorPoints(geneByDonorView(design, one), ...rest),
    })),
  ];
}

/** What the page's map, Predict and Trust plot: the cells by every model's labels and by clusters, and each evaluation. */
export function analyzeFigures(
  found: MapsQuestion,
  evaluations: readonly Evaluation[],
  { cells, nameOf }: { cells: number; nameOf(model: string): string },
): Figure[] {
  const maps = mapsOf(found, cells, (phenotype, model) => `Predicted ${phenotype}, ${model}`).map(({ of, map }) =>
    mapOf(of === "clusters" ? "map-clusters" : `map-${of.head.phenotype}-${of.model.name}`, map),
  );
  return [...maps, ...evaluations.flatMap((one) => evaluated(one, nameOf))];
}

function evaluated({ phenotype, metrics }: Evaluation, nameOf: (model: string) => string): Figure[] {
  const scored = metrics.filter(({ cells }) => cells > 0);
  if (scored.length === 0) return [];
  const series = curvesOf(scored, nameOf);
  return [
    { name: `top-k-${phenotype}`, title: "Top-k accuracy", draw: (plots, ...rest) => plots.topK({ series }, ...rest) },
    { name: `reliability-${phenotype}`, title: "Calibration", draw: (plots, ...rest) => plots.reliability({ series }, ...rest) },
    {
      name: `risk-coverage-${phenotype}`,
      title: "Label only confident predictions",
      draw: (plots, ...rest) => plots.riskCoverage({ series, threshold: null }, ...rest),
    },
    ...scored.map((one): Figure => ({
      name: `confusion-${phenotype}-${one.model}`,
      title: `Confusion matrix, ${nameOf(one.model)}`,
      draw: (plots, ...rest) => plots.confusion(confusionView(one), ...rest),
    })),
  ];
}
