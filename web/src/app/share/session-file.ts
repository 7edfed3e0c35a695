import type { Annotation } from "../../contract/annotation";
import { checkedAnnotation } from "../../contract/annotation-json";
import { AnalysisError } from "../../contract/errors";
import { isRule, type SelectionRule } from "../features/map/selection-rule";

/** A file of a study. */
export interface SessionSample {
  file: string;
  /** What its cells are called. */
  sample: string;
  fingerprint: string;
  /** Where it was opened by address. */
  url?: string;
  /** The matrix that is read, where it was chosen by hand. */
  matrix?: string;
}

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
    /** Where it was opened by address. */
    url?: string;
    /** Of several files, each in its order. */
    samples?: SessionSample[];
  };
  /** The view, as the hash of a link. */
  view: string;
  /** Labels matched by hand, per head: label of the file -> class, or null for none. */
  matches: Record<string, Record<string, string | null>>;
  /** How the selected cells were chosen. */
  selection: SelectionRule | null;
  /** The names given to groups of cells, with which cell is in which group; absent where none were. */
  annotation?: Annotation;
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
  "": ["format", "version", "file", "view", "matches", "selection", "annotation", "results"],
  file: ["name", "bytes", "cells", "genes", "fingerprint", "url", "samples"],
  sample: ["file", "sample", "fingerprint", "url", "matrix"],
  result: ["model", "version", "phenotype", "column", "cells", "top1", "low", "high", "macroF1"],
} as const;

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";

const isNamed = ({ file, sample, fingerprint }: Loose) => isText(file) && isText(sample) && isText(fingerprint);

/** Reads a session file; throws a sentence that says what is wrong with it. */
export function readSession(text: string, name = "The session file"): SessionFile {
  const bad = (problem: string) => new AnalysisError("bad-input", `${name} ${problem}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw bad("is not JSON, so it is not a saved session.");
  }
  if (!isObject(json) || !isText(json.format) || !json.format.startsWith("phenolens-session/"))
    throw bad("is not a Phenolens session: its format is not phenolens-session.");
  if (json.format !== FORMAT)
    throw bad(`is a session of format ${json.format}; this version reads ${FORMAT}. Open it with the version that wrote it.`);
  known(json, KEYS[""], "");
  const { file, view, matches, selection, annotation, results } = json;
  if (!isObject(file) || !isText(file.name) || !isText(file.fingerprint) || ![file.bytes, file.cells, file.genes].every(Number.isFinite))
    throw bad("does not name its data file.");
  known(file, KEYS.file, "file.");
  const { samples = [] } = file;
  if (!Array.isArray(samples) || !samples.every((one) => isObject(one) && Object.values(one).every(isText) && isNamed(one)))
    throw bad("does not name the files of its samples.");
  for (const one of samples as Loose[]) known(one, KEYS.sample, "file.samples.");
  if (!isText(view) || !isText(json.version)) throw bad("has no view.");
  if (
    !isObject(matches) ||
    !Object.values(matches).every((one) => isObject(one) && Object.values(one).every((to) => to === null || isText(to)))
  )
    throw bad("has invalid label matches.");
  if (selection !== null && !isRule(selection)) throw bad("has an invalid selection.");
  if (annotation !== undefined && checkedAnnotation(annotation, `The annotation in ${name}`).file.fingerprint !== file.fingerprint)
    throw bad("has an annotation of another file.");
  if (!Array.isArray(results) || !results.every(isObject)) throw bad("has results that are not a list.");
  for (const result of results as Loose[]) known(result, KEYS.result, "results.");
  return json as unknown as SessionFile;

  function known(object: Loose, keys: readonly string[], where: string): void {
    const strange = Object.keys(object).find((key) => !keys.includes(key));
    if (strange !== undefined)
      throw bad(
        `has an unknown field ${where}${strange}; remove it, or open the file with the version that wrote it ` +
          `(${isText(json) ? "" : String((json as Loose).version ?? "unknown")}).`,
      );
  }
}
