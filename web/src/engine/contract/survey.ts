import type { CellQuality, ChosenGenes, DoubletScores, NearestNeighbors, SumsStart } from "../../../../wasm/bind/phenolens_core";
import type { LayoutPart } from "../../contract/protocol";
import type { CellRange } from "../../contract/types";

export type { SumsStart } from "../../../../wasm/bind/phenolens_core";

/** Which cells of a block take part: a byte each, or a group each (-1: none); neither: all. */
export interface BlockCells {
  mask?: Uint8Array<ArrayBuffer>;
  groups?: Int32Array<ArrayBuffer>;
}

/** Which half of every count is read, of two drawn by genes' sizes as negative binomials. */
export interface Thinning {
  sizes: Float64Array<ArrayBuffer>;
  seed: number;
  half: 0 | 1;
}

/** Passes of the survey; after `prepare`. */
export interface SumsLane {
  /** From now on every block that is read is halved; null: whole again. */
  thin: { request: { thinning: Thinning | null }; reply: null; part: never };
  sumsStart: { request: SumsStart; reply: null; part: never };
  /** Reads a block and adds its cells. */
  sumsAdd: { request: { range: CellRange; cells: BlockCells }; reply: null; part: never };
  /** The same, with the quality of every cell. */
  sumsQuality: { request: { range: CellRange }; reply: CellQuality; part: never };
  /** The sums so far, which start afresh; the scores of a covariance's cells stay, where they are to be kept. */
  sumsTake: { request: { isKept: boolean }; reply: Uint8Array<ArrayBuffer>; part: never };
  /** The lane is done with its sums, unless it is to put their cells on components. */
  sumsEnd: { request: { isKept: boolean }; reply: null; part: never };
  /**
   * The cells of a covariance that was kept on components, block by block; null where their scores were not all kept.
   * The lane is done with them.
   */
  projectKept: {
    request: { mean: Float32Array; rotation: Float32Array };
    reply: { first: number; values: Float32Array<ArrayBuffer> }[] | null;
    part: never;
  };
  projectStart: { request: ChosenGenes & { mean: Float32Array; rotation: Float32Array }; reply: null; part: never };
  /** Reads a block and puts its cells on components: row-major cells x components. */
  projectBlock: { request: { range: CellRange; cells: BlockCells }; reply: Float32Array<ArrayBuffer>; part: never };
  projectEnd: { request: Record<string, never>; reply: null; part: never };
}

/** What needs the graph of cells alone. */
export interface GraphLane {
  /** The k nearest of points x dims values, the point itself not counted, and how many edges their fuzzy graph has. */
  nearest: {
    request: { points: number; dims: number; values: Float32Array; k: number; seed: number };
    reply: NearestNeighbors & { exact: boolean; edges: number };
    part: never;
  };
  /** Settles the graph from 2-D positions; sends positions several times a second. */
  settleGraph: {
    request: { near: NearestNeighbors; start: Float32Array; seed: number; minDist: number; epochs: number };
    reply: Float32Array<ArrayBuffer>;
    part: LayoutPart;
  };
  /** Doublet scores of one sample's cells, from their places on components (row-major cells x `dims`) and their totals. */
  doublets: {
    request: { dims: number; positions: Float32Array; totals: Float32Array; rate: number; seed: number };
    reply: DoubletScores;
    part: never;
  };
  cluster: {
    request: NearestNeighbors & { resolution: number; starts: number; seed: number };
    reply: { codes: Int32Array<ArrayBuffer>; sizes: number[]; modularity: number };
    part: never;
  };
}

/** Ranks of genes, a run of them a lane. */
export interface RanksLane {
  ranksStart: { request: { from: number; to: number; cells: Float64Array }; reply: null; part: never };
  /** Reads a block and gives its expressed values, gene by gene, cut at `bounds`; a group per cell of the block, -1: left out. */
  ranksRead: { request: { range: CellRange; groups: Int32Array; bounds: Int32Array }; reply: Uint8Array<ArrayBuffer>[]; part: never };
  ranksAdd: { request: { part: Uint8Array }; reply: null; part: never };
  /** The tests of the lane's genes; it is done with them. */
  ranksEnd: { request: Record<string, never>; reply: { z: Float64Array<ArrayBuffer>; auc: Float32Array<ArrayBuffer> }; part: never };
}
