/** Consecutive cells of a matrix. `indptr` starts at 0 and has one more entry than cells. */
export type RowBlock =
  | { layout: "csr"; first: number; cells: number; genes: number; indptr: Int32Array; indices: Int32Array; values: Float32Array }
  | { layout: "dense"; first: number; cells: number; genes: number; values: Float32Array };

/** Identifiers of a matrix's genes: the index of its var, and the columns that may hold better ones. */
export interface GeneIds {
  ids: string[];
  /** Column that `ids` are of, where it is not the index. */
  source?: string;
  alternatives: { name: string; values: string[] }[];
}
