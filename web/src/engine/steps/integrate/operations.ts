import type { IntegrateOperations } from "../../../contract/operations/integrate";
import type { Handlers } from "../../../contract/protocol";
import { Pace } from "../../base/pace";
import type { Desk } from "../../desk";
import { lastSurvey } from "../survey/state";
import { AnalysisError } from "../../../contract/errors";
import { integrate } from "./integrate";

/** Progress is told in so many parts. */
const PARTS = 1000;

export function integrateOperations(desk: Desk): Handlers<IntegrateOperations> {
  return {
    surveyIntegrate: (asked, context) =>
      desk.inTurn(async () => {
        desk.settling?.abort();
        const file = desk.opened();
        // The last lane: the first may be settling a layout.
        const lane = (await desk.lanes(asked.lanes)).lanes.at(-1)!;
        const pace = new Pace("integration", PARTS);
        return integrate(await desk.core(), file, file.sharedGenes(asked.matrix), lane, asked, context.signal, (share) =>
          context.progress(pace.add(Math.max(0, Math.round(share * PARTS) - pace.done))),
        );
      }),
    integratedScores() {
      const { integrated } = lastSurvey(desk.opened());
      if (!integrated) throw new AnalysisError("bad-input", "No batches have been laid over each other yet.");
      return { components: integrated.components, scores: integrated.values.slice() };
    },
  };
}
