import type { Annotation, AnnotationReport, LevelCount } from "../contract/annotation";
import { writtenName } from "../contract/annotation-cells";
import type { FileInfo, ModelInfo } from "../contract/types";
import { count, escaped, number, pageHtml, table } from "./report-html";
import { samplesHtml } from "./samples-html";

/** Names of groups, and what is known of these groups. */
export interface NamedGroups {
  annotation: Annotation;
  report: AnnotationReport | null;
}

const LIGHTS = { green: "no warning", amber: "use with caution", red: "do not rely on it", none: "not checked" } as const;
const share = (value: number | null | undefined) => (value === null || value === undefined ? "" : number(value, 2));

/** The commonest levels, and how many more there are. */
function levels(all: readonly LevelCount[] | null | undefined): string {
  if (!all) return "";
  const first = all.slice(0, 3).map(({ level, share: part }) => `${level} ${Math.round(100 * part)}%`);
  return [...first, ...(all.length > 3 ? [`${all.length - 3} more`] : [])].join(", ");
}

/** The names as a section of a report: a row a group. */
export function annotationHtml({ annotation, report }: NamedGroups): string {
  const rows = new Map(report?.rows.map((row) => [row.group, row]));
  const { by, resolution } = annotation.grouping;
  return `<h2>Names of groups (${escaped(by)}${resolution === null ? "" : `, resolution ${resolution}`})</h2>
${table(
  "One name for each group of cells",
  [
    "Group",
    "Cells",
    "Name",
    "Term",
    "From",
    "Confidence",
    "Models",
    "Markers",
    "Top genes",
    "Genes a cell",
    "Donors",
    "Verdict",
    "Warnings",
    "Note",
  ],
  annotation.groups.map((group) => {
    const row = rows.get(group.id);
    const says = row?.models.map(({ model, label, share: part }) => `${model}: ${label || "none"} ${share(part)}`).join("; ");
    const markers = row?.markers && `${row.markers.found.length} of ${row.markers.found.length + row.markers.missing.length}`;
    return [
      escaped(group.id),
      row ? count(row.cells) : "",
      escaped(writtenName(group) || "not named"),
      escaped(group.mark === "named" ? group.ontologyId : ""),
      escaped(group.source),
      share(group.confidence),
      escaped(says ?? ""),
      escaped(markers ?? ""),
      escaped(row?.topGenes.slice(0, 6).join(", ") ?? ""),
      row ? count(Math.round(row.quality.detected)) : "",
      escaped(levels(row?.donors)),
      escaped(row ? LIGHTS[row.color] : ""),
      escaped(row?.doubts.map(({ says: words }) => words).join("; ") ?? ""),
      escaped(group.note),
    ];
  }),
)}`;
}

/** report.html of `phenolens annotate`: one file that asks for nothing else. */
export function annotationReportHtml(
  { version, file, models }: { version: string; file: FileInfo; models: readonly ModelInfo[] },
  named: NamedGroups,
): string {
  return pageHtml(
    `Names of groups: ${file.name}`,
    `<h1>Names of groups of cells</h1>
<p>${escaped(file.name)}: ${count(file.cells)} cells, ${count(file.genes)} genes.
${escaped(models.map((model) => `${model.title} ${model.version}`).join(", ") || "No model: names by marker genes")}.
Phenolens ${escaped(version)}.</p>
${samplesHtml(file)}
${annotationHtml(named)}
<p>Fingerprint of the data: <code>${escaped(file.fingerprint)}</code></p>`,
  );
}
