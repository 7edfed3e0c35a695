import type { GroupsReport, MarkerHits } from "../contract/groups";
import type { Table } from "./table-csv";

const LIGHTS = { green: "no warning", amber: "use with caution", red: "do not rely on it", none: "not checked" } as const;

const rounded = (value: number | null) => (value === null ? "" : Number(value.toFixed(4)));
const names = (hits: MarkerHits | null, which: "found" | "missing") => hits?.[which].join(" ") ?? "";

/** groups.csv: a row a group, the most suspicious first. */
export function groupsTable({ by, rows }: GroupsReport): Table {
  return {
    columns: [
      by,
      "cells",
      "donors",
      "label",
      "ontology_id",
      "share",
      "mean_probability",
      "mean_entropy",
      "models_agree",
      "unlike_training",
      "top_genes",
      "markers_found",
      "markers_missing",
      "rather",
      "suspicion",
      "verdict",
      "reasons",
    ],
    rows: rows.map((one) => [
      one.group,
      one.cells,
      one.donors ?? "",
      one.label,
      one.ontologyId,
      rounded(one.share),
      rounded(one.probability),
      rounded(one.entropy),
      rounded(one.agreement),
      rounded(one.far),
      one.topGenes.join(" "),
      names(one.markers, "found"),
      names(one.markers, "missing"),
      one.rather?.label ?? "",
      rounded(one.suspicion),
      LIGHTS[one.color],
      one.reasons.join("; "),
    ]),
  };
}

/** The same for summary.json and metrics.json. */
export function groupsJson({ model, phenotype, by, donors, rows, markers, notes }: GroupsReport): Record<string, unknown> {
  return {
    model,
    head: phenotype,
    by,
    donors,
    markers,
    notes,
    groups: rows.map(({ ontologyId, topGenes, probability, agreement, far, color, ...one }) => ({
      ...one,
      ontology_id: ontologyId,
      mean_probability: probability,
      models_agree: agreement,
      unlike_training: far,
      top_genes: topGenes,
      light: color,
    })),
  };
}
