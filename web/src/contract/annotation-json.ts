import { ANNOTATION_VERSION, type Annotation } from "./annotation";
import { leafCodes } from "./annotation-cells";
import { AnalysisError } from "./errors";

// The JSON of an annotation, as it is saved and read again.

type Loose = Record<string, unknown>;
const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isNumberOrNull = (value: unknown): boolean => value === null || Number.isFinite(value);
const isListOf = (value: unknown, is: (one: Loose) => boolean): value is Loose[] =>
  Array.isArray(value) && value.every((one) => isObject(one) && is(one));

const MARKS: readonly unknown[] = ["named", "unknown", "doublet", "low quality"];

const isGroup = (one: Loose): boolean =>
  [one.id, one.name, one.ontologyId, one.source, one.note, one.color].every(isText) &&
  isTexts(one.members) &&
  one.members.length > 0 &&
  MARKS.includes(one.mark) &&
  isNumberOrNull(one.confidence) &&
  typeof one.isAccepted === "boolean";

const isHow = (how: unknown): boolean =>
  isObject(how) && (how.kind === "lasso" || (how.kind === "leiden" && Number.isFinite(how.resolution) && Number.isFinite(how.seed)));

const isSplit = (one: Loose): boolean => isTexts(one.of) && isTexts(one.parts) && isText(one.codes) && isHow(one.how);

const isReference = (one: unknown): boolean =>
  one === null || (isObject(one) && isText(one.barcodes) && isTexts(one.genes) && isTexts(one.groups) && isText(one.means));

/** What of an annotation is not as it should be; empty where all is. */
function faultOf(json: Loose): string {
  const { file, grouping } = json;
  if (!isObject(file) || !isText(file.name) || !isText(file.fingerprint) || !isText(file.matrix) || !Number.isInteger(file.cells))
    return "does not name its data file";
  if (
    !isObject(grouping) ||
    !["clusters", "column", "cells"].includes(String(grouping.kind)) ||
    !isText(grouping.by) ||
    ![grouping.resolution, grouping.seed, grouping.modularity].every(isNumberOrNull)
  )
    return "does not say what its groups were made of (grouping)";
  if (!isListOf(json.start, ({ name, color }) => isText(name) && isText(color))) return "has no list of groups (start)";
  if (!isText(json.codes)) return "does not say which cell is in which group (codes)";
  if (!isListOf(json.splits, isSplit)) return "has splits that are none";
  if (!isListOf(json.groups, isGroup)) return "has groups without name, members or mark";
  if (new Set(json.groups.map(({ id }) => id)).size !== json.groups.length) return "has two groups of one id";
  const members = json.groups.flatMap((group) => group.members as string[]);
  if (new Set(members).size !== members.length) return "has two groups that share a member";
  if (!isReference(json.reference)) return "has an invalid reference";
  if (!isListOf(json.models, ({ name, title, version, sha256 }) => [name, title, version, sha256].every(isText)))
    return "has invalid models";
  if (!isObject(json.thresholds) || !Object.values(json.thresholds).every(Number.isFinite)) return "has thresholds that are no numbers";
  return isText(json.markers) && isText(json.madeBy) ? "" : "does not say what it was made by";
}

/** Whether some JSON means to be an annotation, rather than a session or anything else. */
export const looksLikeAnnotation = (json: unknown): boolean =>
  isObject(json) && "version" in json && "grouping" in json && "groups" in json && !("format" in json);

/** An annotation of parsed JSON, checked; throws AnalysisError("bad-input") in a sentence that begins with `name`. */
export function checkedAnnotation(json: unknown, name: string): Annotation {
  const bad = (problem: string) => new AnalysisError("bad-input", `${name} ${problem}.`);
  if (!looksLikeAnnotation(json)) throw bad("is not an annotation of Phenolens");
  const { version } = json as Loose;
  if (version !== ANNOTATION_VERSION)
    throw bad(`is an annotation of version ${String(version)}; this version of Phenolens reads ${ANNOTATION_VERSION}`);
  const fault = faultOf(json as Loose);
  if (fault) throw bad(fault);
  const annotation = json as unknown as Annotation;
  // Throws where the codes are not of its cells.
  if (annotation.codes !== "") leafCodes(annotation);
  return annotation;
}

/** Reads the JSON of an annotation; throws AnalysisError("bad-input") in a sentence that begins with `name`. */
export function readAnnotation(text: string, name: string): Annotation {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new AnalysisError("bad-input", `${name} is not JSON, so it is not an annotation.`, { cause: error });
  }
  return checkedAnnotation(json, name);
}
