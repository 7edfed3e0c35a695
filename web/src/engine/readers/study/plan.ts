import type { GeneIds } from "../../contract/cells";
import type { Source, StoredAs, ValueKind } from "../../../contract/types";
import type { MatrixShape, StudyPart } from "../read-plan";
import type { Scales } from "../restored";

/** The matrix of every gene, and that of the genes that every file measures. */
export const ALL_GENES = "X";
export const SHARED_GENES = "X[shared genes]";

/** A file of a study as a lane opens it. */
export interface PlannedFile {
  source: Source;
  scales: Scales;
  /** The matrix that is read, how it wants to be read, and what its values are. */
  matrix: string;
  shape: MatrixShape;
  grain: number;
  span: number;
  values: ValueKind;
  stored: StoredAs;
  /** What it calls its genes; the same object for files that call them the same. */
  names: GeneIds;
  /** Place of each of its genes among all genes; null where they are all genes in order. */
  places: Int32Array<ArrayBuffer> | null;
}

/** How several files are read as one: all that a lane needs to know. */
export interface StudyPlan {
  files: PlannedFile[];
  /** Genes that any file measures. */
  genes: number;
  /** What the values of all files are read as: counts where all hold them, else logarithms. */
  values: ValueKind;
  /** Place of each gene among those that every file measures, -1 for the others; null where every file measures all. */
  shared: Int32Array<ArrayBuffer> | null;
}

/** Where each file's cells begin, and behind the last one's end. */
export function startsOf(files: readonly { shape: { cells: number } }[]): number[] {
  const starts = [0];
  for (const { shape } of files) starts.push(starts.at(-1)! + shape.cells);
  return starts;
}

/** The cells of each file and what is measured of them, of the matrix of all genes. */
export function partsOf({ files, genes, shared }: StudyPlan): StudyPart[] {
  const starts = startsOf(files);
  const known: Uint8Array<ArrayBuffer>[] = [];
  return files.map(({ shape, places, names, values, stored }, i) => {
    const part = { first: starts[i]!, count: shape.cells, list: names, names: () => atPlaces(names, places, genes), values, stored };
    if (shared === null || places === null) return { ...part, measured: null };
    const measured = new Uint8Array(genes);
    for (const place of places) measured[place] = 1;
    // Files of the same genes have one list.
    const same = known.find((other) => other.every((one, gene) => one === measured[gene]));
    if (!same) known.push(measured);
    return { ...part, measured: same ?? measured };
  });
}

/** By which names models read the files of a study: their own, or those that a table of orthologs has given the study's genes. */
export type NamesRead = "own names" | "given names";

/** The lists of genes that files are read by: for each file which one, from 0, and for each list the first file that has it. */
export function geneLists(parts: readonly StudyPart[], by: NamesRead): { of: number[]; first: number[] } {
  const first: number[] = [];
  const listOf = (part: StudyPart) => (by === "own names" ? part.list : part.measured);
  const of = parts.map((part, place) => {
    const known = first.findIndex((other) => listOf(parts[other]!) === listOf(part));
    return known >= 0 ? known : first.push(place) - 1;
  });
  return { of, first };
}

/** The names of a study's genes that a file measures; those of the others are empty, so that no model finds them. */
export function namesOfPart({ measured }: Pick<StudyPart, "measured">, { ids, alternatives }: GeneIds): GeneIds {
  if (!measured) return { ids, alternatives };
  const only = (names: string[]) => names.map((name, gene) => (measured[gene] ? name : ""));
  return { ids: only(ids), alternatives: alternatives.map(({ name, values }) => ({ name, values: only(values) })) };
}

function atPlaces(names: GeneIds, places: Int32Array | null, genes: number): GeneIds {
  if (!places) return names;
  const placed = (own: string[]) => {
    const out = Array.from({ length: genes }, () => "");
    own.forEach((name, gene) => (out[places[gene]!] = name));
    return out;
  };
  return {
    ...names,
    ids: placed(names.ids),
    alternatives: names.alternatives.map(({ name, values }) => ({ name, values: placed(values) })),
  };
}
