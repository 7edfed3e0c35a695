import { AnalysisError } from "../../contract/errors";
import { openFrame } from "./frame";
import type { Frame } from "./columns";
import type { Hdf5 } from "./hdf5";
import { openMatrix } from "./matrix";
import type { HeldMatrix } from "./reader";
import { H5T, readNumbers, toFloat32 } from "./values";

/** Cells of a sparse entry made dense at once. */
const CELLS = 4096;

/** An entry of obsm that can be drawn: an array, a sparse matrix or a table of numbers, of at least two columns. */
export interface Embedding {
  name: string;
  dims: number;
  /** The first `count` columns, row-major. */
  read(count: number): Float32Array<ArrayBuffer>;
}

/** One that may have to be waited for. */
export interface AwaitedEmbedding extends Omit<Embedding, "read"> {
  read(count: number): Float32Array<ArrayBuffer> | Promise<Float32Array<ArrayBuffer>>;
}

/** Those of a mapping: obsm, or varm of a file with cells in columns. */
export function findEmbeddings(file: Hdf5, mapping: string, cells: number): Embedding[] {
  return file.elements(mapping).flatMap((name) => {
    const found = openEmbedding(file, `${mapping}/${name}`, cells);
    return found && found.dims >= 2 ? [{ name, ...found }] : [];
  });
}

function openEmbedding(file: Hdf5, path: string, cells: number): Omit<Embedding, "name"> | null {
  const dataset = file.dataset(path);
  if (dataset) {
    const { shape, type } = dataset.metadata;
    if (shape?.length !== 2 || shape[0] !== cells || (type !== H5T.float && type !== H5T.integer)) return null;
    const read = (count: number) =>
      toFloat32(
        readNumbers(file, dataset, [
          [0, cells],
          [0, count],
        ]),
      );
    return { dims: shape[1]!, read };
  }
  try {
    return file.attribute(path, "encoding-type") === "dataframe"
      ? ofTable(openFrame(file, path), cells)
      : ofSparse(openMatrix(file, path), cells);
  } catch (error) {
    // An entry of another kind, or a damaged one, is not offered; the rest of the file is as good as ever.
    if (error instanceof AnalysisError) return null;
    throw error;
  }
}

/** Endings of two columns that are the coordinates of one map, as loom files have them. */
const PAIRS = [
  ["X", "Y"],
  ["1", "2"],
] as const;

/** Names of maps before the number of an axis. */
const COORDINATES = /(umap|t-?sne|pca?|fa|diffmap|spatial|coord|embedding|axis|dim)[_ -]?$/i;

/** Pairs of columns of a table that are coordinates: X and Y, `_tSNE1` and `_tSNE2`, by the name without these. */
export function pairsOf({ columns, rows, ...frame }: Frame): Embedding[] {
  const numbers = new Set(columns.flatMap(({ name, kind }) => (kind === "number" ? [name] : [])));
  return [...numbers].flatMap((first) =>
    PAIRS.flatMap(([one, other]) => {
      const start = first.slice(0, -1);
      const second = start + other;
      const isPair = first.endsWith(one) && numbers.has(second) && (one === "X" || COORDINATES.test(start));
      if (!isPair) return [];
      const pair: Frame = { ...frame, rows, columns: [first, second].map((name) => ({ name, kind: "number" })) };
      return [{ name: start.replaceAll(/^[_ ]+|[_ -]+$/g, "") || "XY", ...ofTable(pair, rows)! }];
    }),
  );
}

function ofTable(frame: Frame | null, cells: number): Omit<Embedding, "name"> | null {
  // A table with words in it says something of the cells, and is no place to put them.
  if (frame?.rows !== cells || frame.columns.some(({ kind }) => kind !== "number")) return null;
  const names = frame.columns.map(({ name }) => name);
  return {
    dims: names.length,
    read(count) {
      const out = new Float32Array(cells * count);
      names.slice(0, count).forEach((name, at) => {
        const column = frame.column(name);
        if (column.kind === "number") for (let cell = 0; cell < cells; cell++) out[cell * count + at] = column.values[cell]!;
      });
      return out;
    },
  };
}

function ofSparse(matrix: HeldMatrix | null, cells: number): Omit<Embedding, "name"> | null {
  if (matrix?.shape.cells !== cells) return null;
  return {
    dims: matrix.shape.genes,
    read(count) {
      const out = new Float32Array(cells * count);
      for (let first = 0; first < cells; first += CELLS) {
        const block = matrix.block(first, Math.min(CELLS, cells - first));
        if (block.layout !== "csr") continue;
        for (let cell = 0; cell < block.cells; cell++) {
          for (let i = block.indptr[cell]!; i < block.indptr[cell + 1]!; i++) {
            if (block.indices[i]! < count) out[(first + cell) * count + block.indices[i]!] = block.values[i]!;
          }
        }
      }
      return out;
    },
  };
}
