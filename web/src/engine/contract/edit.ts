import type { ScorePart } from "../../contract/types";
import type { RowBlock } from "./cells";
import type { ModelFiles, OnnxBackend } from "./model";

/** Cells that are in no file: the first half of the block as they were, the other half after a change. */
export interface EditedCells {
  /** A model prepared. */
  model: number;
  head: number;
  /** The gene changed, as a vocabulary index; -1: the model does not read it. */
  gene: number;
  /** Class followed; -1: each cell's first guess before. */
  codes: number;
  block: Extract<RowBlock, { layout: "csr" }>;
  /** A cell of the file: the block's are read as it is. */
  like: number;
  backend: OnnxBackend;
  files: ModelFiles | null;
}

export interface EditResult {
  /** Of both halves. */
  scores: ScorePart;
  /** The logit followed, of both halves; NaN where there is none. */
  logits: Float32Array<ArrayBuffer>;
  /** What the gradient foretells of its change, of one half; NaN where the gene is not read. */
  predicted: Float32Array<ArrayBuffer>;
}

export interface EditLane {
  predictEdited: { request: EditedCells; reply: EditResult; part: never };
}
