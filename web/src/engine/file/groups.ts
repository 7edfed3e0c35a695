import { AnalysisError } from "../../contract/errors";
import type { SetScoresRequest } from "../../contract/operations/gene-sets";
import type { OpenedFile } from "./opened-file";
import { NO_CLASS } from "./scores";

/** A group per cell (-1: none), of a column or by what a model predicts of the matrix. */
export async function groupsOf(
  file: OpenedFile,
  matrix: string,
  by: SetScoresRequest["groupBy"],
): Promise<{ of: Int32Array; names: string[] }> {
  if (by.kind === "column") {
    const column = await file.column(by.column);
    if (column.kind === "number")
      throw new AnalysisError("bad-input", `obs/${by.column} of ${file.info.name} holds numbers; groups are made of categories or text.`);
    return { of: column.codes, names: column.categories };
  }
  const head = file.result(by.model, matrix).head(by.phenotype);
  if (!head) throw new AnalysisError("bad-input", `${by.model} does not predict ${by.phenotype}.`);
  const { classes } = head.head;
  return {
    of: Int32Array.from({ length: file.info.cells }, (_, cell) => (head.top[cell * head.k] === NO_CLASS ? -1 : head.top[cell * head.k]!)),
    names: classes.map(({ label }) => label),
  };
}
