import { expect, test } from "vitest";
import type { RowBlock } from "../../../../web/src/engine/contract/cells";
import { gatherRows } from "../../../../web/src/engine/readers/gather-rows";

const GENES = 5;
/** Value of a gene of a cell; many are zero. */
const value = (cell: number, gene: number) => ((cell * 7 + gene * 3) % 4 === 0 ? cell + gene / 10 : 0);

function sparse(first: number, count: number): RowBlock {
  const [indptr, indices, values] = [[0], [] as number[], [] as number[]];
  for (let cell = first; cell < first + count; cell++) {
    for (let gene = 0; gene < GENES; gene++)
      if (value(cell, gene) !== 0) {
        indices.push(gene);
        values.push(value(cell, gene));
      }
    indptr.push(indices.length);
  }
  return {
    layout: "csr",
    first,
    cells: count,
    genes: GENES,
    indptr: Int32Array.from(indptr),
    indices: Int32Array.from(indices),
    values: Float32Array.from(values),
  };
}

const dense = (first: number, count: number): RowBlock => ({
  layout: "dense",
  first,
  cells: count,
  genes: GENES,
  values: Float32Array.from({ length: count * GENES }, (_, i) => value(first + Math.floor(i / GENES), i % GENES)),
});

/** A block's values cell by cell. */
function rows(block: RowBlock): number[][] {
  return Array.from({ length: block.cells }, (_, row) => {
    if (block.layout === "dense") return [...block.values.subarray(row * GENES, (row + 1) * GENES)];
    const out = Array.from({ length: GENES }, () => 0);
    for (let at = block.indptr[row]!; at < block.indptr[row + 1]!; at++) out[block.indices[at]!] = block.values[at]!;
    return out;
  });
}

const CELLS = Uint32Array.of(2, 3, 6, 40, 41, 42, 2500, 5200);

test.each([
  ["sparse", sparse],
  ["dense", dense],
])("chosen cells of a %s matrix are those of the whole, in their order, however they are read", async (_, make) => {
  const wanted = rows(make(0, 5201)).filter((__, cell) => CELLS.includes(cell));
  for (const [gap, expected] of [
    [0, [2, 1, 3, 1, 1]],
    [2, [5, 3, 1, 1]],
    [1e6, [41, 1, 1]],
  ] as const) {
    const read: number[] = [];
    const block = await gatherRows(
      async (first, count) => {
        read.push(count);
        return make(first, count);
      },
      CELLS,
      gap,
    );
    expect([block.layout === "csr" ? "sparse" : "dense", block.first, block.cells, block.genes]).toEqual([_, 2, 8, GENES]);
    expect(rows(block)).toEqual(wanted);
    // Neighbours are read together, and what lies between far ones is not.
    expect(read).toEqual(expected);
  }
});
