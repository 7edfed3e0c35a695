import type { CellQuality } from "../../../../wasm/bind/phenolens_core";
import type { CellRange } from "../../pipeline/types";

/** What one pass over the cells gathers. */
export type SumsOf = { of: "counts"; genes: number };

/** Cells of a block that take part: a byte each, null for all. */
export type BlockMask = Uint8Array<ArrayBuffer> | null;

/** Sums for the survey; after `prepare`. */
export interface SumsLane {
  sumsStart: { request: SumsOf; reply: null; part: never };
  /** Reads a block and adds its cells. */
  sumsAdd: { request: { range: CellRange; mask: BlockMask }; reply: null; part: never };
  /** The same, with the quality of every cell. */
  sumsQuality: { request: { range: CellRange }; reply: CellQuality; part: never };
  /** The sums so far; the lane is done with them. */
  sumsEnd: { request: Record<string, never>; reply: Uint8Array<ArrayBuffer>; part: never };
}
