import type { GeneRankingOperations } from "../../../contract/operations/gene-ranking";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { rankGenes } from "./rank";

export function geneRankingOperations(desk: Desk): Handlers<GeneRankingOperations> {
  return {
    rankGenes: (request, context) => desk.sweeping(request, context, (job) => rankGenes(job, request)),
  };
}
