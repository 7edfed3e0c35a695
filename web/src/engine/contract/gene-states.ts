import type { CellRange } from "../../contract/types";

export interface GeneStatesStart {
  model: number;
  /** A gene of the vocabulary, and those whose states are summed by context. */
  gene: number;
  contexts: number;
  genes: Int32Array<ArrayBuffer>;
}

/** Hidden states of gene tokens. */
export interface GeneStatesLane {
  /** Which cells of a block have the gene among their tokens, and how many have each of the vocabulary. */
  contextFind: {
    request: { model: number; gene: number; range: CellRange };
    reply: { has: Uint8Array<ArrayBuffer>; counts: Int32Array<ArrayBuffer> };
    part: never;
  };
  contextStart: { request: GeneStatesStart; reply: null; part: never };
  /** The gene's states in some cells of a block, cells x dims; other genes' are summed. The model must have been started. */
  context: {
    request: { range: CellRange; cells: Int32Array<ArrayBuffer>; contexts: Int32Array<ArrayBuffer> };
    reply: Float32Array<ArrayBuffer>;
    part: never;
  };
  /** Per context: cells and sums of each gene's states (genes x dims), tokens and their sum. */
  contextSums: {
    request: Record<string, never>;
    reply: {
      counts: Float64Array<ArrayBuffer>;
      sums: Float64Array<ArrayBuffer>;
      tokens: Float64Array<ArrayBuffer>;
      total: Float64Array<ArrayBuffer>;
      dims: number;
    };
    part: never;
  };
}
