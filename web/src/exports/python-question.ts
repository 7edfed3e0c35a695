import type { FileInfo, LabelMatch, ModelInfo } from "../contract/types";

/** What a script is to compute. */
export interface PythonQuestion {
  version: string;
  /** Paths of the file, or of the files asked for as one, as Python is to open them. */
  paths: string[];
  info: FileInfo;
  /** The matrix analysed. */
  matrix: string;
  /** A linear model, and where its folder is: a path or an address ending in `/`. */
  model: ModelInfo;
  folder: string;
  /** Labels of the file and the classes they were matched to, where scores are wanted. */
  labels: { phenotype: string; column: string; matches: LabelMatch[] } | null;
  /** Where the annotation.json with names of groups lies, and the column they are to have. */
  names?: { path: string; column: string } | null;
  /** How doublets are scored, where they are: the column of samples (null: none), the expected share, the threshold (null: automatic). */
  doublets?: { column: string | null; rate: number; threshold: number | null } | null;
}
