import type { CellQuality, ChosenGenes, SumsStart } from "../../../../wasm/bind/phenolens_core";
import type { CellRange } from "../../pipeline/types";

export type { SumsStart } from "../../../../wasm/bind/phenolens_core";

/** Which cells of a block take part: a byte each, or a group each (-1: none); neither: all. */
export interface BlockCells {
  mask?: Uint8Array<ArrayBuffer>;
  groups?: Int32Array<ArrayBuffer>;
}

/** Passes of the survey; after `prepare`. */
export interface SumsLane {
  sumsStart: { request: SumsStart; reply: null; part: never };
  /** Reads a block and adds its cells. */
  sumsAdd: { request: { range: CellRange; cells: BlockCells }; reply: null; part: never };
  /** The same, with the quality of every cell. */
  sumsQuality: { request: { range: CellRange }; reply: CellQuality; part: never };
  /** The sums so far; the lane is done with them. */
  sumsEnd: { request: Record<string, never>; reply: Uint8Array<ArrayBuffer>; part: never };
  projectStart: { request: ChosenGenes & { mean: Float32Array; rotation: Float32Array }; reply: null; part: never };
  /** Reads a block and puts its cells on components: row-major cells x components. */
  projectBlock: { request: { range: CellRange; cells: BlockCells }; reply: Float32Array<ArrayBuffer>; part: never };
  projectEnd: { request: Record<string, never>; reply: null; part: never };
}
