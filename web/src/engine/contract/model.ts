import type { Manifest } from "../../contract/manifest";

/** A model's parts that a lane needs to encode and score. */
export interface LaneModel {
  manifest: Manifest;
  genesTsv: string;
  /** Bytes of a linear model's weights. */
  weights?: Uint8Array<ArrayBuffer>;
  /** Its panel cells, by which it is fitted to files of few of its genes. */
  panel?: Uint8Array<ArrayBuffer>;
}

/** What the file's genes are to a model that was prepared. */
export interface MeasuredGenes {
  /** Whether a linear model was fitted to the file's panel. */
  isFitted: boolean;
  /**
   * Of each head of a linear model, how much of it the measured genes carry, 0 to 1: of a fitted one the share of its scores' variance,
   * else the share of its weight. Empty for other models.
   */
  carried: number[];
  /** Of a study whose files name other genes, of each head: whether the model was fitted to the file whose genes carry least. */
  leastFitted?: readonly boolean[];
  /** Places of a study's files whose genes are a panel that the model was fitted to. */
  fittedFiles?: readonly number[];
}

/** What ONNX Runtime runs on: the processor (WebAssembly) or the graphics card. */
/** `native`: onnxruntime-node, where it is installed. */
export type OnnxBackend = "wasm" | "webgpu" | "native";

/** Tokens of a few cells, padded to one length; row-major cells x length. */
export interface Batch {
  cells: number;
  length: number;
  genes: Int32Array;
  values: Float32Array;
  mask: Float32Array;
  /** Phenotypes given, cells x heads: class code + 1, 0 masked. Without it all are masked. */
  phenotypes?: Int32Array;
  /** What gene tokens' embeddings are multiplied by, for gradients by it; 1 where it is not given. */
  strength?: Float32Array;
}

/** What the model says of a batch: logits per head (cells x classes), in the manifest's order, and the embedding. */
export interface ModelOutput {
  logits: Float32Array[];
  embedding: Float32Array;
}

/** Files of an ONNX model, as a lane opens it: where there is no gradient to open, `gradient` is null. */
export interface ModelFiles {
  predict: Uint8Array<ArrayBuffer>;
  gradient: Uint8Array<ArrayBuffer> | null;
  selfTest: string | null;
}
