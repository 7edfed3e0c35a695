import { AnalysisError } from "../../contract/errors";
import type { Dataset, Hdf5, Metadata } from "./hdf5";
import { readInflated } from "./inflated";

/** HDF5's classes of types, as h5wasm numbers them. */
export const H5T = { integer: 0, float: 1, string: 3, compound: 6, enum: 8 } as const;

export type Numbers =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** A half-open range per dimension. */
export type Ranges = [number, number][];

/** The type as anndata would print it: `float32`, `int64`, `bool`, `string`. */
export function dtypeName({ type, size, signed, enum_type }: Pick<Metadata, "type" | "size" | "signed" | "enum_type">): string {
  if (type === H5T.float) return `float${size * 8}`;
  if (type === H5T.integer) return `${signed ? "int" : "uint"}${size * 8}`;
  if (type === H5T.string) return "string";
  if (type === H5T.compound) return "compound";
  if (type === H5T.enum) return enum_type && "TRUE" in enum_type.members ? "bool" : "enum";
  return "unknown";
}

/** Reads a range (or all) of a dataset's bytes in one call; the caller decodes them. */
export function readBytes(file: Hdf5, dataset: Dataset, ranges?: Ranges): Uint8Array<ArrayBuffer> {
  const { Module } = file.h5;
  const part = dataset.path.slice(1);
  const { size, total_size } = file.sync(part, () => dataset.metadata);
  const bytes = size * (ranges ? ranges.reduce((product, [from, to]) => product * (to - from), 1) : total_size);
  if (bytes === 0) return new Uint8Array(0);
  if (bytes > Module.MAXIMUM_MEMORY) {
    throw new AnalysisError(
      "memory",
      `${part} of ${file.name} needs ${Math.ceil(bytes / 1e6)} MB at once; at most ${Math.floor(Module.MAXIMUM_MEMORY / 1e6)} MB ` +
        `can be read in one piece.`,
    );
  }
  const pointer = (Module as unknown as { _malloc(bytes: number): number })._malloc(bytes);
  if (pointer === 0)
    throw new AnalysisError("memory", `There is no memory left for ${Math.ceil(bytes / 1e6)} MB of ${part} of ${file.name}.`);
  try {
    file.sync(
      part,
      () => {
        const count = ranges ? ranges.map(([from, to]) => BigInt(to - from)) : null;
        const offset = ranges ? ranges.map(([from]) => BigInt(from)) : null;
        const strides = ranges ? ranges.map(() => 1n) : null;
        return Module.get_dataset_data(dataset.file_id, dataset.path, count, offset, strides, BigInt(pointer));
      },
      dataset,
    );
    return (Module as unknown as { HEAPU8: Uint8Array }).HEAPU8.slice(pointer, pointer + bytes) as Uint8Array<ArrayBuffer>;
  } finally {
    (Module as unknown as { _free(pointer: number): void })._free(pointer);
  }
}

/** Numbers of a dataset in their own type. */
export function readNumbers(file: Hdf5, dataset: Dataset, ranges?: Ranges): Numbers {
  const metadata = file.sync(dataset.path.slice(1), () => dataset.metadata);
  const type = metadata.type === H5T.enum ? metadata.enum_type?.type : metadata.type;
  const wrong = () =>
    new AnalysisError("bad-file", `${dataset.path.slice(1)} of ${file.name} should hold numbers, but holds ${dtypeName(metadata)} values.`);
  if (type !== H5T.integer && type !== H5T.float) throw wrong();
  const range = ranges?.length === 1 ? ranges[0]! : ranges ? null : ([0, metadata.total_size] as const);
  const bytes = (range && readInflated(file, dataset, range[0], range[1])) ?? readBytes(file, dataset, ranges);
  const as = <T>(array: new (buffer: ArrayBuffer, offset: number, length: number) => T) =>
    new array(bytes.buffer, bytes.byteOffset, bytes.length / metadata.size);
  if (type === H5T.float) {
    if (metadata.size === 4) return as(Float32Array);
    if (metadata.size === 8) return as(Float64Array);
    if (metadata.size === 2) return fromHalf(as(Uint16Array));
    throw wrong();
  }
  switch (metadata.size) {
    case 1:
      return metadata.signed ? as(Int8Array) : as(Uint8Array);
    case 2:
      return metadata.signed ? as(Int16Array) : as(Uint16Array);
    case 4:
      return metadata.signed ? as(Int32Array) : as(Uint32Array);
    case 8:
      return metadata.signed ? as(BigInt64Array) : as(BigUint64Array);
    default:
      throw wrong();
  }
}

/** Strings read at once: those of variable length are copied into the library's heap, which never shrinks. */
const STRINGS = 1 << 16;
/** Bytes of text that are read of one dataset. */
const MOST_TEXT = 1e9;

/** Strings of a dataset (or of a range of one with one dimension) of fixed or variable length; one that is missing is ''. */
export function readStrings(file: Hdf5, dataset: Dataset, range?: [number, number]): string[] {
  const part = dataset.path.slice(1);
  const metadata = file.sync(part, () => dataset.metadata);
  if (metadata.type !== H5T.string) {
    throw new AnalysisError("bad-file", `${part} of ${file.name} should hold text, but holds ${dtypeName(metadata)} values.`);
  }
  const decode = (bytes: Uint8Array<ArrayBuffer>) => (metadata.vlen ? variableStrings(file, bytes) : fixedStrings(bytes, metadata.size));
  if (metadata.shape?.length !== 1) return decode(readBytes(file, dataset));
  // A string of any length takes this much at the least; told before the first is read.
  const bytes = metadata.total_size * Math.max(16, metadata.vlen ? 0 : metadata.size);
  if (bytes > MOST_TEXT) {
    throw new AnalysisError(
      "memory",
      `${part} of ${file.name} holds ${metadata.total_size.toLocaleString("en")} words, which need ` +
        `${Math.ceil(bytes / 1e6).toLocaleString("en")} MB; at most ${MOST_TEXT / 1e6} MB of text are read.`,
    );
  }
  const strings: string[] = [];
  const [from, to] = range ?? [0, metadata.total_size];
  for (let first = from; first < to; first += STRINGS) {
    const part = decode(readBytes(file, dataset, [[first, Math.min(first + STRINGS, to)]]));
    for (const string of part) strings.push(string);
  }
  return strings;
}

/** Strings that the library put on its heap one by one; each is given back once it is decoded. */
function variableStrings(file: Hdf5, bytes: Uint8Array<ArrayBuffer>): string[] {
  const module = file.h5.Module as unknown as { _free(pointer: number): void; UTF8ToString(pointer: number): string };
  return Array.from(new Uint32Array(bytes.buffer), (pointer) => {
    // The declared character set is not to be trusted; UTF-8 includes ASCII.
    const string = module.UTF8ToString(pointer);
    module._free(pointer);
    return string;
  });
}

export function fixedStrings(bytes: Uint8Array, size: number): string[] {
  const decoder = new TextDecoder();
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, i) => {
    const cell = bytes.subarray(i * size, (i + 1) * size);
    const end = cell.indexOf(0);
    return decoder.decode(end < 0 ? cell : cell.subarray(0, end));
  });
}

/** Values as float32; the array itself where it is one already. */
export function toFloat32(values: Numbers): Float32Array<ArrayBuffer> {
  if (values instanceof Float32Array) return values as Float32Array<ArrayBuffer>;
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) return Float32Array.from(values, Number);
  return new Float32Array(values);
}

/** Offsets and counts as doubles: whole beyond 2^31. */
export function toFloat64(values: Numbers): Float64Array<ArrayBuffer> {
  if (values instanceof Float64Array) return values as Float64Array<ArrayBuffer>;
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) return Float64Array.from(values, Number);
  return new Float64Array(values);
}

/** Indices as int32; what does not fit becomes -1, which every check refuses. */
export function toInt32(values: Numbers): Int32Array<ArrayBuffer> {
  if (values instanceof Int32Array) return values as Int32Array<ArrayBuffer>;
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) {
    const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
    const narrow = new Int32Array(values.length);
    for (let i = 0; i < narrow.length; i++) narrow[i] = words[2 * i + 1] === 0 ? words[2 * i]! : -1;
    return narrow;
  }
  if (values instanceof Uint32Array) return new Int32Array(values.buffer as ArrayBuffer, values.byteOffset, values.length);
  return Int32Array.from(values as Float64Array, (value) => (Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : -1));
}

function fromHalf(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 31;
    const fraction = half & 1023;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    if (exponent === 31) return fraction ? NaN : sign * Infinity;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}
