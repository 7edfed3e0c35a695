import { firstNamed, plainColumn } from "./donor-columns";
import type { ColumnInfo, FileInfo } from "./types";

/** Names that columns of conditions go by, the likeliest first. */
const CONDITIONS = [
  "condition",
  "conditions",
  "stim",
  "stimulation",
  "treatment",
  "disease",
  "disease_state",
  "disease_status",
  "diagnosis",
  "status",
  "group",
  "case_control",
  "genotype",
  "timepoint",
];

/** Names of columns that tell how cells were handled: what differs by them may be no biology. */
const BATCHES = new Set([
  "batch",
  "batches",
  "batch_id",
  "library",
  "library_id",
  "lane",
  "run",
  "plate",
  "pool",
  "chip",
  "sequencing_run",
  "study",
  "dataset",
  "site",
  "center",
  "centre",
  "institute",
  "assay",
  "chemistry",
  "technology",
  "platform",
  "protocol",
  "suspension_type",
  "sorted",
]);

const CONTROL = [
  /^(normal|healthy|controls?|ctrl|none|no disease|non-?diseased|pato:0000461|wt|wild ?type|untreated|vehicle)$/i,
  /^(mock|baseline|unstim(ulated)?|placebo|pbs|dmso|0)$/i,
];

/** The column most likely to hold conditions, or "" where no name fits. */
export const guessCondition = (columns: readonly ColumnInfo[]): string => firstNamed(CONDITIONS, columns);

/** Whether a column's name says that it is of batches. */
export const isBatch = (name: string): boolean => BATCHES.has(plainColumn(name));

/** Columns of batches with more than one value. */
export const batchColumns = (columns: readonly ColumnInfo[]): string[] =>
  columns.filter(({ name, categories }) => categories !== 1 && isBatch(name)).map(({ name }) => name);

/** Whether a level names what others are compared with. */
export const isControl = (level: string): boolean => CONTROL.some((pattern) => pattern.test(level.trim()));

/** Two levels in the order in which they are compared: the one that names controls comes second, else the first of the file. */
export const inOrder = (a: string, b: string): [string, string] => (isControl(b) && !isControl(a) ? [a, b] : [b, a]);

/** The matrix that a comparison counts in: the one asked for, unless it holds no counts and another does. */
export function countsMatrix({ matrices }: Pick<FileInfo, "matrices">, asked: string): string {
  const isCounts = (path: string) => matrices.find((one) => one.path === path)?.values === "counts";
  return isCounts(asked) ? asked : (matrices.find(({ path }) => isCounts(path))?.path ?? asked);
}
