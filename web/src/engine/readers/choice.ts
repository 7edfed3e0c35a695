import { AnalysisError } from "../../contract/errors";
import type { Choice } from "../../contract/types";
import type { Hdf5 } from "./hdf5";

export const PLURALS = { modality: "modalities", assay: "assays", genome: "genomes" };

/** The part of a file that is read: the one asked for, else `best`, and why that. Throws where it has no such part. */
export function choose(file: Hdf5, of: Choice["of"], all: string[], best: string, asked: string | undefined, why: string): Choice {
  if (asked !== undefined && !all.includes(asked))
    throw new AnalysisError("bad-input", `${file.name} has no ${of} named ${asked}; its ${PLURALS[of]} are ${all.join(", ")}.`);
  return { of, all, best, taken: asked ?? best, why: asked === undefined ? why : "" };
}

/** What tells a file read by another part than by itself from the same file; empty for the same. */
export const partOf = (choice: Choice | undefined): string => (choice && choice.taken !== choice.best ? choice.taken : "");

/** Refuses a part asked of a file that is read whole. */
export function wantsWhole(file: { name: string }, asked: string | undefined): void {
  if (asked !== undefined)
    throw new AnalysisError(
      "bad-input",
      `${file.name} has no part named ${asked}: it holds no modalities, assays or genomes to choose from.`,
    );
}
