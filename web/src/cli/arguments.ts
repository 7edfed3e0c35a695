import { parseArgs } from "node:util";
import type { Choice, Reading } from "../contract/types";
import { ALL_GENES, SHARED_GENES } from "../engine/readers/study/plan";
import { list, UsageError, whole, type CommandKind, type Common, type StudyQuestion, type Values } from "./command";
import { analyze, type AnalyzeCommand } from "./commands/analyze";
import { annotate, type AnnotateCommand } from "./commands/annotate";
import { attribute, type AttributeCommand } from "./commands/attribute";
import { compare, type CompareCommand } from "./commands/compare";
import { convert, type ConvertCommand } from "./commands/convert";
import { context, type ContextCommand } from "./commands/context";
import { enrich, type EnrichCommand } from "./commands/enrich";
import { evaluate, type EvaluateCommand } from "./commands/evaluate";
import { importModel, type ImportCommand } from "./commands/import";
import { inspect, type InspectCommand } from "./commands/inspect";
import { merge, type MergeCommand } from "./commands/merge";
import { models, type ModelsCommand } from "./commands/models";
import { part, partOf, type PartCommand } from "./commands/part";
import { python, type PythonCommand } from "./commands/python";
import { restrict, type RestrictCommand } from "./commands/restrict";
import { select, type SelectCommand } from "./commands/select";
import { survey, type SurveyCommand } from "./commands/survey";
import { train, type TrainCommand } from "./commands/train";
import { transfer, type TransferCommand } from "./commands/transfer";
import { SWEPT } from "./swept";

export { UsageError } from "./command";

/** The commands, by name. */
export const COMMANDS = {
  inspect,
  analyze,
  part,
  merge,
  annotate,
  evaluate,
  compare,
  attribute,
  enrich,
  context,
  restrict,
  select,
  survey,
  train,
  transfer,
  python,
  convert,
  import: importModel,
  models,
} as const;
type FileCommand =
  | InspectCommand
  | ImportCommand
  | ConvertCommand
  | ModelsCommand
  | AnalyzeCommand
  | PartCommand
  | MergeCommand
  | AnnotateCommand
  | CompareCommand
  | EvaluateCommand
  | AttributeCommand
  | EnrichCommand
  | ContextCommand
  | RestrictCommand
  | SelectCommand
  | SurveyCommand
  | TrainCommand
  | TransferCommand
  | PythonCommand;
export type Command = FileCommand | { command: "help" } | { command: "version" };

export const USAGE = `phenolens: what models see in every cell of an .h5ad file

${Object.values(COMMANDS)
  .map(({ usage }) => usage)
  .join("")}
  --save-h5ad         also FOLDER/annotated.h5ad: the file with the predictions added
  --table             also FOLDER/table.csv: a row a cell with names, models, clusters, UMAP and quality
  --report            also FOLDER/report.html: map, types, checks, where models differ, clusters, quality, limits of the models
  --all-columns       every column of every model in its obs (default: the rest is a table, obsm["phenolens"])
  --min-probability P labels below it are "unknown" in its column phenolens_cell_type_known (default: 0.5)
  --genes-from COLUMN the column of var that names the genes (_index: its index; default: found by heading and content)
  --sample NAME       what each of several FILEs is called in the column sample, in their order (default: by the files' names)
  --metadata FILE     a CSV or TSV with a row for each cell or sample, joined to a 10x folder or table by their names
  --transposed        the file has genes in rows and cells in columns
  --modality NAME     of an .h5mu file, the one to read (default: gene expression)
  --assay NAME        of an .h5seurat, .rds or .RData file (default: the active one, RNA)
  --genome NAME       of a 10x .h5 file of several (default: the one with most values)
  --lanes N           worker threads (default: one per core)
  --backend NAME      wasm, webgpu or native (onnxruntime-node, where it is installed); default: wasm
  --seed N            for whatever is random (default: 1)
  --quiet             no progress
  --help, --version
`;

export const kindOf = <C extends FileCommand>({ command }: C): CommandKind<C> => COMMANDS[command] as unknown as CommandKind<C>;

/** What a file can hold several of, each an option by its name. */
const PARTS: Choice["of"][] = ["modality", "assay", "genome"];

function readingOf(values: Values): Reading {
  const [part, ...more] = PARTS.map((name) => values[name]).filter((value) => typeof value === "string");
  if (more.length > 0) throw new UsageError(`A file is read by one of ${PARTS.map((name) => `--${name}`).join(", ")}.`);
  return {
    ...(typeof values["genes-from"] === "string" ? { genesFrom: values["genes-from"] } : {}),
    ...(values.transposed === true ? { isTransposed: true } : {}),
    ...(typeof values.metadata === "string" ? { metadata: values.metadata } : {}),
    ...(part !== undefined ? { part } : {}),
  };
}

export function parseCommand(argv: string[]): Command {
  const [command, ...rest] = argv;
  if (command === undefined || command === "--help" || command === "-h" || rest.includes("--help")) return { command: "help" };
  if (command === "--version") return { command: "version" };
  if (!Object.hasOwn(COMMANDS, command)) throw new UsageError(`There is no command ${command}.`);
  const kind = (command === "part" ? partKind(rest) : COMMANDS[command as keyof typeof COMMANDS]) as Pick<
    CommandKind<FileCommand>,
    "options" | "leastFiles" | "takesStudy"
  > & {
    parse(common: Common, values: Values, files: string[]): FileCommand;
  };
  let parsed: { values: Values; positionals: string[] };
  try {
    parsed = parseArgs({
      args: rest,
      options: {
        lanes: { type: "string" },
        quiet: { type: "boolean" },
        "genes-from": { type: "string" },
        transposed: { type: "boolean" },
        metadata: { type: "string" },
        ...Object.fromEntries(PARTS.map((name) => [name, { type: "string" } as const])),
        ...(kind.takesStudy ? { sample: { type: "string", multiple: true } as const } : {}),
        ...kind.options,
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const { leastFiles, takesStudy = false } = kind;
  const given = positionals.length;
  if (leastFiles === undefined && (given === 0 || (given > 1 && !takesStudy)))
    throw new UsageError(`${command} takes one FILE${takesStudy ? " or several" : ""}, but ${given} were given.`);
  if (leastFiles !== undefined && given < leastFiles)
    throw new UsageError(`${command} takes ${leastFiles} FILEs or more, but ${given} ${given === 1 ? "was" : "were"} given.`);
  const study = takesStudy ? studyOf(positionals, values) : undefined;
  return kind.parse(
    {
      file: positionals[0] ?? "",
      ...(study ? { study } : {}),
      lanes: whole(values.lanes, "--lanes", 0, 64),
      quiet: values.quiet === true,
      reading: readingOf(values),
    },
    values,
    positionals,
  );
}

/** What `part` is of: the command that its first word names, which is taken from the words; else `analyze`. */
function partKind(words: string[]): unknown {
  const named = Object.hasOwn(SWEPT, words[0] ?? "");
  return partOf(SWEPT[(named ? words.shift() : "analyze") as keyof typeof SWEPT] as never);
}

/** What several files are read as; takes what is asked of each file from the values. */
function studyOf(files: string[], values: Values): StudyQuestion | undefined {
  const samples = list(values.sample);
  if (samples.length > 0 && samples.length !== files.length)
    throw new UsageError(`--sample names each FILE once, in their order: ${files.length} were given, ${samples.length} named.`);
  if (new Set(samples).size < samples.length) throw new UsageError("--sample gives each FILE a name of its own.");
  if (files.length === 1 && samples.length === 0) return undefined;
  const study: StudyQuestion = { files, ...(samples.length > 0 ? { samples } : {}) };
  const { matrix } = values;
  if (typeof matrix !== "string" || isOfStudy(matrix)) return study;
  delete values.matrix;
  return { ...study, matrix };
}

/** Whether a matrix asked for is one of those that several files are read as. */
const isOfStudy = (path: string): boolean => path === ALL_GENES || path === SHARED_GENES;
