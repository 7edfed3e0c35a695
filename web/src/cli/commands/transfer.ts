import { writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { json } from "../../exports/metrics-json";
import { toCsv } from "../../exports/table-csv";
import { transferMatrix, transferTable, transferText, type Transfer } from "../../exports/transfer-csv";
import { AnalysisError } from "../../contract/errors";
import { PRESETS } from "../../contract/training";
import { list, oneOf, openFile, out, seed, UsageError, whole, type CommandKind, type Common } from "../command";
import type { Engine } from "../engine";
import { writeFolder } from "../output-folder";
import { givenTable, lookAt, type GivenTable, type TransferFile, type TransferQuestion } from "../transfer-files";
import { filesTold, pairsTold, transferNotes, type Asked, type Trained } from "../transfer-report";

const PHENOTYPE = "cell_type";

export interface TransferCommand extends Omit<Common, "file">, TransferQuestion {
  command: "transfer";
  orthologs: string | undefined;
  preset: string;
  folds: number;
  seed: number;
  out: string;
}

/**
 * A model of every file, asked about every other: how far classes carry from species to species (Souza and Mehta's
 * protocol of eight species).
 */
export const transfer: CommandKind<TransferCommand> = {
  usage: `  phenolens transfer FILE FILE... --labels COLUMN [--orthologs mouse|TABLE] [--species NAME,NAME...]
                         [--donors COLUMN] [--preset NAME] [--least N] [--folds N] [--ignore LABEL]... --out FOLDER
`,
  leastFiles: 2,
  options: {
    labels: { type: "string" },
    orthologs: { type: "string" },
    species: { type: "string", multiple: true },
    donors: { type: "string" },
    preset: { type: "string" },
    least: { type: "string" },
    folds: { type: "string" },
    ignore: { type: "string", multiple: true },
    seed: { type: "string" },
    out: { type: "string" },
  },
  parse({ lanes, quiet, reading }, values, files) {
    if (typeof values.labels !== "string" || values.labels === "") throw new UsageError("transfer needs --labels COLUMN.");
    const twice = files.find((path, i) => files.findIndex((other) => resolve(other) === resolve(path)) < i);
    if (twice !== undefined) throw new UsageError(`${twice} is given twice.`);
    const species = list(values.species)
      .flatMap((names) => names.split(","))
      .map((name) => name.trim())
      .filter(Boolean);
    if (species.length > 0 && species.length !== files.length)
      throw new UsageError(`--species names ${species.length} species for ${files.length} files; give one for each, in their order.`);
    const orthologs = values.orthologs as string | undefined;
    return {
      command: "transfer",
      files,
      lanes,
      quiet,
      reading,
      orthologs,
      species,
      labels: values.labels,
      donors: (values.donors as string | undefined) ?? null,
      ignore: list(values.ignore),
      preset: oneOf(
        values.preset,
        "--preset",
        PRESETS.map(({ name }) => name),
        "sctop",
      ),
      // The paper's: classes of fifty cells, a tenth of them held out.
      least: whole(values.least, "--least", 50, 1e9, 2),
      folds: whole(values.folds, "--folds", 10, 20, 2),
      seed: seed(values),
      out: out(values, "transfer"),
    };
  },
  run: transferAll,
};

async function transferAll(engine: Engine, command: TransferCommand): Promise<string[]> {
  const started = performance.now();
  const table = await givenTable(command.orthologs);
  const files = await lookAt(engine, command, table);
  const work: Work = { engine, command, table, used: [...new Set(files.flatMap(({ column }) => column?.heading ?? []))] };
  const trained: Trained[] = [];
  for (const [i, file] of files.entries()) trained.push(await trainOn(work, file, `transfer-${i + 1}`));
  const asked: Asked[] = [];
  for (const [i, file] of files.entries()) asked.push(...(await askAbout(work, files, trained, file, i)));
  // A row per model, as the matrix reads.
  const places = new Map(files.map(({ name }, i) => [name, i]));
  asked.sort((a, b) => places.get(a.pair.trained)! - places.get(b.pair.trained)!);
  const pairs = asked.map(({ pair }) => pair);
  assertShared(command.labels, files, pairs);
  const seconds = (performance.now() - started) / 1000;
  await writeFolder(command.out, async (folder) => {
    const { command: _command, lanes: _lanes, quiet: _quiet, out: _out, files: _files, orthologs, ...options } = command;
    await writeFile(join(folder, "transfer.csv"), toCsv(transferTable(pairs)));
    await writeFile(join(folder, "matrix.csv"), toCsv(transferMatrix(pairs)));
    await writeFile(
      join(folder, "summary.json"),
      json({
        version: await engine.version(),
        options: {
          ...options,
          orthologs: orthologs === undefined ? null : basename(orthologs),
          columns: work.used,
          recipe: recipeOf(command),
        },
        files: filesTold(files, trained),
        ...pairsTold(asked),
        notices: engine.notices(),
        seconds,
        peak_memory_bytes: process.resourceUsage().maxRSS * 1024,
      }),
    );
  });
  process.stdout.write(`${transferText(pairs)}${pairs.length} pairs in ${seconds.toFixed(1)} s.\n`);
  return transferNotes(command.least, files, trained, asked);
}

interface Work {
  engine: Engine;
  command: TransferCommand;
  table: GivenTable | null;
  /** Headings of the columns that any file is read by: a row is to be one to one in all of them. */
  used: string[];
}

const recipeOf = ({ preset }: TransferCommand) => PRESETS.find(({ name }) => name === preset)!.recipe;

/** Trains on a file: with a table, on its genes that have an ortholog in another of the species. */
async function trainOn({ engine, command, table, used }: Work, file: TransferFile, model: string): Promise<Trained> {
  await openFile(engine, command, file.path);
  const known =
    table && file.column
      ? await engine.call("orthologs", {
          ...table,
          matrix: file.info.matrix,
          columns: { from: file.column.heading, to: file.column.heading, used },
        })
      : null;
  const {
    heads: [head],
  } = await engine.call("train", {
    name: model,
    title: file.name,
    matrix: file.info.matrix,
    labels: [{ phenotype: PHENOTYPE, column: command.labels }],
    ignore: file.ignored.map(({ label }) => label),
    donors: command.donors,
    recipe: recipeOf(command),
    folds: command.folds,
    isThorough: false,
    keepsCells: true,
    seed: command.seed,
    lanes: command.lanes,
    cells: 0,
  });
  return { model, head: head!, rows: known && { used: known.pairs, ambiguous: known.ambiguous } };
}

/** Every model on one file: the file's own by what was held out of its training, the others by their answers. */
async function askAbout(
  { engine, command, table, used }: Work,
  files: TransferFile[],
  trained: Trained[],
  file: TransferFile,
  place: number,
): Promise<Asked[]> {
  let { coverage } = await openFile(engine, command, file.path);
  const asked: Asked[] = [];
  for (const [i, from] of files.entries()) {
    // The file's genes by the names that this model knows.
    if (table && file.column && from.column)
      ({ coverage } = await engine.call("orthologs", {
        ...table,
        matrix: file.info.matrix,
        columns: { from: file.column.heading, to: from.column.heading, used },
      }));
    const { model, head } = trained[i]!;
    const known = coverage.find((one) => one.model === model)!;
    if (i === place) {
      const { heldOut, classes, majority, top3 } = head;
      asked.push({
        pair: {
          trained: file.name,
          tested: file.name,
          cells: heldOut.cells,
          leftOut: file.info.cells - heldOut.cells,
          genes: known.found,
          classes: classes.length,
          accuracy: heldOut.accuracy,
          macroF1: heldOut.macroF1.value,
          top3,
          majority,
        },
        matches: [],
      });
      continue;
    }
    if (known.verdict === "refused")
      throw new AnalysisError(
        "bad-input",
        `The model of ${from.name} cannot be asked about ${file.info.name}: ${known.reason} ` +
          `${
            table
              ? "Give a table of orthologs that names the genes of both."
              : "Give files whose genes have the same names, or their orthologs with --orthologs TABLE."
          }`,
      );
    asked.push(await answers(engine, command, from, file, model, known.found));
  }
  return asked;
}

async function answers(
  engine: Engine,
  { labels, donors, lanes, seed: random }: TransferCommand,
  from: TransferFile,
  { name, info }: TransferFile,
  model: string,
  genes: number,
): Promise<Asked> {
  const analysis = await engine.call("analyze", {
    matrix: info.matrix,
    models: [model],
    backend: "wasm",
    lanes,
    seed: random,
    blockCells: 0,
  });
  if (analysis.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  const {
    metrics: [found],
    matches,
  } = await engine.call("evaluate", {
    phenotype: PHENOTYPE,
    column: labels,
    models: [model],
    seed: random,
    ...(donors === null ? {} : { donors }),
  });
  const { cells, unmatchedCells, perClass, intervals } = found!;
  const shared = perClass.filter(({ support }) => support > 0);
  const majority = cells > 0 ? Math.max(...shared.map(({ support }) => support)) / cells : NaN;
  return {
    pair: {
      trained: from.name,
      tested: name,
      cells,
      leftOut: unmatchedCells,
      genes,
      classes: shared.length,
      accuracy: intervals.top1,
      macroF1: intervals.macroF1.value,
      top3: intervals.top3.value,
      majority,
    },
    matches,
  };
}

function assertShared(labels: string, files: TransferFile[], pairs: Transfer[]): void {
  if (pairs.some(({ trained, tested, cells }) => trained !== tested && cells > 0)) return;
  const told = files.map(
    ({ info, classes }) =>
      `${info.name} has ${classes
        .slice(0, 3)
        .map(({ label }) => label)
        .join(", ")}${classes.length > 3 ? ", ..." : ""}`,
  );
  throw new AnalysisError(
    "bad-input",
    `No two files have a class in common: obs/${labels} of ${told.join("; of ")}. Give the same class the same name in every file.`,
  );
}
