import type { Notice } from "../contract/types";

/** Whether names of cells repeat, so that tables need each cell's place in the file to be joined. */
export const needsPosition = (...notices: readonly Notice[]): boolean => notices.some(({ code }) => code === "cell-names-repeated");

/** Headings of a table with a row per cell: `cell_id`, and `position` (the cell's place in the file, from 0) where names repeat. */
export const idHeadings = (hasPosition: boolean): string[] => (hasPosition ? ["cell_id", "position"] : ["cell_id"]);

export const idFields = (id: string, cell: number, hasPosition: boolean): string[] => (hasPosition ? [id, String(cell)] : [id]);
