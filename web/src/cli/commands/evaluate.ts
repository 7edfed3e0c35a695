import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { summaryJson } from "../../exports/summary-json";
import { namedByHand, trustMetricsJson, trustReportHtml, type TrustReport } from "../../exports/trust-report";
import { AnalysisError } from "../../contract/errors";
import type { Landscape, ProtocolResult, Scoring } from "../../contract/trust";
import type { AnalyzeOptions, Evaluation, ModelInfo, BackendChoice, PartSource } from "../../contract/types";
import {
  askedDonors,
  donorColumn,
  backend,
  label,
  list,
  oneOf,
  out,
  requireColumns,
  seed,
  UsageError,
  type CommandKind,
  type Common,
  openFiles,
  partsOf,
} from "../command";
import type { Engine } from "../engine";
import { groupColumns, GROUPS_OPTIONS, groupsOf, groupsQuestion, type GroupsQuestion } from "../groups";
import { writeFolder } from "../output-folder";
import { trustOf, warnings } from "../trust";
import { drawAll } from "../report-figures";
import { analyzedPart } from "./analyze";

export interface EvaluateCommand extends Common {
  command: "evaluate";
  models: string[];
  matrix: string | undefined;
  labels: { head: string; column: string }[];
  /** Absent: the column whose name says so; null: none. */
  donors: string | null | undefined;
  /** Columns that entropy is shown over. */
  over: string[];
  scoring: Scoring;
  /** JSON of labels matched by hand, or metrics.json of an earlier report. */
  matches: string | undefined;
  hasProtocols: boolean;
  perGroup: GroupsQuestion;
  /** What has been found of all cells already. */
  parts?: PartSource[];
  out: string;
  backend: BackendChoice;
  seed: number;
}

/** How far to trust the models, on the file's own labels: the report of the page's Trust step. */
export const evaluate: CommandKind<EvaluateCommand> = {
  usage: `  phenolens evaluate FILE... --labels [HEAD=]COLUMN... [--donors COLUMN|none] [--over COLUMN]... [--scoring strict|ontology]
                         [--matches FILE.json] [--protocols] [--model NAME|FOLDER]... [--matrix PATH]
                         [--per-group clusters|labels|COLUMN|none] [--resolution R] [--markers FILE] --out FOLDER
`,
  takesStudy: true,
  options: {
    model: { type: "string", multiple: true },
    matrix: { type: "string" },
    labels: { type: "string", multiple: true },
    over: { type: "string", multiple: true },
    scoring: { type: "string" },
    matches: { type: "string" },
    protocols: { type: "boolean" },
    ...GROUPS_OPTIONS,
    out: { type: "string" },
    backend: { type: "string" },
    seed: { type: "string" },
  },
  parse(common, values) {
    const labels = list(values.labels).map(label);
    if (labels.length === 0) throw new UsageError("evaluate needs --labels [HEAD=]COLUMN.");
    return {
      command: "evaluate",
      ...common,
      labels,
      models: list(values.model),
      matrix: values.matrix as string | undefined,
      donors: askedDonors(values),
      over: list(values.over),
      scoring: oneOf(values.scoring, "--scoring", ["strict", "ontology"] as const, "strict"),
      matches: values.matches as string | undefined,
      hasProtocols: values.protocols === true,
      perGroup: groupsQuestion(values),
      out: out(values, "evaluate"),
      backend: backend(values),
      seed: seed(values),
    };
  },
  run: evaluateFile,
  part: async (engine, command, cells, keep) => ({
    header: (await analyzedPart(engine, (await openEvaluation(engine, command)).options, cells, keep)).header,
    said: [],
  }),
};

/** What an evaluation is asked of, opened. */
async function openEvaluation(engine: Engine, command: EvaluateCommand) {
  const instead = command.labels.find(({ head }) => head === "cell_type")?.column;
  const models = await engine.models(command.models, instead === undefined ? {} : { instead });
  const file = await openFiles(engine, command);
  requireColumns(file, [...command.labels.map(({ column }) => column), ...command.over, ...groupColumns(command.perGroup)]);
  const byDonor = donorColumn(file, command.donors);
  const byHand = command.matches ? await readMatches(command.matches, models) : {};
  const options: AnalyzeOptions = {
    matrix: command.matrix ?? file.matrix,
    models: models.map(({ name }) => name),
    backend: command.backend,
    lanes: command.lanes,
    seed: command.seed,
    blockCells: 0,
  };
  return { models, file, byDonor, byHand, options };
}

async function evaluateFile(engine: Engine, command: EvaluateCommand): Promise<string[]> {
  const { models, file, byDonor, byHand, options } = await openEvaluation(engine, command);
  const analysis = await engine.call("analyze", { ...options, ...partsOf(command) });
  if (analysis.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  const ran = models.filter((model) => analysis.runs.some((run) => run.model === model.name));
  const able = (head: string) => ran.filter((model) => model.heads.some(({ phenotype }) => phenotype === head)).map(({ name }) => name);
  const donors = byDonor === null ? {} : { donors: byDonor };
  const questions = command.labels.map(({ head, column }) => ({
    phenotype: head,
    column,
    scoring: command.scoring,
    ...donors,
    ...(byHand[head] ? { byHand: byHand[head] } : {}),
  }));
  const evaluations: Evaluation[] = [];
  const landscapes: Landscape[] = [];
  const protocols: ProtocolResult[] = [];
  const diseases = command.labels.find(({ head }) => head === "disease");
  for (const question of questions) {
    const names = able(question.phenotype);
    if (names.length === 0)
      throw new AnalysisError(
        "bad-input",
        `No model here predicts ${question.phenotype}; heads are ` +
          `${[...new Set(ran.flatMap(({ heads }) => heads.map(({ phenotype }) => phenotype)))].join(", ")}.`,
      );
    evaluations.push(await engine.call("evaluate", { ...question, models: names, seed: command.seed }));
    for (const by of command.over) {
      for (const model of names)
        landscapes.push(
          await engine.call("landscape", {
            model,
            phenotype: question.phenotype,
            by,
            ...donors,
            ...(diseases ? { diseases: diseases.column } : {}),
            seed: command.seed,
          }),
        );
    }
  }
  for (const model of command.hasProtocols ? ran.filter(({ kind, heads }) => kind === "onnx" && heads.length > 1) : []) {
    protocols.push(
      ...(await engine.call("protocols", {
        matrix: options.matrix,
        model: model.name,
        labels: questions,
        backend: command.backend,
        lanes: command.lanes,
        seed: command.seed,
        ...donors,
      })),
    );
  }
  const said: string[] = [];
  const [first] = questions;
  const asked = ran.filter(({ name }) => able(first!.phenotype).includes(name)).map((model) => ({ model, phenotype: first!.phenotype }));
  const groups = await groupsOf(engine, file, command.perGroup, asked, { ...options, ...donors }, said);
  const trust = (await Promise.all(ran.map((model) => trustOf(engine, model, evaluations)))).flat();
  const sex = await engine.call("sex", command.donors ? { donors: command.donors } : {});
  const { labels, over, scoring } = command;
  const report: TrustReport = {
    version: await engine.version(),
    file,
    models: ran,
    options: { ...options, labels, donors: byDonor, over, scoring },
    evaluations,
    landscapes,
    protocols,
    groups,
    trust,
    sex,
    byHand: namedByHand(byHand, ran),
  };
  const drawn = await drawAll(report);
  await writeFolder(command.out, async (folder) => {
    await writeFile(join(folder, "metrics.json"), trustMetricsJson(report));
    await writeFile(join(folder, "report.html"), trustReportHtml(report, drawn));
    await writeFile(
      join(folder, "summary.json"),
      summaryJson({
        version: report.version,
        file,
        models: ran,
        options,
        report: analysis,
        trust,
        sex,
        groups,
        peakMemory: process.resourceUsage().maxRSS * 1024,
      }),
    );
  });
  return [...file.notices, ...analysis.notices].map(({ message }) => message).concat(said, warnings(trust));
}

/** Class codes of labels matched by hand, from class names. */
async function readMatches(path: string, models: readonly ModelInfo[]): Promise<Record<string, Record<string, number>>> {
  let named: TrustReport["byHand"];
  try {
    const read = JSON.parse(await readFile(path, "utf8")) as { byHand?: TrustReport["byHand"] } & TrustReport["byHand"];
    named = read.byHand ?? read;
  } catch (cause) {
    throw new AnalysisError(
      "bad-input",
      `${path} is no JSON that can be read (${(cause as Error).message}). --matches takes {"HEAD": {"label of the file": "class", ` +
        `"another": null}}.`,
      { cause },
    );
  }
  return Object.fromEntries(
    Object.entries(named).map(([head, labels]) => {
      const classes = models.flatMap(({ heads }) => heads).find(({ phenotype }) => phenotype === head)?.classes ?? [];
      return [
        head,
        Object.fromEntries(
          Object.entries(labels).map(([text, to]) => {
            const code = to === null ? -1 : classes.findIndex((one) => one.label === to);
            if (to !== null && code < 0)
              throw new AnalysisError("bad-input", `${path} matches ${text} with ${to}, which is no class of ${head}.`);
            return [text, code];
          }),
        ),
      ];
    }),
  );
}
