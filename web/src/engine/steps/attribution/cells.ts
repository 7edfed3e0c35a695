import { AnalysisError } from "../../../contract/errors";
import type { AttributionRequest, CellsOf } from "../../../contract/operations/attribution";
import { donorsOf } from "../../file/donors";
import type { OpenedFile } from "../../file/opened-file";
import { sample, seeded } from "../../base/random";
import { NO_CLASS } from "../../file/scores";

/** More groups than this are neither summed nor looked at: the largest are taken. */
const MOST_GROUPS = 40;

/** The cells to explain, in order, and what is explained in each; parallel arrays. */
export interface ChosenCells {
  cells: Uint32Array<ArrayBuffer>;
  groups: Int32Array<ArrayBuffer>;
  /** Per cell of the file, whether drawn or not: its group; -1: none of these. */
  groupOf: Int32Array<ArrayBuffer>;
  parts: Int32Array<ArrayBuffer>;
  codes: Int32Array<ArrayBuffer>;
  against: Int32Array<ArrayBuffer>;
  names: string[];
  /** Cells each group has. */
  eligible: number[];
  /** Parts there are; donors where `byDonor`. */
  partCount: number;
  byDonor: boolean;
  /** Cells of the file that the model does not read, 1 each: none of them is chosen; null where it reads all. */
  unread: Uint8Array | null;
  notes: string[];
}

/** A group per cell of the file (-1: none) and the groups' names. */
interface Grouping {
  of: Int32Array;
  names: string[];
}

async function textColumn(file: OpenedFile, name: string): Promise<{ codes: Int32Array; categories: string[] }> {
  const column = await file.column(name);
  if (column.kind === "number")
    throw new AnalysisError("bad-input", `obs/${name} of ${file.info.name} holds numbers; groups are made of categories or text.`);
  return column;
}

/** The class of each cell with the largest logit, or by `rank` 1 the next; -1 where there is none. */
function predictedClasses(file: OpenedFile, matrix: string, model: string, phenotype: string, rank = 0): Int32Array {
  const head = file.result(model, matrix).head(phenotype);
  if (!head) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
  return Int32Array.from({ length: file.info.cells }, (_, cell) => {
    const code = rank < head.k ? head.top[cell * head.k + rank]! : NO_CLASS;
    return code === NO_CLASS ? -1 : code;
  });
}

async function grouping(file: OpenedFile, { matrix, groupBy, model, phenotype }: AttributionRequest): Promise<Grouping> {
  const { cells } = file.info;
  if (groupBy.kind === "all") return { of: new Int32Array(cells), names: ["all cells"] };
  if (groupBy.kind === "column") {
    const { codes, categories } = await textColumn(file, groupBy.column);
    return { of: codes, names: categories };
  }
  if (groupBy.kind === "cells") {
    const of = new Int32Array(cells).fill(-1);
    for (const cell of groupBy.cells) if (cell < cells) of[cell] = 0;
    return { of, names: [groupBy.name] };
  }
  const classes = file.result(model, matrix).head(phenotype)?.head.classes ?? [];
  return { of: predictedClasses(file, matrix, model, phenotype), names: classes.map(({ label }) => label) };
}

/** Cells of the file that are what `of` says. */
export async function cellsOf(
  file: OpenedFile,
  { matrix, model, phenotype }: Pick<AttributionRequest, "matrix" | "model" | "phenotype">,
  of: CellsOf,
): Promise<Uint32Array<ArrayBuffer>> {
  const all = Uint32Array.from({ length: file.info.cells }, (_, cell) => cell);
  if (of.kind === "all") return all;
  if (of.kind === "class") {
    const predicted = predictedClasses(file, matrix, model, phenotype);
    return all.filter((cell) => predicted[cell] === of.code);
  }
  const { codes, categories } = await textColumn(file, of.column);
  const code = categories.indexOf(of.label);
  if (code < 0)
    throw new AnalysisError(
      "bad-input",
      `obs/${of.column} of ${file.info.name} has no label ${of.label}; it has ` +
        `${categories.slice(0, 12).join(", ")}${categories.length > 12 ? " and more" : ""}.`,
    );
  return all.filter((cell) => codes[cell] === code);
}

/** Picks the cells to explain: groups, a sample of each, its donors or two halves by chance; of those that are not `unread`. */
export async function chooseCells(file: OpenedFile, request: AttributionRequest, unread: Uint8Array | null): Promise<ChosenCells> {
  const { matrix, target, model, phenotype, cellsPerGroup, donors } = request;
  const { of: all, names } = await grouping(file, request);
  const of = unread ? all.map((group, cell) => (unread[cell] ? -1 : group)) : all;
  const predicted = target.kind === "predicted" ? predictedClasses(file, matrix, model, phenotype) : null;
  const runnerUp = target.kind === "predicted" && target.against ? predictedClasses(file, matrix, model, phenotype, 1) : null;
  const members = names.map((): number[] => []);
  for (let cell = 0; cell < of.length; cell++) {
    if (of[cell]! >= 0 && (!predicted || predicted[cell]! >= 0)) members[of[cell]!]!.push(cell);
  }
  const found = names
    .map((_, group) => group)
    .filter((group) => members[group]!.length > 0)
    .sort((a, b) => members[b]!.length - members[a]!.length);
  if (found.length === 0)
    throw new AnalysisError("bad-input", "No cell was chosen to explain, or none has a prediction; choose other cells.");
  const kept = found.slice(0, MOST_GROUPS);
  const placeOf = Int32Array.from(names.keys(), (group) => kept.indexOf(group));
  const notes = found.length > kept.length ? [`Of ${found.length} groups the ${MOST_GROUPS} largest are explained.`] : [];
  const left = all.reduce((sum, group, cell) => sum + Number(group >= 0 && unread?.[cell] === 1), 0);
  if (left > 0) notes.push(`${left.toLocaleString("en")} cells of files that the model does not read are left out.`);
  const random = seeded(request.seed);
  const rows = kept
    .flatMap((group, i) =>
      [...(cellsPerGroup > 0 ? sample(members[group]!, cellsPerGroup, random) : members[group]!)].map((cell) => ({ cell, group: i })),
    )
    .sort((a, b) => a.cell - b.cell);
  const column = donors === null ? null : await donorsOf(file, donors);
  const halves = Int32Array.from(rows, () => Number(random() < 0.5));
  const without = column ? rows.filter(({ cell }) => column.codes[cell]! < 0).length : 0;
  if (without > 0) notes.push(`${without} cells without a donor in obs/${donors} are left out.`);
  const chosen = column ? rows.filter(({ cell }) => column.codes[cell]! >= 0) : rows;
  if (chosen.length === 0)
    throw new AnalysisError("bad-input", `No chosen cell has a donor in obs/${donors}; choose another column or none.`);
  return {
    cells: Uint32Array.from(chosen, ({ cell }) => cell),
    groups: Int32Array.from(chosen, ({ group }) => group),
    groupOf: Int32Array.from(of, (group) => (group < 0 ? -1 : placeOf[group]!)),
    parts: column ? Int32Array.from(chosen, ({ cell }) => column.codes[cell]!) : halves,
    codes: Int32Array.from(chosen, ({ cell }) => (target.kind === "predicted" ? predicted![cell]! : target.code)),
    against: Int32Array.from(chosen, ({ cell }) => runnerUp?.[cell] ?? (target.kind === "class" ? (target.against ?? -1) : -1)),
    names: kept.map((group) => names[group]!),
    eligible: kept.map((group) => members[group]!.length),
    partCount: column ? column.categories.length : 2,
    byDonor: column !== null,
    unread,
    notes,
  };
}
