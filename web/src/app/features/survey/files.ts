import { save } from "../../../exports/save";
import { needsPosition } from "../../../exports/cell-ids";
import { clustersCsv, doubletsCsv, qualityCsv, umapCsv } from "../../../exports/survey-cells-csv";
import type { CellNames } from "../../../exports/per-cell-csv";
import { MARKER_COLUMNS, markerCells } from "../../../exports/survey-csv";
import { toCsv } from "../../../exports/table-csv";
import { QUALITY_METRICS, type MarkersReport, type QualityMetric } from "../../../contract/survey";
import { call } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/base-name";
import { doublets } from "./doublets-state";
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
  study: state.info.value?.study,
});

async function* qualityLines(): AsyncGenerator<string> {
  const metrics = await Promise.all(
    QUALITY_METRICS.map(async (metric) => [metric, (await call("qualityValues", { metric })).values] as const),
  );
  const within = survey.mask.value?.mask ?? new Uint8Array(state.info.value?.cells ?? 0).fill(1);
  yield* qualityCsv(names(), Object.fromEntries(metrics) as Record<QualityMetric, Float32Array>, within);
}

async function* doubletLines(): AsyncGenerator<string> {
  const { scores, predicted } = await call("doubletScores", {});
  yield* doubletsCsv(names(), scores, predicted);
}

/** Every gene of every group, group by group. */
async function* markerLines(found: MarkersReport): AsyncGenerator<string> {
  for (const [group, { name }] of found.groups.entries()) {
    const { rows } = await call("markerRows", { group, ...survey.markerList.value, first: 0, count: found.genes });
    const text = toCsv({ columns: MARKER_COLUMNS, rows: rows.map((row) => markerCells(name, row)) });
    yield group === 0 ? text : text.slice(text.indexOf("\n") + 1);
  }
}

/** What the survey has found so far, as tables. */
export function surveyTables(): [name: string, lines: AsyncIterable<string>][] {
  const [clusters, layout, markers] = [survey.clusters.value, survey.layout.value, survey.markers.value];
  return [
    ...(survey.quality.value ? [["quality", qualityLines()] as [string, AsyncIterable<string>]] : []),
    ...(doublets.value ? [["doublets", doubletLines()] as [string, AsyncIterable<string>]] : []),
    ...(layout ? [["umap", umapCsv(names(), layout)] as [string, AsyncIterable<string>]] : []),
    ...(clusters ? [["clusters", clustersCsv(names(), clusters.codes)] as [string, AsyncIterable<string>]] : []),
    ...(markers ? [["markers", markerLines(markers)] as [string, AsyncIterable<string>]] : []),
  ];
}

async function exportTable(wanted: string): Promise<void> {
  for (const [name, lines] of surveyTables()) if (name === wanted) await saveLines(name, lines);
}

export const exportQuality = () => exportTable("quality");
export const exportDoublets = () => exportTable("doublets");
export const exportClusters = () => exportTable("clusters");
export const exportUmap = () => exportTable("umap");
export const exportMarkers = () => exportTable("markers");
