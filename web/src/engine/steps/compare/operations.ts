import type { CompareOperations } from "../../../contract/operations/compare";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { cellTests } from "./cells";
import { compared } from "./design";
import { expression } from "./expression";
import { phenotypeByCondition } from "./phenotype";
import { geneByDonor, genesOf } from "./tables";

export function compareOperations(desk: Desk): Handlers<CompareOperations> {
  return {
    compareDesign: async (question) => (await compared(desk.opened(), question)).design,
    compareExpression: ({ lanes, ...question }, context) =>
      desk.sweeping({ matrix: question.matrix, lanes }, context, (job) => expression(job, question)),
    compareGenes: ({ matrix, type }) => genesOf(desk.opened(), pathOf(desk, matrix), type),
    compareGene: async ({ matrix, gene }) => geneByDonor(desk.opened(), await desk.models.aliases(), pathOf(desk, matrix), gene),
    compareCells: (asked, context) => desk.sweeping(asked, context, (job) => cellTests(job, asked)),
    comparePhenotype: async (question) => phenotypeByCondition(await desk.core(), desk.opened(), question),
  };
}

const pathOf = (desk: Desk, matrix: string) => desk.opened().matrixInfo(matrix).path;
