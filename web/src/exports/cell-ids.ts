import type { Notice, StudyInfo } from "../contract/types";

/** Whether names of cells repeat, so that tables need each cell's place in the file to be joined. */
export const needsPosition = (...notices: readonly Notice[]): boolean => notices.some(({ code }) => code === "cell-names-repeated");

/** What tells a cell beside its name. */
export interface IdColumns {
  /** Names of cells repeat. */
  hasPosition?: boolean;
  /** Of several files, which one each cell is from: they lie one after another. */
  study?: Pick<StudyInfo, "column" | "samples"> | null | undefined;
}

/**
 * Headings of a table with a row per cell: `cell_id`, `position` (the cell's place in the file, from 0) where names repeat, and of several
 * files their column of samples.
 */
export const idHeadings = ({ hasPosition, study }: IdColumns): string[] => [
  "cell_id",
  ...(hasPosition ? ["position"] : []),
  ...(study ? [study.column] : []),
];

export const idFields = (id: string, cell: number, { hasPosition, study }: IdColumns): string[] => [
  id,
  ...(hasPosition ? [String(cell)] : []),
  ...(study ? [sampleOf(study, cell)] : []),
];

function sampleOf({ samples }: NonNullable<IdColumns["study"]>, cell: number): string {
  let end = 0;
  return samples.find(({ cells }) => cell < (end += cells))!.sample;
}
