/** An input or output of an ONNX graph. */
export interface OnnxEnd {
  name: string;
  /** `float32` and so on; `other` for what is no tensor. */
  kind: string;
  /** Sizes; null where they are free. Empty where the file gives none. */
  shape: (number | null)[];
}

/** What values an ONNX classifier reads: counts, ln(1 + count), or ln(1 + target_sum count / total). */
export type OnnxValues = "counts" | "log1p-counts" | "log1p";

/** What an ONNX file does not say of itself, as the user does. */
export interface OnnxAnswers {
  values?: OnnxValues;
  /** Of log1p: what each cell's counts are scaled to. */
  targetSum?: number;
  /** Of log1p: total over all genes of the file, or over the model's alone. */
  total?: "file" | "model";
  /** The output with a value a class; found where it can be. */
  output?: string;
  title?: string;
  /** Texts of the gene list and the class list, one a line in the model's order, where they are not beside the file. */
  genes?: string;
  classes?: string;
}

/** What is known of an ONNX file before it becomes a model, and what is still to be said. */
export interface OnnxQuestion {
  /** The file's name and sha256: what answers are remembered by. */
  file: string;
  sha256: string;
  /** Genes that the input takes; null where the file leaves it free. */
  width: number | null;
  /** Outputs that could hold a value a class. */
  outputs: OnnxEnd[];
  /** Names listed beside the file or in the answers; null where no list is there. */
  genes: number | null;
  classes: number | null;
  /** Answers that are at hand: the user's, and what the file's layout tells. */
  answers: OnnxAnswers;
  /** What is missing, one sentence; empty where nothing is. */
  missing: string;
}
