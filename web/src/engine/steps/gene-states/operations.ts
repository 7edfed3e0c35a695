import type { GeneStatesOperations } from "../../../contract/operations/gene-states";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { geneStates } from "./gene-states";

export function geneStatesOperations(desk: Desk): Handlers<GeneStatesOperations> {
  return { geneStates: (request, context) => desk.sweeping(request, context, (job) => geneStates(job, request), "each") };
}
