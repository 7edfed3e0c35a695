import type { Consensus, ConsensusGroup } from "../consensus";
import type { Phenotype } from "../types";

/** What several models agree on. */
export interface ConsensusOperations {
  /** Per cell, of these models' first answers; throws AnalysisError(bad-input) where fewer than two can be compared. */
  consensus: { request: { phenotype: Phenotype; models: string[] }; reply: Consensus; part: never };
  /** The same for each of some groups: `codes` index `labels`, -1 for a cell of none. */
  consensusGroups: {
    request: { phenotype: Phenotype; models: string[]; labels: string[]; codes: Int32Array };
    reply: ConsensusGroup[];
    part: never;
  };
}
