import packageText from "../../../package.json?raw";
import { cellsCsvHeader, cellsCsvRows } from "../exports/cells-csv";
import { embeddingCsv } from "../exports/embedding-csv";
import { metricsJson } from "../exports/metrics-json";
import { summaryJson } from "../exports/summary-json";
import { AnalysisError } from "../pipeline/errors";
import type { Evaluation, HeadSummary, ModelInfo } from "../pipeline/types";
import { call } from "./session";
import * as state from "./state";

/* The files that the command line writes, from the same functions. */

const PAGE = 5000;

/** Models that have said something of the open file. */
export function modelsThatRan(): ModelInfo[] {
  return state.usableModels.value.filter((model) => (state.runByModel.value.get(model.name)?.cells ?? 0) > 0);
}

/** cells.csv of a model, page by page: a million rows never lie in memory twice. */
async function* cellsCsv(model: ModelInfo): AsyncGenerator<string> {
  yield cellsCsvHeader(model.heads);
  const cells = state.info.value?.cells ?? 0;
  for (let first = 0; first < cells; first += PAGE) {
    yield cellsCsvRows(await call("cells", { model: model.name, first, count: Math.min(PAGE, cells - first) }), model.heads);
  }
}

/** What a model said of every cell: predictions or, without heads, its embedding. */
export function tableOf(model: ModelInfo): { name: string; lines: AsyncGenerator<string> } {
  if (model.heads.length > 0) return { name: "cells.csv", lines: cellsCsv(model) };
  const lines = embeddingCsv(model.title, state.info.value?.cells ?? 0, async (first, count) => {
    const ids = (await call("cells", { model: model.name, first, count })).map(({ id }) => id);
    return { ids, embedding: await call("embedding", { model: model.name, first, count }) };
  });
  return { name: "embedding.csv", lines };
}

/** Every head whose labels are in a column of the file, scored for all models that know it. */
async function evaluations(): Promise<Evaluation[]> {
  const found: Evaluation[] = [];
  for (const [phenotype, column] of Object.entries(state.labelColumns.value)) {
    const models = modelsThatRan().filter((model) => model.heads.some((head) => head.phenotype === phenotype)).map((model) => model.name);
    const byHand = state.byHand.value[phenotype];
    if (column && models.length > 0) found.push(await call("evaluate", { phenotype, column, models, ...(byHand ? { byHand } : {}) }));
  }
  return found;
}

async function predictions(model: ModelInfo): Promise<HeadSummary[]> {
  const summaries: HeadSummary[] = [];
  for (const { phenotype } of model.heads) summaries.push((await call("summary", { model: model.name, phenotype })).all);
  return summaries;
}

export async function metricsText(model: ModelInfo): Promise<string> {
  return metricsJson(model.name, await evaluations(), await predictions(model), []);
}

export function summaryText(): string {
  const file = state.info.value;
  const options = state.options.value;
  const report = state.report.value;
  if (!file || !options || !report) throw new AnalysisError("bad-input", "summary.json is written once the analysis has ended or was stopped.");
  const version = (JSON.parse(packageText) as { version: string }).version;
  return summaryJson({ version, file, models: modelsThatRan(), options, report, peakMemory: null });
}
