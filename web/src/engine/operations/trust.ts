import type { TrustOperations } from "../../pipeline/operations/trust";
import type { Handlers } from "../../pipeline/protocol";
import type { Desk } from "../desk";
import { breakdown } from "../trust/breakdown";
import { agreement, confused } from "../trust/cells";
import { evaluate } from "../trust/evaluate";
import { landscape } from "../trust/landscape";
import { protocols } from "../trust/protocols";
import { withhold } from "../trust/withhold";

export function trustOperations(desk: Desk): Handlers<TrustOperations> {
  return {
    evaluate: async (request) => evaluate(await desk.core(), desk.opened(), request),
    breakdown: async (request) => breakdown(await desk.core(), desk.opened(), request),
    confused: async (request) => confused(await desk.core(), desk.opened(), request),
    agreement: async (request) => agreement(await desk.core(), desk.opened(), request),
    landscape: async (request) => landscape(await desk.core(), desk.opened(), request),
    withhold: async (request) => withhold(await desk.core(), desk.opened(), request),
    protocols: (request, context) => desk.sweeping(request.lanes, async (pool) => protocols({ desk, pool, core: await desk.core(), request, context })),
  };
}
