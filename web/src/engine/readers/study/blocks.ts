import type { RowBlock } from "../../contract/cells";
import type { ValueKind } from "../../../contract/types";

/** Counts as ln(1 + counts per 10,000) of each cell, where the study is read as logarithms since another file holds them. */
export function asStudyValues(block: RowBlock, own: ValueKind, study: ValueKind): RowBlock {
  if (study !== "log1p" || own === "log1p") return block;
  const values = new Float32Array(block.values.length);
  for (let cell = 0; cell < block.cells; cell++) {
    const [from, to] =
      block.layout === "csr" ? [block.indptr[cell]!, block.indptr[cell + 1]!] : [cell * block.genes, (cell + 1) * block.genes];
    let total = 0;
    for (let i = from; i < to; i++) total += block.values[i]!;
    if (total === 0) continue;
    for (let i = from; i < to; i++) values[i] = Math.log1p((1e4 * block.values[i]!) / total);
  }
  return { ...block, values };
}
