import {
  Field,
  FixedSizeList,
  Float32,
  Int32,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  Uint16,
  Uint32,
  Uint8,
  type Data,
  type DataType,
} from "apache-arrow";
import type { CellRange } from "../../contract/types";
import type { CellColumn, Numbers } from "./cell-columns";

/** Cells of a record batch. */
const BATCH = 4096;

/** The file's number of each cell, for those who read the table elsewhere. */
const CELL = "cell";

/** A run of cells of a table as it is read back. */
export interface CellBatch {
  cells: CellRange;
  get(name: string): Numbers | undefined;
  lists(name: string): { counts: Int32Array; values: Uint16Array } | undefined;
}

/** Columns of a run of cells as a file of Apache Arrow. */
export function arrowBytes({ first, count }: CellRange, columns: ReadonlyMap<string, CellColumn>): Uint8Array<ArrayBuffer> {
  const schema = new Schema([
    new Field(CELL, new Uint32(), false),
    ...[...columns].map(([name, column]) => new Field(name, typeOf(column), false)),
  ]);
  const type = new Struct(schema.fields);
  const listed = new Map<string, number>();
  const batches: RecordBatch[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const rows = Math.min(BATCH, count - from);
    const cells = Uint32Array.from({ length: rows }, (_, row) => first + from + row);
    const children: Data[] = [makeData({ type: new Uint32(), length: rows, nullCount: 0, data: cells })];
    for (const [name, column] of columns) {
      if (column.kind === "fixed") children.push(fixedData(column.width, column.values, from, rows));
      else {
        const start = listed.get(name) ?? 0;
        const offsets = new Int32Array(rows + 1);
        for (let row = 0; row < rows; row++) offsets[row + 1] = offsets[row]! + column.counts[from + row]!;
        const end = start + offsets[rows]!;
        listed.set(name, end);
        const child = makeData({ type: new Uint16(), length: end - start, nullCount: 0, data: column.values.slice(start, end) });
        children.push(makeData({ type: typeOf(column) as List<Uint16>, length: rows, nullCount: 0, valueOffsets: offsets, child }));
      }
    }
    batches.push(new RecordBatch(schema, makeData({ type, length: rows, nullCount: 0, children })));
  }
  return tableToIPC(new Table(schema, batches), "file") as Uint8Array<ArrayBuffer>;
}

/** The same read back, a batch after another. Throws where it is no such file. */
export function* arrowBatches(bytes: Uint8Array, first: number): Generator<CellBatch> {
  let from = first;
  for (const batch of tableFromIPC(bytes).batches) {
    const found = (name: string): Data | undefined => batch.getChild(name)?.data[0];
    yield {
      cells: { first: from, count: batch.numRows },
      get(name) {
        const data = found(name);
        if (!data) return undefined;
        // Arrow fills its arrays up to eight bytes.
        const width = data.type instanceof FixedSizeList ? data.type.listSize : 1;
        return ((data.children[0]?.values ?? data.values) as Numbers).subarray(0, batch.numRows * width);
      },
      lists(name) {
        const data = found(name);
        if (!data) return undefined;
        const { valueOffsets } = data;
        const counts = Int32Array.from({ length: batch.numRows }, (_, row) => valueOffsets[row + 1]! - valueOffsets[row]!);
        return { counts, values: (data.children[0]!.values as Uint16Array).subarray(0, valueOffsets[batch.numRows]) };
      },
    };
    from += batch.numRows;
  }
}

function fixedData(width: number, values: Numbers, from: number, rows: number): Data {
  const data = values.slice(from * width, (from + rows) * width);
  const child = makeData({ type: numberType(values) as Float32, length: rows * width, nullCount: 0, data: data as Float32Array });
  if (width === 1) return child;
  return makeData({ type: new FixedSizeList(width, new Field("item", child.type, false)), length: rows, nullCount: 0, child });
}

function typeOf(column: CellColumn): DataType {
  if (column.kind === "list") return new List(new Field("item", new Uint16(), false));
  const item = numberType(column.values);
  return column.width === 1 ? item : new FixedSizeList(column.width, new Field("item", item, false));
}

function numberType(values: Numbers): DataType {
  if (values instanceof Float32Array) return new Float32();
  if (values instanceof Uint16Array) return new Uint16();
  return values instanceof Uint8Array ? new Uint8() : new Int32();
}
