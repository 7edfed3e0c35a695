import { idFields, idHeadings, type IdColumns } from "./cell-ids";
import { csvLine } from "./csv-fields";

/** Rows written at once. */
const PAGE_CELLS = 5000;

/** Names of some cells, and what tells them beside. */
export interface CellNames extends IdColumns {
  read(first: number, count: number): Promise<string[]>;
}

/**
 * A file with a row per cell, which joins to `adata.obs` by its index: `cell_id` and what tells a cell beside it
 * (cell-ids.ts), then the columns; what is not a number is empty.
 */
export async function* perCell(
  columns: string[],
  cells: number,
  names: CellNames,
  row: (cell: number) => string[],
): AsyncGenerator<string> {
  yield csvLine([...idHeadings(names), ...columns]);
  for (let first = 0; first < cells; first += PAGE_CELLS) {
    const ids = await names.read(first, Math.min(PAGE_CELLS, cells - first));
    yield ids.map((id, i) => csvLine([...idFields(id, first + i, names), ...row(first + i)])).join("");
  }
}
