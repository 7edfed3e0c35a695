import { AnalysisError } from "../../pipeline/errors";
import type { Hdf5 } from "./hdf5";
import { readOffsets, sparseShape, type Sparse } from "./matrix";
import type { Matrix, RowBlock } from "./reader";
import { readNumbers, toFloat32, toInt32 } from "./values";

type CsrBlock = RowBlock & { layout: "csr" };

/** Values held at once when rows are gathered from columns (12 bytes each while gathering, 8 after). */
const HELD = 6_000_000;
/** Values read in one piece. */
const PIECE = 1 << 20;

/**
 * Rows of a matrix stored by columns.
 * A span of rows is gathered in one pass over all columns and kept, and its blocks are cut from it; memory is bounded by the span.
 */
export function openCscMatrix(file: Hdf5, path: string, sparse: Sparse): Matrix {
  const shape = sparseShape(path, "csc", sparse);
  const span = Math.max(1, Math.min(sparse.rows, Math.floor((HELD * sparse.rows) / Math.max(1, shape.stored))));
  let kept: CsrBlock | undefined;
  const take = (first: number, count: number): CsrBlock => {
    kept = undefined;
    const from = count > span ? first : Math.floor(first / span) * span;
    const to = Math.min(sparse.rows, Math.max(first + count, from + span));
    return (kept = gather(file, path, sparse, from, to - from));
  };
  return {
    shape,
    grain: 0,
    span,
    block(first, count) {
      const held = kept && first >= kept.first && first + count <= kept.first + kept.cells ? kept : take(first, count);
      return cut(held, first, count);
    },
    // Whole cells would cost a pass over the file; the stored values of some genes tell counts from the rest as well.
    sample() {
      const values = toFloat32(readNumbers(file, sparse.data, [[0, Math.min(shape.stored, 1 << 17)]]));
      return { values, indptr: Int32Array.of(0, values.length), genes: sparse.columns };
    },
  };
}

function cut(held: CsrBlock, first: number, count: number): RowBlock {
  const at = first - held.first;
  const start = held.indptr[at]!;
  const stop = held.indptr[at + count]!;
  return {
    layout: "csr", first, cells: count, genes: held.genes,
    indptr: held.indptr.slice(at, at + count + 1).map((offset) => offset - start),
    indices: held.indices.slice(start, stop),
    values: held.values.slice(start, stop),
  };
}

/** One pass over all columns that keeps the entries of some rows, in order of rows, then columns. */
function gather(file: Hdf5, path: string, sparse: Sparse, first: number, count: number): CsrBlock {
  const offsets = readOffsets(file, path, sparse, 0, sparse.columns);
  const stored = offsets[sparse.columns]!;
  let rows = new Int32Array(Math.min(stored, 1 << 16));
  let columns = new Int32Array(rows.length);
  let values = new Float32Array(rows.length);
  const indptr = new Int32Array(count + 1);
  let kept = 0;
  let column = 0;
  for (let start = offsets[0]!; start < stored; start += PIECE) {
    const stop = Math.min(stored, start + PIECE);
    const at = toInt32(readNumbers(file, sparse.indices, [[start, stop]]));
    const data = toFloat32(readNumbers(file, sparse.data, [[start, stop]]));
    for (let i = 0; i < at.length; i++) {
      while (offsets[column + 1]! <= start + i) column++;
      const row = at[i]! - first;
      if (at[i]! < 0 || at[i]! >= sparse.rows) throw outOfRange(file, path, at[i]!, sparse.rows);
      if (row < 0 || row >= count) continue;
      if (kept === rows.length) {
        const size = Math.min(stored, Math.ceil(kept * 1.6) + 1024);
        rows = grown(rows, size);
        columns = grown(columns, size);
        values = grown(values, size);
      }
      rows[kept] = row;
      columns[kept] = column;
      values[kept++] = data[i]!;
      indptr[row + 1]!++;
    }
  }
  for (let row = 0; row < count; row++) indptr[row + 1]! += indptr[row]!;
  const next = indptr.slice(0, count);
  const sortedColumns = new Int32Array(kept);
  const sortedValues = new Float32Array(kept);
  for (let i = 0; i < kept; i++) {
    const to = next[rows[i]!]!++;
    sortedColumns[to] = columns[i]!;
    sortedValues[to] = values[i]!;
  }
  return { layout: "csr", first, cells: count, genes: sparse.columns, indptr, indices: sortedColumns, values: sortedValues };
}

function grown<T extends Int32Array | Float32Array>(array: T, size: number): T {
  const larger = new (array.constructor as new (size: number) => T)(size);
  larger.set(array as never);
  return larger;
}

function outOfRange(file: Hdf5, path: string, row: number, rows: number): AnalysisError {
  return new AnalysisError("bad-file", `${path}/indices of ${file.name} is damaged: it names row ${row}, but there are ${rows}.`);
}
