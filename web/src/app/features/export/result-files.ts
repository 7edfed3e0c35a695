import packageText from "../../../../../package.json?raw";
import { needsPosition, type IdColumns } from "../../../exports/cell-ids";
import { cellsCsvHeader, cellsCsvRows, type CellsCsvExtras } from "../../../exports/cells-csv";
import { consensusCsv } from "../../../exports/consensus-csv";
import { embeddingCsv } from "../../../exports/embedding-csv";
import type { NamedGroups } from "../../../exports/annotation-report";
import type { CellNames } from "../../../exports/per-cell-csv";
import { metricsJson } from "../../../exports/metrics-json";
import { summaryJson } from "../../../exports/summary-json";
import { lightsOf } from "../../../exports/trust-lights";
import { namedByHand, trustMetricsJson, trustReportHtml, type TrustReport } from "../../../exports/trust-report";
import { AnalysisError } from "../../../contract/errors";
import type { Consensus } from "../../../contract/consensus";
import type { Landscape, TrustLights } from "../../../contract/trust";
import type { Evaluation, HeadSummary, ModelInfo } from "../../../contract/types";
import { call } from "../../engine-client";
import * as state from "../../store";
import { annotation, report as annotated } from "../annotate/state";
import { askSex, sexReport } from "../predict/sex-state";
import { doublets } from "../survey/doublets-state";
import { votedHead } from "../predict/vote-state";
import { overviewNow } from "./overview";
import { currentGroups } from "../trust/groups-state";
import { diseaseColumn, donors, landscapeBy, protocolResults, question, scoring, threshold } from "../trust/state";

/* The files that the command line writes, from the same functions. */

/** Rows asked for at once. */
const PAGE_CELLS = 5000;

/** Models with predictions for the open file. */
export function modelsThatRan(): ModelInfo[] {
  return state.usableModels.value.filter((model) => (state.runByModel.value.get(model.name)?.cells ?? 0) > 0);
}

/** What tells a cell beside its name. */
export const idColumns = (): IdColumns => ({
  hasPosition: needsPosition(...(state.info.value?.notices ?? []), ...(state.report.value?.notices ?? [])),
  study: state.info.value?.study,
});

/** What cells.csv has beside the heads, as the command line writes it. */
export const cellsExtras = (): CellsCsvExtras => ({
  matched: (state.options.value?.threshold ?? null) !== null,
  ...idColumns(),
  species: state.report.value?.species?.species[0]?.species ?? null,
  sex: sexReport.value !== null,
  doublets: doublets.value !== null,
});

/** cells.csv of a model, page by page: a million rows never lie in memory twice. */
async function* cellsCsv(model: ModelInfo): AsyncGenerator<string> {
  const voted = votedHead(model.name);
  const extras = { ...cellsExtras(), fitted: model.kind === "reference", ...(voted === undefined ? {} : { voted }) };
  yield cellsCsvHeader(model.heads, extras);
  const cells = state.info.value?.cells ?? 0;
  for (let first = 0; first < cells; first += PAGE_CELLS) {
    const asked = { model: model.name, first, count: Math.min(PAGE_CELLS, cells - first), least: threshold.value };
    yield cellsCsvRows(await call("cells", asked), model.heads, extras);
  }
}

/** What a model computed for every cell: predictions or, without heads, its embedding. */
export function tableOf(model: ModelInfo): { name: string; lines: AsyncGenerator<string> } {
  if (model.heads.length > 0) return { name: "cells.csv", lines: cellsCsv(model) };
  const lines = embeddingCsv(
    model.title,
    state.info.value?.cells ?? 0,
    async (first, count) => {
      const ids = (await call("cells", { model: model.name, first, count })).map(({ id }) => id);
      return { ids, embedding: await call("embedding", { model: model.name, first, count }) };
    },
    idColumns(),
  );
  return { name: "embedding.csv", lines };
}

/** Every head whose labels are in a column of the file, scored for all models that know it. */
async function evaluations(): Promise<Evaluation[]> {
  const found: Evaluation[] = [];
  for (const [phenotype, column] of Object.entries(state.labelColumns.value)) {
    const models = modelsThatRan()
      .filter((model) => model.heads.some((head) => head.phenotype === phenotype))
      .map((model) => model.name);
    if (column && models.length > 0) found.push(await call("evaluate", { ...question(phenotype), models }));
  }
  return found;
}

/** The report: what needs no labels, every head with labels, the entropy over the column shown, the protocols that were run. */
export async function trustReport(): Promise<{ json: string; html: string }> {
  const file = state.info.value;
  const options = state.options.value;
  if (!file || !options) throw new AnalysisError("bad-input", "The report can be exported once the analysis has ended.");
  const models = modelsThatRan();
  const found = await evaluations();
  const landscapes: Landscape[] = [];
  const by = landscapeBy.value;
  for (const model of by ? models.filter(({ heads }) => heads.some(({ phenotype }) => phenotype === state.head.value)) : []) {
    const more = { ...(donors.value ? { donors: donors.value } : {}), ...(diseaseColumn.value ? { diseases: diseaseColumn.value } : {}) };
    landscapes.push(await call("landscape", { model: model.name, phenotype: state.head.value, by, ...more }));
  }
  const version = (JSON.parse(packageText) as { version: string }).version;
  const report: TrustReport = {
    version,
    file: { ...file, coverage: state.report.value?.coverage ?? file.coverage },
    models,
    options: { ...options, donors: donors.value || null, over: by ? [by] : [], scoring: scoring.value },
    evaluations: found,
    landscapes,
    protocols: protocolResults.value,
    groups: groupsShown(),
    ...namesShown("named"),
    trust: await trustOfAll(),
    sex: await askSex(),
    overview: await overviewNow(models),
    byHand: namedByHand(state.byHand.value, models),
  };
  const { evaluationFigures, landscapeFigures } = await import("../../../plots/index");
  const nameOf = (name: string) => models.find((model) => model.name === name)?.title ?? name;
  const drawn = [...found.map((one) => evaluationFigures(one, nameOf)), ...landscapes.map((one) => landscapeFigures(one, nameOf))];
  return { json: trustMetricsJson(report), html: trustReportHtml(report, drawn) };
}

/** consensus.csv: what the models agree on, cell by cell. */
export const consensusLines = (found: Consensus): AsyncGenerator<string> => consensusCsv(cellNames(), found);

/** Names of the cells for tables with a row a cell. */
export const cellNames = (): CellNames => ({
  read: (first, count) => call("cellIds", { first, count }),
  ...idColumns(),
});

/** The groups looked at, where they are up to date. */
const groupsShown = () => (currentGroups.value ? [currentGroups.value.report] : []);

/** The names in progress, under a key of their own, and what is known of their groups where that is up to date. */
function namesShown<K extends string>(key: K): Partial<Record<K, NamedGroups>> {
  const now = annotation.value;
  const known = annotated.value?.found ?? null;
  if (!now) return {};
  return { [key]: { annotation: now, report: known } } as Partial<Record<K, NamedGroups>>;
}

async function predictions(model: ModelInfo): Promise<HeadSummary[]> {
  const summaries: HeadSummary[] = [];
  for (const { phenotype } of model.heads) summaries.push((await call("summary", { model: model.name, phenotype })).all);
  return summaries;
}

export async function metricsText(model: ModelInfo): Promise<string> {
  return metricsJson(model.name, await evaluations(), await predictions(model), []);
}

export async function summaryText(): Promise<string> {
  const file = state.info.value;
  const options = state.options.value;
  const report = state.report.value;
  if (!file || !options || !report)
    throw new AnalysisError("bad-input", "summary.json can be exported once the analysis has ended or was stopped.");
  const version = (JSON.parse(packageText) as { version: string }).version;
  return summaryJson({
    version,
    file,
    models: modelsThatRan(),
    options,
    report,
    trust: await trustOfAll(),
    sex: await askSex(),
    doublets: doublets.value,
    groups: groupsShown(),
    ...namesShown("annotation"),
    peakMemory: null,
  });
}

/** The checks of every head of every model that ran. */
async function trustOfAll(): Promise<TrustLights[]> {
  const evaluations = [...state.evaluations.value.values()];
  const found: TrustLights[] = [];
  for (const model of modelsThatRan()) found.push(...(await lightsOf(model, evaluations, (request) => call("trustLights", request))));
  return found;
}
