import type { Column } from "../../contract/types";
import { textOf } from "../readers/columns";
import type { Reader } from "../readers/reader";
import type { Imported } from "../formats/sample";
import type { WritableBytes } from "../base/writable-bytes";
import { NewH5ad, type NewTable } from "./new-h5ad";
import { free, type NewColumn } from "./new-column";
import { addBlock, type SparseRows } from "./sparse-rows";

/** Stored values read at once, about. */
const STORED = 1_000_000;

/**
 * Writes an opened file of any format as .h5ad: X, layers and raw as CSR of float32, obs, the columns that name genes, obsm. Throws
 * AnalysisError where a part cannot be read; what is left out is told.
 */
export async function writeWhole(bytes: WritableBytes, reader: Reader): Promise<Imported> {
  const { cells } = reader;
  const taken = reader.matrices.filter(({ path, features }) => !features && !path.includes("+"));
  const made = await NewH5ad.empty(bytes, cells);
  try {
    let raw: NewTable | null = null;
    let vars: NewTable | null = null;
    for (const { path, genes } of taken) {
      const target = targetOf(path);
      const table = await genesOf(reader, path);
      if (target === "raw/X") raw = table;
      else vars ??= table;
      await fill(made.matrix(target, genes), reader, path);
    }
    const obs: NewColumn[] = [];
    const names = new Set(["_index"]);
    for (const { name } of reader.columns) obs.push(newColumn(await reader.column(name), names));
    const embeddings: [string, number, Float32Array][] = [];
    for (const name of reader.embeddings) {
      const { dims, values } = await reader.wholeEmbedding(name);
      embeddings.push([name.replaceAll("/", "_"), dims, values]);
    }
    made.finish({ ids: await reader.cellIds(), columns: obs }, vars ?? (await genesOf(reader, "")), raw, embeddings);
    return { cells, genes: reader.genes, notes: notesOf(reader) };
  } catch (error) {
    throw made.failure ?? error;
  } finally {
    made.close();
  }
}

/** Where a matrix lies in AnnData: that of a 10x file, which is called as its genome, is X. */
function targetOf(path: string): string {
  if (path.startsWith("raw")) return "raw/X";
  return path.startsWith("layers/") ? `layers/${path.slice("layers/".length).replaceAll("/", "_")}` : "X";
}

function notesOf({ matrices, unusable }: Reader): string[] {
  const others = matrices.flatMap(({ path, features }) => (features ? [path] : []));
  return [
    ...(others.length > 0 ? [`Not written, as it holds no genes: ${others.join(", ")}.`] : []),
    ...unusable.map(({ path, why }) => `${path} was left out: ${why}`),
  ];
}

async function fill(rows: SparseRows, reader: Reader, path: string): Promise<void> {
  const { shape, span } = reader.matrix(path);
  const { cells } = reader;
  const size = Math.max(1, Math.min(span || cells, Math.floor(STORED / Math.max(1, shape.stored / Math.max(1, cells)))));
  for (let first = 0; first < cells; first += size) addBlock(rows, await reader.block(path, first, Math.min(size, cells - first)));
  rows.flush();
}

async function genesOf(reader: Reader, path: string): Promise<NewTable> {
  const { ids, alternatives } = await reader.geneIds(path);
  const names = new Set(["_index"]);
  const columns = alternatives.map(({ name, values }): NewColumn => ({ name: free(plainName(name), names), kind: "text", values }));
  return { ids, columns };
}

/** A name that is one link in HDF5. */
const plainName = (name: string): string => name.replaceAll("/", "_");

/** A column as it is written: names that are taken get a number. */
export function newColumn(column: Column, names: Set<string>): NewColumn {
  const name = free(plainName(column.name), names);
  // Whole numbers beyond 2^53 are kept as words.
  if (column.kind === "number" && !column.exact) return { name, kind: "number", values: column.values };
  if (column.kind === "number" || (column.kind === "text" && !column.codes.includes(-1)))
    return { name, kind: "text", values: textOf(column) };
  return { name, kind: "category", codes: column.codes, categories: column.categories };
}
