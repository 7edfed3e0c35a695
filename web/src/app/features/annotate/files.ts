import { annotationCsv, annotationTable } from "../../../exports/annotation-csv";
import { save, saveText } from "../../../exports/save";
import { toCsv } from "../../../exports/table-csv";
import { baseName } from "../export/base-name";
import { cellNames } from "../export/result-files";
import { savedAnnotation } from "./saved";
import { annotation, report } from "./state";

/** What every cell is called, by barcode. */
export async function exportAnnotationCsv(): Promise<void> {
  const now = annotation.value;
  if (!now) return;
  // A blob of many parts may lie on disk; one long string would not.
  const parts: Blob[] = [];
  for await (const text of annotationCsv(cellNames(), now)) parts.push(new Blob([text]));
  save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${baseName()}-annotation.csv`);
}

/** A row a group, with all that its name rests on. */
export function exportAnnotationTable(): void {
  const now = annotation.value;
  if (now) saveText(toCsv(annotationTable(now, report.value?.found ?? null)), `${baseName()}-annotation-groups.csv`, "text/csv");
}

/** The annotation as JSON, with what another file of the study is matched by. */
export async function exportAnnotationJson(): Promise<void> {
  const now = annotation.value;
  if (!now) return;
  saveText(await savedAnnotation(now), `${baseName()}-annotation.json`, "application/json");
}
