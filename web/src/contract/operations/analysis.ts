import type { MadePart } from "../parts";
import type { AnalysisReport, AnalyzeOptions, CellRange, ModelRun, QualityPart, SurveyReport } from "../types";

/** What `analyze` sends while it runs. Numbers in place, so that a view can redraw what changed. */
export type AnalyzePart =
  | { kind: "quality"; part: QualityPart }
  | { kind: "survey"; survey: SurveyReport }
  /** Cells of one model are done: ask `scores` and `positions` for them. */
  | { kind: "model"; run: ModelRun; firstCell: number; cells: number };

/** A layout on its way: positions of all cells, x and y interleaved. */
export interface LayoutPart {
  xy: Float32Array;
  done: number;
  epochs: number;
}

/** The passes over all cells. */
export interface AnalysisOperations {
  analyze: { request: AnalyzeOptions; reply: AnalysisReport; part: AnalyzePart };
  /** The same of a run of cells, kept apart: `analyze` takes such parts as `options.parts`. */
  analyzePart: { request: AnalyzeOptions & { range: CellRange }; reply: MadePart; part: never };
  /**
   * A UMAP layout of one model's view of the cells, started from its principal components and sent as it settles.
   * Cells without a prediction have NaN. A new analysis ends it.
   */
  layout: { request: { model: string; seed: number }; reply: { xy: Float32Array }; part: LayoutPart };
}
