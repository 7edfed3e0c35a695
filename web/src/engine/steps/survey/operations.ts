import type { SurveyOperations } from "../../../contract/operations/survey";
import type { CallContext, Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { geneValues, isLarge } from "../../file/gene-values";
import { componentPositions, findComponents } from "./components";
import type { SurveyJob } from "./gather";
import { geneGroups, geneViolin } from "./gene-views";
import { findGenes } from "./genes";
import { layOutGraph } from "./layout";
import { geneKinds } from "../../genes/kinds";
import { findMarkers, keptMarkers, markerRows } from "./markers";
import { compareClusters, findClusters, findNeighbors } from "./neighbors";
import { surveyPart } from "./part";
import { maskOf, measureQuality } from "./quality";
import { lastSurvey } from "./state";
import { variableGenes } from "./variable";

type Asked = { matrix: string; mask?: Uint8Array | null; lanes: number };

export function surveyOperations(desk: Desk): Handlers<SurveyOperations> {
  const state = () => lastSurvey(desk.opened());
  const over = <T>({ matrix, lanes, mask = null }: Asked, context: CallContext<never>, work: (job: SurveyJob) => Promise<T>) =>
    desk.sweeping({ matrix, lanes }, context, (job) => work({ ...job, mask }));
  return {
    surveyQuality: (asked, context) => over(asked, context, (job) => measureQuality(job, asked.mads, asked.samples, asked.parts)),
    surveyPart: ({ range, ...asked }, context) => desk.sweeping(asked, context, (job) => surveyPart(job, range)),
    qualityValues: ({ metric }) => ({ values: state().measured()[metric].slice() }),
    qualityMask: ({ limits }) => maskOf(state(), limits),
    variableGenes: (asked, context) => over(asked, context, async (job) => structuredClone(await variableGenes(job, asked))),
    surveyComponents: (asked, context) => over(asked, context, (job) => findComponents(job, asked)),
    componentPositions: ({ x, y }) => ({ xy: componentPositions(state().placed(), x, y) }),
    componentScores: () => ({ components: state().placed().components, scores: state().placed().values.slice() }),
    surveyNeighbors: ({ lanes, matrix, ...asked }) =>
      desk.inTurn(async () => {
        desk.settling?.abort();
        const file = desk.opened();
        const [lane] = (await desk.lanes(lanes)).lanes;
        return findNeighbors(await desk.core(), file, file.sharedGenes(matrix), lane!, asked);
      }),
    surveyLayout: (asked, context) =>
      desk.layingOut(context.signal, async (signal) =>
        layOutGraph(desk.opened(), (await desk.anyLanes())[0]!, asked, { ...context, signal }),
      ),
    // The last lane, since the first may be settling a layout.
    surveyClusters: (asked) => desk.inTurn(async () => findClusters(desk.opened(), (await desk.anyLanes()).at(-1)!, asked)),
    clusterAgreement: async ({ column }) => compareClusters(await desk.core(), desk.opened(), column),
    surveyMarkers: (asked, context) => over(asked, context, (job) => findMarkers(job, asked)),
    geneKinds: async (asked) => geneKinds(await desk.core(), asked),
    markerRows: async (asked) => markerRows(await desk.core(), keptMarkers(desk.opened()), asked),
    geneGroups: (asked, context) => over(asked, context, async (job) => geneGroups(job, await job.models.aliases(), asked.genes, asked.by)),
    async geneViolin({ matrix: asked, mask, gene, by, bins }, { signal }) {
      const file = desk.opened();
      const matrix = file.sharedGenes(asked);
      return geneViolin({ matrix, mask, gene, by, bins, core: await desk.core(), file }, await desk.models.aliases(), async (column) =>
        geneValues(file, await desk.idleLanes(isLarge(file, matrix)), matrix, [column], signal),
      );
    },
    findGenes: async ({ matrix, text, limit }) =>
      findGenes(await desk.opened().geneNames(matrix), await desk.models.aliases(), text, limit),
  };
}
