import type { QualityReport } from "../contract/survey";
import type { Coverage, HeadSummary, ModelInfo } from "../contract/types";
import type { ClusterRow, Differing } from "./overview-tables";
import { count, escaped, figuresHtml, number, table, type Drawn } from "./report-html";

/** What a report says of any file, with labels or without. */
export interface Overview {
  maps: readonly Drawn[];
  /** The main head of every model. */
  types: readonly { model: ModelInfo; summary: HeadSummary }[];
  differing: Differing | null;
  /** Null where no clusters were found. */
  clusters: { resolution: number; rows: readonly ClusterRow[] } | null;
  quality: QualityReport | null;
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const TITLES = {
  totals: "Counts per cell",
  detected: "Genes per cell",
  mitochondrial: "Mitochondrial share",
  ribosomal: "Ribosomal share",
  top50: "Share of the top 50 genes",
} as const;

function typesHtml({ model, summary }: Overview["types"][number]): string {
  const { sampled } = summary;
  const read = sampled ? `: ${count(sampled.read)} of ${count(sampled.of)} cells read` : "";
  return table(
    `${summary.phenotype.replaceAll("_", " ")} by ${model.title}${read}`,
    [
      "Class",
      "Term",
      sampled ? "Cells read" : "Cells",
      sampled?.isDrawn ? "Share of all (95% interval)" : "Share",
      "Mean probability",
      "Mean entropy (nats)",
    ],
    summary.classes.map((one) => [
      escaped(one.label),
      escaped(one.ontologyId),
      count(one.cells),
      one.share
        ? `${percent(one.share.value)} (${percent(one.share.low)} to ${percent(one.share.high)})`
        : percent(one.cells / summary.cells),
      number(one.meanProbability, 2),
      number(one.meanEntropy, 2),
    ]),
  );
}

function differingHtml(found: Differing | null): string {
  if (!found) return "";
  const [first, second] = found.models;
  const share = percent(found.cells ? found.differ / found.cells : 0);
  return `<h2>Where the models differ</h2>
<p>${count(found.differ)} of ${count(found.cells)} cells that both label (${share}) have labels of which neither is a kind of the other.</p>
${table(
  "Commonest pairs of labels among them",
  [first, second, "Cells"],
  found.pairs.map(({ labels, cells }) => [escaped(labels[0]), escaped(labels[1]), count(cells)]),
)}`;
}

function clustersHtml({ clusters, types }: Overview): string {
  if (!clusters) return "";
  return `<h2>Clusters</h2>${table(
    `Leiden clusters at resolution ${clusters.resolution}`,
    ["Cluster", "Cells", "Name", ...types.map(({ model }) => model.title)],
    clusters.rows.map((row) => [
      escaped(row.cluster),
      count(row.cells),
      escaped(row.name || "not named"),
      ...row.says.map(({ label, share }) => (label ? `${escaped(label)} <small>${percent(share)}</small>` : "")),
    ]),
  )}`;
}

function qualityHtml(quality: QualityReport | null): string {
  if (!quality) return "";
  const isShare = (metric: string) => metric !== "totals" && metric !== "detected";
  const shown = (metric: string, value: number | null) =>
    value === null ? "–" : isShare(metric) ? percent(value) : count(Math.round(value));
  return `<h2>Quality</h2>
<p>${count(quality.kept)} of ${count(quality.cells)} cells are within the automatic limits, ${quality.mads} median absolute deviations from
the median. ${escaped(quality.notes.join(" "))}</p>
${table(
  "Quality metrics",
  ["Metric", "Lower quartile", "Median", "Upper quartile", "Least", "Most", "Cells below", "Cells above"],
  quality.metrics.map(({ metric, distribution, automatic, below, above }) => [
    TITLES[metric],
    shown(metric, distribution.q1),
    shown(metric, distribution.median),
    shown(metric, distribution.q3),
    shown(metric, automatic.low),
    shown(metric, automatic.high),
    count(below),
    count(above),
  ]),
)}`;
}

/** Map and types come first, then where doubts begin. */
export const overviewHtml = (overview: Overview): string => `${overview.maps.length > 0 ? "<h2>Map</h2>" : ""}${figuresHtml(overview.maps)}
${overview.types.length > 0 ? `<h2>Predicted types</h2>${overview.types.map(typesHtml).join("\n")}` : ""}
${differingHtml(overview.differing)}
${clustersHtml(overview)}
${qualityHtml(overview.quality)}`;

/** What each model was trained on, what it cannot do, and how much of it the file has genes for. */
export function limitsHtml(models: readonly ModelInfo[], coverage: readonly Coverage[]): string {
  return models
    .map((model) => {
      const of = coverage.find((one) => one.model === model.name);
      const genes = of ? ` ${count(of.found)} of its ${count(of.vocabulary)} genes are in the file.` : "";
      const unread = (of?.unread ?? []).map(({ file, reason }) => `<p>Not read by this model: ${escaped(file)}. ${escaped(reason)}</p>\n`);
      const cautions = model.heads.flatMap(({ phenotype, caution }) =>
        caution ? [`<li>${escaped(phenotype.replaceAll("_", " "))}: ${escaped(caution.says)}</li>`] : [],
      );
      return `<h3>${escaped(model.title)}</h3>
<p>${escaped(model.limits)} Trained on: ${escaped(model.trainedOn)}${genes}${model.citation ? ` Cite: ${escaped(model.citation)}` : ""}</p>
${unread.join("")}${cautions.length > 0 ? `<ul>${cautions.join("")}</ul>` : ""}`;
    })
    .join("\n");
}
