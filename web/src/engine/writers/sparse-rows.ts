import type { RowBlock } from "../contract/cells";
import type { GrowingColumn } from "./h5-writer";

/** Values held before they are written: whole chunks of the file. */
const HELD = 1 << 20;

/** Where rows go: indices and values of all rows, one after another. */
export interface RowSink {
  indices: GrowingColumn;
  values: GrowingColumn;
}

/**
 * Rows of a sparse matrix, written one after another: within a row sorted by column, entries of one place summed, as scipy sums them.
 */
export class SparseRows {
  private readonly indices = new Int32Array(HELD);
  private readonly values = new Float32Array(HELD);
  private used = 0;
  /** Entries of every row begun. */
  readonly lengths: Float64Array;
  /** Entries of one place that were added up. */
  duplicates = 0;

  constructor(
    /** Where they go: rows that are whole and sorted already may be appended to it at once, with their lengths. */
    readonly sink: RowSink,
    rows: number,
  ) {
    this.lengths = new Float64Array(rows);
  }

  /** Adds a row's entries; the arrays may be changed. */
  add(row: number, columns: Int32Array, values: Float32Array): void {
    let length = columns.length;
    for (let i = 1; i < length; i++) {
      if (columns[i]! > columns[i - 1]!) continue;
      length = sortAndSum(columns, values);
      this.duplicates += columns.length - length;
      break;
    }
    this.lengths[row]! += length;
    for (let from = 0; from < length;) {
      const count = Math.min(length - from, HELD - this.used);
      this.indices.set(columns.subarray(from, from + count), this.used);
      this.values.set(values.subarray(from, from + count), this.used);
      this.used += count;
      from += count;
      if (this.used === HELD) this.flush();
    }
  }

  flush(): void {
    this.sink.indices.append(this.indices.subarray(0, this.used));
    this.sink.values.append(this.values.subarray(0, this.used));
    this.used = 0;
  }

  /** Forgets what was written. */
  clear(): void {
    this.used = this.duplicates = 0;
    this.lengths.fill(0);
    this.sink.indices.clear();
    this.sink.values.clear();
  }
}

/** Adds the cells of a block. */
export function addBlock(rows: SparseRows, block: RowBlock): void {
  for (let cell = 0; cell < block.cells; cell++) {
    if (block.layout === "csr") {
      const [from, to] = [block.indptr[cell]!, block.indptr[cell + 1]!];
      rows.add(block.first + cell, block.indices.slice(from, to), block.values.slice(from, to));
      continue;
    }
    const values = block.values.subarray(cell * block.genes, (cell + 1) * block.genes);
    const columns = Int32Array.from(values.keys()).filter((column) => values[column] !== 0);
    rows.add(
      block.first + cell,
      columns,
      Float32Array.from(columns, (column) => values[column]!),
    );
  }
}

/** Sorts a row's entries by column and sums those of one; gives how many are left. Columns are below 2^31, entries below 2^21 in a row. */
function sortAndSum(columns: Int32Array, values: Float32Array): number {
  const count = columns.length;
  // Column and place in one number, which sorts faster than pairs do.
  const step = Math.max(2, 2 ** Math.ceil(Math.log2(count)));
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = columns[i]! * step + i;
  keys.sort();
  const before = values.slice();
  let to = -1;
  let sum = 0;
  for (const key of keys) {
    const column = Math.floor(key / step);
    const value = before[key % step]!;
    if (to >= 0 && columns[to] === column) sum += value;
    else {
      to++;
      columns[to] = column;
      sum = value;
    }
    values[to] = sum;
  }
  return to + 1;
}
