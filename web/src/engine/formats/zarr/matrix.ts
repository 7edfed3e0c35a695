import { AnalysisError } from "../../../contract/errors";
import type { RowBlock } from "../../contract/cells";
import { sampled } from "../../readers/sample";
import type { Matrix } from "../../readers/reader";
import { isArray, nodeAt, readNumbers, type Group, type ZarrArray } from "./nodes";

/** Entries of a matrix that are held at once. */
const WINDOW = 1 << 20;

/** A matrix of a store. */
export interface ZarrMatrix {
  cells: number;
  genes: number;
  /** How it is read by cells; null where it is stored by genes. */
  byCells: Matrix | null;
  /** Reads a sparse matrix once, line by line as it is stored, of the cells or genes: places on the other side, and values. */
  lines?(visit: (line: number, at: Int32Array, values: Float32Array) => void): Promise<void>;
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
  return new Sparse(path, kind === "csr", shape as [number, number], parts as [ZarrArray, ZarrArray, ZarrArray]);
}

/** A matrix of rows (CSR) or of columns (CSC), its entries read line by line. */
class Sparse implements ZarrMatrix {
  readonly cells: number;
  readonly genes: number;
  readonly byCells: Matrix | null;
  private readonly count: number;
  private known: Promise<Float64Array> | undefined;

  constructor(
    private readonly path: string,
    private readonly isCsr: boolean,
    [cells, genes]: [number, number],
    private readonly parts: [data: ZarrArray, indices: ZarrArray, indptr: ZarrArray],
  ) {
    [this.cells, this.genes] = [cells, genes];
    this.count = isCsr ? cells : genes;
    const [data, indices, indptr] = parts;
    const stored = data.shape[0]!;
    if (indptr.shape[0] !== this.count + 1 || stored !== indices.shape[0])
      throw new AnalysisError(
        "bad-file",
        `Sizes disagree in ${path}: ${indptr.shape[0]} offsets for ${this.count} ${isCsr ? "cells" : "genes"}, ${stored} values, ` +
          `${indices.shape[0]} indices.`,
      );
    const matrix: Matrix = {
      shape: { path, layout: "csr", dtype: numbersOf(data), cells, genes, stored },
      grain: Math.max(data.chunks[0]!, indices.chunks[0]!),
      span: 0,
      block: (first, count) => this.block(first, count),
      sample: () => sampled(matrix),
    };
    this.byCells = isCsr ? matrix : null;
  }

  private async block(first: number, count: number): Promise<RowBlock> {
    const offsets = await this.offsets();
    const start = offsets[first]!;
    const { indices, values } = await this.entries(start, offsets[first + count]!);
    const indptr = Int32Array.from(offsets.subarray(first, first + count + 1), (offset) => offset - start);
    return { layout: "csr", first, cells: count, genes: this.genes, indptr, indices, values };
  }

  async lines(visit: (line: number, at: Int32Array, values: Float32Array) => void): Promise<void> {
    const offsets = await this.offsets();
    const minor = this.isCsr ? this.genes : this.cells;
    for (let at = 0; at < this.count;) {
      let end = at + 1;
      while (end < this.count && offsets[end + 1]! - offsets[at]! <= WINDOW) end++;
      const from = offsets[at]!;
      const { indices, values } = await this.entries(from, offsets[end]!);
      if (indices.some((one) => one < 0 || one >= minor))
        throw new AnalysisError("bad-file", `${this.path} has an index beyond its ${minor} ${this.isCsr ? "genes" : "cells"}.`);
      for (; at < end; at++) {
        const [first, last] = [offsets[at]! - from, offsets[at + 1]! - from];
        visit(at, indices.subarray(first, last), values.subarray(first, last));
      }
    }
  }

  private async entries(from: number, to: number) {
    const [data, indices] = this.parts;
    const [at, values] = await Promise.all([readNumbers(indices, from, to), readNumbers(data, from, to)]);
    return { indices: Int32Array.from(at), values: Float32Array.from(values) };
  }

  /** Checked: they do not fall, and end where the values do. */
  private offsets(): Promise<Float64Array> {
    return (this.known ??= readNumbers(this.parts[2]).then((offsets) => {
      const stored = this.parts[0].shape[0]!;
      if (offsets[0] !== 0 || offsets.at(-1) !== stored)
        throw new AnalysisError(
          "bad-file",
          `The offsets of ${this.path} go from ${offsets[0]} to ${offsets.at(-1)}, but ${stored} values are stored.`,
        );
      if (offsets.some((offset, i) => !Number.isInteger(offset) || (i > 0 && offset < offsets[i - 1]!)))
        throw new AnalysisError("bad-file", `The offsets of ${this.path} do not ascend.`);
      return offsets;
    }));
  }
}

function dense(path: string, array: ZarrArray): ZarrMatrix {
  const [cells, genes] = array.shape as [number, number];
  if (array.shape.length !== 2) throw new AnalysisError("bad-file", `${path} should have two dimensions, but has ${array.shape.length}.`);
  const block = async (first: number, count: number): Promise<RowBlock> => {
    const values = Float32Array.from(await readNumbers(array, first, first + count));
    return { layout: "dense", first, cells: count, genes, values };
  };
  const byCells: Matrix = {
    shape: { path, layout: "dense", dtype: numbersOf(array), cells, genes, stored: cells * genes },
    grain: array.chunks[0]! * genes,
    span: 0,
    block,
    sample: () => sampled(byCells),
  };
  return { cells, genes, byCells };
}

/** The type of an array's values. Throws AnalysisError where they are no numbers. */
function numbersOf({ dtype, path }: ZarrArray): string {
  if (!/^(u?int|float|bool)/.test(dtype)) throw new AnalysisError("unsupported", `${path.slice(1)} holds ${dtype}, not numbers.`);
  return dtype;
}
