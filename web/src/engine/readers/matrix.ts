import { AnalysisError } from "../../contract/errors";
import { openCscMatrix } from "./csc-matrix";
import type { Dataset, Hdf5 } from "./hdf5";
import { joined, sampleRuns } from "./sample";
import type { HeldMatrix } from "./reader";
import { openSparse, readOffsets, sparseShape, type Sparse } from "./sparse";
import { dtypeName, readNumbers, toFloat32, toInt32, type Ranges } from "./values";

/** Opens the matrix at a path, in any of AnnData's layouts; null where there is none. `isTransposed`: its rows are genes. */
export function openMatrix(file: Hdf5, path: string, isTransposed = false): HeldMatrix | null {
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

export function openCsr(file: Hdf5, path: string, sparse: Sparse): HeldMatrix {
  const matrix: HeldMatrix = {
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

/** Row-major rows x columns as columns x rows. */
export function transposed(values: Float32Array, rows: number, columns: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) out[column * rows + row] = values[row * columns + column]!;
  return out;
}

function openDense(file: Hdf5, path: string, dataset: Dataset, isTransposed: boolean): HeldMatrix {
  const { shape, chunks } = file.sync(path, () => dataset.metadata);
  if (shape?.length !== 2) {
    throw new AnalysisError(
      "bad-file",
      `${path} of ${file.name} should have two dimensions, cells and genes, but has ${shape?.length ?? 0}.`,
    );
  }
  const [cells, genes] = (isTransposed ? shape.toReversed() : shape) as [number, number];
  const matrix: HeldMatrix = {
    shape: { path, layout: "dense", dtype: dtypeName(dataset.metadata), cells, genes, stored: cells * genes },
    grain: (chunks?.[isTransposed ? 1 : 0] ?? 1) * genes,
    span: 0,
    block(first, count) {
      const range: Ranges = [
        [first, first + count],
        [0, genes],
      ];
      const stored = toFloat32(readNumbers(file, dataset, isTransposed ? range.toReversed() : range));
      const values = isTransposed ? transposed(stored, genes, count) : stored;
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
