import type { CompareOperations } from "../../../contract/operations/compare";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { cellTests } from "./cells";
import { composition } from "./composition";
import { compared } from "./design";
import { expression } from "./expression";
import { moved } from "./moved";
import { comparePart } from "./part";
import { phenotypeByCondition } from "./phenotype";
import { setsOf } from "./sets";
import { geneByDonor, genesOf } from "./tables";

export function compareOperations(desk: Desk): Handlers<CompareOperations> {
  return {
    compareDesign: async (question) => (await compared(desk.opened(), question)).design,
    compareComposition: async (question) => composition(await desk.core(), desk.opened(), question),
    compareExpression: ({ lanes, ...question }, context) =>
      desk.sweeping({ matrix: question.matrix, lanes }, context, (job) => expression(job, question)),
    comparePart: ({ lanes, range, ...question }, context) =>
      desk.sweeping({ matrix: question.matrix, lanes }, context, (job) => comparePart(job, question, range)),
    compareGenes: ({ matrix, type }) => genesOf(desk.opened(), pathOf(desk, matrix), type),
    compareGene: async ({ matrix, gene }) => geneByDonor(desk.opened(), await desk.models.aliases(), pathOf(desk, matrix), gene),
    compareSets: async (asked) => setsOf(await desk.core(), desk.opened(), { ...asked, matrix: pathOf(desk, asked.matrix) }),
    compareCells: (asked, context) => desk.sweeping(asked, context, (job) => cellTests(job, asked)),
    comparePhenotype: async (question) => phenotypeByCondition(await desk.core(), desk.opened(), question),
    compareMoved: (question, context) => desk.sweeping({ matrix: question.matrix, lanes: 0 }, context, (job) => moved(job, question)),
  };
}

const pathOf = (desk: Desk, matrix: string) => desk.opened().sharedGenes(matrix);
