import { AnalysisError } from "../../../contract/errors";
import type { SparseRows } from "../../writers/sparse-rows";
import type { Numbers } from "./held";
import type { Placed } from "./parts";
import type { Sink } from "./reader";
import type { RNumbers } from "./values";

/** Values of a dense matrix that are looked through at a time, in whole columns. */
const BLOCK = 1 << 20;

/**
 * Writes a matrix of genes by cells as rows of cells. Where its columns are the cells in their order its vectors go into the file as they
 * are, those that were not kept in `later`, by their place, when the file is read again. Anything else is placed in memory; throws
 * AnalysisError where that does not hold it.
 */
export function writeMatrix(rows: SparseRows, parts: Placed[], genes: number, what: string, later: Map<number, Sink>): void {
  if (inOrder(parts, rows.lengths.length)) {
    let from = 0;
    for (const part of parts) from = writeColumns(rows, part, from, genes, what, later);
    return;
  }
  for (const { matrix } of parts)
    for (const vector of [matrix.x, ...("i" in matrix ? [matrix.i] : []), ...("j" in matrix ? [matrix.j] : [])])
      if (!vector.values) throw tooLarge(what, vector.length, matrix.kind);
  const at = parts.map((part) => columnsOf(part, genes, what));
  const source = new Map<number, { part: number; column: number }>();
  for (const [part, { cells }] of parts.entries())
    for (const [column, cell] of cells.entries()) if (cell >= 0) source.set(cell, { part, column });
  for (let cell = 0; cell < rows.lengths.length; cell++) {
    const found = source.get(cell);
    if (found) at[found.part]!(found.column, cell, rows);
  }
}

const tooLarge = (what: string, values: number, kind: string) =>
  new AnalysisError(
    "unsupported",
    `${what} has ${values.toLocaleString("en")} values that ` +
      `${kind === "csc" ? "are to be put in another order" : "are not stored cell by cell"}, ` +
      'more than memory is taken for (1 GB). In R: x <- as(x, "dgCMatrix"), with the columns of all layers in the same order.',
  );

/** Whether the columns of all parts, one after another, are the cells. */
function inOrder(parts: Placed[], cells: number): boolean {
  let next = 0;
  for (const part of parts) {
    if (part.matrix.kind === "triplets") return false;
    for (const cell of part.cells) if (cell !== next++) return false;
  }
  return next === cells;
}

/** Writes the columns of a part as rows from `from` on; gives the row after them. */
function writeColumns(rows: SparseRows, part: Placed, from: number, genes: number, what: string, later: Map<number, Sink>): number {
  const { matrix } = part;
  if (matrix.kind === "csc") {
    for (let column = 0; column < matrix.columns; column++) rows.lengths[from + column] = matrix.p[column + 1]! - matrix.p[column]!;
    const toGenes = genesOf(part, genes, what);
    feed(matrix.i, later, (values) => rows.sink.indices.append(toGenes(values)));
    feed(matrix.x, later, (values) => rows.sink.values.append(new Float32Array(values)));
  } else if (matrix.kind === "dense") feed(matrix.x, later, byColumn(part, from, rows));
  return from + part.cells.length;
}

/** Has a vector's values in pieces: now where they were kept, else when they are read. */
function feed(vector: RNumbers, later: Map<number, Sink>, sink: Sink): void {
  const { values } = vector;
  if (!values) later.set(vector.id, sink);
  else for (let at = 0; at < values.length; at += BLOCK) sink(values.subarray(at, at + BLOCK));
}

/** The columns of rows. */
function genesOf({ matrix, genes: to }: Placed, genes: number, what: string): (rows: Numbers) => Int32Array {
  return (rows) => {
    const found = new Int32Array(rows.length);
    // A loop: the constructors of arrays take ten times as long with a function.
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const gene = row >= 0 && row < matrix.rows ? (to ? to[row]! : row) : -1;
      if (gene < 0 || gene >= genes)
        throw new AnalysisError("bad-file", `${what} is damaged: a value lies in row ${row + 1} of ${matrix.rows}.`);
      found[at] = gene;
    }
    return found;
  };
}

/** Adds the columns of a dense matrix that comes in pieces. */
function byColumn({ matrix, genes }: Placed, from: number, rows: SparseRows): Sink {
  const column = new Float32Array(matrix.rows);
  let [used, cell] = [0, from];
  return (values) => {
    for (let at = 0; at < values.length;) {
      const count = Math.min(values.length - at, column.length - used);
      column.set(values.subarray(at, at + count), used);
      at += count;
      used += count;
      if (used < column.length) continue;
      addDense(rows, cell++, column, genes);
      used = 0;
    }
  };
}

function addDense(rows: SparseRows, cell: number, column: ArrayLike<number>, genes: Int32Array | null): void {
  const [at, values] = [new Int32Array(column.length), new Float32Array(column.length)];
  let used = 0;
  for (let row = 0; row < column.length; row++) {
    if (column[row] === 0) continue;
    at[used] = genes ? genes[row]! : row;
    values[used++] = column[row]!;
  }
  rows.add(cell, at.subarray(0, used), values.subarray(0, used));
}

/** Adds single columns of a part that lies in memory. */
function columnsOf(part: Placed, genes: number, what: string): (column: number, cell: number, rows: SparseRows) => void {
  const { matrix } = part;
  const x = matrix.x.values!;
  if (matrix.kind === "dense")
    return (column, cell, rows) => addDense(rows, cell, x.subarray(column * matrix.rows, (column + 1) * matrix.rows), part.genes);
  const toGenes = genesOf(part, genes, what);
  const { i, p, x: values } = matrix.kind === "csc" ? { i: matrix.i.values!, p: matrix.p, x } : sorted(matrix, x, what);
  return (column, cell, rows) => {
    const [begin, end] = [p[column]!, p[column + 1]!];
    rows.add(cell, toGenes(i.subarray(begin, end)), new Float32Array(values.subarray(begin, end)));
  };
}

/** Triplets in the order of their columns. */
function sorted({ i, j, columns }: Extract<Placed["matrix"], { kind: "triplets" }>, x: Numbers, what: string) {
  const p = new Int32Array(columns + 1);
  for (const column of j.values!) {
    if (column < 0 || column >= columns)
      throw new AnalysisError("bad-file", `${what} is damaged: a value lies in column ${column + 1} of ${columns}.`);
    p[column + 1]!++;
  }
  for (let column = 0; column < columns; column++) p[column + 1]! += p[column]!;
  const next = p.slice();
  const [rows, values] = [new Int32Array(x.length), new Float64Array(x.length)];
  for (let at = 0; at < x.length; at++) {
    const to = next[j.values![at]!]!++;
    rows[to] = i.values![at]!;
    values[to] = x[at]!;
  }
  return { i: rows, p, x: values };
}
