import type { ConsensusOperations } from "../../../contract/operations/consensus";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { consensusGroupsOf, consensusOf } from "./consensus";

export function consensusOperations(desk: Desk): Handlers<ConsensusOperations> {
  return {
    consensus: ({ phenotype, models }) => consensusOf(desk.opened(), models, phenotype),
    consensusGroups: ({ phenotype, models, labels, codes }) => consensusGroupsOf(desk.opened(), models, phenotype, { labels, codes }),
  };
}
