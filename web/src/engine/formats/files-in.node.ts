import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { ZARR_MARKS } from "../../contract/cell-files";
import { AnalysisError } from "../../contract/errors";
import { readFailure } from "../readers/byte-source";
import { isArchive } from "./archive/expand";
import type { NamedBytes } from "./named-bytes";
import { pathBytes } from "./named-bytes.node";

/** Folders within the one given that are looked into, and files looked at. */
const DEEPEST = 3;
const MOST_FILES = 10_000;

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

export function fileBytes(path: string): NamedBytes {
  return pathBytes(path, existsSync(path) ? statSync(path).size : 0);
}

/** The files of a folder and those within it; of a zarr store all, however deep. */
export function filesIn(folder: string, depth = DEEPEST): NamedBytes[] {
  try {
    const names = readdirSync(folder).toSorted();
    const isStore = depth > 0 && names.some((name) => ZARR_MARKS.test(name));
    return (isStore ? names : names.slice(0, MOST_FILES)).flatMap((name) => {
      const path = join(folder, name);
      if ((name.startsWith(".") && !ZARR_MARKS.test(name)) || !existsSync(path)) return [];
      if (isFolder(path)) return depth > 0 ? filesIn(path, isStore ? depth : depth - 1) : [];
      return [fileBytes(path)];
    });
  } catch (error) {
    if (error instanceof AnalysisError) throw error;
    throw readFailure(folder, error);
  }
}

/** The archive that a path is, or leads into; null where there is none. */
export function archiveAround(full: string): string | null {
  for (let at = full; ; at = dirname(at)) {
    if (isArchive(at) && existsSync(at) && !isFolder(at)) return at;
    if (at === dirname(at) || existsSync(at)) return null;
  }
}
