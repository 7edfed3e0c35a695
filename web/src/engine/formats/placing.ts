import { AnalysisError } from "../../contract/errors";
import type { SparseRows } from "../writers/sparse-rows";

/** Takes entries as they come: rows and columns from 0, in arrays that are used again. */
export type Visit = (rows: Int32Array, columns: Int32Array, values: Float32Array, count: number) => void;
/** Reads all entries once more. */
export type ReadAgain = (visit: Visit) => Promise<unknown>;

/** Bytes of entries placed in one reading of a matrix that is not stored cell by cell: 8 an entry. */
const PLACED_BYTES = 1 << 30;

/** Which side of a matrix are cells. */
export type CellsIn = "rows" | "columns";

/**
 * Entries of a matrix into rows of cells. Where they come cell by cell, as programs write them, one reading does; else it counts, and
 * further readings place as many cells as fit into a bounded piece of memory.
 */
export class Placing {
  private counts: Float64Array;
  private isOrdered = true;
  private current = -1;
  private used = 0;
  private genes = new Int32Array(4096);
  private values = new Float32Array(4096);

  constructor(
    private readonly rows: SparseRows,
    private readonly cellsIn: CellsIn,
    cells: number,
  ) {
    this.counts = new Float64Array(cells);
  }

  /** Of entries that have been counted, by cell. */
  static counted(rows: SparseRows, cellsIn: CellsIn, counts: Float64Array): Placing {
    const placing = new Placing(rows, cellsIn, 0);
    placing.counts = counts;
    return placing;
  }

  /** Takes the entries of the first reading. */
  readonly visit: Visit = (rows, columns, values, count) => {
    const [cells, genes] = this.cellsIn === "rows" ? [rows, columns] : [columns, rows];
    for (let from = 0; from < count;) {
      const cell = cells[from]!;
      let to = from + 1;
      while (to < count && cells[to] === cell) to++;
      this.counts[cell]! += to - from;
      if (this.isOrdered) this.append(cell, genes.subarray(from, to), values.subarray(from, to));
      from = to;
    }
  };

  /** Ends the first reading of a file, and reads it again where its entries are in another order. */
  async end(read: ReadAgain, name: string, placedBytes?: number): Promise<void> {
    if (this.isOrdered) this.endCell();
    else await this.place(read, name, placedBytes);
  }

  /** Places entries that have been counted, reading all of them as often as their memory wants. */
  async place(read: ReadAgain, name: string, placedBytes = PLACED_BYTES): Promise<void> {
    const cells = this.counts.length;
    for (let from = 0; from < cells;) {
      let to = from;
      let entries = 0;
      while (to < cells && (to === from || (entries + this.counts[to]!) * 8 <= placedBytes)) entries += this.counts[to++]!;
      await this.placeWindow(read, name, from, to, entries);
      from = to;
    }
  }

  private append(cell: number, genes: Int32Array, values: Float32Array): void {
    if (cell !== this.current) {
      if (cell < this.current) {
        this.isOrdered = false;
        this.rows.clear();
        return;
      }
      this.endCell();
      this.current = cell;
    }
    const length = this.used + genes.length;
    if (length > this.genes.length) {
      const [before, beforeValues] = [this.genes, this.values];
      this.genes = new Int32Array(2 * length);
      this.values = new Float32Array(2 * length);
      this.genes.set(before.subarray(0, this.used));
      this.values.set(beforeValues.subarray(0, this.used));
    }
    this.genes.set(genes, this.used);
    this.values.set(values, this.used);
    this.used = length;
  }

  private endCell(): void {
    if (this.used > 0) this.rows.add(this.current, this.genes.subarray(0, this.used), this.values.subarray(0, this.used));
    this.used = 0;
  }

  /** Places the entries of cells `from` to `to`. */
  private async placeWindow(read: ReadAgain, name: string, from: number, to: number, entries: number): Promise<void> {
    const genesOf = new Int32Array(entries);
    const valuesOf = new Float32Array(entries);
    const ends = new Float64Array(to - from);
    for (let cell = from, end = 0; cell < to; cell++) ends[cell - from] = end += this.counts[cell]!;
    const next = ends.map((end, i) => end - this.counts[from + i]!);
    const changed = () => new AnalysisError("bad-file", `${name} changed while it was read. Open it again.`);
    await read((rows, columns, values, count) => {
      const [cells, genes] = this.cellsIn === "rows" ? [rows, columns] : [columns, rows];
      for (let i = 0; i < count; i++) {
        const cell = cells[i]! - from;
        if (cell < 0 || cell >= next.length) continue;
        const at = next[cell]!++;
        if (at >= ends[cell]!) throw changed();
        genesOf[at] = genes[i]!;
        valuesOf[at] = values[i]!;
      }
    });
    for (let cell = from, begin = 0; cell < to; cell++) {
      const end = ends[cell - from]!;
      if (next[cell - from] !== end) throw changed();
      if (end > begin) this.rows.add(cell, genesOf.subarray(begin, end), valuesOf.subarray(begin, end));
      begin = end;
    }
  }
}
