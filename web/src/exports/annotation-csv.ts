import type { Annotation, AnnotationReport, LevelCount } from "../contract/annotation";
import { groupsOfAnnotation, writtenName } from "../contract/annotation-cells";
import { number } from "./csv-fields";
import { perCell, type CellNames } from "./per-cell-csv";
import type { Table } from "./table-csv";

const LIGHTS = { green: "no warning", amber: "use with caution", red: "do not rely on it", none: "not checked" } as const;

/** annotation.csv: what every cell is called, its term, how sure that is and where the name is from; empty where its group has no name. */
export function annotationCsv(names: CellNames, annotation: Annotation): AsyncGenerator<string> {
  const { codes } = groupsOfAnnotation(annotation);
  return perCell(["group", "name", "ontology_term_id", "confidence", "source"], codes.length, names, (cell) => {
    const group = annotation.groups[codes[cell]!];
    if (!group) return ["", "", "", "", ""];
    const { id, mark, ontologyId, confidence, source } = group;
    const name = writtenName(group);
    if (name === "") return [id, "", "", "", ""];
    return [id, name, mark === "named" ? ontologyId : "", confidence === null ? "" : number(confidence), source];
  });
}

const rounded = (value: number | null | undefined) => (value === null || value === undefined ? "" : Number(value.toFixed(4)));
const levels = (all: readonly LevelCount[] | null) => all?.map(({ level, cells }) => `${level} (${cells})`).join("; ") ?? "";

/**
 * annotation-groups.csv, for a paper's supplement: a row a group with its name and all that it rests on; names and cells alone where
 * `report` is null.
 */
export function annotationTable(annotation: Annotation, report: AnnotationReport | null): Table {
  const { codes } = groupsOfAnnotation(annotation);
  const sizes = annotation.groups.map(() => 0);
  for (const code of codes) if (code >= 0) sizes[code]!++;
  const rows = new Map(report?.rows.map((row) => [row.group, row]));
  const models = report?.models ?? [];
  return {
    columns: [
      "group",
      "made_of",
      "cells",
      "name",
      "ontology_term_id",
      "confidence",
      "source",
      "accepted",
      "note",
      ...models.flatMap((model) => [`${model}_label`, `${model}_share`, `${model}_probability`, `${model}_entropy`, `${model}_far`]),
      "agreed_term",
      "agreed_term_id",
      "agreed_share",
      "covering_term",
      "covering_term_id",
      "covering_share",
      "top_genes",
      "markers_of",
      "markers_found",
      "markers_missing",
      "median_counts",
      "median_genes",
      "median_mitochondrial",
      "doublets",
      "donors",
      "batches",
      "verdict",
      "doubts",
    ],
    rows: annotation.groups.map((group, i) => {
      const row = rows.get(group.id);
      const says = new Map(row?.models.map((one) => [one.model, one]));
      return [
        group.id,
        group.members.join("; "),
        sizes[i]!,
        writtenName(group),
        group.mark === "named" ? group.ontologyId : "",
        rounded(group.confidence),
        group.source,
        group.isAccepted ? "yes" : "no",
        group.note,
        ...models.flatMap((model) => {
          const one = says.get(model);
          return [one?.label ?? "", rounded(one?.share), rounded(one?.probability), rounded(one?.entropy), rounded(one?.far)];
        }),
        row?.consensus?.name ?? "",
        row?.consensus?.id ?? "",
        rounded(row?.consensus?.share),
        row?.covering?.name ?? "",
        row?.covering?.id ?? "",
        rounded(row?.covering?.share),
        row?.topGenes.join(" ") ?? "",
        row?.markers?.label ?? "",
        row?.markers?.found.join(" ") ?? "",
        row?.markers?.missing.join(" ") ?? "",
        rounded(row?.quality.totals),
        rounded(row?.quality.detected),
        rounded(row?.quality.mitochondrial),
        rounded(row?.doublets?.share),
        levels(row?.donors ?? null),
        levels(row?.batches ?? null),
        row ? LIGHTS[row.color] : "",
        row?.doubts.map(({ says: words }) => words).join("; ") ?? "",
      ];
    }),
  };
}
