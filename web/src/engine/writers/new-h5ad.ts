import { H5Writer, type WritableBytes } from "./h5-writer";
import { writeTable } from "./anndata";
import type { NewColumn } from "./new-column";
import { SparseRows } from "./sparse-rows";

/** Names and columns of cells or genes. */
export interface NewTable {
  ids: string[];
  columns: NewColumn[];
}

/** An .h5ad file written anew from rows of counts: X as CSR of float32 and int32, obs and var. */
export class NewH5ad {
  private constructor(
    private readonly writer: H5Writer,
    /** The matrix, to be filled in the order of cells. */
    readonly rows: SparseRows,
  ) {}

  static async create(bytes: WritableBytes, cells: number): Promise<NewH5ad> {
    const writer = await H5Writer.create(bytes);
    writer.group("X");
    const indices = writer.growing("X/indices", new Int32Array(0));
    const values = writer.growing("X/data", new Float32Array(0));
    return new NewH5ad(writer, new SparseRows({ indices, values }, cells));
  }

  /** What the bytes below could not be written by; undefined where nothing failed. */
  get failure(): unknown {
    return this.writer.failure;
  }

  finish(obs: NewTable, vars: NewTable): void {
    const { writer, rows } = this;
    rows.flush();
    writer.setAttribute("/", "encoding-type", "anndata");
    writer.setAttribute("/", "encoding-version", "0.1.0");
    writer.setAttribute("X", "encoding-type", "csr_matrix");
    writer.setAttribute("X", "encoding-version", "0.1.0");
    writer.setAttribute("X", "shape", BigInt64Array.of(BigInt(obs.ids.length), BigInt(vars.ids.length)));
    const indptr = new Float64Array(rows.lengths.length + 1);
    for (let row = 0; row < rows.lengths.length; row++) indptr[row + 1] = indptr[row]! + rows.lengths[row]!;
    const isShort = indptr.at(-1)! < 2 ** 31;
    writer.numbers("X/indptr", isShort ? Int32Array.from(indptr) : BigInt64Array.from(indptr, BigInt));
    writeTable(writer, "obs", obs.ids, obs.columns, "current");
    writeTable(writer, "var", vars.ids, vars.columns, "current");
  }

  close(): void {
    this.writer.close();
  }
}
