import type { RowBlock } from "../contract/cells";
import { joined } from "./sample";

/** Cells read at once where chosen ones lie close together: what lies between them is read and left out. */
const MOST_READ = 2048;

/** Reads consecutive cells. */
type ReadRows = (first: number, count: number) => Promise<RowBlock>;

/**
 * Chosen cells (rising, at least one) as one block, in their order. Neighbours with up to `gap` cells between them are read together. The
 * block's `first` is the first chosen cell.
 */
export async function gatherRows(read: ReadRows, cells: Uint32Array, gap: number): Promise<RowBlock> {
  const parts: RowBlock[] = [];
  for (let from = 0; from < cells.length;) {
    let to = from + 1;
    while (to < cells.length && cells[to]! - cells[to - 1]! <= gap + 1 && cells[to]! - cells[from]! < MOST_READ) to++;
    const first = cells[from]!;
    const block = await read(first, cells[to - 1]! - first + 1);
    parts.push(
      rowsOf(
        block,
        Int32Array.from(cells.subarray(from, to), (cell) => cell - first),
      ),
    );
    from = to;
  }
  const first = cells[0]!;
  const { genes, values, indptr, indices } = joined(parts, parts[0]!.genes);
  if (!indptr || !indices) return { layout: "dense", first, cells: cells.length, genes, values };
  return { layout: "csr", first, cells: cells.length, genes, indptr, indices, values };
}

/** Some rows of a block, by their places in it. */
function rowsOf(block: RowBlock, rows: Int32Array): RowBlock {
  const { first, genes } = block;
  const cells = rows.length;
  if (cells === block.cells) return block;
  if (block.layout === "dense") {
    const values = new Float32Array(cells * genes);
    rows.forEach((row, i) => values.set(block.values.subarray(row * genes, (row + 1) * genes), i * genes));
    return { layout: "dense", first, cells, genes, values };
  }
  const { indptr } = block;
  const kept = new Int32Array(cells + 1);
  rows.forEach((row, i) => (kept[i + 1] = kept[i]! + indptr[row + 1]! - indptr[row]!));
  const indices = new Int32Array(kept[cells]!);
  const values = new Float32Array(kept[cells]!);
  rows.forEach((row, i) => {
    indices.set(block.indices.subarray(indptr[row]!, indptr[row + 1]!), kept[i]!);
    values.set(block.values.subarray(indptr[row]!, indptr[row + 1]!), kept[i]!);
  });
  return { layout: "csr", first, cells, genes, indptr: kept, indices, values };
}
