import type { AttributionOperations } from "../../../contract/operations/attribution";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { attribute } from "./attribute";
import { cellGenes, geneInCells, lookAhead } from "./answers";
import { EXPLAINED } from "./explanation";

/** Cells beyond which a pass takes too long to make unasked. */
const AHEAD_CELLS = 150_000;

export function attributionOperations(desk: Desk): Handlers<AttributionOperations> {
  const explained = (matrix: string) => EXPLAINED.of(desk.opened(), matrix);
  const isLinear = (model: string) => desk.models.folder(model).manifest.kind === "linear";
  return {
    attribute: (request, context) =>
      desk.sweeping(
        request,
        context,
        async (job) => {
          const { explanation, report } = await attribute(job, request);
          EXPLAINED.put(job.file, job.matrix, explanation);
          return report;
        },
        "each",
      ),
    async attributionAhead({ matrix }, context) {
      const explanation = explained(matrix);
      const { request, chosen } = explanation;
      if (isLinear(request.model) && chosen.cells.length <= AHEAD_CELLS)
        await desk.sweeping({ matrix, lanes: request.lanes }, context, (job) => lookAhead(job, explanation, []), "each");
      return null;
    },
    async attributionOfGene({ matrix, gene }, context) {
      const explanation = explained(matrix);
      const { request } = explanation;
      if (isLinear(request.model) && !explanation.ahead.has(gene))
        await desk.sweeping({ matrix, lanes: request.lanes }, context, (job) => lookAhead(job, explanation, [gene]), "each");
      return { values: geneInCells(explanation, gene, isLinear(request.model), desk.opened().info.cells) };
    },
    async attributionOfCell({ matrix, cell, genes }, context) {
      const explanation = explained(matrix);
      const place = explanation.place(cell);
      if (place === undefined || Number.isNaN(explanation.atCell[place]!)) return null;
      const tokens = explanation.tokensOf(place);
      if (tokens) return explanation.cell(place, tokens, genes);
      const row = await desk.sweeping(
        { matrix, lanes: explanation.request.lanes },
        context,
        (job) => cellGenes(job, explanation, place),
        "each",
      );
      return explanation.cell(place, row, genes);
    },
  };
}
