import { latin1, utf8 } from "./cursor";
import { damaged, PickleFailure, unsupported } from "./failure";
import { bytesOf } from "./numbers";
import { NdArray, PickleClass, PickleType, type PickleValue } from "./values";

/** Numbers of one array: a model of 500 classes and 200,000 genes. */
const MOST_NUMBERS = 100_000_000;

export const emptyArray = () => new NdArray();

/** A dtype by its short word (`f8`, `<U12`, `O`) or by numpy's class of it. */
export function typeOf(word: PickleValue | undefined): PickleType {
  const text =
    word instanceof PickleClass
      ? ({ float64: "f8", float32: "f4", int64: "i8", int32: "i4", bool_: "b1", str_: "U0", object_: "O8" }[word.name] ?? "?")
      : word instanceof Uint8Array
        ? latin1(word)
        : word;
  const found = typeof text === "string" ? /^([<>=|]?)([biufUSO])(\d{0,6})$/.exec(text) : null;
  if (!found)
    unsupported(
      `holds a numpy array of the type ${typeof text === "string" ? `'${text.slice(0, 20)}'` : "of records"}, which no classifier needs`,
    );
  const [, order, kind, digits] = found;
  const count = digits === "" ? (kind === "O" ? 8 : 1) : Number(digits);
  const type = new PickleType(kind!, kind === "U" ? 4 * count : count);
  type.isBig = order === ">";
  return type;
}

/** The state of a dtype: (version, order, ..., item size, alignment, flags). Records and sub-arrays are refused. */
export function setType(type: PickleType, state: PickleValue): void {
  if (!Array.isArray(state) || state.length < 5) damaged("the type of an array in it has no state");
  if (state[2] !== null || state[3] !== null) unsupported("holds a numpy array of records, which no classifier needs");
  const order = state[1] instanceof Uint8Array ? latin1(state[1]) : state[1];
  if (typeof order !== "string" || !"<>=|".includes(order)) damaged("the byte order of an array in it is unknown");
  type.isBig = order === ">";
}

/** The state of an array: (version, shape, dtype, column by column, data). */
export function setArray(array: NdArray, state: PickleValue): void {
  const [shape, type, isFortran, data] = Array.isArray(state) ? state.slice(-4) : [];
  if (typeof isFortran !== "boolean" && isFortran !== 0 && isFortran !== 1) damaged("the order of an array in it is unknown");
  fill(array, shape, type, Boolean(isFortran), typeof data === "string" ? bytesOf(data) : data);
}

/** Protocol 5's form: (buffer, dtype, shape, order). */
export function bufferArray([data, type, shape, order]: PickleValue[]): NdArray {
  const array = new NdArray();
  if (order !== "C" && order !== "F") damaged("the order of an array in it is unknown");
  fill(array, shape, type, order === "F", data);
  return array;
}

export function fill(
  array: NdArray,
  shape: PickleValue | undefined,
  type: PickleValue | undefined,
  isFortran: boolean,
  data: PickleValue | undefined,
): void {
  if (!(type instanceof PickleType)) damaged("an array in it has no type");
  array.shape = shapeOf(shape);
  array.type = type;
  array.isFortran = isFortran;
  const size = array.size;
  if (Array.isArray(data)) {
    if (type.kind !== "O" || data.length !== size)
      damaged(`an array in it holds ${data.length.toLocaleString("en")} values where its shape needs ${size.toLocaleString("en")}`);
    array.data = data;
    return;
  }
  if (!(data instanceof Uint8Array) || type.kind === "O") damaged("an array in it has no values");
  if (data.length !== size * type.bytes)
    damaged(
      `an array in it holds ${data.length.toLocaleString("en")} bytes where its shape and type need ` +
        `${(size * type.bytes).toLocaleString("en")}`,
    );
  array.data = data;
}

/** Lengths of an array's axes, at most two of them. */
export function shapeOf(shape: PickleValue | undefined): number[] {
  if (!Array.isArray(shape) || shape.some((length) => typeof length !== "number" || !Number.isSafeInteger(length) || length < 0))
    damaged("the shape of an array in it is not made of whole numbers");
  if (shape.length > 2) unsupported(`holds an array of ${shape.length} axes, where a classifier has two at most`);
  const size = (shape as number[]).reduce((product, length) => product * length, 1);
  if (size > MOST_NUMBERS)
    throw new PickleFailure(
      "memory",
      `holds an array of ${size.toLocaleString("en")} values, more than the ${MOST_NUMBERS.toLocaleString("en")} that are read`,
    );
  return shape as number[];
}

/** A numpy scalar: (dtype, bytes). */
export function scalarOf([type, bytes]: PickleValue[]): PickleValue {
  if (type instanceof PickleType && type.kind === "O") return bytes ?? null;
  const data = typeof bytes === "string" ? bytesOf(bytes) : bytes;
  if (!(type instanceof PickleType) || !(data instanceof Uint8Array) || data.length !== type.bytes)
    damaged("a numpy number in it has no type, or not its bytes");
  if (type.kind === "S") return latin1(data).replace(/\0+$/, "");
  if (type.kind === "U") return textsOf(data, type, 1)[0]!;
  const array = new NdArray();
  fill(array, [], type, false, data);
  return numbersOf(array)[0]!;
}

/** The array's numbers row by row, whatever its order, byte order and type. */
export function numbersOf(array: NdArray): Float64Array<ArrayBuffer> {
  const { data, type, size } = array;
  const out = new Float64Array(size);
  if (Array.isArray(data)) {
    data.forEach((value, i) => {
      if (typeof value !== "number" && typeof value !== "boolean") damaged("an array of numbers in it holds something else");
      out[i] = Number(value);
    });
  } else {
    const read = readerOf(data, type);
    for (let i = 0; i < size; i++) out[i] = read(i * type.bytes);
  }
  return inRows(array, out);
}

/** The array's texts; of numbers, as Python writes whole ones. */
export function stringsOf(array: NdArray): string[] {
  const { data, type, size } = array;
  if (Array.isArray(data))
    return inRows(
      array,
      data.map((value) =>
        typeof value === "string"
          ? value
          : value instanceof Uint8Array
            ? utf8(value)
            : typeof value === "number" || typeof value === "boolean"
              ? String(value)
              : damaged("an array of texts in it holds something else"),
      ),
    );
  if (type.kind === "U" || type.kind === "S") return inRows(array, textsOf(data, type, size));
  return Array.from(numbersOf(array), String);
}

function textsOf(data: Uint8Array, { kind, bytes, isBig }: PickleType, size: number): string[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return Array.from({ length: size }, (_, i) => {
    if (kind === "S") return utf8(data.subarray(i * bytes, (i + 1) * bytes)).replace(/\0+$/, "");
    let text = "";
    for (let at = i * bytes; at < (i + 1) * bytes; at += 4) {
      const point = view.getUint32(at, !isBig);
      if (point > 0x10ffff) damaged("a text in it has a character that does not exist");
      text += String.fromCodePoint(point);
    }
    return text.replace(/\0+$/, "");
  });
}

function readerOf(data: Uint8Array, { kind, bytes, isBig }: PickleType): (at: number) => number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const little = !isBig;
  const readers: Record<string, (at: number) => number> = {
    f8: (at) => view.getFloat64(at, little),
    f4: (at) => view.getFloat32(at, little),
    f2: (at) => half(view.getUint16(at, little)),
    i8: (at) => Number(view.getBigInt64(at, little)),
    i4: (at) => view.getInt32(at, little),
    i2: (at) => view.getInt16(at, little),
    i1: (at) => view.getInt8(at),
    u8: (at) => Number(view.getBigUint64(at, little)),
    u4: (at) => view.getUint32(at, little),
    u2: (at) => view.getUint16(at, little),
    u1: (at) => view.getUint8(at),
    b1: (at) => view.getUint8(at),
  };
  return readers[kind + String(bytes)] ?? unsupported(`holds an array of the type ${kind}${bytes}, which no classifier needs`);
}

function half(bits: number): number {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const size =
    exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? (fraction ? NaN : Infinity) : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
}

/** Turned from column by column to row by row. */
function inRows<T extends { [i: number]: unknown; slice(): T }>({ shape, isFortran }: NdArray, values: T): T {
  if (!isFortran || shape.length < 2) return values;
  const [rows, columns] = shape as [number, number];
  const out = values.slice();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) out[row * columns + column] = values[column * rows + row];
  return out;
}
