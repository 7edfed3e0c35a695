import type { SexReport } from "../sex";

/** Sex by counted genes. */
export interface SexOperations {
  /**
   * The verdict per donor, from counts of the last analysis. `donors`: an obs column, null for none; left out, the
   * column that looks like donors.
   */
  sex: { request: { donors?: string | null }; reply: SexReport; part: never };
  /** Per cell by its own counts: 0 female, 1 male, 2 cannot be told. */
  sexOfCells: { request: Record<string, never>; reply: Uint8Array<ArrayBuffer>; part: never };
}
