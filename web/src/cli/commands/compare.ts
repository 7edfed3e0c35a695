import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  LEAST_CELLS,
  type CompareQuestion,
  type ExpressionTable,
  type GeneByDonor,
  type SetsReport,
  type TypesBy,
} from "../../contract/compare";
import { countsMatrix, guessCondition } from "../../contract/compare-columns";
import { AnalysisError, toWire } from "../../contract/errors";
import { guessColumn } from "../../contract/guess-column";
import type { AnalyzeOptions, CellRange, FileInfo, PartSource } from "../../contract/types";
import {
  cellsTable,
  compositionTable,
  designTable,
  expressionTable,
  expressionTypesTable,
  geneTable,
  movedTable,
  phenotypeTable,
  setsTable,
  sharesTable,
} from "../../exports/compare-csv";
import { comparePython } from "../../exports/compare-python";
import { compareNotes, compareReportHtml, compareSummaryJson, type CompareReport } from "../../exports/compare-report";
import { toCsv, type Table } from "../../exports/table-csv";
import {
  askedDonors,
  donorColumn,
  list,
  oneOf,
  openFiles,
  out,
  partsOf,
  requireColumns,
  seed,
  UsageError,
  whole,
  type CommandKind,
  type Common,
  type KeepTable,
} from "../command";
import type { Engine } from "../engine";
import { compareFigures, writeFigures } from "../figures";
import { pythonPath, type PythonPath } from "../python-path";
import { writeFolder } from "../output-folder";
import { analyzedPart } from "./analyze";

export interface CompareCommand extends Common {
  command: "compare";
  matrix: string | undefined;
  condition: string | undefined;
  levels: [string, string | null] | undefined;
  donors: string | null | undefined;
  types: string | undefined;
  /** Types by what it predicts where no column is named; its entropy by condition. */
  model: string | undefined;
  head: string;
  covariates: string[];
  pairing: CompareQuestion["pairing"];
  minCells: number;
  sampleWeights: boolean;
  transform: "logit" | "arcsin";
  sets: string | undefined;
  method: "camera" | "preranked";
  minSize: number;
  maxSize: number;
  /** Genes whose value in every donor is written. */
  genes: string[];
  /** Splits of the donors of one condition in two, with cells as units; 0: none. */
  splits: number;
  /** Exchanges of conditions for distances; 0: no distances. */
  permutations: number;
  /** Also write the figures. */
  hasFigures: boolean;
  seed: number;
  /** What has been found of all cells already. */
  parts?: PartSource[];
  out: string;
}

/** Two conditions compared with donors as the units: what the page's Compare step shows, as files. */
export const compare: CommandKind<CompareCommand> = {
  usage: `  phenolens compare FILE... [--condition COLUMN] [--levels A,B | --levels A] [--donors COLUMN|none]
                         [--types COLUMN] [--model NAME|FOLDER [--head HEAD]] [--covariates COLUMN]...
                         [--pairing auto|paired|independent] [--min-cells N] [--sample-weights] [--transform logit|arcsin]
                         [--sets FILE.gmt|mitochondria] [--method camera|preranked] [--min-size N] [--max-size N]
                         [--genes NAME,NAME...] [--splits N] [--permutations N] [--matrix PATH]
                         [--figures] --out FOLDER
`,
  takesStudy: true,
  options: {
    matrix: { type: "string" },
    condition: { type: "string" },
    levels: { type: "string", multiple: true },
    donors: { type: "string" },
    types: { type: "string" },
    model: { type: "string" },
    head: { type: "string" },
    covariates: { type: "string", multiple: true },
    pairing: { type: "string" },
    "min-cells": { type: "string" },
    "sample-weights": { type: "boolean" },
    transform: { type: "string" },
    sets: { type: "string" },
    method: { type: "string" },
    "min-size": { type: "string" },
    "max-size": { type: "string" },
    genes: { type: "string", multiple: true },
    splits: { type: "string" },
    permutations: { type: "string" },
    figures: { type: "boolean" },
    seed: { type: "string" },
    out: { type: "string" },
  },
  parse: (common, values) => ({
    command: "compare",
    ...common,
    matrix: values.matrix as string | undefined,
    condition: values.condition as string | undefined,
    levels: levelsOf(list(values.levels)),
    donors: askedDonors(values),
    types: values.types as string | undefined,
    model: values.model as string | undefined,
    head: (values.head as string | undefined) ?? "cell_type",
    covariates: commas(list(values.covariates)),
    pairing: oneOf(values.pairing, "--pairing", ["auto", "paired", "independent"] as const, "auto"),
    minCells: whole(values["min-cells"], "--min-cells", LEAST_CELLS, 1e6),
    sampleWeights: values["sample-weights"] === true,
    transform: oneOf(values.transform, "--transform", ["logit", "arcsin"] as const, "logit"),
    sets: values.sets as string | undefined,
    method: oneOf(values.method, "--method", ["camera", "preranked"] as const, "camera"),
    minSize: whole(values["min-size"], "--min-size", values.sets === "mitochondria" ? 3 : 10, 100_000),
    maxSize: whole(values["max-size"], "--max-size", 500, 100_000),
    genes: commas(list(values.genes)),
    splits: whole(values.splits, "--splits", 10, 1000, 0),
    permutations: whole(values.permutations, "--permutations", 999, 1_000_000, 0),
    hasFigures: values.figures === true,
    seed: seed(values),
    out: out(values, "compare"),
  }),
  run: compareFile,
  part: comparePart,
};

const commas = (texts: string[]) => texts.flatMap((text) => text.split(",").map((one) => one.trim())).filter((one) => one !== "");

/** A,B; one alone is compared with the rest. Names with commas are given by two --levels. */
function levelsOf(texts: string[]): CompareCommand["levels"] {
  if (texts.length === 0) return undefined;
  const named = texts.length === 1 ? commas(texts) : texts;
  const [first, second] = named;
  if (first === undefined || named.length > 2) throw new UsageError(`--levels takes A,B or A, not ${texts.join(" ")}.`);
  return [first, second ?? null];
}

function questionOf(command: CompareCommand, file: FileInfo, model: string | null): CompareQuestion {
  const condition = command.condition ?? guessCondition(file.columns);
  if (!condition)
    throw new AnalysisError(
      "bad-input",
      `No column of ${file.name} is known to hold conditions: name it by --condition; obs has ` +
        `${file.columns.map(({ name }) => name).join(", ")}.`,
    );
  const column = command.types ?? (command.model === undefined ? guessColumn("cell_type", file.columns) : "");
  if (!column && command.model === undefined)
    throw new AnalysisError(
      "bad-input",
      `No column of ${file.name} is known to name cell types: name it by --types, or a model by --model.`,
    );
  requireColumns(file, [condition, ...(column ? [column] : []), ...command.covariates]);
  const donors = donorColumn(file, command.donors);
  const matrix = command.matrix ?? countsMatrix(file, file.matrix);
  const types: TypesBy = column ? { kind: "column", column } : { kind: "model", model: model!, phenotype: command.head };
  const { levels, covariates, pairing, minCells } = command;
  return { matrix, condition, ...(levels ? { levels } : {}), donors, types, covariates, pairing, minCells };
}

/** What a comparison is asked of, opened; `analysis`: by which the model is run, where there is one. */
async function openComparison(engine: Engine, command: CompareCommand) {
  const [model = null] = command.model === undefined ? [] : (await engine.models([command.model])).map(({ name }) => name);
  const file = await openFiles(engine, command);
  const question = questionOf(command, file, model);
  const { matrix } = question;
  const { lanes, seed: random } = command;
  const analysis: AnalyzeOptions | null =
    model === null ? null : { matrix, models: [model], backend: "auto", lanes, seed: random, blockCells: 0 };
  return { model, file, question, analysis };
}

/** Counts summed over a run of cells; where there is a model, what it says of them too. */
async function comparePart(engine: Engine, command: CompareCommand, cells: CellRange, keep: KeepTable) {
  const { question, analysis } = await openComparison(engine, command);
  const analyzed = analysis && (await analyzedPart(engine, analysis, cells, keep));
  // Types by the model: of these cells they are known now.
  if (analyzed && question.types.kind === "model")
    await engine.call("analyze", {
      ...analysis,
      parts: [{ name: command.out, header: analyzed.header, tables: { cells: analyzed.source } }],
    });
  const sums = await engine.call("comparePart", { ...question, lanes: command.lanes, range: cells });
  await keep("sums", sums.bytes);
  return {
    header: {
      ...sums.header,
      ...(analyzed ? { runs: analyzed.header.runs } : {}),
      tables: { ...analyzed?.header.tables, ...sums.header.tables },
    },
    said: [],
  };
}

async function compareFile(engine: Engine, command: CompareCommand): Promise<string[]> {
  const { lanes, seed: random } = command;
  const { model, file, question, analysis } = await openComparison(engine, command);
  if (analysis) await engine.call("analyze", { ...analysis, ...partsOf(command) });
  const { matrix } = question;
  const failed: { step: string; why: string }[] = [];
  /** A part that the file may not allow: why is kept then. */
  const attempt = async <T>(step: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      const { code, message } = toWire(error);
      if (code !== "bad-input" && code !== "unsupported") throw error;
      failed.push({ step, why: message });
      return null;
    }
  };
  const composition = await engine.call("compareComposition", { ...question, transform: command.transform });
  const expression = await attempt("expression", () =>
    engine.call("compareExpression", { ...question, sampleWeights: command.sampleWeights, lanes, ...partsOf(command) }),
  );
  const isTested = expression?.types.some((one) => one.isTested) ?? false;
  const cells =
    expression && isTested && command.splits > 0
      ? await attempt("cells as units", () => engine.call("compareCells", { matrix, splits: command.splits, seed: random, lanes }))
      : null;
  const genes: ExpressionTable[] = [];
  for (const { type } of expression?.types ?? []) genes.push(await engine.call("compareGenes", { matrix, type }));
  const sets = expression
    ? await setReports(
        engine,
        command,
        matrix,
        expression.types.filter((one) => one.isTested).map(({ type }) => type),
        attempt,
      )
    : [];
  const dots: GeneByDonor[] = [];
  if (expression) for (const gene of command.genes) dots.push(await engine.call("compareGene", { matrix, gene }));
  const phenotype = model === null ? null : await engine.call("comparePhenotype", { ...question, model, phenotype: command.head });
  const moved =
    command.permutations === 0
      ? null
      : await attempt("which cells moved", async () => {
          const step = { matrix, mask: null, lanes };
          const flavour = file.matrices.find((one) => one.path === matrix)?.values === "counts" ? "seurat_v3" : "seurat";
          await engine.call("variableGenes", { ...step, flavour, top: 2000, column: null });
          await engine.call("surveyComponents", { ...step, genes: null, scale: "log1p", components: 50 });
          return engine.call("compareMoved", { ...question, permutations: command.permutations, seed: random });
        });
  const { command: _command, file: _file, study: _study, lanes: _lanes, quiet: _quiet, out: _out, parts: _parts, ...options } = command;
  const report: CompareReport = {
    version: await engine.version(),
    file,
    matrix,
    // As JSON has them, so that those kept with parts are written the same.
    options: { ...(JSON.parse(JSON.stringify(options)) as typeof options), ...question },
    composition,
    expression,
    genes,
    cells,
    sets,
    phenotype,
    moved,
    failed,
  };
  const { design } = composition;
  const inPython = new Map<string, PythonPath>();
  for (const path of command.study?.files ?? [command.file]) inPython.set(path, await pythonPath(path));
  const [first] = [...inPython.values()];
  const script = await attempt("the same in Python", async () =>
    comparePython({ version: report.version, path: first!.path, ...pathsOf(command, file, inPython), info: file, question, design }),
  );
  await writeFolder(command.out, async (folder) => {
    const table = (name: string, of: Table) => writeFile(join(folder, name), toCsv(of));
    await table("design.csv", designTable(design));
    await table("composition.csv", compositionTable(composition));
    await table("shares.csv", sharesTable(composition));
    if (expression) {
      await table("expression.csv", expressionTable(genes));
      await table("expression_types.csv", expressionTypesTable(expression));
    }
    if (cells) await table("cells_as_units.csv", cellsTable(cells));
    if (sets.length > 0) await table("sets.csv", setsTable(sets));
    if (dots.length > 0)
      await table("genes.csv", {
        columns: geneTable(design, dots[0]!).columns,
        rows: dots.flatMap((one) => geneTable(design, one).rows),
      });
    if (phenotype) await table("phenotype.csv", phenotypeTable(phenotype));
    if (moved) await table("moved.csv", movedTable(moved));
    if (command.hasFigures) await writeFigures(folder, compareFigures(composition, genes, dots));
    if (script) await writeFile(join(folder, "compare.py"), script);
    await writeFile(join(folder, "report.html"), compareReportHtml(report));
    await writeFile(join(folder, "summary.json"), compareSummaryJson(report));
  });
  return [...compareNotes(report), ...[...inPython.values()].flatMap(({ notes }) => notes)];
}

type Attempt = <T>(step: string, work: () => Promise<T>) => Promise<T | null>;

async function setReports(
  engine: Engine,
  command: CompareCommand,
  matrix: string,
  types: string[],
  attempt: Attempt,
): Promise<SetsReport[]> {
  const { sets, method, minSize, maxSize } = command;
  if (sets === undefined) return [];
  const file = sets === "mitochondria" ? sets : { name: basename(sets), text: await textOf(sets) };
  const found: SetsReport[] = [];
  for (const type of types) {
    const one = await attempt(`sets in ${type}`, () => engine.call("compareSets", { matrix, type, file, method, minSize, maxSize }));
    if (one) found.push(one);
  }
  return found;
}

/** The paths of a study's files, in its samples' order. */
function pathsOf(
  { study }: Pick<CompareCommand, "study">,
  { study: found }: FileInfo,
  inPython: ReadonlyMap<string, PythonPath>,
): { paths?: string[] } {
  if (!study || !found) return {};
  return { paths: found.samples.map(({ place }) => inPython.get(study.files[place]!)!.path) };
}

async function textOf(path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: Error) => {
    throw new AnalysisError("bad-file", `${path} cannot be read (${cause.message}).`, { cause });
  });
}
