import type { Cursor } from "./cursor";
import { damaged } from "./failure";
import { fill, shapeOf } from "./numpy";
import { NdArray, PickleObject, PickleType, type PickleValue } from "./values";

/** Whether joblib left an array's place here: its values follow in the stream. */
export const isWrapper = (value: PickleValue): value is PickleObject =>
  value instanceof PickleObject && value.of.name === "NumpyArrayWrapper";

/** Reads the array that follows a wrapper: raw bytes, aligned where it says so, or for objects a pickle of its own. */
export function wrappedArray(wrapper: PickleObject, cursor: Cursor, nested: () => PickleValue): NdArray {
  const type = wrapper.get("dtype");
  if (!(type instanceof PickleType)) damaged("an array that joblib stored has no type");
  if (type.kind === "O") {
    const value = nested();
    if (!(value instanceof NdArray)) damaged("joblib stored an array of objects, and something else follows");
    return value;
  }
  const shape = shapeOf(wrapper.get("shape"));
  // A byte says how many are passed over so that the values begin at a multiple of the alignment.
  if (typeof wrapper.get("numpy_array_alignment_bytes") === "number") cursor.take(cursor.uint8());
  const array = new NdArray();
  const order = wrapper.get("order");
  if (order !== "C" && order !== "F") damaged("the order of an array in it is unknown");
  const size = shape.reduce((product, length) => product * length, 1);
  fill(array, shape, type, order === "F", cursor.take(size * type.bytes));
  return array;
}
