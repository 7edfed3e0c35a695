import { AnalysisError } from "../../../contract/errors";
import type { NewColumn } from "../../writers/new-column";
import type { NewTable } from "../../writers/new-h5ad";
import { isArray, isGroup, nodeAt, readNumbers, readTexts, type Group, type ZarrArray } from "./nodes";

/** A table of cells or genes as AnnData writes it (dataframe 0.1.0 and 0.2.0). `skipped` gets the columns that are not read. */
export async function readTable(root: Group, path: string, skipped: string[]): Promise<NewTable> {
  const table = await nodeAt(root, path);
  if (!isGroup(table)) throw new AnalysisError("bad-file", `${path} is no table.`);
  const index = await nodeAt(root, `${path}/${String(table.attrs._index ?? "_index")}`);
  const ids = isArray(index) ? await readTexts(index) : null;
  if (!ids) throw new AnalysisError("bad-file", `${path} has no index: names of its rows.`);
  const columns: NewColumn[] = [];
  for (const name of (table.attrs["column-order"] ?? []) as string[]) {
    const column = await readColumn(root, path, name);
    if (column && lengthOf(column) === ids.length) columns.push(column);
    else skipped.push(`${path}/${name}`);
  }
  return { ids, columns };
}

const lengthOf = (column: NewColumn): number => (column.kind === "category" ? column.codes : column.values).length;

async function readColumn(root: Group, table: string, name: string): Promise<NewColumn | null> {
  const path = `${table}/${name}`;
  const node = await nodeAt(root, path);
  if (isArray(node)) {
    if (node.shape.length !== 1) return null;
    // Before AnnData 0.8 categories stand beside the columns.
    const old = await nodeAt(root, `${table}/__categories/${name}`);
    return isArray(old) ? categories(name, node, old) : plain(name, node);
  }
  if (!isGroup(node)) return null;
  const part = async (of: string) => {
    const found = await nodeAt(root, `${path}/${of}`);
    return isArray(found) ? found : null;
  };
  if (node.attrs["encoding-type"] === "categorical") {
    const [codes, labels] = [await part("codes"), await part("categories")];
    return codes && labels && categories(name, codes, labels);
  }
  const [values, mask] = [await part("values"), await part("mask")];
  if (!values || !mask) return null;
  const column = await plain(name, values);
  const missing = await readNumbers(mask);
  if (column.kind === "number") missing.forEach((is, i) => is && (column.values[i] = NaN));
  else if (column.kind === "category") missing.forEach((is, i) => is && (column.codes[i] = -1));
  else missing.forEach((is, i) => is && (column.values[i] = ""));
  return column;
}

async function categories(name: string, codes: ZarrArray, labels: ZarrArray): Promise<NewColumn> {
  return { name, kind: "category", codes: Int32Array.from(await readNumbers(codes)), categories: await readTexts(labels) };
}

async function plain(name: string, array: ZarrArray): Promise<NewColumn> {
  if (array.dtype === "bool")
    return { name, kind: "category", codes: Int32Array.from(await readNumbers(array)), categories: ["False", "True"] };
  if (/^(u?int|float)/.test(array.dtype)) return { name, kind: "number", values: await readNumbers(array) };
  return { name, kind: "text", values: await readTexts(array) };
}
