import { readFile } from "node:fs/promises";
import { isAddress } from "../contract/cell-files";
import { guessDonors } from "../contract/donor-columns";
import { AnalysisError } from "../contract/errors";
import type { PartHeader, PartTableName } from "../contract/parts";
import type { BackendChoice, CellRange, FileInfo, Reading, Source, PartSource } from "../contract/types";
import { isThere } from "../engine/formats/imported.node";
import type { Engine } from "./engine";

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}

export interface StudyQuestion {
  files: string[];
  /** What each file's cells are called in the column of samples; without, and beyond them, by the files' names. */
  samples?: string[];
  /** The matrix to read of every file; without, the one chosen for each. */
  matrix?: string;
}

/** What every command has. */
export interface Common {
  /** The first of the files. */
  file: string;
  /** Several files, read as one. */
  study?: StudyQuestion;
  lanes: number;
  quiet: boolean;
  /** How the file is to be read. */
  reading: Reading;
}

export type Values = Record<string, unknown>;

/** Opens the file of a command as it is to be read. */
export function openFile(engine: Engine, { reading }: Pick<Common, "reading">, path: string): Promise<FileInfo> {
  return engine.call("open", { source: sourceOf(path, reading), reading });
}

const sourceOf = (path: string, { metadata }: Reading) =>
  isAddress(path) ? { kind: "url" as const, url: path } : { kind: "path" as const, path, ...(metadata ? { metadata } : {}) };

/** Opens the files of a command: one as it is, several as one. */
export async function openFiles(engine: Engine, { file, study, reading }: Pick<Common, "file" | "study" | "reading">): Promise<FileInfo> {
  if (!study) return openFile(engine, { reading }, file);
  const { files, samples, matrix } = study;
  // A file that cannot be used is left out and told; a name that was mistyped is a mistake in the question.
  const lacking = files.find((path) => !isThere(path));
  if (lacking !== undefined) throw new AnalysisError("bad-input", `There is no file ${lacking}.`);
  return engine.call("open", {
    source: {
      kind: "study",
      files: files.map((path, i) => ({
        source: sourceOf(path, reading),
        ...(samples?.[i] === undefined ? {} : { sample: samples[i] }),
        ...(matrix === undefined ? {} : { matrix }),
      })),
    },
    reading,
  });
}

/** One command: how it is called, what it takes, and what it does. */
export interface CommandKind<C extends { command: string }> {
  /** Its lines of the help text, two spaces in. */
  usage: string;
  /** It takes so many files; without, one. */
  leastFiles?: number;
  /** It takes several files as one. */
  takesStudy?: boolean;
  /** Beside --lanes and --quiet. */
  options: Record<string, { type: "string" | "boolean"; multiple?: boolean }>;
  /** Throws UsageError. */
  parse(common: Common, values: Values, files: string[]): C;
  /** Gives what a person should know, a sentence each. */
  run(engine: Engine, command: C): Promise<string[]>;
  /** What is found of a run of cells: its tables are kept as they are made. `run` takes such parts of all cells as `parts`. */
  part?(engine: Engine, command: C, cells: CellRange, keep: KeepTable): Promise<{ header: PartHeader; said: string[] }>;
}

/** Keeps a table of a part, and says where. */
export type KeepTable = (table: PartTableName, bytes: Uint8Array) => Promise<Source>;

export function list(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}

/** Parts that a command is given, as an operation takes them. */
export const partsOf = ({ parts }: { parts?: PartSource[] }): { parts?: PartSource[] } => (parts ? { parts } : {});

/** HEAD=COLUMN; without HEAD, cell types. */
export function label(text: string): { head: string; column: string } {
  const at = text.indexOf("=");
  const head = at < 0 ? "cell_type" : text.slice(0, at);
  const column = text.slice(at + 1);
  if (!head || !column) throw new UsageError(`--labels takes COLUMN or HEAD=COLUMN, not ${text}.`);
  return { head, column };
}

export function whole(text: unknown, name: string, fallback: number, most: number, least = 1): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`${name} takes a whole number from ${least} to ${most}, not ${String(text)}.`);
  return value;
}

export const seed = (values: Values): number => whole(values.seed, "--seed", 1, 2 ** 32 - 1);

/** One of some words. */
export function oneOf<W extends string>(text: unknown, name: string, words: readonly W[], fallback: W): W {
  if (text === undefined) return fallback;
  if ((words as readonly unknown[]).includes(text)) return text as W;
  throw new UsageError(`${name} takes ${words.slice(0, -1).join(", ")} or ${words.at(-1)}, not ${String(text)}.`);
}

export function backend(values: Values): BackendChoice {
  return values.backend === undefined ? "auto" : oneOf(values.backend, "--backend", ["wasm", "webgpu", "native"], "wasm");
}

/** The folder of --out. */
export function out(values: Values, command: string): string {
  if (typeof values.out !== "string" || values.out === "") throw new UsageError(`${command} needs --out FOLDER.`);
  return values.out;
}

/** What --donors says: a column, null for `none`, undefined where nothing is said. */
export const askedDonors = (values: Values): string | null | undefined =>
  values.donors === "none" ? null : (values.donors as string | undefined);

/** What --samples says: a column, null for `none`, undefined where nothing is said. */
export const askedSamples = (values: Values): string | null | undefined =>
  values.samples === "none" ? null : (values.samples as string | undefined);

/** The column of donors: the one asked for, or the one whose name says so, as on the page; null for none. */
export function donorColumn(file: FileInfo, asked: string | null | undefined): string | null {
  if (typeof asked === "string") requireColumns(file, [asked]);
  return asked === undefined ? guessDonors(file.columns) || null : asked;
}

/** Throws where obs lacks a column that was asked for. */
export function requireColumns({ name: file, columns }: FileInfo, asked: string[]): void {
  const names = columns.map(({ name }) => name);
  const lacking = asked.find((name) => !names.includes(name));
  if (lacking !== undefined)
    throw new AnalysisError("bad-input", `obs of ${file} has no column named ${lacking}; it has ${names.join(", ") || "none"}.`);
}

/** Has the genes of a matrix of the open file known by their orthologs; gives a sentence. */
export async function useOrthologs(engine: Engine, matrix: string, path: string): Promise<string> {
  if (path === "mouse") {
    const { found, species } = await engine.call("orthologs", { matrix, builtIn: "mouse" });
    return `${found.toLocaleString("en")} genes are known by their ${species} orthologs (Ensembl, one to one).`;
  }
  const { found, pairs, taken } = await engine.call("orthologs", { matrix, table: await readTable(path) });
  const pair = taken ? `, columns ${taken.from} and ${taken.to}` : "";
  return (
    `${found.toLocaleString("en")} genes are known by their orthologs, of ${pairs.toLocaleString("en")} one-to-one pairs in ` +
    `${path}${pair}.`
  );
}

/** The text of a table of orthologs. */
export function readTable(path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: Error) => {
    throw new AnalysisError("bad-input", `The table of orthologs ${path} cannot be read (${cause.message}).`, { cause });
  });
}
