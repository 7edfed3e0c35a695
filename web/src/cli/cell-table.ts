import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Annotation } from "../contract/annotation";
import { QUALITY_METRICS } from "../contract/survey";
import type { FileInfo } from "../contract/types";
import { cellTableCsv } from "../exports/cell-table";
import type { Engine } from "./engine";
import type { FoundOfAll } from "./overview";

export interface CellTableQuestion {
  least: number;
  file: Pick<FileInfo, "cells" | "study">;
  hasPosition: boolean;
  hasDoublets: boolean;
  annotation: Annotation | null;
}

/** Writes table.csv: a row a cell with names, models, clusters, map and quality, as the page's Export does. */
export async function writeCellTable(engine: Engine, found: FoundOfAll, asked: CellTableQuestion, folder: string): Promise<void> {
  const { least, file, hasPosition, hasDoublets, annotation } = asked;
  const quality = await Promise.all(
    QUALITY_METRICS.map(async (metric) => [metric, (await engine.call("qualityValues", { metric })).values] as const),
  );
  const names = { read: (first: number, count: number) => engine.call("cellIds", { first, count }), hasPosition, study: file.study };
  const lines = cellTableCsv(names, file.cells, {
    annotation,
    models: await Promise.all(
      found.main.map(async ({ model: { name }, head, scores }) => {
        const known = await engine.call("knownLabels", { model: name, phenotype: head.phenotype, least });
        return { name, head, scores, known };
      }),
    ),
    consensus: found.consensus,
    clusters: found.clusters?.codes ?? null,
    umap: found.umap,
    quality: Object.fromEntries(quality),
    doublets: hasDoublets ? await engine.call("doubletScores", {}) : null,
  });
  await pipeline(Readable.from(lines), createWriteStream(join(folder, "table.csv")));
}
