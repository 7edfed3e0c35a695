import type { TrainPart, TrainReport, TrainRequest } from "../training";

/** Models of one's own, trained on the labels of the open file. */
export interface TrainOperations {
  /** Trains, scores what was held out, and adds the model to those at hand. */
  train: { request: TrainRequest; reply: TrainReport; part: TrainPart };
  /** The files of a model's folder by their path, such as of one trained here or made of what its authors published. */
  modelFiles: { request: { model: string }; reply: Record<string, Uint8Array<ArrayBuffer>>; part: never };
  /** The same as one .zip. */
  modelZip: { request: { model: string }; reply: Uint8Array<ArrayBuffer>; part: never };
}
