import { AnalysisError } from "../../../contract/errors";
import type { GeneSetOperations } from "../../../contract/operations/gene-sets";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { scoreCells, scoresOfSet, type ScoredCells } from "./cell-scores";
import { enrich } from "./enrich";

export function geneSetOperations(desk: Desk): Handlers<GeneSetOperations> {
  let last: ScoredCells | undefined;
  return {
    enrich: async (request) => enrich(await desk.core(), request),
    scoreSets: (request, context) =>
      desk.sweeping(request.lanes, async (pool) => {
        const { scored, report } = await scoreCells(desk, pool, request, context);
        last = scored;
        return report;
      }),
    async setScores({ set }) {
      if (!last || last.file !== desk.file) throw new AnalysisError("bad-input", "Cells have not been scored by sets of genes yet.");
      return { values: await scoresOfSet(desk, last, set) };
    },
  };
}
