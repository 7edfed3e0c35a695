import type { RankingMethod } from "../../contract/operations/gene-ranking";
import type { Recipe } from "../../contract/training";
import type { CellRange } from "../../contract/types";

/** A fit of some rows of the training sample, and the rows to be answered by it. */
export interface FitRequest {
  /** A class per row of the sample; -1 takes no part. */
  codes: Int32Array;
  classes: number;
  recipe: Recipe;
  seed: number;
  test: Int32Array;
  /** The sample's genes to read, where they are chosen already. */
  list?: Int32Array;
  /** The fitted map is wanted. */
  isKept: boolean;
}

export interface FitReply {
  cells: number;
  genes: number;
  components: number;
  /** Row-major test rows x classes. */
  logits: Float32Array<ArrayBuffer>;
  map: {
    genes: Int32Array<ArrayBuffer>;
    weights: Float32Array<ArrayBuffer>;
    bias: Float32Array<ArrayBuffer>;
    mean: Float32Array<ArrayBuffer>;
    clusters: number;
  } | null;
}

/** Training: every lane that fits holds the whole sample, so that fits need nothing of each other. */
export interface TrainLane {
  /** Starts an empty sample over a vocabulary; gives each of its genes' vocabulary index. After `prepare`. */
  trainStart: {
    request: { genesTsv: string; normalization: Recipe["normalization"]; rows: number };
    reply: Int32Array<ArrayBuffer>;
    part: never;
  };
  /** Reads a block and scores some of its cells (offsets from its first); the first is `firstRow` of the sample. */
  trainRead: { request: { range: CellRange; cells: Int32Array; firstRow: number }; reply: Uint8Array<ArrayBuffer>; part: never };
  trainAdd: { request: { part: Uint8Array }; reply: null; part: never };
  trainFit: { request: FitRequest; reply: FitReply; part: never };
  /** Composite cells of the sample, as the model's file `panel`. */
  trainComposite: {
    request: {
      codes: Int32Array;
      classes: number;
      genes: Int32Array;
      vocabulary: number;
      normalization: Recipe["normalization"];
      seed: number;
    };
    reply: Uint8Array<ArrayBuffer>;
    part: never;
  };
  /** What every gene of the sample tells of the classes; larger is more. */
  trainRank: {
    request: { codes: Int32Array; classes: number; method: Exclude<RankingMethod, "seurat" | "seurat_v3">; seed: number };
    reply: Float64Array<ArrayBuffer>;
    part: never;
  };
  trainEnd: { request: Record<string, never>; reply: null; part: never };
}
