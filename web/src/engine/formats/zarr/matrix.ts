import { AnalysisError } from "../../../contract/errors";
import type { SparseRows } from "../../writers/sparse-rows";
import { Placing, type Visit } from "../placing";
import { isArray, nodeAt, readNumbers, type Group, type ZarrArray } from "./nodes";

/** Entries of a matrix that are held at once. */
const WINDOW = 1 << 20;

/** A matrix of a store: its shape, and how its entries are streamed. */
export interface ZarrMatrix {
  cells: number;
  genes: number;
  copyTo(rows: SparseRows): Promise<void>;
}

/** The matrix at a path, sparse or dense; null where there is none. Throws AnalysisError where it is none that is known. */
export async function matrixAt(root: Group, path: string): Promise<ZarrMatrix | null> {
  const node = await nodeAt(root, path);
  if (node === null) return null;
  if (isArray(node)) return dense(path, node);
  const kind = String(node.attrs["encoding-type"] ?? node.attrs.h5sparse_format).replace("_matrix", "");
  const shape = (node.attrs.shape ?? node.attrs.h5sparse_shape) as number[] | undefined;
  const parts = await Promise.all(["data", "indices", "indptr"].map((name) => nodeAt(root, `${path}/${name}`)));
  if (!/^cs[rc]$/.test(kind) || shape?.length !== 2 || !parts.every(isArray)) {
    if (Object.keys(node.attrs).length === 0) return null;
    throw new AnalysisError("unsupported", `${path} is stored as ${kind}; csr_matrix, csc_matrix and dense arrays can be read.`);
  }
  const [data, indices, indptr] = parts as [ZarrArray, ZarrArray, ZarrArray];
  const [cells, genes] = shape as [number, number];
  const offsets = await readNumbers(indptr);
  const [major, minor] = kind === "csr" ? [cells, genes] : [genes, cells];
  const stored = offsets.at(-1);
  if (offsets.length !== major + 1 || stored !== data.shape[0] || stored !== indices.shape[0])
    throw new AnalysisError("bad-file", `Sizes disagree in ${path}: ${offsets.length} offsets to ${stored} values, of ${data.shape[0]}.`);
  const visitAll = async (visit: (line: number, at: Int32Array, values: Float32Array) => void) => {
    for (let line = 0; line < major;) {
      let end = line + 1;
      while (end < major && offsets[end + 1]! - offsets[line]! <= WINDOW) end++;
      const [from, to] = [offsets[line]!, offsets[end]!];
      const at = Int32Array.from(await readNumbers(indices, from, to));
      const values = Float32Array.from(await readNumbers(data, from, to));
      if (at.some((one) => one < 0 || one >= minor))
        throw new AnalysisError("bad-file", `${path} has an index beyond its ${minor} ${kind === "csr" ? "genes" : "cells"}.`);
      for (; line < end; line++) {
        const [first, last] = [offsets[line]! - from, offsets[line + 1]! - from];
        if (last < first) throw new AnalysisError("bad-file", `The offsets of ${path} do not ascend.`);
        visit(line, at.subarray(first, last), values.subarray(first, last));
      }
    }
  };
  return {
    cells,
    genes,
    async copyTo(rows) {
      if (kind === "csr") return visitAll((cell, at, values) => rows.add(cell, at, values));
      // Of a matrix stored by genes, whose entries are placed cell by cell.
      const placing = new Placing(rows, "columns", cells);
      const read = (visit: Visit) => visitAll((gene, at, values) => visit(new Int32Array(at.length).fill(gene), at, values, at.length));
      await read(placing.visit);
      await placing.end(read, path);
    },
  };
}

function dense(path: string, array: ZarrArray): ZarrMatrix {
  const [cells, genes] = array.shape as [number, number];
  if (array.shape.length !== 2) throw new AnalysisError("bad-file", `${path} should have two dimensions, but has ${array.shape.length}.`);
  const lines = array.chunks[0]!;
  const step = Math.max(1, lines * Math.floor(WINDOW / (genes * lines)) || Math.floor(WINDOW / genes));
  return {
    cells,
    genes,
    async copyTo(rows) {
      for (let first = 0; first < cells; first += step) {
        const values = await readNumbers(array, first, Math.min(cells, first + step));
        for (let at = 0, cell = first; at < values.length; at += genes, cell++) {
          const line = values.subarray(at, at + genes);
          const columns = Int32Array.from(line.keys()).filter((gene) => line[gene] !== 0);
          rows.add(
            cell,
            columns,
            Float32Array.from(columns, (gene) => line[gene]!),
          );
        }
      }
    },
  };
}
