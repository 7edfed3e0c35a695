import type { BatchShift, CellRow, HeadScores, HeadSummary, Phenotype } from "../types";

/** What the models said, as views ask for it. */
export interface ResultOperations {
  scores: { request: { model: string; phenotype: Phenotype }; reply: HeadScores; part: never };
  /**
   * 2-D positions, x and y interleaved, of all cells; NaN where not known yet. `by` is a model's name (components of
   * its embedding) or one of the file's embeddings.
   */
  positions: { request: { by: string }; reply: { by: string; xy: Float32Array }; part: never };
  /** Summary per predicted class, of all cells or of a selection. */
  summary: {
    request: { model: string; phenotype: Phenotype; selection?: Uint32Array };
    reply: { all: HeadSummary; selected: HeadSummary | null };
    part: never;
  };
  /** Per cell all classes above the threshold that was set, joined by `|`; null where none was set. -1: no prediction. */
  matchedLabels: { request: { model: string; phenotype: Phenotype }; reply: { labels: string[]; codes: Int32Array } | null; part: never };
  /** How far the cells lie from those a model was trained on, class by class; `unsupported` where the model holds no profiles. */
  batchShift: { request: { model: string; phenotype: Phenotype }; reply: BatchShift; part: never };
  /** `least` (.5) is the probability that a label, or a wider term, is to have to count as known. */
  cells: { request: { model: string; first: number; count: number; least?: number; order?: Uint32Array }; reply: CellRow[]; part: never };
  /**
   * Each cell's label at the level that at least `least` of the probability supports: the class, a wider term, or `unknown`, which a cell
   * unlike all training cells is as well.
   */
  knownLabels: {
    request: { model: string; phenotype: Phenotype; least: number };
    reply: { labels: string[]; codes: Int32Array };
    part: never;
  };
  /** What models said of every cell of the open file, to be given to `analyze` as `stored`. */
  store: { request: { models: string[] }; reply: Uint8Array<ArrayBuffer>; part: never };
  /** Some cells of a model's embedding, row-major, NaN where a cell has none; null where there are too many to keep. */
  embedding: {
    request: { model: string; first: number; count: number };
    reply: { dims: number; values: Float32Array } | null;
    part: never;
  };
}
