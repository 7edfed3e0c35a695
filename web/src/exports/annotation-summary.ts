import type { Annotation, AnnotationReport } from "../contract/annotation";
import { groupsOfAnnotation, writtenName } from "../contract/annotation-cells";

/** Names of groups with what they rest on, for summary.json: what annotation-groups.csv has, with every figure in full. */
export function annotationJson(annotation: Annotation, report: AnnotationReport | null): Record<string, unknown> {
  const { codes } = groupsOfAnnotation(annotation);
  const sizes = annotation.groups.map(() => 0);
  for (const code of codes) if (code >= 0) sizes[code]!++;
  const rows = new Map(report?.rows.map((row) => [row.group, row]));
  const { grouping, models, thresholds, markers } = annotation;
  return {
    grouping,
    models,
    thresholds,
    markers: report?.markers ?? markers,
    donors: report?.donors ?? null,
    batch: report?.batch ?? null,
    notes: report?.notes ?? [],
    groups: annotation.groups.map((group, at) => {
      const { color: light, group: _group, cells: _cells, ...known } = rows.get(group.id) ?? {};
      const { name: _name, ontologyId, isAccepted, ...given } = group;
      return {
        ...given,
        cells: sizes[at],
        name: writtenName(group),
        ontology_term_id: group.mark === "named" ? ontologyId : "",
        accepted: isAccepted,
        ...(light ? { light } : {}),
        ...known,
      };
    }),
  };
}
