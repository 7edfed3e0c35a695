import type { DoubletCall, DoubletGroup, DoubletReport } from "../doublets";
import type { Grouping } from "../survey";
import type { SurveyStep } from "./survey";

/** Doublet scores, kept with the matrix until they are asked for anew. */
export interface DoubletOperations {
  /**
   * Scores every cell within its sample (a column of obs; null: all cells are of one), in three passes a sample. `rate`: the expected
   * share of doublets. `bad-input` for values that are no counts, and where no sample has 100 cells.
   */
  findDoublets: { request: SurveyStep & { samples: string | null; rate: number; seed: number }; reply: DoubletReport; part: never };
  /** Moves the threshold: at once. */
  callDoublets: { request: { threshold: number | null }; reply: DoubletCall; part: never };
  /** Per cell its score (NaN for none), and 1 where it is called a doublet. */
  doubletScores: {
    request: Record<string, never>;
    reply: { scores: Float32Array<ArrayBuffer>; predicted: Uint8Array<ArrayBuffer> };
    part: never;
  };
  /** Doublets by group: clusters, or a column's labels. */
  doubletGroups: { request: { by: Grouping }; reply: DoubletGroup[]; part: never };
}
