import { LEAST_CELLS, type CompareQuestion, type TypesBy } from "../../../contract/compare";
import { inOrder, isControl } from "../../../contract/compare-columns";
import { AnalysisError } from "../../../contract/errors";
import { isMissing } from "../../../contract/missing";
import { donorsOf, wordsOf, type Words } from "../../file/donors";
import type { OpenedFile } from "../../file/opened-file";
import { needsAllCells } from "../../results/shares";
import { resolveGroups } from "../survey/grouping";

/** A question with its columns read: all that follows is asked of these numbers. */
export interface Resolved {
  question: CompareQuestion;
  levels: { label: string; cells: number; donors: number }[];
  /** The level compared, and what it is compared with. */
  sides: [string, string];
  /** Per cell: 0 or 1; -1 where it is of neither. */
  side: Int8Array<ArrayBuffer>;
  /** A donor per cell; null: no column was named. */
  donors: Words | null;
  types: { by: string; names: string[]; codes: Int32Array };
}

/**
 * Throws AnalysisError(bad-input) for columns that are not there, and conditions that cannot be told. `isPart`: a model that names the
 * types has read a part's cells alone, and is asked of no others.
 */
export async function resolved(file: OpenedFile, question: CompareQuestion, isPart = false): Promise<Resolved> {
  const { condition, donors: column, minCells, covariates } = question;
  if (!(Number.isInteger(minCells) && minCells >= 1))
    throw new AnalysisError(
      "bad-input",
      `A donor counts from a whole number of cells on (${LEAST_CELLS} unless said), not from ${minCells}.`,
    );
  const names = file.info.columns.map(({ name }) => name);
  const lacking = [condition, ...(column === null ? [] : [column]), ...covariates].find((name) => !names.includes(name));
  if (lacking !== undefined)
    throw new AnalysisError("bad-input", `obs of ${file.info.name} has no column named ${lacking}; it has ${names.join(", ")}.`);
  if (column === condition)
    throw new AnalysisError("bad-input", `${condition} cannot be both the condition and the donors: choose another column of donors.`);
  const words = await wordsOf(file, condition, (word) => word.trim() === "");
  const donors = column === null ? null : await donorsOf(file, column);
  const isLevel = ({ label }: { label: string }) => !isMissing(label) || isControl(label) || question.levels?.includes(label);
  const levels = levelsOf(words, donors).filter(isLevel);
  const [first, second] = question.levels ?? guessed(condition, levels);
  for (const level of [first, second])
    if (level !== null && !levels.some(({ label }) => label === level))
      throw new AnalysisError("bad-input", `${condition} has no level ${level}; it has ${listed(levels)}.`);
  if (first === second) throw new AnalysisError("bad-input", `${first} cannot be compared with itself.`);
  const others = levels.filter(({ label }) => (second === null ? label !== first : label === second)).map(({ label }) => label);
  if (others.length === 0) throw new AnalysisError("bad-input", `${condition} has no other level to compare ${first} with.`);
  const sideOf = Int8Array.from(words.categories, (label) => (label === first ? 0 : others.includes(label) ? 1 : -1));
  return {
    question,
    levels,
    sides: [first, second ?? (others.length === 1 ? others[0]! : `other than ${first}`)],
    side: Int8Array.from(words.codes, (code) => (code < 0 ? -1 : sideOf[code]!)),
    donors,
    types: await typesOf(file, question.types, isPart),
  };
}

/** Levels that a sentence names: a column of numbers may have one for every cell. */
const NAMED = 12;

function listed(levels: readonly { label: string }[]): string {
  const named = levels
    .slice(0, NAMED)
    .map(({ label }) => label)
    .join(", ");
  return levels.length > NAMED ? `${named} and ${(levels.length - NAMED).toLocaleString("en")} more` : named || "none";
}

function levelsOf({ codes, categories }: Words, donors: Words | null): Resolved["levels"] {
  const cells = new Float64Array(categories.length);
  const people = categories.map(() => new Set<number>());
  codes.forEach((code, cell) => {
    if (code < 0) return;
    cells[code]!++;
    const donor = donors?.codes[cell] ?? -1;
    if (donor >= 0) people[code]!.add(donor);
  });
  return categories.map((label, code) => ({ label, cells: cells[code]!, donors: people[code]!.size })).filter((level) => level.cells > 0);
}

/** The two levels that there are: the one that names controls is what the other is compared with, else the first in the file's order. */
function guessed(condition: string, levels: Resolved["levels"]): [string, string] {
  if (levels.length !== 2)
    throw new AnalysisError(
      "bad-input",
      levels.length < 2
        ? `${condition} has one level (${listed(levels)}): there is nothing to compare it with.`
        : `${condition} has ${levels.length.toLocaleString("en")} levels (${listed(levels)}): say which two are compared, or which one ` +
            `with the rest.`,
    );
  const [a, b] = levels.map(({ label }) => label) as [string, string];
  return inOrder(a, b);
}

async function typesOf(file: OpenedFile, by: TypesBy, isPart: boolean): Promise<Resolved["types"]> {
  if (by.kind === "model") {
    const result = file.result(by.model);
    if (!isPart) needsAllCells(result, "a comparison of its types");
    const head = result.head(by.phenotype);
    if (!head) throw new AnalysisError("bad-input", `${by.model} does not predict ${by.phenotype}.`);
    const { labels, codes } = head.labelled();
    return { by: `${by.phenotype} by ${by.model}`, names: labels, codes };
  }
  if (by.kind === "column") {
    const { codes, categories } = await donorsOf(file, by.column);
    return { by: by.column, names: categories, codes };
  }
  return resolveGroups(file, by).then(({ by: name, names, codes }) => ({ by: name, names, codes }));
}
