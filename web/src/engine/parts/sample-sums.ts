import {
  Field,
  Float64,
  Int32,
  List,
  makeData,
  makeVector,
  Table,
  tableFromIPC,
  tableToIPC,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";

/** Counts summed over the cells of one donor, condition and type: genes (rising places) with counts above 0, and their sums. */
export interface SampleSum {
  donor: string;
  side: 0 | 1;
  type: string;
  cells: number;
  genes: Int32Array;
  counts: Float64Array;
}

/** Sums of samples as a file of Apache Arrow, a row each. */
export function sumsBytes(rows: readonly SampleSum[]): Uint8Array<ArrayBuffer> {
  const words = (of: (row: SampleSum) => string) => vectorFromArray(rows.map(of), new Utf8());
  const table = new Table({
    donor: words(({ donor }) => donor),
    side: makeVector(Uint8Array.from(rows, ({ side }) => side)),
    type: words(({ type }) => type),
    cells: makeVector(Float64Array.from(rows, ({ cells }) => cells)),
    genes: lists(rows, new Int32(), Int32Array, ({ genes }) => genes),
    counts: lists(rows, new Float64(), Float64Array, ({ counts }) => counts),
  });
  return tableToIPC(table, "file") as Uint8Array<ArrayBuffer>;
}

/** The same read back, a row after another. */
export function* sumsRows(bytes: Uint8Array): Generator<SampleSum> {
  const table = tableFromIPC(bytes);
  const column = (name: string) => table.getChild(name)!;
  for (let row = 0; row < table.numRows; row++) {
    yield {
      donor: column("donor").get(row) as string,
      side: column("side").get(row) as 0 | 1,
      type: column("type").get(row) as string,
      cells: column("cells").get(row) as number,
      genes: (column("genes").get(row) as Vector<Int32>).toArray(),
      counts: (column("counts").get(row) as Vector<Float64>).toArray(),
    };
  }
}

function lists<V extends Int32Array | Float64Array>(
  rows: readonly SampleSum[],
  type: Int32 | Float64,
  Values: new (length: number) => V,
  of: (row: SampleSum) => V,
): Vector {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i]! + of(row).length));
  const values = new Values(offsets[rows.length]!);
  rows.forEach((row, i) => values.set(of(row), offsets[i]));
  const child = makeData({ type: type as Int32, length: values.length, nullCount: 0, data: values as Int32Array });
  const list = new List<Int32>(new Field("item", child.type, false));
  return new Vector([makeData({ type: list, length: rows.length, nullCount: 0, valueOffsets: offsets, child })]);
}
