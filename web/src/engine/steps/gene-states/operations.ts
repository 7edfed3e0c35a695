import type { GeneContextOperations } from "../../../contract/operations/gene-context";
import type { RestrictedOperations } from "../../../contract/operations/restricted";
import type { Handlers } from "../../../contract/protocol";
import { geneContext } from "./gene-states";
import type { Desk } from "../../desk";
import { restricted } from "../gene-sets/set-alone";

export function geneContextOperations(desk: Desk): Handlers<GeneContextOperations & RestrictedOperations> {
  return {
    geneContext: (request, context) => desk.sweeping(request.lanes, (pool) => geneContext(desk, pool, request, context)),
    restricted: (request, context) => desk.sweeping(request.lanes, (pool) => restricted(desk, pool, request, context)),
  };
}
