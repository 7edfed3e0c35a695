import type { TrustOperations } from "../../../contract/operations/trust";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { outlyingnessWhereKnown } from "../../results/profiles";
import { breakdown } from "./breakdown";
import { agreement, confused } from "./cells";
import { evaluate } from "./evaluate";
import { landscape } from "./landscape";
import { trustLights } from "./lights";
import { protocols } from "./protocols";
import { withhold } from "./withhold";

export function trustOperations(desk: Desk): Handlers<TrustOperations> {
  return {
    async evaluate(request) {
      const [core, file] = [await desk.core(), desk.opened()];
      return evaluate(core, file, request, (model) => outlyingnessWhereKnown(core, desk.models, file.result(model)));
    },
    breakdown: async (request) => breakdown(await desk.core(), desk.opened(), request),
    confused: async (request) => confused(await desk.core(), desk.opened(), request),
    agreement: async (request) => agreement(await desk.core(), desk.opened(), request),
    landscape: async (request) => landscape(await desk.core(), desk.opened(), request),
    trustLights: async (request) => trustLights(await desk.core(), desk.opened(), desk.models, request),
    withhold: async (request) => withhold(await desk.core(), desk.opened(), request),
    protocols: (request, context) => desk.sweeping(request, context, (job) => protocols(job, request), "each"),
  };
}
