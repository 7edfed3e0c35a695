import type { GeneSetOperations } from "../../../contract/operations/gene-sets";
import type { SetAloneOperations } from "../../../contract/operations/set-alone";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { keptScores, SCORED, scoreCells, scoresOfSet } from "./cell-scores";
import { enrich } from "./enrich";
import { setAlone } from "./set-alone";

export function geneSetOperations(desk: Desk): Handlers<GeneSetOperations & SetAloneOperations> {
  return {
    setAlone: (request, context) => desk.sweeping(request, context, (job) => setAlone(job, request)),
    enrich: async (request) => enrich(await desk.core(), request),
    scoreSets: (request, context) =>
      desk.sweeping(request, context, async (job) => {
        const { scored, report } = await scoreCells(job, request);
        SCORED.put(job.file, job.matrix, scored);
        return report;
      }),
    async setScores({ matrix, set }, context) {
      const scored = SCORED.of(desk.opened(), matrix);
      const kept = keptScores(scored, set);
      return { values: kept ?? (await desk.sweeping({ matrix, lanes: 0 }, context, (job) => scoresOfSet(job, scored, set))) };
    },
  };
}
