import type { GeneContextOperations } from "../../pipeline/operations/gene-context";
import type { RestrictedOperations } from "../../pipeline/operations/restricted";
import type { Handlers } from "../../pipeline/protocol";
import { geneContext } from "../context/gene-context";
import type { Desk } from "../desk";
import { restricted } from "../gene-sets/restricted";

export function geneContextOperations(desk: Desk): Handlers<GeneContextOperations & RestrictedOperations> {
  return {
    geneContext: (request, context) => desk.sweeping(request.lanes, (pool) => geneContext(desk, pool, request, context)),
    restricted: (request, context) => desk.sweeping(request.lanes, (pool) => restricted(desk, pool, request, context)),
  };
}
