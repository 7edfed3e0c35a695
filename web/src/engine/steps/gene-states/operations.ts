import type { GeneContextOperations } from "../../../contract/operations/gene-context";
import type { RestrictedOperations } from "../../../contract/operations/restricted";
import type { Handlers } from "../../../contract/protocol";
import { geneContext } from "./gene-states";
import type { Desk } from "../../desk";
import { restricted } from "../gene-sets/set-alone";

export function geneContextOperations(desk: Desk): Handlers<GeneContextOperations & RestrictedOperations> {
  return {
    geneContext: (request, context) => desk.sweeping(request, context, (job) => geneContext(job, request)),
    restricted: (request, context) => desk.sweeping(request, context, (job) => restricted(job, request)),
  };
}
