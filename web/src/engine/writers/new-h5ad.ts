import type { WritableBytes } from "../base/writable-bytes";
import { H5Writer } from "./h5-writer";
import { writeMapping, writeTable } from "./anndata";
import type { NewColumn } from "./new-column";
import { SparseRows } from "./sparse-rows";

/** Names and columns of cells or genes. */
export interface NewTable {
  ids: string[];
  columns: NewColumn[];
}

/** Attributes that name an element of AnnData. */
const element = (type: string) => ({ "encoding-type": type, "encoding-version": "0.1.0" });

/** An .h5ad file written anew from rows of counts: X, layers and raw as CSR of float32 and int32, obs and var. */
export class NewH5ad {
  private readonly matrices = new Map<string, { rows: SparseRows; genes: number | null }>();

  private constructor(
    private readonly writer: H5Writer,
    private readonly cells: number,
  ) {}

  /** With X begun: `rows`. */
  static async create(bytes: WritableBytes, cells: number): Promise<NewH5ad> {
    const made = await NewH5ad.empty(bytes, cells);
    made.matrix("X");
    return made;
  }

  /** Without any matrix. */
  static async empty(bytes: WritableBytes, cells: number): Promise<NewH5ad> {
    return new NewH5ad(await H5Writer.create(bytes), cells);
  }

  /** X, to be filled in the order of cells. */
  get rows(): SparseRows {
    return this.matrices.get("X")!.rows;
  }

  /** Begins `X`, `layers/NAME` or `raw/X`, to be filled in the order of cells; `genes`: its columns, where they are not those of var. */
  matrix(path: string, genes: number | null = null): SparseRows {
    const { writer } = this;
    if (path.startsWith("layers/")) writeMapping(writer, "layers", "current");
    if (path === "raw/X") writer.group("raw", element("raw"));
    writer.group(path);
    const indices = writer.growing(`${path}/indices`, new Int32Array(0));
    const values = writer.growing(`${path}/data`, new Float32Array(0));
    const rows = new SparseRows({ indices, values }, this.cells);
    this.matrices.set(path, { rows, genes });
    return rows;
  }

  /** What the bytes below could not be written by; undefined where nothing failed. */
  get failure(): unknown {
    return this.writer.failure;
  }

  /** The tables of cells and genes, that of raw's genes, and embeddings: row-major cells x dims. */
  finish(obs: NewTable, vars: NewTable, raw: NewTable | null = null, embeddings: Iterable<[string, number, Float32Array]> = []): void {
    const { writer } = this;
    for (const { rows } of this.matrices.values()) rows.flush();
    for (const [name, value] of Object.entries(element("anndata"))) writer.setAttribute("/", name, value);
    for (const [path, { rows, genes }] of this.matrices) {
      for (const [name, value] of Object.entries(element("csr_matrix"))) writer.setAttribute(path, name, value);
      writer.setAttribute(path, "shape", BigInt64Array.of(BigInt(obs.ids.length), BigInt(genes ?? vars.ids.length)));
      const indptr = new Float64Array(rows.lengths.length + 1);
      for (let row = 0; row < rows.lengths.length; row++) indptr[row + 1] = indptr[row]! + rows.lengths[row]!;
      const isShort = indptr.at(-1)! < 2 ** 31;
      writer.numbers(`${path}/indptr`, isShort ? Int32Array.from(indptr) : BigInt64Array.from(indptr, BigInt));
    }
    writeTable(writer, "obs", obs.ids, obs.columns, "current");
    writeTable(writer, "var", vars.ids, vars.columns, "current");
    if (raw) writeTable(writer, "raw/var", raw.ids, raw.columns, "current");
    for (const [name, dims, values] of embeddings) {
      writeMapping(writer, "obsm", "current");
      writer.numbers(`obsm/${name}`, values, [values.length / dims, dims], { "encoding-type": "array", "encoding-version": "0.2.0" });
    }
  }

  close(): void {
    this.writer.close();
  }
}
