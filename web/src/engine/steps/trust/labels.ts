import { AnalysisError } from "../../../contract/errors";
import type { LabelQuestion } from "../../../contract/trust";
import type { ClassInfo, Column, LabelMatch } from "../../../contract/types";
import type { OpenedFile } from "../../file/opened-file";
import { integers } from "./arrays";
import { ontology, type Ontology } from "./is-a";
import { matchLabels } from "./label-match";
import { proposedClass } from "./propose";

export type Codes = Extract<Column, { codes: Int32Array }>;

/** A label column, with CELLxGENE's twin of ontology ids where the file has one, and the terms to read both by. */
export interface Labels {
  column: Codes;
  ids: Codes | null;
  terms: Ontology;
}

/** A column of categories; what holds numbers is refused. */
export async function codesOf(file: OpenedFile, name: string, use = "labels"): Promise<Codes> {
  const column = await file.column(name);
  if (column.kind === "number")
    throw new AnalysisError(
      "bad-input",
      `obs/${name} of ${file.info.name} holds numbers, not ${use}. Choose a column of categories or text.`,
    );
  return column;
}

export async function labelsOf(file: OpenedFile, name: string): Promise<Labels> {
  const [column, terms] = [await codesOf(file, name), await ontology(file.asset)];
  const twin = `${name}_ontology_term_id`;
  if (!file.info.columns.some((one) => one.name === twin)) return { column, ids: null, terms };
  const ids = await file.column(twin);
  return { column, ids: ids.kind === "number" ? null : ids, terms };
}

/**
 * True classes of one head: a code per cell, -1 for none. Beyond the head's classes lie terms above them, which only
 * the ontology judges.
 */
export interface Truth {
  matches: LabelMatch[];
  codes: Int32Array<ArrayBuffer>;
  /** Terms that codes from `classes.length` on stand for. */
  broader: string[];
  isByOntology: boolean;
  /** Names of all codes. */
  names: string[];
  /** Row-major codes x classes: 1 where the answer is right by the ontology; null where no class has a term. */
  accepts: Uint8Array<ArrayBuffer> | null;
}

/**
 * What the ontology makes of a label that no name matched: another name of a class, a kind of one class (which is then its right answer,
 * the head having no finer one), or a term above some of the classes. A term above all of them says nothing.
 */
function byOntology(match: LabelMatch, classes: ClassInfo[], terms: Ontology): LabelMatch {
  const term = terms.termOf(match.label, match.id);
  if (term === undefined) return match;
  const same = classes.findIndex(({ ontologyId }) => ontologyId.toUpperCase() === term);
  if (same >= 0) return { ...match, code: same, by: "synonym" };
  const above = terms.classAbove(term, classes);
  if (above >= 0) return { ...match, code: above, by: "narrower" };
  const below = terms.acceptedFor(term, classes).length;
  return below > 0 && below < classes.length ? { ...match, by: "broader", term } : match;
}

/** How a column's labels answer a head's question. */
export function truthFor({ column, ids, terms }: Labels, classes: ClassInfo[], { byHand = {}, scoring = "strict" }: LabelQuestion): Truth {
  const matches = matchLabels(column, classes, ids, byHand).map((match) => {
    if (match.by !== "none" || byHand[match.label] !== undefined) return match;
    const told = byOntology(match, classes, terms);
    const proposed = told.by === "none" ? proposedClass(match.label, classes) : undefined;
    return proposed === undefined ? told : { ...told, proposed };
  });
  const broader = scoring === "ontology" ? [...new Set(matches.flatMap(({ term }) => term ?? []))] : [];
  const codes = new Map(
    matches.map(({ label, code, term }) => [
      label,
      code < 0 && term && scoring === "ontology" ? classes.length + broader.indexOf(term) : code,
    ]),
  );
  const map = Int32Array.from(column.categories, (label) => codes.get(label) ?? -1);
  return {
    matches,
    codes: integers(column.codes.length, (cell) => (column.codes[cell]! < 0 ? -1 : map[column.codes[cell]!]!)),
    broader,
    isByOntology: scoring === "ontology",
    names: [...classes.map(({ label }) => label), ...broader.map((term) => terms.nameOf(term))],
    accepts: broader.length > 0 || classes.some(({ ontologyId }) => ontologyId) ? terms.acceptedAnswers(classes, broader) : null,
  };
}
