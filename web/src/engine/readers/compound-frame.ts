import type { CompoundMember } from "h5wasm";
import { AnalysisError } from "../../contract/errors";
import type { Column, ColumnInfo } from "../../contract/types";
import { booleanColumn, checkedCodes, kindOf, labels, noColumn, numberColumn, textColumn, textOf, type Frame } from "./columns";
import type { Dataset, Hdf5 } from "./hdf5";
import { H5T, dtypeName, fixedStrings, readBytes, toInt32, type Numbers } from "./values";

/** A dataframe as AnnData before 0.7 wrote it: one dataset of records, its categories under `uns`. `hasIndex`: the first is its index. */
export function openCompoundFrame(file: Hdf5, dataset: Dataset, path: string, hasIndex = true): Frame {
  const members = file.sync(path, () => dataset.metadata.compound_type?.members ?? []);
  const [index] = members;
  const rest = hasIndex ? members.slice(1) : members;
  if (!index)
    throw new AnalysisError("bad-file", `${path} of ${file.name} should be a table, but it is ${dtypeName(dataset.metadata)} data.`);
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const records = () => (bytes ??= readBytes(file, dataset));
  const categoriesOf = (name: string) => file.dataset(`uns/${name}_categories`);
  const columns = rest.flatMap((member): ColumnInfo | [] => {
    const categories = member.type === H5T.integer ? categoriesOf(member.name) : null;
    if (categories) return { name: member.name, kind: "category", categories: categories.metadata.total_size };
    return kindOf(member.name, member.type, dtypeName(member)) ?? [];
  });
  const size = dataset.metadata.size;
  return {
    path,
    columns,
    rows: dataset.metadata.total_size,
    index: () =>
      index.type === H5T.string ? strings(file, records(), size, index) : textOf(numberColumn("index", numbers(records(), size, index))),
    column: (name) => {
      const member = rest.find((candidate) => candidate.name === name);
      if (!member || !columns.some((column) => column.name === name)) throw noColumn(file, path, name, columns);
      return read(member);
    },
  };

  function read(member: CompoundMember): Column {
    const { name } = member;
    if (member.type === H5T.string) return textColumn(name, strings(file, records(), size, member));
    const values = numbers(records(), size, member);
    if (dtypeName(member) === "bool") return booleanColumn(name, Array.from(values, Number));
    const categories = member.type === H5T.integer ? categoriesOf(name) : null;
    if (!categories) return numberColumn(name, values);
    const text = labels(file, categories);
    return { name, kind: "category", codes: checkedCodes(file, `${path}/${name}`, toInt32(values), text.length), categories: text };
  }
}

/** One member of every record, packed together. */
function packed(bytes: Uint8Array, size: number, member: CompoundMember): Uint8Array<ArrayBuffer> {
  const rows = Math.floor(bytes.length / size);
  const out = new Uint8Array(rows * member.size);
  for (let row = 0; row < rows; row++) {
    const start = row * size + member.offset;
    out.set(bytes.subarray(start, start + member.size), row * member.size);
  }
  return out;
}

function strings(file: Hdf5, bytes: Uint8Array, size: number, member: CompoundMember): string[] {
  const column = packed(bytes, size, member);
  if (!member.vlen) return fixedStrings(column, member.size);
  return Array.from(new Uint32Array(column.buffer), (pointer) => file.h5.Module.UTF8ToString(pointer));
}

function numbers(bytes: Uint8Array, size: number, member: CompoundMember): Numbers {
  const { buffer } = packed(bytes, size, member);
  const isFloat = member.type === H5T.float;
  const bits = (isFloat ? "float" : member.signed || member.type === H5T.enum ? "int" : "uint") + member.size * 8;
  const as: Record<string, () => Numbers> = {
    float32: () => new Float32Array(buffer),
    float64: () => new Float64Array(buffer),
    int8: () => new Int8Array(buffer),
    uint8: () => new Uint8Array(buffer),
    int16: () => new Int16Array(buffer),
    uint16: () => new Uint16Array(buffer),
    int32: () => new Int32Array(buffer),
    uint32: () => new Uint32Array(buffer),
    int64: () => new BigInt64Array(buffer),
    uint64: () => new BigUint64Array(buffer),
  };
  return as[bits]?.() ?? new Float64Array(buffer.byteLength / member.size).fill(NaN);
}
