import type { CellRange, Coverage, FileInfo } from "./types";

/** Places of a study's files that a model does not read. */
export function unreadFiles({ study }: Pick<FileInfo, "study">, coverage: Coverage | undefined): Set<number> {
  const names = new Set(coverage?.unread?.map(({ sample }) => sample));
  return new Set(study?.samples.flatMap(({ sample }, place) => (names.has(sample) ? [place] : [])));
}

/** Cells of a study that a model does not read, 1 each; null where it reads all. */
export function unreadCells(info: Pick<FileInfo, "study" | "cells">, coverage: Coverage | undefined): Uint8Array<ArrayBuffer> | null {
  const files = unreadFiles(info, coverage);
  return files.size > 0 ? cellsOf(info, files) : null;
}

/** Cells of some files of a study, by their places: 1 each. */
export function cellsOf({ study, cells }: Pick<FileInfo, "study" | "cells">, files: ReadonlySet<number>): Uint8Array<ArrayBuffer> {
  const of = new Uint8Array(cells);
  let first = 0;
  for (const [place, { cells: count }] of study!.samples.entries()) {
    if (files.has(place)) of.fill(1, first, first + count);
    first += count;
  }
  return of;
}

/** How many of some cells are read. */
export const cellsRead = ({ first, count }: CellRange, unread: Uint8Array | null): number =>
  unread ? count - unread.subarray(first, first + count).reduce((sum, one) => sum + one, 0) : count;

/** Blocks of cells that are read; each is of one file. */
export function readBlocks(groups: CellRange[][], unread: Uint8Array | null): CellRange[][] {
  if (!unread) return groups;
  return groups.map((group) => group.filter(({ first }) => !unread[first])).filter(({ length }) => length > 0);
}

/** Why a model does not read the file of a cell; undefined where it does. */
export function unreadReason({ study }: Pick<FileInfo, "study">, coverage: Coverage | undefined, cell: number): string | undefined {
  let end = 0;
  const of = study?.samples.find(({ cells }) => cell < (end += cells));
  const unread = coverage?.unread?.find(({ sample }) => sample === of?.sample);
  return unread && `Not read by this model: ${unread.file}. ${unread.reason}`;
}
