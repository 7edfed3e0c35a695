import type { SetScoresReport } from "../contract/operations/gene-sets";
import { idFields, idHeadings, type IdColumns } from "./cell-ids";
import { csvLine, number } from "./csv-fields";
import type { Table } from "./table-csv";

const digits = (value: number) => Number(value.toPrecision(7));
/** Values of a table of cells made at once on the page. */
const MOST_VALUES = 20e6;
/** Cells whose ids are asked for at once. */
const PAGE_CELLS = 5000;

/** set-means.csv: mean score of every set in every group, with its standard error. */
export function setMeansTable({ scored, groups }: SetScoresReport): Table {
  return {
    columns: ["group", "cells", "set", "size", "mean", "se", "between_groups"],
    rows: groups.flatMap(({ name, cells }, g) =>
      scored.map((one) => [name, cells, one.name, one.size, digits(one.means[g]!), digits(one.errors[g]!), digits(one.between)]),
    ),
  };
}

/** The head and lines of set-scores.csv: cell_id, then a column per set; empty where a cell has no counts. */
export const setScoresHead = (names: string[], ids: IdColumns = {}): string => csvLine([...idHeadings(ids), ...names]);
export function setScoresLines(ids: string[], first: number, columns: Float32Array[], beside: IdColumns = {}): string {
  return ids.map((id, i) => csvLine([...idFields(id, first + i, beside), ...columns.map((values) => number(values[first + i]))])).join("");
}

/** set-scores.csv whole, of as many sets as fit; `left` are not in it. */
export async function setScoresText(
  { scored, cells }: SetScoresReport,
  valuesOf: (set: number) => Promise<Float32Array>,
  idsOf: (first: number, count: number) => Promise<string[]>,
  beside: IdColumns = {},
): Promise<{ text: string; left: number }> {
  const shown = scored.slice(0, Math.max(1, Math.floor(MOST_VALUES / cells)));
  const columns: Float32Array[] = [];
  for (const set of shown.keys()) columns.push(await valuesOf(set));
  const parts = [
    setScoresHead(
      shown.map(({ name }) => name),
      beside,
    ),
  ];
  for (let first = 0; first < cells; first += PAGE_CELLS)
    parts.push(setScoresLines(await idsOf(first, Math.min(PAGE_CELLS, cells - first)), first, columns, beside));
  return { text: parts.join(""), left: scored.length - shown.length };
}
