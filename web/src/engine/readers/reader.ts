import type { GeneIds, RowBlock } from "../contract/cells";
import type { Fingerprints } from "./fingerprint";
import type { Column, ColumnInfo, MatrixInfo, UnusableMatrix } from "../../contract/types";

/** What a matrix is before its values are judged. */
export type MatrixShape = Omit<MatrixInfo, "values" | "scale" | "look" | "why">;

/** A matrix read by runs of consecutive cells. */
export interface Matrix {
  readonly shape: MatrixShape;
  /** Stored values below which a block is not worth reading: what is decoded at once anyway. */
  readonly grain: number;
  /** Cells whose blocks one reader should take in order, 0 where it does not matter. */
  readonly span: number;
  block(first: number, count: number): RowBlock;
  /** A few cells from everywhere, to judge the values by. */
  sample(): Sample;
}

/** Values of some cells; without `indptr` they are dense. Without `indices` sparse ones are no whole cells. */
export interface Sample {
  values: Float32Array;
  indptr?: Int32Array;
  indices?: Int32Array;
  genes: number;
}

/** A file of cells, opened. Everything is read when asked for. */
export interface Reader {
  readonly name: string;
  readonly bytes: number;
  readonly cells: number;
  readonly genes: number;
  /** Every matrix of cells in the file: `X`, `raw/X`, `layers/NAME`, and those of features other than genes. */
  readonly matrices: MatrixShape[];
  /** Matrices that are there but cannot be read. */
  readonly unusable: UnusableMatrix[];
  /** Base of X's logarithm as the file declares it; null where it declares none. */
  readonly declaredBase: number | null;
  readonly columns: ColumnInfo[];
  /** obsm entries with at least two columns. */
  readonly embeddings: string[];
  fingerprints(): Promise<Fingerprints>;
  block(matrix: string, first: number, count: number): Promise<RowBlock>;
  /** How the matrix wants to be read. */
  matrix(path: string): Matrix;
  sample(matrix: string): Promise<Sample>;
  geneIds(matrix: string): Promise<GeneIds>;
  cellIds(): Promise<string[]>;
  column(name: string): Promise<Column>;
  /** First two columns of an obsm entry (an array, a sparse matrix or a table's numbers), x and y interleaved. */
  embedding(name: string): Promise<Float32Array<ArrayBuffer>>;
  /** The same whole: row-major cells x dims. */
  wholeEmbedding(name: string): Promise<{ dims: number; values: Float32Array<ArrayBuffer> }>;
  close(): void;
}
