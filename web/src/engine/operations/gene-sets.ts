import type { GeneSetOperations } from "../../pipeline/operations/gene-sets";
import type { Handlers } from "../../pipeline/protocol";
import type { Desk } from "../desk";
import { enrich } from "../gene-sets/enrich";

export function geneSetOperations(desk: Desk): Handlers<GeneSetOperations> {
  return { enrich: async (request) => enrich(await desk.core(), request) };
}
