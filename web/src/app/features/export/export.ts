import { patchedBlob } from "../../../exports/patched-blob";
import { fileName, save, saveText } from "../../../exports/save";
import type { ModelInfo } from "../../../contract/types";
import { annotationCsv } from "../../../exports/annotation-csv";
import type { Request } from "../../../contract/protocol";
import { withPalette } from "../../../plots/annotation-colors";
import { writtenAs } from "../annotate/state";
import { consensus } from "../predict/consensus-state";
import { cellNames, consensusLines, metricsText, modelsThatRan, summaryText, tableOf, trustReport } from "./result-files";
import { call } from "../../engine-client";
import { showMessage } from "../../shell/message";
import { drawnFigures, figureChoices } from "../../ui/figure-look";
import { mapFigures } from "../map/files";
import * as state from "../../store";

/** Cells whose ids are asked for at once. */
const PAGE_CELLS = 20_000;

/** The file's name without its ending, to name exported files. */
export const baseName = () => fileName(state.info.value?.name.replace(/\.(h5ad|h5|hdf5)$/i, "") ?? "cells");

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

/** The Trust step as one file that opens anywhere. */
export async function exportReport(): Promise<void> {
  saveText((await trustReport()).html, `${baseName()}-trust.html`, "text/html");
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
  const { kind, original, kept, size, pages, why } = await call("annotate", writtenInColor());
  save(
    patchedBlob((original ?? new Blob()).slice(0, kept), size, pages),
    `${baseName()}-${kind === "copy" ? "annotated" : "phenolens"}.h5ad`,
  );
  if (why) showMessage(why);
}

/** Names of groups with the colours that the map has for them. */
function writtenInColor(): Request<"annotate"> {
  const written = writtenAs.value;
  return written ? { ...written, annotation: withPalette(written.annotation, state.colorBook("cell_type")) } : {};
}

/** Maps of all models and the plots drawn so far, as the sheet of figures has them: names and SVG. */
async function figureTexts(): Promise<[name: string, svg: string][]> {
  const [{ madeFigure }, { svgFile }] = await Promise.all([import("../../ui/figure-made"), import("../../../exports/figure-file")]);
  const all = [...(await mapFigures(modelsThatRan())), ...drawnFigures.values()];
  return all.map((figure) => [`${fileName(figure.name)}.svg`, svgFile(madeFigure(figure, figureChoices.value))]);
}

/** The folder that the command line writes, and the figures, zipped. */
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
  }
  if (writtenAs.value) await add("annotation.csv", annotationCsv(cellNames(), writtenAs.value.annotation));
  if (consensus.value) await add("consensus.csv", consensusLines(consensus.value));
  for (const [name, svg] of await figureTexts()) await add(`figures/${name}`, [svg]);
  await add("summary.json", [await summaryText()]);
  zip.end();
  save(new Blob(parts, { type: "application/zip" }), `${baseName()}-phenolens.zip`);
}
