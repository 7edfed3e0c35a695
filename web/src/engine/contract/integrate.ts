import type { IntegrationMethod, Mixing } from "../../contract/integrate";

/** Points x dims values and a batch of each; with further covariates one after another. */
export interface Batched {
  dims: number;
  values: Float32Array;
  codes: Int32Array;
  /** Categories of each covariate. */
  levels: Int32Array;
}

/** What needs the cells' positions alone. */
export interface IntegrateLane {
  /** The corrected positions; sends the share that is done. */
  integrate: {
    request: Batched & { method: IntegrationMethod; seed: number };
    reply: { values: Float32Array<ArrayBuffer>; rounds: number; converged: boolean | null };
    part: number;
  };
  /** How batches and labels lie: `batches` names those of the first covariate; `labels` null: none. */
  mixing: {
    request: { dims: number; values: Float32Array; batchCodes: Int32Array; batches: string[]; labels: Int32Array | null; seed: number };
    reply: Mixing;
    part: never;
  };
}
