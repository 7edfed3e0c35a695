import type { TrustOperations } from "../../pipeline/operations/trust";
import type { Handlers } from "../../pipeline/protocol";
import type { Desk } from "../desk";
import { evaluate } from "../evaluate";

export function trustOperations(desk: Desk): Handlers<TrustOperations> {
  return {
    evaluate: async (request) => evaluate(await desk.core(), desk.opened(), request),
  };
}
