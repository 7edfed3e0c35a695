import { patchedBlob } from "../../../exports/patched-blob";
import { attributionTable } from "../../../exports/attribution-csv";
import { cellTableCsv } from "../../../exports/cell-table";
import { fileName, save, saveText } from "../../../exports/save";
import { toCsv } from "../../../exports/table-csv";
import { QUALITY_METRICS } from "../../../contract/survey";
import type { ModelInfo } from "../../../contract/types";
import { typesBySampleTable } from "../../../exports/types-by-sample";
import { annotationCsv, annotationTable } from "../../../exports/annotation-csv";
import type { Request } from "../../../contract/protocol";
import { withPalette } from "../../../plots/annotation-colors";
import type { ObsColumns } from "../../../contract/obs-columns";
import { report as annotated, writtenAs } from "../annotate/state";
import { savedAnnotation } from "../annotate/saved";
import { compareTexts } from "../compare/files";
import { doublets } from "../survey/doublets-state";
import { surveyTables } from "../survey/files";
import { measureQuality } from "../survey/run";
import * as why from "../why/state";
import * as survey from "../survey/state";
import { threshold } from "../trust/state";
import { chosenNow } from "./chosen-column";
import { mainScores } from "./main-scores";
import { hasAllColumns } from "./state";
import { consensus } from "../predict/consensus-state";
import { typesOf } from "../predict/samples-state";
import { baseName } from "./base-name";
import { cellNames, consensusLines, metricsText, modelsThatRan, summaryText, tableOf, trustReport } from "./result-files";
import { call } from "../../engine-client";
import { showMessage } from "../../shell/message";
import { drawnFigures, figureChoices } from "../../ui/figure-look";
import { mapFigures } from "../map/files";
import * as state from "../../store";

/** Cells whose ids are asked for at once. */
const PAGE_CELLS = 20_000;

/** Ids of some cells, one a line: what another program needs to subset the file. */
export async function exportBarcodes(cells: Uint32Array): Promise<void> {
  const model = state.activeModel.value?.name ?? "";
  const ids: string[] = [];
  for (let first = 0; first < cells.length; first += PAGE_CELLS) {
    const order = cells.slice(first, first + PAGE_CELLS);
    const rows = await call("cells", { model, first: 0, count: order.length, order });
    for (const row of rows) ids.push(row.id);
  }
  saveText(`${ids.join("\n")}\n`, `${baseName()}-selection.txt`);
}

export async function exportCells(model: ModelInfo): Promise<void> {
  // A blob of many parts may lie on disk; one long string would not.
  const parts: Blob[] = [];
  const { name, lines } = tableOf(model);
  for await (const text of lines) parts.push(new Blob([text]));
  save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${baseName()}-${model.name}-${name}`);
}

export async function exportMetrics(model: ModelInfo): Promise<void> {
  saveText(await metricsText(model), `${baseName()}-${model.name}-metrics.json`, "application/json");
}

/** Map, types, checks, clusters, quality and the Trust step as one file that opens anywhere. */
export async function exportReport(): Promise<void> {
  saveText((await trustReport()).html, `${baseName()}-report.html`, "text/html");
}

export async function exportReportNumbers(): Promise<void> {
  saveText((await trustReport()).json, `${baseName()}-trust-metrics.json`, "application/json");
}

export async function exportSummary(): Promise<void> {
  saveText(await summaryText(), `${baseName()}-summary.json`, "application/json");
}

/**
 * The file itself with the predictions and the names of groups added; where that cannot be, the results in a small file of their own.
 * The blob refers to the user's file for all that did not change, so that nothing is held in memory twice.
 */
export async function exportAnnotated(): Promise<void> {
  const { kind, original, kept, size, pages, why } = await call("annotate", { ...writtenInColor(), obs: obsColumns() });
  save(
    patchedBlob((original ?? new Blob()).slice(0, kept), size, pages),
    `${baseName()}-${kind === "copy" ? "annotated" : "phenolens"}.h5ad`,
  );
  if (why) showMessage(why);
}

/** Names of groups with the colours that the map has for them. */
function writtenInColor(): Omit<Request<"annotate">, "obs"> {
  const written = writtenAs.value;
  return written ? { ...written, annotation: withPalette(written.annotation, state.colorBook("cell_type")) } : {};
}

/** The model shown stands for all, with the colours that the map has. */
function obsColumns(): ObsColumns {
  const chosen = chosenNow();
  const model = chosen && state.modelByName.value.get(chosen.model);
  const head = model?.heads.find(({ phenotype }) => phenotype === chosen?.phenotype);
  const book = model && head && state.colorBook(head.phenotype, model);
  const colors = book && head.classes.map(({ label }) => [label, book.color(label, false)] as const);
  const clusters = survey.clusters.value;
  const ofClusters = state.colorBook("clusters");
  return {
    chosen,
    least: threshold.value,
    hasAll: hasAllColumns.value,
    ...(colors ? { colors: Object.fromEntries(colors) } : {}),
    ...(clusters ? { clusterColors: clusters.sizes.map((_, cluster) => ofClusters.color(String(cluster), false)) } : {}),
  };
}

/** Maps of all models and the plots drawn so far, as the sheet of figures has them: names and SVG. */
async function figureTexts(): Promise<[name: string, svg: string][]> {
  const [{ madeFigure }, { svgFile }] = await Promise.all([import("../../ui/figure-made"), import("../../../exports/figure-file")]);
  const all = [...(await mapFigures(modelsThatRan())), ...drawnFigures.values()];
  return all.map((figure) => [`${fileName(figure.name)}.svg`, svgFile(madeFigure(figure, figureChoices.value))]);
}

/** One table with a row per cell: names, models, clusters, map, quality. */
async function tableLines(): Promise<AsyncGenerator<string>> {
  const main = await mainScores(modelsThatRan());
  await measureQuality();
  const quality = await Promise.all(
    QUALITY_METRICS.map(async (metric) => [metric, (await call("qualityValues", { metric })).values] as const),
  );
  const shown = state.positions.value;
  return cellTableCsv(cellNames(), state.info.value?.cells ?? 0, {
    annotation: writtenAs.value?.annotation ?? null,
    models: await Promise.all(
      main.map(async ({ model: { name }, head, scores }) => {
        const known = await call("knownLabels", { model: name, phenotype: head.phenotype, least: threshold.value });
        return { name, head, scores, known };
      }),
    ),
    consensus: consensus.value,
    clusters: survey.clusters.value?.codes ?? null,
    umap: survey.layout.value ?? (shown && /umap/i.test(shown.by) ? shown.xy : null),
    quality: Object.fromEntries(quality),
    doublets: doublets.value ? await call("doubletScores", {}) : null,
  });
}

export async function exportTable(): Promise<void> {
  const parts: Blob[] = [];
  for await (const text of await tableLines()) parts.push(new Blob([text]));
  save(new Blob(parts, { type: "text/csv;charset=utf-8" }), `${baseName()}-table.csv`);
}

/** All that was found: what the command line writes, tables of the steps that were run, and the figures, zipped. */
export async function exportAll(): Promise<void> {
  const { Zip, ZipDeflate } = await import("fflate");
  const parts: Blob[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(new Blob([chunk as Uint8Array<ArrayBuffer>]));
  });
  const encoder = new TextEncoder();
  const add = async (path: string, texts: AsyncIterable<string> | string[]) => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    for await (const text of texts) file.push(encoder.encode(text));
    file.push(new Uint8Array(), true);
  };
  for (const model of modelsThatRan()) {
    const { name, lines } = tableOf(model);
    await add(`${model.name}/${name}`, lines);
    await add(`${model.name}/metrics.json`, [await metricsText(model)]);
    for (const head of model.heads) {
      const found = await typesOf(model.name, head);
      if (found) await add(`${model.name}/${head.phenotype}_by_sample.csv`, [toCsv(typesBySampleTable(found))]);
    }
  }
  await add("table.csv", await tableLines());
  if (writtenAs.value) {
    const { annotation } = writtenAs.value;
    await add("annotation.csv", annotationCsv(cellNames(), annotation));
    await add("annotation-groups.csv", [toCsv(annotationTable(annotation, annotated.value?.found ?? null))]);
    await add("annotation.json", [await savedAnnotation(annotation)]);
  }
  for (const [name, lines] of surveyTables()) await add(`survey/${name}.csv`, lines);
  const attributions = why.report.value;
  if (attributions) await add("attribution.csv", [toCsv(attributionTable(attributions))]);
  for await (const [name, lines] of compareTexts()) await add(`comparison/${name}`, lines);
  if (consensus.value) await add("consensus.csv", consensusLines(consensus.value));
  for (const [name, svg] of await figureTexts()) await add(`figures/${name}`, [svg]);
  if (modelsThatRan().length > 0) await add("report.html", [(await trustReport()).html]);
  await add("summary.json", [await summaryText()]);
  zip.end();
  save(new Blob(parts, { type: "application/zip" }), `${baseName()}-phenolens.zip`);
}
