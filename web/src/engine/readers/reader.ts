import type { GeneIds, RowBlock } from "../contract/cells";
import type { MatrixPlan, MatrixShape, ReadPlan, StudyPart } from "./read-plan";
import type { Choice, Column, ColumnInfo, Format, UnusableMatrix } from "../../contract/types";

/** A matrix read by runs of consecutive cells. */
export interface Matrix extends MatrixPlan {
  block(first: number, count: number): RowBlock | Promise<RowBlock>;
  /** A few cells from everywhere, to judge the values by. */
  sample(): Sample | Promise<Sample>;
}

/** A matrix that is read at once, as HDF5's library reads. */
export interface HeldMatrix extends Matrix {
  block(first: number, count: number): RowBlock;
  sample(): Sample;
}

/** Values of some cells; without `indptr` they are dense. Without `indices` sparse ones are no whole cells. */
export interface Sample {
  values: Float32Array;
  indptr?: Int32Array;
  indices?: Int32Array;
  genes: number;
}

/** What identifies a file by its content, in hex. */
export interface Fingerprints {
  /**
   * Up to 8 MiB: sha256 of every byte. Beyond: of the size, of the names, types and shapes of all tables and matrices, of every table's
   * columns (names of more than 200,000 cells by 16 runs), of every other dataset up to 1 MiB, and of 16 windows of 64 kB over the file.
   */
  fingerprint: string;
  /** What releases before this one called so: of the size and three windows. Sessions kept by it are still found. */
  earlier: string;
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
  /** What the file is, where it is no AnnData. */
  readonly format?: Format;
  /** Of a file that holds several such parts, the one that is read. */
  readonly choice?: Choice;
  /** The same with values as the file has them, where they are restored to what every step reads. */
  readonly stored?: Reader;
  fingerprints(): Promise<Fingerprints>;
  block(matrix: string, first: number, count: number): Promise<RowBlock>;
  /** Of a study: the same with values as their own file is read, where the study is read otherwise. */
  ownBlock?(matrix: string, first: number, count: number): Promise<RowBlock>;
  /** How the matrix wants to be read. */
  matrix(path: string): ReadPlan;
  /** Of a study's matrix of all genes: the cells of each file, and which genes are measured of them. */
  parts?(path: string): StudyPart[];
  sample(matrix: string): Promise<Sample>;
  geneIds(matrix: string): Promise<GeneIds>;
  /** Columns that can name the genes of a matrix, beside the index. */
  geneColumns(matrix: string): string[];
  cellIds(): Promise<string[]>;
  /** Of a study: the cells' names as their files have them. */
  ownCellIds?(): Promise<string[]>;
  column(name: string): Promise<Column>;
  /** First two columns of an obsm entry (an array, a sparse matrix or a table's numbers), x and y interleaved. */
  embedding(name: string): Promise<Float32Array<ArrayBuffer>>;
  /** The same whole: row-major cells x dims. */
  wholeEmbedding(name: string): Promise<{ dims: number; values: Float32Array<ArrayBuffer> }>;
  close(): void;
}
