import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { attributionTable } from "../../exports/attribution-csv";
import { summaryJson } from "../../exports/summary-json";
import { toCsv } from "../../exports/table-csv";
import { AnalysisError } from "../../contract/errors";
import { readForGenes } from "../../contract/read-for-genes";
import { USUAL_BASELINE, type AttributionMethod, type AttributionRequest, type CellsOf } from "../../contract/operations/attribution";
import type { AnalyzeOptions, ModelInfo, BackendChoice, PartSource } from "../../contract/types";
import { backend, oneOf, out, seed, UsageError, whole, type CommandKind, type Common, type Values, openFiles, partsOf } from "../command";
import type { Engine } from "../engine";
import { jsonText, writeFolder } from "../output-folder";
import { trustOf, warnings } from "../trust";
import { analyzedPart } from "./analyze";

export interface AttributeCommand extends Common {
  command: "attribute";
  model: string;
  /** The column of labels of a reference given as a file of cells. */
  referenceLabels: string | undefined;
  head: string;
  matrix: string | undefined;
  class: string | undefined;
  against: string | undefined;
  group: string | undefined;
  donors: string | undefined;
  method: AttributionMethod;
  /** `none`, or whose cells are the baseline: a class, or COLUMN=LABEL. */
  baseline: "none" | "mean" | "matched";
  contrast: string | undefined;
  cells: number;
  steps: number;
  /** What has been found of all cells already. */
  parts?: PartSource[];
  out: string;
  backend: BackendChoice;
  seed: number;
}

/** What the model says next of each cell. */
const RUNNER_UP = "runner-up";
const METHODS = ["gradient-x-input", "integrated-gradients", "expected-gradients"] as const;

const text = (values: Values, name: string) => values[name] as string | undefined;

function needed(values: Values, name: string): string {
  const value = text(values, name);
  if (!value) throw new UsageError(`attribute needs --${name}.`);
  return value;
}

/** Which genes made a model say so, for groups of cells. */
export const attribute: CommandKind<AttributeCommand> = {
  usage: `  phenolens attribute FILE... --model NAME|FOLDER|FILE.pkl|TABLE|REF.h5ad [--reference-labels COLUMN]
                         [--head HEAD] [--class LABEL [--against LABEL] | --against runner-up]
                         [--group COLUMN] [--donors COLUMN] [--method NAME] [--cells N] [--steps N]
                         [--baseline mean|none|matched [--contrast LABEL|COLUMN=LABEL]] --out FOLDER
`,
  takesStudy: true,
  options: {
    model: { type: "string" },
    "reference-labels": { type: "string" },
    head: { type: "string" },
    matrix: { type: "string" },
    class: { type: "string" },
    against: { type: "string" },
    group: { type: "string" },
    donors: { type: "string" },
    method: { type: "string" },
    baseline: { type: "string" },
    contrast: { type: "string" },
    cells: { type: "string" },
    steps: { type: "string" },
    out: { type: "string" },
    backend: { type: "string" },
    seed: { type: "string" },
  },
  parse(common, values) {
    if (values.against !== undefined && values.against !== RUNNER_UP && values.class === undefined)
      throw new UsageError(`--against needs --class; without it only --against ${RUNNER_UP} has a meaning.`);
    if (values.against === RUNNER_UP && values.class !== undefined)
      throw new UsageError(`--against ${RUNNER_UP} is of the class predicted for each cell; leave --class out.`);
    return {
      command: "attribute",
      ...common,
      model: needed(values, "model"),
      referenceLabels: text(values, "reference-labels"),
      head: text(values, "head") ?? "cell_type",
      matrix: text(values, "matrix"),
      class: text(values, "class"),
      against: text(values, "against"),
      group: text(values, "group"),
      donors: text(values, "donors"),
      method: oneOf(values.method, "--method", METHODS, "integrated-gradients"),
      baseline: oneOf(values.baseline, "--baseline", ["none", "mean", "matched"] as const, USUAL_BASELINE),
      contrast: text(values, "contrast"),
      cells: whole(values.cells, "--cells", 200, 1e9, 0),
      steps: whole(values.steps, "--steps", 64, 1024),
      out: out(values, "attribute"),
      backend: backend(values),
      seed: seed(values),
    };
  },
  run: attributeFile,
  async part(engine, command, cells, keep) {
    const { options } = await openAttribution(engine, command);
    return { header: (await analyzedPart(engine, options, cells, keep)).header, said: [] };
  },
};

function classCode(model: ModelInfo, head: string, label: string): number {
  const found = model.heads.find(({ phenotype }) => phenotype === head);
  if (!found)
    throw new AnalysisError(
      "bad-input",
      `${model.title} does not predict ${head}; it predicts ${model.heads.map(({ phenotype }) => phenotype).join(", ") || "nothing"}.`,
    );
  const code = found.classes.findIndex((one) => one.label.toLowerCase() === label.toLowerCase() || one.ontologyId === label);
  if (code < 0)
    throw new AnalysisError(
      "bad-input",
      `${model.title} has no ${head} named ${label}; it has ${found.classes.map((one) => one.label).join(", ")}.`,
    );
  return code;
}

/** The model, the file, and how it is analysed before anything is explained. */
async function openAttribution(engine: Engine, command: AttributeCommand) {
  const labels = command.referenceLabels === undefined ? {} : { column: command.referenceLabels };
  const [model] = await engine.models([command.model], labels);
  const file = await openFiles(engine, command);
  const options: AnalyzeOptions = {
    matrix: command.matrix ?? file.matrix,
    models: [model!.name],
    backend: command.backend,
    lanes: command.lanes,
    seed: command.seed,
    blockCells: 0,
  };
  return { model: model!, file, options };
}

async function attributeFile(engine: Engine, command: AttributeCommand): Promise<string[]> {
  const { model, file, options } = await openAttribution(engine, command);
  const advice = readForGenes(await engine.models([]), model.name, command.head);
  const { head } = command;
  const codeOf = (label: string) => classCode(model, head, label);
  const target: AttributionRequest["target"] =
    command.class === undefined
      ? { kind: "predicted", ...(command.against === undefined ? {} : { against: RUNNER_UP }) }
      : { kind: "class", code: codeOf(command.class), ...(command.against === undefined ? {} : { against: codeOf(command.against) }) };
  const contrast = (): CellsOf => {
    if (command.contrast === undefined) return { kind: "all" };
    const at = command.contrast.indexOf("=");
    return at < 0
      ? { kind: "class", code: codeOf(command.contrast) }
      : { kind: "label", column: command.contrast.slice(0, at), label: command.contrast.slice(at + 1) };
  };
  const baseline: AttributionRequest["baseline"] =
    command.baseline === "none" ? { kind: "none" } : { kind: command.baseline, of: contrast() };
  const analysis = await engine.call("analyze", { ...options, ...partsOf(command) });
  const report = await engine.call("attribute", {
    matrix: options.matrix,
    model: model.name,
    phenotype: head,
    target,
    groupBy: command.group === undefined ? { kind: "prediction" } : { kind: "column", column: command.group },
    method: command.method,
    baseline,
    donors: command.donors ?? null,
    cellsPerGroup: command.cells,
    steps:
      command.method === "expected-gradients"
        ? { from: Math.min(command.steps, 32), most: command.steps, gap: 0.01 }
        : { from: Math.min(8, command.steps), most: command.steps, gap: 0.01 },
    seed: command.seed,
    backend: command.backend,
    lanes: command.lanes,
  });
  if (report.cancelled || analysis.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  const version = await engine.version();
  const trust = await trustOf(engine, model, []);
  const sex = await engine.call("sex", {});
  await writeFolder(command.out, async (folder) => {
    await mkdir(join(folder, model.name));
    await writeFile(join(folder, model.name, "attribution.csv"), toCsv(attributionTable(report)));
    const { groups, symbols: _symbols, ensemblIds: _ids, ...how } = report;
    const isOfScores = report.method === "leave-one-out";
    const of = groups.map(({ name, cells, eligible, donors, atCell, atBaseline, gap, gapAbove5, splitHalf, rivals, markersOf }) => ({
      name,
      cells,
      eligible,
      donors,
      // A reference has no baseline, and what is left out gene by gene sums to nothing in particular.
      ...(isOfScores
        ? { scoreDifference: atCell, rivals }
        : { logit: atCell, baselineLogit: atBaseline, completenessGap: gap, shareOfCellsAbove5Percent: gapAbove5 }),
      splitHalf,
      markersOf: markersOf.filter(Boolean),
    }));
    await writeFile(
      join(folder, model.name, "attribution.json"),
      jsonText({
        ...how,
        advice,
        target: { class: command.class ?? "predicted", against: command.against ?? null },
        baseline: isOfScores ? null : baseline,
        groups: of,
      }),
    );
    await writeFile(
      join(folder, "summary.json"),
      summaryJson({
        version,
        file,
        models: [model],
        options,
        report: analysis,
        trust,
        sex,
        peakMemory: process.resourceUsage().maxRSS * 1024,
      }),
    );
  });
  return [...file.notices, ...analysis.notices].map((notice) => notice.message).concat(report.notes, advice || [], warnings(trust));
}
