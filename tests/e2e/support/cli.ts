import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../../scripts/lib/run.mjs";

export const analyze = (path: string, ...options: string[]): Promise<string> => run("analyze", path, ...options);

/** Runs a command of the built command line; gives its output folder. */
export async function run(command: string, path: string, ...options: string[]): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), "phenolens-"));
  await promisify(execFile)(process.execPath, [join(root, "dist-cli/phenolens.mjs"), command, path, ...options, "--quiet", "--out", out]);
  return out;
}

export type Table = Record<string, string>[];

/** Reads comma-separated values with quoted fields. */
export function readCsv(text: string): Table {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== ",") rows.push([]);
  }
  const [names, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(names!.map((name, i) => [name, row[i] ?? ""])));
}

export const readTable = (path: string): Table => readCsv(readFileSync(path, "utf8"));
export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
