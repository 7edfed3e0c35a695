import { AnalysisError } from "../../../contract/errors";
import type { Job } from "../../pool/job";

/** Samples (a donor's cells of a type in a condition) times genes: a double is kept of each, in every lane. */
const MOST_SUMS = 3e7;

/** Refuses a matrix that holds no counts. */
export function checkCounts({ file, matrix }: Pick<Job, "file" | "matrix">): void {
  const { values, why } = file.matrixInfo(matrix);
  if (values !== "counts")
    throw new AnalysisError(
      "bad-input",
      `Expression is compared by counts summed over a donor's cells, and ${matrix} of ${file.info.name} holds none: ${why} Choose a ` +
        `matrix of counts.`,
    );
}

/** Refuses sums that would not fit in memory. */
export function checkSize(samples: number, genes: number): void {
  if (samples * genes > MOST_SUMS)
    throw new AnalysisError(
      "bad-input",
      `${samples.toLocaleString("en")} samples (donors' cells of a type) of ${genes.toLocaleString("en")} genes would take ` +
        `${Math.round((samples * genes * 8) / 1e6).toLocaleString("en")} MB, and ${Math.round((MOST_SUMS * 8) / 1e6)} MB are ` +
        `allowed: choose a column of fewer donors or types.`,
    );
}
