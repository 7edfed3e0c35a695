import type { Evaluation, Phenotype } from "../types";

/** How far to trust what the models said. */
export interface TrustOperations {
  evaluate: {
    request: { phenotype: Phenotype; column: string; models: string[]; byHand?: Record<string, number> };
    reply: Evaluation;
    part: never;
  };
}
