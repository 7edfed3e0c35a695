import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { needsPosition } from "../../exports/cell-ids";
import { cellsCsvHeader, cellsCsvRows, type CellsCsvExtras } from "../../exports/cells-csv";
import { embeddingCsv } from "../../exports/embedding-csv";
import { metricsJson, type GroupSummary } from "../../exports/metrics-json";
import { summaryJson } from "../../exports/summary-json";
import { AnalysisError } from "../../contract/errors";
import type { TrustLights } from "../../contract/trust";
import type { AnalyzeOptions, Evaluation, HeadSummary, ModelInfo } from "../../contract/types";
import {
  backend,
  label,
  list,
  out,
  requireColumns,
  seed,
  useOrthologs,
  type BackendChoice,
  type CommandKind,
  type Common,
  openFile,
} from "../command";
import type { Engine } from "../engine";
import { writeFolder } from "../output-folder";
import { saveAnnotated } from "../save-annotated";
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
  /** A table that takes the file's genes to another species'. */
  orthologs: string | undefined;
  out: string;
  backend: BackendChoice;
  seed: number;
}

/** Analyses a file and writes what the page's export buttons write. */
export const analyze: CommandKind<AnalyzeCommand> = {
  usage: `  phenolens analyze FILE [--model NAME|FOLDER]... [--matrix PATH] [--labels [HEAD=]COLUMN]...
                         [--group COLUMN]... [--orthologs mouse|TABLE] [--save-h5ad] --out FOLDER
`,
  options: {
    model: { type: "string", multiple: true },
    matrix: { type: "string" },
    labels: { type: "string", multiple: true },
    group: { type: "string", multiple: true },
    "save-h5ad": { type: "boolean" },
    orthologs: { type: "string" },
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
    isSaved: values["save-h5ad"] === true,
    orthologs: values.orthologs as string | undefined,
    out: out(values, "analyze"),
    backend: backend(values),
    seed: seed(values),
  }),
  run: analyzeFile,
};

async function analyzeFile(engine: Engine, command: AnalyzeCommand): Promise<string[]> {
  const models = await engine.models(command.models);
  const info = await openFile(engine, command, command.file);
  const matrix = command.matrix ?? info.matrix;
  const translated = command.orthologs === undefined ? null : await useOrthologs(engine, matrix, command.orthologs);
  requireColumns(info, [...command.labels.map(({ column }) => column), ...command.groups]);
  const options: AnalyzeOptions = {
    matrix,
    models: models.map((model) => model.name),
    backend: command.backend,
    lanes: command.lanes,
    seed: command.seed,
    blockCells: 0,
  };
  const report = await engine.call("analyze", options);
  if (report.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  const ran = models.filter((model) => report.runs.some((run) => run.model === model.name));
  const evaluations = await evaluateAll(engine, command, ran);
  const version = await engine.version();
  const extras: CellsCsvExtras = {
    hasPosition: needsPosition(...info.notices, ...report.notices),
    species: report.species?.species[0]?.species ?? null,
  };
  const said: string[] = translated ? [translated] : [];
  const trust: TrustLights[] = [];
  await writeFolder(command.out, async (folder) => {
    for (const model of ran) {
      await mkdir(join(folder, model.name));
      const [name, lines] =
        model.heads.length > 0
          ? ["cells.csv", csv(engine, model, info.cells, extras)]
          : [
              "embedding.csv",
              embeddingCsv(
                model.title,
                info.cells,
                async (first, count) => {
                  const ids = (await engine.call("cells", { model: model.name, first, count })).map(({ id }) => id);
                  return { ids, embedding: await engine.call("embedding", { model: model.name, first, count }) };
                },
                extras.hasPosition,
              ),
            ];
      await pipeline(Readable.from(lines), createWriteStream(join(folder, model.name, name)));
      const predictions = await summaries(engine, model);
      trust.push(...(await trustOf(engine, model, evaluations)));
      await writeFile(
        join(folder, model.name, "metrics.json"),
        metricsJson(model.name, evaluations, predictions, await groupSummaries(engine, command, model)),
      );
    }
    if (command.isSaved) said.push(await saveAnnotated(engine, command.file, ran, command.seed, join(folder, "annotated.h5ad")));
    const peakMemory = process.resourceUsage().maxRSS * 1024;
    await writeFile(join(folder, "summary.json"), summaryJson({ version, file: info, models: ran, options, report, trust, peakMemory }));
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

async function* csv(engine: Engine, model: ModelInfo, cells: number, extras: CellsCsvExtras): AsyncGenerator<string> {
  yield cellsCsvHeader(model.heads, extras);
  for (let first = 0; first < cells; first += PAGE) {
    yield cellsCsvRows(await engine.call("cells", { model: model.name, first, count: PAGE }), model.heads, extras);
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
