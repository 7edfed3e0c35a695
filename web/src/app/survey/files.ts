import { save } from "../../exports/save";
import { MARKER_COLUMNS, markerCells } from "../../exports/survey-csv";
import { toCsv } from "../../exports/table-csv";
import { QUALITY_METRICS, type QualityMetric } from "../../pipeline/survey";
import { call } from "../session";
import * as state from "../state";
import { baseName } from "../take-away";
import * as survey from "./state";

/* What the survey's buttons take away. */

const PAGE = 20_000;

/** A table of cells in pieces, so that a million of them never are one string. */
async function saveCells(name: string, columns: string[], row: (cell: number) => (string | number)[]): Promise<void> {
  const cells = state.info.value?.cells ?? 0;
  const parts: Blob[] = [];
  for (let first = 0; first < cells; first += PAGE) {
    const count = Math.min(PAGE, cells - first);
    const ids = await call("cellIds", { first, count });
    const text = toCsv({ columns: ["cell_id", ...columns], rows: ids.map((id, i) => [id, ...row(first + i)]) });
    parts.push(new Blob([first === 0 ? text : text.slice(text.indexOf("\n") + 1)]));
  }
  save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${baseName()}-${name}.csv`);
}

export async function takeQuality(): Promise<void> {
  const values = new Map<QualityMetric, Float32Array>();
  for (const metric of QUALITY_METRICS) values.set(metric, (await call("qualityValues", { metric })).values);
  const mask = survey.mask.value?.mask;
  await saveCells("quality", [...QUALITY_METRICS, "within_limits"], (cell) => [...QUALITY_METRICS.map((metric) => values.get(metric)![cell]!), mask ? mask[cell]! : 1]);
}

export async function takeClusters(): Promise<void> {
  const codes = survey.clusters.value?.codes;
  if (codes) await saveCells("clusters", ["cluster"], (cell) => [codes[cell]! < 0 ? "" : codes[cell]!]);
}

export async function takeUmap(): Promise<void> {
  const xy = survey.layout.value;
  if (xy) await saveCells("umap", ["umap_1", "umap_2"], (cell) => [Number.isNaN(xy[cell * 2]!) ? "" : xy[cell * 2]!, Number.isNaN(xy[cell * 2]!) ? "" : xy[cell * 2 + 1]!]);
}

export async function takeMarkers(): Promise<void> {
  const found = survey.markers.value;
  if (!found) return;
  const parts: Blob[] = [];
  for (const [group, { name }] of found.groups.entries()) {
    const { rows } = await call("markerRows", { group, order: survey.order.value, first: 0, count: found.genes });
    const text = toCsv({ columns: MARKER_COLUMNS, rows: rows.map((row) => markerCells(name, row)) });
    parts.push(new Blob([group === 0 ? text : text.slice(text.indexOf("\n") + 1)]));
  }
  save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${baseName()}-markers.csv`);
}
