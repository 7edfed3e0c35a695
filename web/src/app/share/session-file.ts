import { AnalysisError } from "../../contract/errors";
import { isRule, type SelectionRule } from "../features/map/selection-rule";

/** What a person did with a file, without any of its cells: small enough to mail. */
export interface SessionFile {
  format: "phenolens-session/1";
  /** Of the page that wrote it. */
  version: string;
  file: {
    name: string;
    bytes: number;
    cells: number;
    genes: number;
    fingerprint: string;
    /** Where it was opened by address. */ url?: string;
  };
  /** The view, as the hash of a link. */
  view: string;
  /** Labels matched by hand, per head: label of the file -> class, or null for none. */
  matches: Record<string, Record<string, string | null>>;
  /** How the selected cells were chosen. */
  selection: SelectionRule | null;
  /** Models that ran, and what came out: to be read, and compared after a rerun. */
  results: {
    model: string;
    version: string;
    phenotype: string;
    column: string;
    cells: number;
    top1: number;
    low: number;
    high: number;
    macroF1: number;
  }[];
}

export const FORMAT = "phenolens-session/1";

const KEYS = {
  "": ["format", "version", "file", "view", "matches", "selection", "results"],
  file: ["name", "bytes", "cells", "genes", "fingerprint", "url"],
  result: ["model", "version", "phenotype", "column", "cells", "top1", "low", "high", "macroF1"],
} as const;

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";

/** Reads a session file; throws a sentence that says what is wrong with it. */
export function readSession(text: string, name = "The session file"): SessionFile {
  const bad = (words: string) => new AnalysisError("bad-input", `${name} ${words}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw bad("is not JSON, so it is no session that was saved here.");
  }
  if (!isObject(json) || !isText(json.format) || !json.format.startsWith("phenolens-session/"))
    throw bad("is no session of this page: its format is not phenolens-session.");
  if (json.format !== FORMAT)
    throw bad(`is a session of format ${json.format}; this page reads ${FORMAT}. Open it with the version that wrote it.`);
  known(json, KEYS[""], "");
  const { file, view, matches, selection, results } = json;
  if (!isObject(file) || !isText(file.name) || !isText(file.fingerprint) || ![file.bytes, file.cells, file.genes].every(Number.isFinite))
    throw bad("does not name the file it is of.");
  known(file, KEYS.file, "file.");
  if (!isText(view) || !isText(json.version)) throw bad("has no view in it.");
  if (
    !isObject(matches) ||
    !Object.values(matches).every((one) => isObject(one) && Object.values(one).every((to) => to === null || isText(to)))
  )
    throw bad("has matches that are no labels.");
  if (selection !== null && !isRule(selection)) throw bad("has a selection that this page cannot make.");
  if (!Array.isArray(results) || !results.every(isObject)) throw bad("has results that are no list.");
  for (const result of results as Loose[]) known(result, KEYS.result, "results.");
  return json as unknown as SessionFile;

  function known(of: Loose, keys: readonly string[], where: string): void {
    const strange = Object.keys(of).find((key) => !keys.includes(key));
    if (strange !== undefined)
      throw bad(
        `has a field ${where}${strange} that this page does not know; remove it, or open the file with the version that wrote it ` +
          `(${isText(json) ? "" : String((json as Loose).version ?? "unknown")}).`,
      );
  }
}
