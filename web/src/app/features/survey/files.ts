import { save } from "../../../exports/save";
import { needsPosition } from "../../../exports/cell-ids";
import { clustersCsv, doubletsCsv, qualityCsv, umapCsv } from "../../../exports/survey-cells-csv";
import type { CellNames } from "../../../exports/per-cell-csv";
import { MARKER_COLUMNS, markerCells } from "../../../exports/survey-csv";
import { toCsv } from "../../../exports/table-csv";
import { QUALITY_METRICS, type QualityMetric } from "../../../contract/survey";
import { call } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/export";
import * as survey from "./state";

/* What the survey's buttons export. */

/** Saves a table of cells in pieces, so that a million of them never are one string. */
async function saveLines(name: string, lines: AsyncIterable<string>): Promise<void> {
  const parts: Blob[] = [];
  for await (const text of lines) parts.push(new Blob([text]));
  save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${baseName()}-${name}.csv`);
}

const names = (): CellNames => ({
  read: (first, count) => call("cellIds", { first, count }),
  hasPosition: needsPosition(...(state.info.value?.notices ?? [])),
});

export async function exportQuality(): Promise<void> {
  const metrics = await Promise.all(
    QUALITY_METRICS.map(async (metric) => [metric, (await call("qualityValues", { metric })).values] as const),
  );
  const cells = state.info.value?.cells ?? 0;
  await saveLines(
    "quality",
    qualityCsv(
      names(),
      Object.fromEntries(metrics) as Record<QualityMetric, Float32Array>,
      survey.mask.value?.mask ?? new Uint8Array(cells).fill(1),
    ),
  );
}

export async function exportDoublets(): Promise<void> {
  const { scores, predicted } = await call("doubletScores", {});
  await saveLines("doublets", doubletsCsv(names(), scores, predicted));
}

export async function exportClusters(): Promise<void> {
  if (survey.clusters.value) await saveLines("clusters", clustersCsv(names(), survey.clusters.value.codes));
}

export async function exportUmap(): Promise<void> {
  if (survey.layout.value) await saveLines("umap", umapCsv(names(), survey.layout.value));
}

export async function exportMarkers(): Promise<void> {
  const found = survey.markers.value;
  if (!found) return;
  const parts: Blob[] = [];
  for (const [group, { name }] of found.groups.entries()) {
    const { rows } = await call("markerRows", { group, ...survey.markerList.value, first: 0, count: found.genes });
    const text = toCsv({ columns: MARKER_COLUMNS, rows: rows.map((row) => markerCells(name, row)) });
    parts.push(new Blob([group === 0 ? text : text.slice(text.indexOf("\n") + 1)]));
  }
  save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${baseName()}-markers.csv`);
}
