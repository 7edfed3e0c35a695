import { addBlock, type SparseRows } from "../../writers/sparse-rows";
import { Placing, type Visit } from "../placing";
import type { ZarrMatrix } from "./matrix";

/** Values of a dense matrix that are held at once. */
const HELD = 1 << 20;

/** Writes a matrix of a store as rows; one that is stored by genes is placed cell by cell. `path`: what it is called. */
export async function copyMatrix(matrix: ZarrMatrix, rows: SparseRows, path: string): Promise<void> {
  const { cells, genes, byCells } = matrix;
  if (byCells && matrix.lines) return matrix.lines((cell, at, values) => rows.add(cell, at, values));
  if (matrix.lines) {
    const placing = new Placing(rows, "columns", cells);
    const read = (visit: Visit) => matrix.lines!((gene, at, values) => visit(new Int32Array(at.length).fill(gene), at, values, at.length));
    await read(placing.visit);
    return placing.end(read, path);
  }
  // Whole chunks of cells, where more than one fits.
  const chunk = byCells!.grain / genes;
  const step = Math.max(1, chunk * Math.floor(HELD / byCells!.grain) || Math.floor(HELD / genes));
  for (let first = 0; first < cells; first += step) addBlock(rows, await byCells!.block(first, Math.min(step, cells - first)));
}
