import { guessSamples } from "./donor-columns";
import type { ClassInfo, FileInfo, Phenotype, Sampled } from "./types";

/** One sample's cells by predicted class; of samples whose cells are of several conditions, one for each. */
export interface SampleTypes {
  sample: string;
  /** Its value of the column of conditions; "" where none is given, null where no such column was asked for. */
  condition: string | null;
  cells: number;
  /** Cells of each class of `TypesBySample.classes`. */
  counts: number[];
  /**
   * Cells of which the model knows nothing: no term has the minimum probability, they are like no training cell, or hold nothing to predict
   * from.
   */
  unknown: number;
  /** Cells that the model has not read. */
  unread: number;
}

/** What a model predicts, sample by sample. */
export interface TypesBySample {
  phenotype: Phenotype;
  /** obs columns of samples and of conditions. */
  column: string;
  condition: string | null;
  /** Classes that any cell of a sample has, most cells first. */
  classes: ClassInfo[];
  samples: SampleTypes[];
  /** Cells of no sample. */
  without: number;
  /** How many cells the model has read where that is some only, which are no fair draw from a sample: there are no shares then. */
  sampled: Sampled | null;
}

/** Share of a sample's cells that the model has read; NaN where it has read none, which is not a share of zero, or some only. */
export function shareOf({ sampled }: Pick<TypesBySample, "sampled">, { cells, unread }: SampleTypes, count: number): number {
  return cells > unread && !sampled ? count / (cells - unread) : Number.NaN;
}

/** Why there are no shares. */
export const noShares = ({ read, of, isDrawn }: Sampled): string =>
  `${read.toLocaleString("en")} of ${of.toLocaleString("en")} cells were read, ` +
  `${isDrawn ? "rare types more often" : "the first of the file"}: ` +
  "shares by sample need all cells.";

/** The column of samples unless another is chosen: that of several files, else the one whose name says samples or donors; "" for none. */
export function sampleColumn({ study, columns }: Pick<FileInfo, "study" | "columns">): string {
  return study && study.samples.length > 1 ? study.column : guessSamples(columns.filter(({ kind }) => kind !== "number"));
}
