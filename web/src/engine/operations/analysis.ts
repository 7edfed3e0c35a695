import type { AnalysisOperations } from "../../pipeline/operations/analysis";
import type { Handlers } from "../../pipeline/protocol";
import { analyze } from "../analyze";
import type { Desk } from "../desk";
import { layOut } from "../layout";

export function analysisOperations(desk: Desk): Handlers<AnalysisOperations> {
  return {
    analyze: (options, context) => desk.sweeping(options.lanes, async (pool) =>
      analyze({ environment: desk.environment, core: await desk.core(), models: desk.models, pool, file: desk.opened(), options, context })),
    async layout({ model, seed }, context) {
      const results = desk.opened().result(model);
      desk.settling?.abort();
      const mine = (desk.settling = new AbortController());
      context.signal.addEventListener("abort", () => mine.abort());
      try {
        const { lanes: [lane] } = await desk.lanes(0);
        const xy = await layOut(await desk.core(), lane!, results, seed, { ...context, signal: mine.signal });
        results.umap = xy.slice();
        return { xy };
      } finally {
        if (desk.settling === mine) desk.settling = undefined;
      }
    },
  };
}
