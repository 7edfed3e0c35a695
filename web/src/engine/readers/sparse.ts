import { AnalysisError } from "../../contract/errors";
import type { Dataset, Hdf5 } from "./hdf5";
import type { MatrixShape } from "./read-plan";
import { dtypeName, readNumbers, toFloat64 } from "./values";

/** The three datasets of a compressed sparse matrix and its shape. */
export interface Sparse {
  data: Dataset;
  indices: Dataset;
  indptr: Dataset;
  rows: number;
  columns: number;
}

/** The three datasets under a path, checked against the shape that the file declares. */
export function openSparse(file: Hdf5, path: string, format: "csr" | "csc", declared: unknown): Sparse {
  const part = (name: string) => {
    const dataset = file.dataset(`${path}/${name}`);
    if (!dataset) throw new AnalysisError("bad-file", `${path} of ${file.name} says it is sparse (${format}) but has no ${name}.`);
    const dimensions = file.sync(`${path}/${name}`, () => dataset.metadata.shape?.length ?? 0);
    if (dimensions !== 1)
      throw new AnalysisError("bad-file", `${path}/${name} of ${file.name} should have one dimension, but has ${dimensions}.`);
    return dataset;
  };
  const shape = Array.from((declared ?? []) as ArrayLike<number | bigint>, Number);
  const [rows, columns] = shape;
  if (rows === undefined || columns === undefined || shape.some((side) => !Number.isSafeInteger(side) || side < 0)) {
    throw new AnalysisError("bad-file", `${path} of ${file.name} has no readable shape.`);
  }
  const sparse = { data: part("data"), indices: part("indices"), indptr: part("indptr"), rows, columns };
  const lines = format === "csr" ? rows : columns;
  const count = (dataset: Dataset) => file.sync(dataset.path.slice(1), () => dataset.metadata.total_size);
  if (count(sparse.indptr) !== lines + 1) {
    throw new AnalysisError(
      "bad-file",
      `${path}/indptr of ${file.name} has ${count(sparse.indptr)} entries, but the shape ${rows} x ${columns} asks for ${lines + 1}.`,
    );
  }
  if (count(sparse.data) !== count(sparse.indices)) {
    throw new AnalysisError("bad-file", `${path} of ${file.name} has ${count(sparse.data)} values but ${count(sparse.indices)} indices.`);
  }
  return sparse;
}

/** What a sparse matrix is, before its values are judged. */
export function sparseShape(path: string, layout: "csr" | "csc", { data, rows, columns }: Sparse): MatrixShape {
  return { path, layout, dtype: dtypeName(data.metadata), cells: rows, genes: columns, stored: data.metadata.total_size };
}

/** Offsets of some lines, checked: they must not fall, nor point past the stored values. */
export function readOffsets(file: Hdf5, path: string, sparse: Sparse, first: number, count: number): Float64Array {
  const offsets = toFloat64(readNumbers(file, sparse.indptr, [[first, first + count + 1]]));
  const stored = sparse.data.metadata.total_size;
  if (first === 0 && offsets[0] !== 0) {
    throw new AnalysisError(
      "bad-file",
      `${path}/indptr of ${file.name} is damaged: it should start with 0, but starts with ${offsets[0]}.`,
    );
  }
  for (let i = 0; i <= count; i++) {
    const before = i === 0 ? 0 : offsets[i - 1]!;
    if (!Number.isInteger(offsets[i])) {
      throw new AnalysisError(
        "bad-file",
        `${path}/indptr of ${file.name} is damaged: entry ${first + i} is ${offsets[i]}, which is no whole number.`,
      );
    }
    if (!(offsets[i]! >= before)) {
      throw new AnalysisError(
        "bad-file",
        `${path}/indptr of ${file.name} is damaged: it falls from ${before} to ${offsets[i]} at entry ${first + i}.`,
      );
    }
    if (offsets[i]! > stored) {
      throw new AnalysisError(
        "bad-file",
        `${path}/indptr of ${file.name} is damaged: entry ${first + i} points to ${offsets[i]}, but only ${stored} values are stored.`,
      );
    }
  }
  return offsets;
}
