import { AnalysisError } from "../../contract/errors";
import type { Hdf5 } from "./hdf5";
import { readOffsets, sparseShape, type Sparse } from "./sparse";
import type { HeldMatrix } from "./reader";
import type { RowBlock } from "../contract/cells";
import { joined, sampleRuns } from "./sample";
import { readNumbers, toFloat32, toInt32 } from "./values";

/** Values held at once when rows are gathered from columns; 4 bytes each where genes and counts are small numbers, else up to 8. */
const HELD = 24_000_000;
/** Values read in one piece. */
const PIECE = 1 << 19;
/** Stored values up to which whole cells are worth a pass to judge them by: all are held after it. */
const SAMPLED_WHOLE = 4_000_000;
/** Runs differ in how much they store: with this much room to spare one pass's arrays serve the next. */
const SPARE = 1.1;

/** Rows gathered from columns, as narrow as their numbers allow. */
interface Gathered {
  first: number;
  cells: number;
  indptr: Int32Array;
  genes: Uint16Array | Int32Array;
  values: Uint16Array | Float32Array;
}

/**
 * Rows of a matrix stored by columns.
 * A span of rows is gathered in one pass over all columns and kept, and its blocks are cut from it; memory is bounded by the span.
 */
export function openCscMatrix(file: Hdf5, path: string, sparse: Sparse): HeldMatrix {
  const shape = sparseShape(path, "csc", sparse);
  const span = Math.max(1, Math.min(sparse.rows, Math.floor((HELD * sparse.rows) / Math.max(1, shape.stored))));
  let kept: Gathered | undefined;
  let counts: Uint32Array | undefined;
  let isWhole = true;
  const take = (first: number, count: number): Gathered => {
    counts ??= countRows(file, path, sparse);
    const mine = counts.subarray(first, Math.min(sparse.rows, first + Math.max(count, span)));
    // Its arrays are filled anew: two runs are never held at once.
    const before = kept;
    kept = undefined;
    const gathered =
      (isWhole && gather(file, path, sparse, mine, first, Uint16Array, before)) ||
      gather(file, path, sparse, mine, first, Float32Array, before)!;
    isWhole = gathered.values instanceof Uint16Array;
    return (kept = gathered);
  };
  const matrix: HeldMatrix = {
    shape,
    grain: 0,
    span,
    block(first, count) {
      const held = kept && first >= kept.first && first + count <= kept.first + kept.cells ? kept : take(first, count);
      return cut(held, sparse.columns, first, count);
    },
    sample() {
      if (shape.stored <= SAMPLED_WHOLE) {
        return joined(
          sampleRuns(sparse.rows).map(({ first, count }) => matrix.block(first, count)),
          sparse.columns,
        );
      }
      // Whole cells would cost a pass over the file; the stored values of some genes tell counts from the rest as well.
      const values = toFloat32(readNumbers(file, sparse.data, [[0, Math.min(shape.stored, 1 << 17)]]));
      return { values, indptr: Int32Array.of(0, values.length), genes: sparse.columns };
    },
  };
  return matrix;
}

function cut(held: Gathered, genes: number, first: number, count: number): RowBlock {
  const at = first - held.first;
  const start = held.indptr[at]!;
  const stop = held.indptr[at + count]!;
  return {
    layout: "csr",
    first,
    cells: count,
    genes,
    indptr: held.indptr.slice(at, at + count + 1).map((offset) => offset - start),
    indices: new Int32Array(held.genes.subarray(start, stop)),
    values: new Float32Array(held.values.subarray(start, stop)),
  };
}

/** Stored values of each row: with them every value of a later pass has its place at once. */
function countRows(file: Hdf5, path: string, sparse: Sparse): Uint32Array {
  const stored = readOffsets(file, path, sparse, 0, sparse.columns)[sparse.columns]!;
  const counts = new Uint32Array(sparse.rows);
  for (let start = 0; start < stored; start += PIECE) {
    const at = toInt32(readNumbers(file, sparse.indices, [[start, Math.min(stored, start + PIECE)]]));
    for (let i = 0; i < at.length; i++) {
      const row = at[i]!;
      if (row < 0 || row >= sparse.rows) throw outOfRange(file, path, row, sparse.rows);
      counts[row]!++;
    }
  }
  return counts;
}

/**
 * One pass over all columns that keeps the entries of some rows, in order of rows, then columns; null where the values
 * do not fit the type.
 */
function gather(
  file: Hdf5,
  path: string,
  sparse: Sparse,
  counts: Uint32Array,
  first: number,
  type: typeof Uint16Array | typeof Float32Array,
  before?: Gathered,
): Gathered | null {
  const cells = counts.length;
  const offsets = readOffsets(file, path, sparse, 0, sparse.columns);
  const stored = offsets[sparse.columns]!;
  const indptr = new Int32Array(cells + 1);
  for (let row = 0; row < cells; row++) indptr[row + 1] = indptr[row]! + counts[row]!;
  const next = indptr.slice(0, cells);
  const room = indptr[cells]! <= (before?.genes.length ?? 0) ? 0 : Math.min(stored, Math.ceil(indptr[cells]! * SPARE));
  const genes = room === 0 && before ? before.genes : new (sparse.columns <= 65_536 ? Uint16Array : Int32Array)(room);
  const values = room === 0 && before?.values instanceof type ? before.values : new type(Math.max(room, genes.length));
  const isNarrow = type === Uint16Array;
  let column = 0;
  for (let start = offsets[0]!; start < stored; start += PIECE) {
    const stop = Math.min(stored, start + PIECE);
    const at = toInt32(readNumbers(file, sparse.indices, [[start, stop]]));
    const data = toFloat32(readNumbers(file, sparse.data, [[start, stop]]));
    for (let i = 0; i < at.length; i++) {
      while (offsets[column + 1]! <= start + i) column++;
      const row = at[i]! - first;
      if (row < 0 || row >= cells) continue;
      const to = next[row]!++;
      genes[to] = column;
      values[to] = data[i]!;
      if (isNarrow && values[to] !== data[i]) return null;
    }
  }
  return { first, cells, indptr, genes, values };
}

function outOfRange(file: Hdf5, path: string, row: number, rows: number): AnalysisError {
  return new AnalysisError("bad-file", `${path}/indices of ${file.name} is damaged: it names row ${row}, but there are ${rows}.`);
}
