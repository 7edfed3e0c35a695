import { AnalysisError } from "../../../contract/errors";
import type { Grouping } from "../../../contract/survey";
import type { OpenedFile } from "../../file/opened-file";
import { lastSurvey, type Groups } from "./state";

/** What cells without a label go by. */
export const UNLABELLED = "(no label)";

/** Groups with the cells of no group as the last. */
export function withUnlabelled(groups: Groups): Groups {
  if (!groups.codes.includes(-1)) return groups;
  const last = groups.names.length;
  return {
    ...groups,
    names: [...groups.names, UNLABELLED],
    codes: groups.codes.map((code) => (code < 0 ? last : code)),
    hasUnlabelled: true,
  };
}

/** Resolves a grouping; throws Error(bad-input) where there is none, or a column is no labels. */
export async function resolveGroups(file: OpenedFile, by: Grouping): Promise<Groups> {
  if (by.kind === "given") {
    if (by.codes.length !== file.info.cells)
      throw new AnalysisError(
        "bad-input",
        `Groups are of ${by.codes.length.toLocaleString("en")} cells, but ${file.info.name} has ${file.info.cells.toLocaleString("en")}.`,
      );
    const wrong = by.codes.find((code) => code < -1 || code >= by.names.length);
    if (wrong !== undefined) throw new AnalysisError("bad-input", `A cell is of group ${wrong}, but there are ${by.names.length}.`);
    return { by: by.name, names: by.names, codes: by.codes };
  }
  if (by.kind === "clusters") {
    const { clusters } = lastSurvey(file);
    if (!clusters) throw new AnalysisError("bad-input", "The cells have not been clustered yet.");
    return { by: "clusters", names: clusters.sizes.map((_, cluster) => String(cluster)), codes: clusters.codes };
  }
  const column = await file.column(by.column);
  if (column.kind === "number") throw new AnalysisError("bad-input", `${by.column} holds numbers; choose a column of labels.`);
  return { by: by.column, names: column.categories, codes: column.codes };
}

/** Groups of a column of labels, or of whole numbers, with the file's colours; throws AnalysisError("bad-input") for other numbers. */
export async function groupsByColumn(
  file: OpenedFile,
  name: string,
): Promise<Groups & { codes: Int32Array<ArrayBuffer>; colors?: string[] }> {
  const column = await file.column(name);
  if (column.kind !== "number") {
    const { categories, codes, colors } = column;
    return { by: name, names: categories, codes: codes.slice() as Int32Array<ArrayBuffer>, ...(colors ? { colors } : {}) };
  }
  if (!column.values.every((value) => Number.isNaN(value) || Number.isInteger(value)))
    throw new AnalysisError("bad-input", `obs/${name} holds numbers that are no clusters; choose a column of clusters.`);
  const labels = [...new Set(column.values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const place = new Map(labels.map((value, i) => [value, i]));
  return { by: name, names: labels.map(String), codes: Int32Array.from(column.values, (value) => place.get(value) ?? -1) };
}
