import { AnalysisError } from "../../contract/errors";
import { openCscMatrix } from "./csc-matrix";
import type { Dataset, Hdf5 } from "./hdf5";
import type { Matrix, Sample } from "./reader";
import { openSparse, readOffsets, sparseShape, type Sparse } from "./sparse";
import type { RowBlock } from "../contract/cells";
import { dtypeName, readNumbers, toFloat32, toInt32, type Ranges } from "./values";

/** Cells per run of a sample; there are three runs. */
const SAMPLED = 64;

/** Opens the matrix at a path, in any of AnnData's layouts; null where there is none. `isTransposed`: its rows are genes. */
export function openMatrix(file: Hdf5, path: string, isTransposed = false): Matrix | null {
  const dataset = file.dataset(path);
  if (dataset) return openDense(file, path, dataset, isTransposed);
  if (!file.group(path)) return null;
  const encoding = file.attribute(path, "encoding-type") ?? file.attribute(path, "h5sparse_format");
  if (encoding === undefined && file.keys(path).length === 0) return null;
  const format = String(encoding).replace("_matrix", "");
  if (format !== "csr" && format !== "csc") {
    const said = encoding === undefined ? "does not say how it is stored" : `is stored as ${String(encoding)}`;
    throw new AnalysisError("unsupported", `${path} of ${file.name} ${said}; csr_matrix, csc_matrix and dense arrays can be read.`);
  }
  const sparse = openSparse(file, path, format, file.attribute(path, "shape") ?? file.attribute(path, "h5sparse_shape"));
  if (!isTransposed) return format === "csr" ? openCsr(file, path, sparse) : openCscMatrix(file, path, sparse);
  // Genes stored by rows are cells stored by columns.
  const turned = { ...sparse, rows: sparse.columns, columns: sparse.rows };
  return format === "csr" ? openCscMatrix(file, path, turned) : openCsr(file, path, turned);
}

export function openCsr(file: Hdf5, path: string, sparse: Sparse): Matrix {
  const matrix: Matrix = {
    shape: sparseShape(path, "csr", sparse),
    grain: Math.max(sparse.data.metadata.chunks?.[0] ?? 0, sparse.indices.metadata.chunks?.[0] ?? 0),
    span: 0,
    block(first, count) {
      const offsets = readOffsets(file, path, sparse, first, count);
      const start = offsets[0]!;
      const range: [number, number][] = [[start, offsets[count]!]];
      const indices = toInt32(readNumbers(file, sparse.indices, range));
      const values = toFloat32(readNumbers(file, sparse.data, range));
      return {
        layout: "csr",
        first,
        cells: count,
        genes: sparse.columns,
        indptr: Int32Array.from(offsets, (offset) => offset - start),
        indices,
        values,
      };
    },
    sample: () =>
      joined(
        sampleRuns(sparse.rows).map(({ first, count }) => matrix.block(first, count)),
        sparse.columns,
      ),
  };
  return matrix;
}

/** Cells of the start, the middle and the end. */
export function sampleRuns(cells: number): { first: number; count: number }[] {
  // Of few cells each is looked at once.
  if (cells <= 3 * SAMPLED) return cells === 0 ? [] : [{ first: 0, count: cells }];
  return [0, Math.floor((cells - SAMPLED) / 2), cells - SAMPLED].map((first) => ({ first, count: SAMPLED }));
}

/** Cells of a sample's blocks, one after another. */
export function joined(blocks: RowBlock[], genes: number): Sample {
  const values = new Float32Array(blocks.reduce((sum, block) => sum + block.values.length, 0));
  const indptr = [0];
  let at = 0;
  for (const block of blocks) {
    values.set(block.values, at);
    const start = at;
    if (block.layout === "csr") for (const offset of block.indptr.subarray(1)) indptr.push(start + offset);
    at += block.values.length;
  }
  return blocks[0]?.layout === "dense" ? { values, genes } : { values, indptr: Int32Array.from(indptr), genes };
}

/** Row-major rows x columns as columns x rows. */
function turned(values: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) out[column * rows + row] = values[row * columns + column]!;
  return out;
}

function openDense(file: Hdf5, path: string, dataset: Dataset, isTransposed: boolean): Matrix {
  const { shape, chunks } = file.sync(path, () => dataset.metadata);
  if (shape?.length !== 2) {
    throw new AnalysisError(
      "bad-file",
      `${path} of ${file.name} should have two dimensions, cells and genes, but has ${shape?.length ?? 0}.`,
    );
  }
  const [cells, genes] = (isTransposed ? shape.toReversed() : shape) as [number, number];
  const matrix: Matrix = {
    shape: { path, layout: "dense", dtype: dtypeName(dataset.metadata), cells, genes, stored: cells * genes },
    grain: (chunks?.[0] ?? 1) * genes,
    span: 0,
    block(first, count) {
      const range: Ranges = [
        [first, first + count],
        [0, genes],
      ];
      const stored = toFloat32(readNumbers(file, dataset, isTransposed ? range.toReversed() : range));
      const values = isTransposed ? turned(stored, genes, count) : stored;
      return { layout: "dense", first, cells: count, genes, values };
    },
    sample: () =>
      joined(
        sampleRuns(cells).map(({ first, count }) => matrix.block(first, count)),
        genes,
      ),
  };
  return matrix;
}
