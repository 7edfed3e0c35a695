import type { GeneContextOperations } from "../../../contract/operations/gene-context";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { geneContext } from "./gene-states";

export function geneContextOperations(desk: Desk): Handlers<GeneContextOperations> {
  return { geneContext: (request, context) => desk.sweeping(request, context, (job) => geneContext(job, request)) };
}
