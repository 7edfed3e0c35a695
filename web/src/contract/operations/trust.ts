import type { GroupTopK, LabelQuestion, Landscape, ProtocolResult, Scored, TrustLights, Withheld } from "../trust";
import type { Evaluation, Phenotype, BackendChoice } from "../types";

/** How far to trust what the models said. */
export interface TrustOperations {
  evaluate: { request: LabelQuestion & { models: string[]; /** For what is random. */ seed?: number }; reply: Evaluation; part: never };
  /** Top-k within the groups of an obs column (a donor, a batch), per model. */
  breakdown: {
    request: LabelQuestion & { models: string[]; by: string };
    reply: { by: string; models: { model: string; groups: GroupTopK[] }[] };
    part: never;
  };
  /** Cells of one label that got one answer first; `predicted` is a label, "" for all others than `label`. */
  confused: { request: LabelQuestion & { model: string; label: string; predicted: string }; reply: Uint32Array<ArrayBuffer>; part: never };
  /** Per cell: 0 both right, 1 only the first, 2 only the second, 3 neither; without labels 0 agree, 3 differ; 255 nothing known. */
  agreement: {
    request: Partial<LabelQuestion> & { phenotype: Phenotype; models: [string, string] };
    reply: Uint8Array<ArrayBuffer>;
    part: never;
  };
  /** Entropy over the groups of a column; a column of `diseases` splits the trend into healthy and diseased. */
  landscape: {
    request: { model: string; phenotype: Phenotype; by: string; donors?: string; diseases?: string; seed?: number };
    reply: Landscape;
    part: never;
  };
  /** What would be said of a class's cells were the class not known. */
  withhold: { request: LabelQuestion & { model: string; label: string }; reply: Withheld; part: never };
  /** How far one head of a model can be relied on in this file; `scored` where labels have judged it. */
  trustLights: { request: { model: string; phenotype: Phenotype; scored?: Scored }; reply: TrustLights; part: never };
  /** Runs a model with phenotype tokens once more, the other phenotypes of each cell given from the file's labels. */
  protocols: {
    request: {
      matrix: string;
      model: string;
      labels: LabelQuestion[];
      backend: BackendChoice;
      lanes: number;
      seed: number;
      donors?: string;
    };
    reply: ProtocolResult[];
    part: never;
  };
}
