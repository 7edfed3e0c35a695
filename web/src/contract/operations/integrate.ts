import type { IntegrationMethod, IntegrationReport } from "../integrate";

/** Batches of the survey's components laid over each other. */
export interface IntegrateOperations {
  /**
   * Corrects the components found last for columns of batches and keeps both: neighbours are sought in the corrected ones as
   * `{ kind: "integrated" }`. `labels`: a column of cell types, or the model that predicts them, that the outcome is judged by (null:
   * none); `condition`: a column that must not be what is corrected. MNN takes one column. Stopped, it throws `cancelled`.
   */
  surveyIntegrate: {
    request: {
      matrix: string;
      method: IntegrationMethod;
      columns: string[];
      labels: { column: string } | { model: string } | null;
      condition: string | null;
      mask: Uint8Array | null;
      seed: number;
      lanes: number;
    };
    reply: IntegrationReport;
    part: never;
  };
  /** The corrected positions of all cells, row-major cells x `components`; for files. */
  integratedScores: { request: Record<string, never>; reply: { components: number; scores: Float32Array<ArrayBuffer> }; part: never };
}
