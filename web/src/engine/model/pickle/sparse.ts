import { damaged } from "./failure";
import { numbersOf, shapeOf } from "./numpy";
import { NdArray, PickleObject, PickleType, type PickleValue } from "./values";

/** scipy's compressed rows or columns. */
export const isSparse = (value: PickleValue): value is PickleObject => value instanceof PickleObject && /^cs[rc]_/.test(value.of.name);

/** The matrix in full, row by row, as doubles; entries stored twice are summed, as scipy does. */
export function denseOf(matrix: PickleObject): NdArray {
  const shape = shapeOf(matrix.get("_shape"));
  const [data, indices, indptr] = ["data", "indices", "indptr"].map((field) => {
    const array = matrix.get(field);
    return array instanceof NdArray ? array : damaged(`a sparse matrix in it lacks ${field}`);
  }) as [NdArray, NdArray, NdArray];
  const isRows = matrix.of.name.startsWith("csr");
  const [rows, columns] = shape as [number, number];
  const [major, minor] = isRows ? [rows, columns] : [columns, rows];
  const [values, at, starts] = [numbersOf(data), numbersOf(indices), numbersOf(indptr)];
  if (
    shape.length !== 2 ||
    starts.length !== major + 1 ||
    values.length !== at.length ||
    starts[0] !== 0 ||
    starts[major] !== values.length
  )
    damaged("a sparse matrix in it does not fit its shape");
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < major; i++) {
    if (!(starts[i]! <= starts[i + 1]!)) damaged("the rows of a sparse matrix in it run backwards");
    for (let j = starts[i]!; j < starts[i + 1]!; j++) {
      if (!(at[j]! >= 0 && at[j]! < minor)) damaged("a sparse matrix in it has an entry outside its shape");
      out[isRows ? i * columns + at[j]! : at[j]! * columns + i]! += values[j]!;
    }
  }
  const dense = new NdArray();
  dense.shape = shape;
  dense.type = new PickleType("f", 8);
  dense.data = new Uint8Array(out.buffer);
  dense.type.isBig = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;
  return dense;
}
