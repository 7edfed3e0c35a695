import type { Phenotype } from "../types";
import type { MajorityVote, OverClustering } from "../votes";

/** Labels settled cluster by cluster. */
export interface VoteOperations {
  /**
   * Has each of many small clusters vote on its label, as CellTypist's majority voting does; kept with the model's
   * results until it runs again.
   * `unsupported` for 50 cells and fewer. The clusters are kept too: a second model is asked over the same ones.
   */
  majorityVote: {
    request: { model: string; phenotype: Phenotype; over: OverClustering; minProp: number; seed: number; lanes: number };
    reply: MajorityVote;
    part: never;
  };
  /** Takes a vote back. */
  forgetVote: { request: { model: string; phenotype: Phenotype }; reply: null; part: never };
}
