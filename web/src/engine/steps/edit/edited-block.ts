import type { ValueKind } from "../../../contract/types";
import type { RowBlock } from "../../contract/cells";

/** The stored values of one cell: its genes' columns and their values, in order. */
export interface Row {
  columns: Int32Array;
  values: Float32Array;
}

/** The one cell of a block of one. */
export function rowOf(block: RowBlock): Row {
  if (block.layout === "csr") {
    const [from, to] = [block.indptr[0]!, block.indptr[1]!];
    return { columns: Int32Array.from(block.indices.subarray(from, to)), values: Float32Array.from(block.values.subarray(from, to)) };
  }
  const columns = Int32Array.from(block.values.subarray(0, block.genes).keys()).filter((column) => block.values[column] !== 0);
  return { columns, values: Float32Array.from(columns, (column) => block.values[column]!) };
}

const isIn = (columns: readonly number[]) => (column: number) => columns.includes(column);

/** What a cell has of a gene: the sum of its columns. */
export function amountOf({ columns, values }: Row, gene: readonly number[]): number {
  return columns.reduce((sum, column, i) => (isIn(gene)(column) ? sum + values[i]! : sum), 0);
}

const totalOf = ({ values }: Row) => values.reduce((sum, value) => sum + value, 0);

/** The cell with another amount of a gene: its columns keep their shares; where it had none, the first has it all. */
function withAmount(row: Row, gene: readonly number[], amount: number): Row {
  const had = amountOf(row, gene);
  const rest = [...row.columns].map((column, i) => [column, row.values[i]!] as const);
  const changed =
    had > 0
      ? rest.map(([column, value]) => [column, isIn(gene)(column) ? (value * amount) / had : value] as const)
      : [...rest.filter(([column]) => column !== gene[0]), [gene[0]!, amount] as const];
  const kept = changed.filter(([, value]) => value !== 0).sort(([a], [b]) => a - b);
  return { columns: Int32Array.from(kept, ([column]) => column), values: Float32Array.from(kept, ([, value]) => value) };
}

export type Change = { kind: "zero" } | { kind: "double" } | { kind: "swap"; from: Row };

/**
 * The cell after a change of one gene. Counts are changed as counts: doubled ones are twice as many, swapped ones the share that the other
 * cell gives the gene, of this cell's other counts. Logarithms are changed as what they stand for.
 */
export function edited(row: Row, gene: readonly number[], change: Change, values: ValueKind): Row {
  const had = amountOf(row, gene);
  if (change.kind === "zero") return withAmount(row, gene, 0);
  if (values === "log1p") {
    const linear = change.kind === "double" ? 2 * Math.expm1(had) : Math.expm1(amountOf(change.from, gene));
    return withAmount(row, gene, Math.log1p(linear));
  }
  if (change.kind === "double") return withAmount(row, gene, 2 * had);
  const share = amountOf(change.from, gene) / Math.max(totalOf(change.from), 1e-12);
  // The gene's own counts are part of the new total.
  const others = totalOf(row) - had;
  return withAmount(row, gene, share < 1 ? (others * share) / (1 - share) : had);
}

/** Cells as one block. */
export function blockOf(rows: readonly Row[], genes: number): Extract<RowBlock, { layout: "csr" }> {
  const indptr = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, i) => {
    indptr[i + 1] = indptr[i]! + columns.length;
  });
  const indices = new Int32Array(indptr.at(-1)!);
  const values = new Float32Array(indices.length);
  rows.forEach((row, i) => {
    indices.set(row.columns, indptr[i]);
    values.set(row.values, indptr[i]);
  });
  return { layout: "csr", first: 0, cells: rows.length, genes, indptr, indices, values };
}
