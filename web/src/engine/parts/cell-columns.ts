import type { CellRange } from "../../contract/types";

export type Numbers = Float32Array | Uint16Array | Uint8Array | Int32Array;

/** `width` numbers of each cell. */
export interface FixedColumn {
  kind: "fixed";
  width: number;
  values: Numbers;
}

/** Some numbers of each cell: how many, and all of them cell after cell. */
export interface ListColumn {
  kind: "list";
  counts: Int32Array;
  values: Uint16Array;
}

export type CellColumn = FixedColumn | ListColumn;

/** What was found of a run of cells, a column each, filled block by block in any order. */
export class CellColumns {
  readonly columns = new Map<string, CellColumn>();
  private readonly lists = new Map<string, Map<number, Uint16Array>>();

  /** `cells`: those of the file that the columns are of. */
  constructor(readonly cells: CellRange) {}

  /** Puts a block's numbers of a column, as many of each cell; a column without numbers is none. */
  put(name: string, { first, count }: CellRange, values: Numbers): void {
    const width = count > 0 ? values.length / count : 0;
    if (width === 0) return;
    let column = this.columns.get(name);
    if (!column) {
      const made = new (values.constructor as new (length: number) => Numbers)(this.cells.count * width);
      if (made instanceof Float32Array) made.fill(NaN);
      this.columns.set(name, (column = { kind: "fixed", width, values: made }));
    }
    column.values.set(values, (first - this.cells.first) * width);
  }

  /** Puts a block's lists: how many numbers each cell has, and all of them. */
  putLists(name: string, { first, count }: CellRange, counts: Int32Array, values: Uint16Array): void {
    const column = (this.columns.get(name) ?? this.emptyLists(name)) as ListColumn;
    column.counts.set(counts.subarray(0, count), first - this.cells.first);
    this.lists.get(name)!.set(first, values);
  }

  /** Joins the lists of the blocks: to be called once, when all are there. */
  finish(): ReadonlyMap<string, CellColumn> {
    for (const [name, blocks] of this.lists) {
      const inOrder = [...blocks].sort(([a], [b]) => a - b).map(([, values]) => values);
      const values = new Uint16Array(inOrder.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of inOrder) {
        values.set(part, at);
        at += part.length;
      }
      (this.columns.get(name) as ListColumn).values = values;
    }
    this.lists.clear();
    return this.columns;
  }

  private emptyLists(name: string): ListColumn {
    const column: ListColumn = { kind: "list", counts: new Int32Array(this.cells.count), values: new Uint16Array(0) };
    this.columns.set(name, column);
    this.lists.set(name, new Map());
    return column;
  }
}
