import type { Coverage, ModelInfo } from "../types";

/** The open file's labels as a reference that other files' cells are compared with, as SingleR does. */
export interface ReferenceRequest {
  /** The model's name, as a folder is named, and its title. */
  name: string;
  title: string;
  matrix: string;
  /** The obs column of labels; null: the names of the rows, of a file with a row a type. */
  column: string | null;
  /** Labels that are no type. */
  ignore: string[];
  /** 0 = one per core. */
  lanes: number;
}

export interface ReferenceReport {
  model: ModelInfo;
  coverage: Coverage[];
  types: number;
  /** `rows`: each row is a profile, as stored; `means`: the mean log1p value of each label's cells is. */
  profiles: "rows" | "means";
  /** Rows with a label. */
  rows: number;
  seconds: number;
}

export interface ReferenceOperations {
  /** Makes the model and adds it to those at hand. */
  makeReference: { request: ReferenceRequest; reply: ReferenceReport; part: never };
  /** Adds scTOP's projection on the profiles of a reference at hand: a model beside it. */
  projectReference: { request: { model: string }; reply: { model: ModelInfo; coverage: Coverage[] | null }; part: never };
}
