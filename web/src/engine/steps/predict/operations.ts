import type { AnalysisOperations } from "../../../contract/operations/analysis";
import type { Handlers } from "../../../contract/protocol";
import { analyze } from "./analyze";
import { analyzePart } from "./part";
import type { Desk } from "../../desk";
import { layOut } from "../../results/layout";

export function analysisOperations(desk: Desk): Handlers<AnalysisOperations> {
  return {
    analyze: (options, context) => desk.sweeping(options, context, (job) => analyze(job, options), "each"),
    analyzePart: ({ range, ...options }, context) => desk.sweeping(options, context, (job) => analyzePart(job, options, range), "each"),
    layout: ({ model, seed }, context) =>
      desk.layingOut(context.signal, async (signal) => {
        const results = desk.opened().result(model);
        const {
          lanes: [lane],
        } = await desk.lanes(0);
        const xy = await layOut(await desk.core(), lane!, results, seed, { ...context, signal });
        results.umap = xy.slice();
        return { xy };
      }),
  };
}
