import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { needsPosition } from "../../exports/cell-ids";
import { cellsCsvHeader, cellsCsvRows, type CellsCsvExtras } from "../../exports/cells-csv";
import { embeddingCsv } from "../../exports/embedding-csv";
import { groupsTable } from "../../exports/groups-csv";
import { metricsJson, type GroupSummary } from "../../exports/metrics-json";
import { sexCsv } from "../../exports/sex-csv";
import { summaryJson } from "../../exports/summary-json";
import { toCsv } from "../../exports/table-csv";
import { AnalysisError } from "../../contract/errors";
import type { ObsColumns } from "../../contract/obs-columns";
import type { OverClustering } from "../../contract/votes";
import type { TrustLights } from "../../contract/trust";
import type {
  AnalyzeOptions,
  BackendChoice,
  CellRange,
  Evaluation,
  FileInfo,
  HeadSummary,
  ModelInfo,
  PartSource,
} from "../../contract/types";
import {
  backend,
  donorColumn,
  label,
  list,
  out,
  requireColumns,
  seed,
  askedSamples,
  useOrthologs,
  UsageError,
  type CommandKind,
  type Common,
  type KeepTable,
  openFiles,
  partsOf,
  type Values,
} from "../command";
import { DOUBLETS_OPTIONS, DOUBLETS_USAGE, doubletsQuestion, doubletsSaid, scoreDoublets, type DoubletsQuestion } from "../doublets";
import type { Engine } from "../engine";
import { groupColumns, GROUPS_OPTIONS, GROUPS_USAGE, groupsOf, groupsQuestion, type GroupsQuestion } from "../groups";
import { writeCellTable } from "../cell-table";
import { foundOfAll, overviewOf } from "../overview";
import { drawAll } from "../report-figures";
import { trustReportHtml } from "../../exports/trust-report";
import { analyzeFigures, writeFigures } from "../figures";
import { writeFolder } from "../output-folder";
import { writeConsensus } from "../consensus";
import { writeModelsBeside } from "../models-beside";
import { noShares } from "../../contract/types-by-sample";
import { samplesColumns, samplesFigure, withoutSample, writeTypesBySample } from "../types-by-sample";
import type { Figure } from "../figure-file";
import { OBS_OPTIONS, OBS_USAGE, obsColumns, saveAnnotated } from "../save-annotated";
import { trustOf, warnings } from "../trust";

/** Rows of cells.csv written at once. */
const PAGE = 5000;

export interface AnalyzeCommand extends Common {
  command: "analyze";
  models: string[];
  matrix: string | undefined;
  labels: { head: string; column: string }[];
  groups: string[];
  /** Also write annotated.h5ad. */
  isSaved: boolean;
  /** Also write table.csv. */
  hasTable: boolean;
  /** Also write report.html. */
  hasReport: boolean;
  /** Also write the figures. */
  hasFigures: boolean;
  /** What annotated.h5ad has in obs. */
  obs: ObsColumns & { least: number };
  /** A table that takes the file's genes to another species'. */
  orthologs: string | undefined;
  /** Classes above this probability are joined, of models with one a class. */
  threshold: number | undefined;
  /** obs column of donors, for sex by counted genes; undefined: the one that looks like it. */
  donors: string | undefined;
  /** obs column of samples, for types by sample; undefined: the one that looks like it, null: none. */
  samples: string | null | undefined;
  /** obs column of conditions that samples are divided by. */
  condition: string | undefined;
  /** The column of labels of references given as files of cells. */
  referenceLabels: string | undefined;
  /** Also project on the profiles of references (scTOP). */
  isProjected: boolean;
  vote: { over: OverClustering; minProp: number } | null;
  /** Cells that transformers read; undefined: all. */
  sampleCells: number | undefined;
  /** Null: doublets are not scored. */
  doublets: DoubletsQuestion | null;
  perGroup: GroupsQuestion;
  /** What has been found of all cells already. */
  parts?: PartSource[];
  out: string;
  backend: BackendChoice;
  seed: number;
}

/** Analyses a file and writes what the page's export buttons write. */
export const analyze: CommandKind<AnalyzeCommand> = {
  usage: `  phenolens analyze FILE... [--model NAME|FOLDER|FILE.pkl|TABLE|REF.h5ad]...
                         [--reference-labels COLUMN] [--sctop] [--matrix PATH] [--labels [HEAD=]COLUMN]...
                         [--donors COLUMN] [--samples COLUMN|none] [--condition COLUMN] [--group COLUMN]...
                         [--orthologs mouse|TABLE] [--prob-match THRESHOLD] [--sample-cells N]
                         [--majority-voting [--over-clustering COLUMN] [--min-prop SHARE]]
                         [--table] [--report] [--figures] [--save-h5ad ${OBS_USAGE}]
                         ${DOUBLETS_USAGE}
                         ${GROUPS_USAGE} --out FOLDER
`,
  takesStudy: true,
  options: {
    model: { type: "string", multiple: true },
    matrix: { type: "string" },
    labels: { type: "string", multiple: true },
    donors: { type: "string" },
    condition: { type: "string" },
    group: { type: "string", multiple: true },
    "save-h5ad": { type: "boolean" },
    table: { type: "boolean" },
    report: { type: "boolean" },
    figures: { type: "boolean" },
    orthologs: { type: "string" },
    "prob-match": { type: "string" },
    "sample-cells": { type: "string" },
    "reference-labels": { type: "string" },
    sctop: { type: "boolean" },
    "majority-voting": { type: "boolean" },
    "over-clustering": { type: "string" },
    "min-prop": { type: "string" },
    ...OBS_OPTIONS,
    ...DOUBLETS_OPTIONS,
    ...GROUPS_OPTIONS,
    out: { type: "string" },
    backend: { type: "string" },
    seed: { type: "string" },
  },
  parse: (common, values) => ({
    command: "analyze",
    ...common,
    models: list(values.model),
    matrix: values.matrix as string | undefined,
    labels: list(values.labels).map(label),
    groups: list(values.group),
    donors: values.donors as string | undefined,
    samples: askedSamples(values),
    condition: values.condition as string | undefined,
    isSaved: values["save-h5ad"] === true,
    hasTable: values.table === true,
    hasReport: values.report === true,
    hasFigures: values.figures === true,
    obs: obsColumns(values),
    orthologs: values.orthologs as string | undefined,
    threshold: values["prob-match"] === undefined ? undefined : probability(values["prob-match"], "--prob-match"),
    sampleCells: sampleCells(values),
    referenceLabels: values["reference-labels"] as string | undefined,
    isProjected: values.sctop === true,
    vote: voteOf(values),
    // Samples are those of the types too, where no doublets are scored.
    doublets: doubletsQuestion(values.doublets === true ? values : { ...values, samples: undefined }),
    perGroup: groupsQuestion(values),
    out: out(values, "analyze"),
    backend: backend(values),
    seed: seed(values),
  }),
  run: analyzeFile,
  async part(engine, command, cells, keep) {
    const { options, said } = await openAnalysis(engine, command);
    return { header: (await analyzedPart(engine, options, cells, keep)).header, said };
  },
};

/** The table of what models and quality say of a run of cells, kept. */
export async function analyzedPart(engine: Engine, options: AnalyzeOptions, range: CellRange, keep: KeepTable) {
  const { header, bytes } = await engine.call("analyzePart", { ...options, range });
  return { header, source: await keep("cells", bytes) };
}

function probability(text: unknown, name: string): number {
  const value = Number(text);
  if (text === "" || !(value >= 0 && value <= 1)) throw new UsageError(`${name} takes a number from 0 to 1, not ${String(text)}.`);
  return value;
}

function sampleCells({ "sample-cells": text }: Values): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(String(text))) throw new UsageError(`--sample-cells takes a number of cells, at least 1, not ${String(text)}.`);
  return Number(text);
}

function voteOf(values: Values): AnalyzeCommand["vote"] {
  const column = values["over-clustering"] as string | undefined;
  const share = values["min-prop"];
  if (values["majority-voting"] !== true) {
    if (column !== undefined || share !== undefined) throw new UsageError("--over-clustering and --min-prop go with --majority-voting.");
    return null;
  }
  return {
    over: column === undefined ? { kind: "leiden" } : { kind: "column", column },
    minProp: share === undefined ? 0 : probability(share, "--min-prop"),
  };
}

interface OpenedAnalysis {
  models: ModelInfo[];
  info: FileInfo;
  options: AnalyzeOptions;
  /** What a person should know. */
  said: string[];
}

/** The head that is voted on: the cell type, else the first. */
const votedHead = (model: ModelInfo): string =>
  (model.heads.find(({ phenotype }) => phenotype === "cell_type") ?? model.heads[0]!).phenotype;

async function voteAll(engine: Engine, { vote, seed: random, lanes }: AnalyzeCommand, models: ModelInfo[]): Promise<string[]> {
  const said: string[] = [];
  for (const model of vote ? models.filter(({ heads }) => heads.length > 0) : []) {
    const { clusters, resolution, changed } = await engine.call("majorityVote", {
      model: model.name,
      phenotype: votedHead(model),
      ...vote!,
      seed: random,
      lanes,
    });
    said.push(
      `${clusters.length.toLocaleString("en")} ` +
        `clusters${resolution === null ? "" : ` (resolution ${resolution})`} voted on the labels of ` +
        `${model.title}: ${changed.toLocaleString("en")} cells go by another one than they were predicted.`,
    );
  }
  return said;
}

/** What an analysis is asked of, opened: the models, the file, and how. */
async function openAnalysis(engine: Engine, command: AnalyzeCommand): Promise<OpenedAnalysis> {
  const instead = command.labels.find(({ head }) => head === "cell_type")?.column;
  const models = await engine.models(command.models, {
    ...(command.referenceLabels === undefined ? {} : { column: command.referenceLabels }),
    ...(instead === undefined ? {} : { instead }),
  });
  for (const { name } of command.isProjected ? models.filter(({ kind }) => kind === "reference") : [])
    models.push((await engine.call("projectReference", { model: name })).model);
  const info = await openFiles(engine, command);
  const matrix = command.matrix ?? info.matrix;
  const translated = command.orthologs === undefined ? null : await useOrthologs(engine, matrix, command.orthologs);
  requireColumns(info, [
    ...command.labels.map(({ column }) => column),
    ...command.groups,
    ...(command.donors === undefined ? [] : [command.donors]),
    ...groupColumns(command.perGroup),
    ...(command.vote?.over.kind === "column" ? [command.vote.over.column] : []),
  ]);
  const options: AnalyzeOptions = {
    matrix,
    models: models.map((model) => model.name),
    backend: command.backend,
    lanes: command.lanes,
    seed: command.seed,
    blockCells: 0,
    ...(command.threshold === undefined ? {} : { threshold: command.threshold }),
    ...(command.sampleCells === undefined ? {} : { sample: command.sampleCells }),
  };
  return { models, info, options, said: translated ? [translated] : [] };
}

async function analyzeFile(engine: Engine, command: AnalyzeCommand): Promise<string[]> {
  const { models, info, options, said } = await openAnalysis(engine, command);
  const { matrix } = options;
  const report = await engine.call("analyze", { ...options, ...partsOf(command) });
  if (report.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  const ran = models.filter((model) => report.runs.some((run) => run.model === model.name));
  for (const { unread, reason } of report.coverage) if (unread) said.push(reason);
  const voted = await voteAll(engine, command, ran);
  const evaluations = await evaluateAll(engine, command, ran);
  const least = command.obs.least;
  const samples = samplesColumns(info, { ...command, least });
  const samplesFigures: Figure[] = [];
  const sex = await engine.call("sex", command.donors === undefined ? {} : { donors: command.donors });
  const doublets =
    command.doublets &&
    (await scoreDoublets(engine, info, command.doublets, { matrix, mask: null, lanes: command.lanes, seed: command.seed }));
  const version = await engine.version();
  const extras: CellsCsvExtras = {
    hasPosition: needsPosition(...info.notices, ...report.notices),
    study: info.study,
    species: report.species?.species[0]?.species ?? null,
    sex: true,
    doublets: doublets !== null,
  };
  said.push(...voted, ...(doublets ? doubletsSaid(doublets) : []));
  const trust: TrustLights[] = [];
  const predicted = new Map<string, HeadSummary[]>();
  const heads = ran.filter(({ heads: all }) => all.length > 0).map((model) => ({ model, phenotype: votedHead(model) }));
  const run = { matrix, lanes: command.lanes, seed: command.seed, donors: donorColumn(info, command.donors) ?? undefined };
  const groups = await groupsOf(engine, info, command.perGroup, heads, run, said);
  await writeFolder(command.out, async (folder) => {
    for (const model of ran) {
      await mkdir(join(folder, model.name));
      const [name, lines] =
        model.heads.length > 0
          ? ["cells.csv", csv(engine, command, model, info.cells, extras)]
          : [
              "embedding.csv",
              embeddingCsv(
                model.title,
                info.cells,
                async (first, count) => {
                  const ids = (await engine.call("cells", { model: model.name, first, count })).map(({ id }) => id);
                  return { ids, embedding: await engine.call("embedding", { model: model.name, first, count }) };
                },
                extras,
              ),
            ];
      await pipeline(Readable.from(lines), createWriteStream(join(folder, model.name, name)));
      const predictions = await summaries(engine, model);
      predicted.set(model.name, predictions);
      const types = samples ? await writeTypesBySample(engine, model, samples, least, folder) : [];
      for (const one of types)
        if (one.sampled) said.push(`${model.title}, by ${one.column}: ${noShares(one.sampled)}`);
        else samplesFigures.push(samplesFigure(model.name, model.title, one));
      // The same of every head.
      said.push(...types.flatMap(withoutSample).filter((one, i, all) => all.indexOf(one) === i && !said.includes(one)));
      const perGroup = groups.find((one) => one.model === model.name);
      if (perGroup) await writeFile(join(folder, model.name, "groups.csv"), toCsv(groupsTable(perGroup)));
      trust.push(...(await trustOf(engine, model, evaluations)));
      await writeFile(
        join(folder, model.name, "metrics.json"),
        metricsJson(model.name, evaluations, predictions, await groupSummaries(engine, command, model)),
      );
    }
    said.push(await writeConsensus(engine, ran, extras, folder));
    await writeModelsBeside(engine, ran, folder);
    await writeFile(join(folder, "sex.csv"), sexCsv(sex));
    if (command.hasTable || command.hasReport || command.hasFigures) {
      const { lanes, seed: random, perGroup, obs } = command;
      const found = await foundOfAll(engine, ran, { matrix, lanes, seed: random, resolution: perGroup.resolution });
      const told = { hasPosition: extras.hasPosition === true, hasDoublets: doublets !== null, annotation: null };
      if (command.hasTable) await writeCellTable(engine, found, { least: obs.least, file: info, ...told }, folder);
      if (command.hasFigures) {
        const nameOf = (name: string) => ran.find((model) => model.name === name)?.title ?? name;
        await writeFigures(folder, [...analyzeFigures(found, evaluations, { cells: info.cells, nameOf }), ...samplesFigures]);
      }
      if (command.hasReport) {
        const overview = await overviewOf(engine, found, info.cells, null);
        const file = { ...info, coverage: report.coverage };
        const about = { version, file, models: ran, options: { ...options }, landscapes: [], protocols: [], byHand: {} };
        const written = { ...about, evaluations, groups, trust, sex, overview };
        await writeFile(join(folder, "report.html"), trustReportHtml(written, await drawAll(written)));
      }
    }
    if (command.isSaved)
      said.push(
        await saveAnnotated(
          engine,
          { file: command.file, cells: info.cells },
          ran,
          command.seed,
          join(folder, "annotated.h5ad"),
          command.obs,
        ),
      );
    const peakMemory = process.resourceUsage().maxRSS * 1024;
    await writeFile(
      join(folder, "summary.json"),
      summaryJson({ version, file: info, models: ran, options, report, predictions: predicted, trust, sex, doublets, groups, peakMemory }),
    );
  });
  return [...said.filter(Boolean), ...warnings(trust)];
}

async function evaluateAll(engine: Engine, { labels }: AnalyzeCommand, models: ModelInfo[]): Promise<Evaluation[]> {
  const evaluations: Evaluation[] = [];
  for (const { head, column } of labels) {
    const able = models.filter((model) => model.heads.some(({ phenotype }) => phenotype === head)).map((model) => model.name);
    if (able.length === 0) {
      const heads = new Set(models.flatMap((model) => model.heads.map(({ phenotype }) => phenotype)));
      throw new AnalysisError("bad-input", `No model here predicts ${head}; heads are ${[...heads].join(", ")}.`);
    }
    evaluations.push(await engine.call("evaluate", { phenotype: head, column, models: able }));
  }
  return evaluations;
}

async function* csv(
  engine: Engine,
  { threshold, vote, obs: { least } }: AnalyzeCommand,
  model: ModelInfo,
  cells: number,
  told: CellsCsvExtras,
): AsyncGenerator<string> {
  const extras = {
    ...told,
    matched: threshold !== undefined,
    fitted: model.kind === "reference",
    ...(vote ? { voted: votedHead(model) } : {}),
  };
  yield cellsCsvHeader(model.heads, extras);
  for (let first = 0; first < cells; first += PAGE) {
    yield cellsCsvRows(await engine.call("cells", { model: model.name, first, count: PAGE, least }), model.heads, extras);
  }
}

async function summaries(engine: Engine, model: ModelInfo): Promise<HeadSummary[]> {
  return Promise.all(model.heads.map(async ({ phenotype }) => (await engine.call("summary", { model: model.name, phenotype })).all));
}

async function groupSummaries(engine: Engine, { groups }: AnalyzeCommand, model: ModelInfo): Promise<GroupSummary[]> {
  const found: GroupSummary[] = [];
  for (const name of groups) {
    const column = await engine.call("column", { name });
    if (column.kind === "number")
      throw new AnalysisError("bad-input", `obs/${name} holds numbers; --group takes a column of categories or text.`);
    for (const [code, group] of column.categories.entries()) {
      const selection = Uint32Array.from(column.codes.keys()).filter((cell) => column.codes[cell] === code);
      if (selection.length === 0) continue;
      const heads = await Promise.all(
        model.heads.map(async ({ phenotype }) => (await engine.call("summary", { model: model.name, phenotype, selection })).selected!),
      );
      found.push({ column: name, group, cells: selection.length, heads });
    }
  }
  return found;
}
