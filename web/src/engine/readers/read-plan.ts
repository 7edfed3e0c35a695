import type { MatrixInfo, StoredAs, ValueKind } from "../../contract/types";
import type { GeneIds } from "../contract/cells";

/** What a matrix is before its values are judged. */
export type MatrixShape = Omit<MatrixInfo, "values" | "scale" | "look" | "why">;

/** How a matrix wants to be read. */
export interface MatrixPlan {
  readonly shape: MatrixShape;
  /** Stored values below which a block is not worth reading: what is decoded at once anyway. */
  readonly grain: number;
  /** Cells whose blocks one reader should take in order, 0 where it does not matter. */
  readonly span: number;
}

/** The same of a study: each file's cells by themselves. */
export interface ReadPlan extends MatrixPlan {
  parts?: (MatrixPlan & { first: number })[];
}

/** Cells of a study that one file holds. */
export interface StudyPart {
  first: number;
  count: number;
  /** What its file calls the genes, at their places among the matrix's; empty for those that it does not measure. */
  names(): GeneIds;
  /** The names of its file's genes as they are there; files that call the same genes the same have the same. */
  list: GeneIds;
  /** What its file's own values are, and how they are stored. */
  values: ValueKind;
  stored: StoredAs;
  /** 1 for each gene that is measured; null where all are. */
  measured: Uint8Array<ArrayBuffer> | null;
}
