import { fileName, saveText } from "../exports/save";
import { call } from "./session";
import * as state from "./state";

const PAGE = 20_000;

/** The file's name without its ending, to name what is taken away. */
export const baseName = () => fileName(state.info.value?.name.replace(/\.(h5ad|h5|hdf5)$/i, "") ?? "cells");

/** Ids of some cells, one a line: what another program needs to subset the file. */
export async function takeBarcodes(cells: Uint32Array): Promise<void> {
  const model = state.activeModel.value?.name ?? "";
  const ids: string[] = [];
  for (let first = 0; first < cells.length; first += PAGE) {
    const order = cells.slice(first, first + PAGE);
    const rows = await call("cells", { model, first: 0, count: order.length, order });
    for (const row of rows) ids.push(row.id);
  }
  saveText(`${ids.join("\n")}\n`, `${baseName()}-selection.txt`);
}
