import { AnalysisError } from "../../../contract/errors";
import type { Column, ColumnInfo } from "../../../contract/types";
import { booleanColumn, checkedCodes, masked, noColumn, numberColumn, textColumn, textOf, type AwaitedFrame } from "../../readers/columns";
import type { Numbers } from "../../readers/values";
import { isArray, isGroup, nodeAt, readNumbers, readRange, readTexts, type Group, type ZarrArray } from "./nodes";

/** A table of cells or genes as AnnData writes it (dataframe 0.1.0 and 0.2.0): names and columns are read when asked for. */
export interface ZarrTable extends AwaitedFrame {
  index(): Promise<string[]>;
  column(name: string): Promise<Column>;
}

/** A column: what it is, and how it is read. */
interface Known {
  info: ColumnInfo;
  rows: number;
  read(): Promise<Column>;
}

/** Opens a table. `skipped` gets the columns that are not read. */
export async function openTable(root: Group, path: string, skipped: string[]): Promise<ZarrTable> {
  const table = await nodeAt(root, path);
  if (!isGroup(table)) throw new AnalysisError("bad-file", `${path} is no table.`);
  const index = await openColumn(root, path, String(table.attrs._index ?? "_index"));
  if (!index) throw new AnalysisError("bad-file", `${path} has no index: names of its rows.`);
  const order = (table.attrs["column-order"] ?? []) as string[];
  const opened = await Promise.all(order.map(async (name) => [name, await openColumn(root, path, name)] as const));
  const known = new Map<string, Known>();
  for (const [name, column] of opened) {
    if (column?.rows === index.rows) known.set(name, column);
    else skipped.push(`${path}/${name}`);
  }
  const columns = [...known.values()].map(({ info }) => info);
  let ids: Promise<string[]> | undefined;
  return {
    path,
    columns,
    rows: index.rows,
    index: () => (ids ??= index.read().then(textOf)),
    async column(name) {
      const found = known.get(name);
      if (!found) throw noColumn(root.store, path, name, columns);
      return found.read();
    },
  };
}

async function openColumn(root: Group, table: string, name: string): Promise<Known | null> {
  const path = `${table}/${name}`;
  const node = await nodeAt(root, path);
  if (isArray(node)) {
    if (node.shape.length !== 1) return null;
    // Before AnnData 0.8 categories stand beside the columns.
    const old = await nodeAt(root, `${table}/__categories/${name}`);
    return isArray(old) ? categories(root, path, name, node, old) : plain(name, node);
  }
  if (!isGroup(node)) return null;
  const part = async (of: string) => {
    const found = await nodeAt(root, `${path}/${of}`);
    return isArray(found) && found.shape.length === 1 ? found : null;
  };
  if (node.attrs["encoding-type"] === "categorical") {
    const [codes, labels] = [await part("codes"), await part("categories")];
    return codes && labels && categories(root, path, name, codes, labels);
  }
  const [values, mask] = [await part("values"), await part("mask")];
  if (!values || !mask) return null;
  const whole = plain(name, values);
  return { ...whole, read: async () => masked(await whole.read(), await readNumbers(mask)) };
}

function categories({ store }: Group, path: string, name: string, codes: ZarrArray, labels: ZarrArray): Known {
  return {
    info: { name, kind: "category", categories: labels.shape[0]! },
    rows: codes.shape[0]!,
    async read() {
      const [numbers, texts] = await Promise.all([readNumbers(codes), readTexts(labels)]);
      return { name, kind: "category", codes: checkedCodes(store, path, Int32Array.from(numbers), texts.length), categories: texts };
    },
  };
}

function plain(name: string, array: ZarrArray): Known {
  const rows = array.shape[0]!;
  if (array.dtype === "bool")
    return { info: { name, kind: "boolean", categories: 2 }, rows, read: async () => booleanColumn(name, await readNumbers(array)) };
  if (/^(u?int|float)/.test(array.dtype))
    // Numbers of 64 bits stay what they are.
    return { info: { name, kind: "number" }, rows, read: async () => numberColumn(name, await ownNumbers(array)) };
  return { info: { name, kind: "text" }, rows, read: async () => textColumn(name, await readTexts(array)) };
}

const ownNumbers = async (array: ZarrArray): Promise<Numbers> =>
  /^u?int64$/.test(array.dtype) ? ((await readRange(array, 0, array.shape[0]!)) as unknown as Numbers) : readNumbers(array);
