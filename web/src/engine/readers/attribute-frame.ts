import { kindOf, noColumn, plain, textOf, type Frame } from "./columns";
import type { ColumnInfo } from "../../contract/types";
import type { Hdf5 } from "./hdf5";
import { dtypeName } from "./values";

/** Names written for XML, as loom files have them. */
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()]!;
    const code = decimal === undefined ? parseInt(hex as string, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/**
 * The attributes of a loom file's rows or columns as a table: those of one value each. Its index is the first of `names` that is
 * there, else numbers from 0.
 */
export function attributeFrame(file: Hdf5, path: string, rows: number, names: string[]): Frame {
  const lengthOf = (name: string) => {
    const dataset = file.dataset(`${path}/${name}`);
    return dataset?.metadata.shape?.length === 1 ? dataset.metadata.shape[0] : undefined;
  };
  const keys = file.keys(path).filter((name) => lengthOf(name) === rows);
  const indexName = names.find((name) => keys.includes(name));
  const columns = keys
    .filter((name) => name !== indexName)
    .flatMap((name): ColumnInfo | [] => {
      const { metadata } = file.dataset(`${path}/${name}`)!;
      return kindOf(name, metadata.type, dtypeName(metadata)) ?? [];
    });
  const read = (name: string) => {
    const column = plain(file, name, file.dataset(`${path}/${name}`)!);
    return column.kind === "text" ? { ...column, categories: column.categories.map(unescaped) } : column;
  };
  let index: string[] | undefined;
  return {
    path,
    columns,
    rows,
    index: () => (index ??= indexName ? textOf(read(indexName)) : numbered(rows)),
    column(name) {
      if (!columns.some((column) => column.name === name)) throw noColumn(file, path, name, columns);
      return read(name);
    },
  };
}

/** Names for rows that have none, as anndata gives them. */
export const numbered = (rows: number): string[] => Array.from({ length: rows }, (_, row) => String(row));
