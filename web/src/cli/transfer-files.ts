import { basename, resolve } from "node:path";
import { withoutEnding } from "../contract/cell-files";
import { AnalysisError } from "../contract/errors";
import { MEANS_NONE } from "../contract/training";
import type { FileInfo, Reading } from "../contract/types";
import { openFile, readTable, requireColumns } from "./command";
import type { Engine } from "./engine";

/** A table of orthologs as the engine takes it. */
export type GivenTable = { table: string } | { builtIn: "mouse" };

/** One species' file, looked at before anything is trained. */
export interface TransferFile {
  path: string;
  /** Its species, told from the others'. */
  name: string;
  info: FileInfo;
  /** Heading of its column in the table of orthologs, and how many of its genes that names; null without a table. */
  column: { heading: string; found: number; rival: string | null } | null;
  /** Labels with cells enough to be learnt, and those without: too few cells, or a word that means none. */
  classes: { label: string; cells: number }[];
  ignored: { label: string; cells: number }[];
}

/** What is asked of every file. */
export interface TransferQuestion {
  files: string[];
  reading: Reading;
  labels: string;
  donors: string | null;
  species: string[];
  ignore: string[];
  /** Cells of a class at least. */
  least: number;
}

export async function givenTable(path: string | undefined): Promise<GivenTable | null> {
  if (path === undefined) return null;
  return path === "mouse" ? { builtIn: "mouse" } : { table: await readTable(path) };
}

/** Opens every file in turn. Throws where one cannot take part, or where the files' genes have nothing in common. */
export async function lookAt(engine: Engine, question: TransferQuestion, table: GivenTable | null): Promise<TransferFile[]> {
  const found: TransferFile[] = [];
  for (const [i, path] of question.files.entries()) found.push(await lookAtOne(engine, question, table, path, question.species[i] ?? null));
  const kinds = table ? [] : found.filter(({ info }) => info.geneVerdict.species !== "unknown");
  const other = kinds.find(({ info }) => info.geneVerdict.species !== kinds[0]!.info.geneVerdict.species);
  if (other)
    throw new AnalysisError(
      "bad-input",
      `The genes of ${kinds[0]!.info.name} are of ${kinds[0]!.info.geneVerdict.species} and those of ${other.info.name} of ` +
        `${other.info.geneVerdict.species}: give their orthologs with --orthologs TABLE.`,
    );
  return toldApart(found);
}

async function lookAtOne(
  engine: Engine,
  question: TransferQuestion,
  table: GivenTable | null,
  path: string,
  species: string | null,
): Promise<TransferFile> {
  const { labels, donors, least, ignore } = question;
  const info = await openFile(engine, question, path);
  requireColumns(info, donors === null ? [labels] : [labels, donors]);
  const column = await engine.call("column", { name: labels });
  if (column.kind === "number")
    throw new AnalysisError("bad-input", `obs/${labels} of ${info.name} holds numbers, not labels. Choose a column of categories or text.`);
  const cells = column.categories.map(() => 0);
  for (const code of column.codes) if (code >= 0) cells[code]!++;
  const all = column.categories.map((label, code) => ({ label, cells: cells[code]! })).filter((one) => one.cells > 0);
  const isClass = (one: { label: string; cells: number }) =>
    one.cells >= least && !MEANS_NONE.test(one.label.trim()) && one.label.trim() !== "" && !ignore.includes(one.label);
  const classes = all.filter(isClass);
  if (classes.length < 2) {
    throw new AnalysisError(
      "bad-input",
      `obs/${labels} of ${info.name} has ${classes.length === 0 ? "no class" : `one class (${classes[0]!.label})`} of at least ` +
        `${least} cells, and a model needs two. Leave the file out, or ask for fewer cells with --least.`,
    );
  }
  const own = table
    ? await engine.call("orthologColumn", { ...table, matrix: info.matrix, ...(species === null ? {} : { species }) })
    : null;
  return {
    path,
    info,
    classes,
    name: species ?? own?.species ?? withoutEnding(basename(path)),
    column: own && { heading: own.name, found: own.found, rival: species === null ? own.rival : null },
    ignored: all.filter((one) => !isClass(one)),
  };
}

/** Files of one species go by their own names too. */
function toldApart(files: TransferFile[]): TransferFile[] {
  const times = (name: string) => files.filter((one) => one.name === name).length;
  return files.map((one) => {
    if (times(one.name) < 2) return one;
    const isUnique = files.filter(({ path }) => basename(path) === basename(one.path)).length < 2;
    return { ...one, name: `${one.name} (${isUnique ? basename(one.path) : resolve(one.path)})` };
  });
}
