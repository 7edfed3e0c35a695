import type { GroupsReport } from "../contract/groups";
import { SEX_WORDS, type SexReport } from "../contract/sex";
import type { Landscape, LedgerMetric, ProtocolResult, TrustLights } from "../contract/trust";
import type { Evaluation, FileInfo, Interval, ModelInfo } from "../contract/types";
import { annotationHtml, type NamedGroups } from "./annotation-report";
import { annotationJson } from "./annotation-summary";
import { groupsJson } from "./groups-csv";
import { json } from "./metrics-json";
import { limitsHtml, overviewHtml, type Overview } from "./overview-html";
import { samplesHtml } from "./samples-html";
import { count, escaped, figuresHtml, number, pageHtml, table, type Drawn } from "./report-html";

/** Everything a report on trust is made of. */
export interface TrustReport {
  version: string;
  file: FileInfo;
  models: ModelInfo[];
  options: Record<string, unknown>;
  evaluations: Evaluation[];
  landscapes: Landscape[];
  protocols: ProtocolResult[];
  /** What each model says of groups of cells. */
  groups: readonly GroupsReport[];
  /** Names that groups were given, where they were. */
  named?: NamedGroups;
  /** The checks of every head of every model. */
  trust: readonly TrustLights[];
  sex: SexReport;
  /** Map, types, clusters and quality, which need no labels. */
  overview?: Overview;
  /** Labels matched by hand, by head: file label -> class, null for none. */
  byHand: Record<string, Record<string, string | null>>;
}

/** Labels matched by hand as class names, which outlive another order of classes. */
export function namedByHand(byHand: Record<string, Record<string, number>>, models: readonly ModelInfo[]): TrustReport["byHand"] {
  return Object.fromEntries(
    Object.entries(byHand).map(([head, labels]) => {
      const classes = models.flatMap((model) => model.heads).find(({ phenotype }) => phenotype === head)?.classes ?? [];
      return [head, Object.fromEntries(Object.entries(labels).map(([label, code]) => [label, classes[code]?.label ?? null]))];
    }),
  );
}

const about = ({ version, file, models, options }: TrustReport) => ({
  phenolens: version,
  file: { name: file.name, bytes: file.bytes, fingerprint: file.fingerprint, cells: file.cells, genes: file.genes },
  models: models.map((model) => ({ name: model.name, title: model.title, version: model.version, sha256: model.hashes ?? {} })),
  options,
});

/** metrics.json of an evaluation: every number of the report, and what is needed to make it again. */
export function trustMetricsJson(report: TrustReport): string {
  const { evaluations, landscapes, protocols, groups, named, trust, sex, byHand } = report;
  const annotation = named ? { annotation: annotationJson(named.annotation, named.report) } : {};
  return json({ ...about(report), byHand, trust, sex, evaluations, landscapes, protocols, groups: groups.map(groupsJson), ...annotation });
}

const interval = ({ value, low, high }: Interval): string =>
  `${number(value)}${Number.isFinite(low) ? ` <small>${number(low)} – ${number(high)}</small>` : ""}`;

const METRICS: [LedgerMetric, string][] = [
  ["top1", "Top-1"],
  ["top3", "Top-3"],
  ["top5", "Top-5"],
  ["macroF1", "Macro F1"],
  ["balancedAccuracy", "Balanced accuracy"],
  ["nll", "NLL"],
  ["brier", "Brier score"],
  ["ece", "ECE"],
];

function evaluationHtml(evaluation: Evaluation, drawn: readonly Drawn[]): string {
  const { phenotype, column, scoring, donors, units, metrics, matches, pairs, comparisons } = evaluation;
  const first = metrics[0];
  const names = new Map(first ? first.confusion.codes.map((code, i) => [code, first.confusion.labels[i]!] as const) : []);
  return `<h2>${escaped(phenotype)}, labels of ${escaped(column)}</h2>
<p>${scoring === "strict" ? "Only the exact label counts as correct." : "The label and its subtypes count as correct, its parents do not."}
Intervals are 95%, by a jackknife over ${donors ? `${count(units)} donors (${escaped(donors)})` : "cells"}.</p>
${table(
  "Models",
  ["Model", "Cells", "Excluded", ...METRICS.map(([, title]) => title), "ECE, equal mass", "AURC"],
  metrics.map((one) => [
    escaped(one.model),
    count(one.cells),
    count(one.unmatchedCells),
    ...METRICS.map(([metric]) => interval(one.intervals[metric])),
    number(one.calibration.eceMass),
    number(one.coverage.aurc),
  ]),
)}
${table(
  "Paired differences, first minus second",
  ["Models", "Cells", ...METRICS.map(([, title]) => title), "p over donors"],
  pairs.map((pair, i) => [
    escaped(pair.models.join(" – ")),
    count(pair.cells),
    ...METRICS.map(([metric]) => interval(pair.differences[metric])),
    number(comparisons[i]?.pValue ?? Number.NaN, 4),
  ]),
)}
${figuresHtml(drawn)}
${metrics
  .map((one) =>
    table(
      `Accuracy per class: ${one.model}`,
      ["Class", "Cells", "Recall", "Precision", "F1"],
      one.perClass
        .filter(({ support }) => support > 0)
        .map((row) => [escaped(row.label), count(row.support), interval(row.recall), number(row.precision), number(row.f1)]),
    ),
  )
  .join("\n")}
${table(
  "Matching of labels to classes",
  ["Label in file", "Cells", "Class", "Matched by"],
  matches.map((match) => [
    escaped(match.label),
    count(match.cells),
    escaped(match.code >= 0 ? (names.get(match.code) ?? `class ${match.code}`) : (match.term ?? "none")),
    escaped(match.by),
  ]),
)}`;
}

function groupsHtml({ model, phenotype, by, rows }: GroupsReport): string {
  const share = (value: number | null) => (value === null ? "" : number(value, 2));
  return `<h2>${escaped(phenotype)} per group (${escaped(by)}), ${escaped(model)}</h2>
${table(
  "Groups, the most suspicious first",
  ["Group", "Cells", "Donors", "Label", "Share", "Mean p", "Models agree", "Unlike training", "Top genes", "Warnings"],
  rows.map((one) => [
    escaped(one.group),
    count(one.cells),
    one.donors === null ? "" : count(one.donors),
    escaped(one.label),
    share(one.share),
    share(one.probability),
    share(one.agreement),
    share(one.far),
    escaped(one.topGenes.slice(0, 6).join(", ")),
    escaped(one.reasons.join("; ")),
  ]),
)}`;
}

function landscapeHtml(found: Landscape, drawn: readonly Drawn[]): string {
  return `<h2>Entropy of ${escaped(found.phenotype)} by ${escaped(found.by)}, ${escaped(found.model)}</h2>
${figuresHtml(drawn)}
${table(
  "Entropy per group, in nats",
  ["Group", "Years", "Cells", "Donors", "Mean", "Difference to other groups", "q", "Depth-matched difference"],
  found.groups.map((one) => [
    escaped(one.label),
    one.years === null ? "" : number(one.years, 2),
    count(one.cells),
    one.donors ? count(one.donors) : "",
    interval(one.mean),
    number(one.difference),
    number(one.adjusted, 4),
    number(one.matched?.difference ?? Number.NaN),
  ]),
)}`;
}

function protocolsHtml(results: readonly ProtocolResult[]): string {
  if (results.length === 0) return "";
  return `<h2>With the other phenotypes known</h2>
<p>All phenotypes masked, compared with only the predicted one masked and the others taken from the labels of the file.
The known phenotypes leak information about the answer.</p>
${table(
  "Top-1",
  ["Model", "Predicted", "Cells", "All masked", "Others known", "Difference"],
  results.map((one) => [
    escaped(one.model),
    escaped(one.phenotype),
    count(one.cells),
    interval(one.masked.top1),
    interval(one.visible.top1),
    interval(one.difference.top1),
  ]),
)}`;
}

const COLORS = { green: "green", amber: "amber", red: "red", none: "not measured" } as const;

function trustHtml(all: readonly TrustLights[], titleOf: (model: string) => string): string {
  if (all.length === 0) return "";
  const one = ({ model, phenotype, title, lights }: TrustLights) =>
    table(
      `${titleOf(model)}, ${phenotype.replaceAll("_", " ")}: ${title}`,
      ["Check", "Light", "Found"],
      lights.map((light) => [escaped(light.title), COLORS[light.color], escaped(light.says)]),
    );
  return `<h2>Checks</h2>${all.map(one).join("\n")}`;
}

function sexHtml({ units, donors, genes }: SexReport): string {
  const measured = [...genes.x, ...genes.y].join(", ") || "none";
  return `<h2>Sex by counted genes</h2><p>No model's prediction. Genes measured: ${escaped(measured)}.</p>${table(
    donors === null ? "All cells as one" : `By ${donors}`,
    ["Donor", "Sex", "Cells", "Why"],
    units.map(({ name, verdict, cells, says }) => [escaped(name), escaped(SEX_WORDS[verdict]), count(cells), escaped(says)]),
  )}`;
}

/**
 * report.html: one file that holds all of it, and asks for nothing else.
 * `drawn` has the figures of each evaluation, then of each landscape.
 */
export function trustReportHtml(report: TrustReport, drawn: readonly (readonly Drawn[])[]): string {
  const { file, models, evaluations, landscapes, protocols, groups, named, trust, sex, version, options, byHand, overview } = report;
  const titleOf = (name: string) => models.find((model) => model.name === name)?.title ?? name;
  const hands = Object.entries(byHand).flatMap(([head, labels]) =>
    Object.entries(labels).map(([label, to]) => [escaped(head), escaped(label), escaped(to ?? "none")]),
  );
  return pageHtml(
    `${overview ? "Report" : "How far to trust the predictions"}: ${file.name}`,
    `<h1>${overview ? escaped(file.name) : "How far to trust the predictions"}</h1>
<p>${escaped(file.name)}: ${count(file.cells)} cells, ${count(file.genes)} genes.
${escaped(models.map((model) => `${model.title} ${model.version}`).join(", "))}. Phenolens ${escaped(version)}.</p>
${samplesHtml(file)}
${overview ? overviewHtml(overview) : ""}
${trustHtml(trust, titleOf)}
${evaluations.map((one, i) => evaluationHtml(one, drawn[i] ?? [])).join("\n")}
${groups.map(groupsHtml).join("\n")}
${named ? annotationHtml(named) : ""}
${landscapes.map((one, i) => landscapeHtml(one, drawn[evaluations.length + i] ?? [])).join("\n")}
${protocolsHtml(protocols)}
${sexHtml(sex)}
<h2>Limits of the models</h2>
${limitsHtml(models, file.coverage)}
<h2>Methods and versions</h2>
${table("Matched manually", ["Phenotype", "Label in file", "Class"], hands)}
<p>Fingerprint of the data (sha256 of its size and three windows): <code>${escaped(file.fingerprint)}</code></p>
<p>Options: <code>${escaped(JSON.stringify(options))}</code></p>
${table(
  "Models",
  ["Model", "Version", "Licence", "sha256"],
  models.map((model) => [
    escaped(model.title),
    escaped(model.version),
    escaped(model.license),
    `<code>${escaped(model.hashes?.predict ?? model.hashes?.weights ?? "")}</code>`,
  ]),
)}`,
  );
}
