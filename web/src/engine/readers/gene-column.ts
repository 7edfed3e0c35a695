import type { ValueKind } from "../../contract/types";
import type { RowBlock } from "../contract/cells";

/** Expression of one gene in a block: ln(1 + 1e4 x / total) of counts, other values as they are. Columns of one gene add up. */
export function geneColumn(block: RowBlock, columns: number[], values: ValueKind): Float32Array<ArrayBuffer> {
  const wanted = new Set(columns);
  const only = columns.length === 1 ? columns[0] : -1;
  const isCounts = values === "counts" || values === "fractional-counts";
  const out = new Float32Array(block.cells);
  for (let cell = 0; cell < block.cells; cell++) {
    const from = block.layout === "csr" ? block.indptr[cell]! : cell * block.genes;
    const to = block.layout === "csr" ? block.indptr[cell + 1]! : from + block.genes;
    let total = 0;
    let found = 0;
    for (let i = from; i < to; i++) {
      const value = block.values[i]!;
      total += value;
      const column = block.layout === "csr" ? block.indices[i]! : i - from;
      if (column === only || (only === -1 && wanted.has(column))) found += value;
    }
    out[cell] = !isCounts ? found : total > 0 ? Math.log1p((1e4 * found) / total) : 0;
  }
  return out;
}
