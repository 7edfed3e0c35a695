import type { SurveyOperations } from "../../../contract/operations/survey";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { geneValues } from "../../file/gene-values";
import type { LanePool } from "../../pool/lane-pool";
import { componentPositions, findComponents } from "./components";
import { geneGroups, geneViolin } from "./gene-views";
import { findGenes, readAliases, surveyGenes, type Aliases } from "./genes";
import { layOutGraph } from "./layout";
import { findMarkers, keptMarkers, markerRows } from "./markers";
import { compareClusters, findClusters, findNeighbors } from "./neighbors";
import { maskOf, measureQuality } from "./quality";
import { surveyState } from "./state";
import { variableGenes } from "./variable";

export function surveyOperations(desk: Desk): Handlers<SurveyOperations> {
  let aliases: Promise<Aliases> | undefined;
  const state = () => surveyState(desk.opened());
  const sweeping = <T>(
    lanes: number,
    work: (of: { core: Awaited<ReturnType<Desk["core"]>>; pool: LanePool; file: ReturnType<Desk["opened"]> }) => Promise<T>,
  ) => desk.sweeping(lanes, async (pool) => work({ core: await desk.core(), pool, file: desk.opened() }));
  /** Aliases come with the first model that knows any. */
  const readAll = async (): Promise<Aliases> => {
    const tables = await Promise.all(desk.models.infos().map(({ name }) => desk.models.folder(name).text("genes")));
    return readAliases(tables.find((text) => text.startsWith("symbol\tensembl_id\taliases")) ?? "");
  };
  const known = () => (aliases ??= readAll());
  return {
    surveyQuality: ({ matrix, mads, lanes }, context) => sweeping(lanes, (of) => measureQuality({ ...of, matrix, context }, mads)),
    qualityValues: ({ metric }) => ({ values: state().measured()[metric].slice() }),
    qualityMask: ({ limits }) => maskOf(state(), limits === "automatic" ? state().automatic : limits),
    variableGenes: ({ matrix, mask, lanes, ...asked }, context) =>
      sweeping(lanes, async (of) => structuredClone(await variableGenes({ ...of, matrix, mask, context }, asked))),
    surveyComponents: ({ matrix, mask, lanes, ...asked }, context) =>
      sweeping(lanes, (of) => findComponents({ ...of, matrix, mask, context }, asked)),
    componentPositions: ({ x, y }) => ({ xy: componentPositions(state().placed(), x, y) }),
    componentScores: () => ({ components: state().placed().components, scores: state().placed().values.slice() }),
    surveyNeighbors: ({ lanes, ...asked }) =>
      desk.inTurn(async () => {
        desk.settling?.abort();
        return findNeighbors(await desk.core(), desk.opened(), (await desk.lanes(lanes)).lanes[0]!, asked);
      }),
    surveyLayout: (asked, context) =>
      desk.layingOut(context.signal, async (signal) =>
        layOutGraph(desk.opened(), (await desk.anyLanes())[0]!, asked, { ...context, signal }),
      ),
    // The last lane, since the first may be settling a layout.
    surveyClusters: (asked) => desk.inTurn(async () => findClusters(desk.opened(), (await desk.anyLanes()).at(-1)!, asked)),
    clusterAgreement: async ({ column }) => compareClusters(await desk.core(), desk.opened(), column),
    surveyMarkers: ({ matrix, mask, lanes, ...asked }, context) =>
      sweeping(lanes, (of) => findMarkers({ ...of, matrix, mask, context }, asked)),
    markerRows: async (asked) => markerRows(await desk.core(), keptMarkers(desk.opened()), asked),
    geneGroups: ({ matrix, mask, lanes, genes, by }, context) =>
      sweeping(lanes, async (of) => geneGroups({ ...of, matrix, mask, context }, await known(), genes, by)),
    async geneViolin({ matrix, mask, gene, by, bins }, { signal }) {
      return geneViolin({ matrix, mask, gene, by, bins, core: await desk.core(), file: desk.opened() }, await known(), (column) =>
        geneValues(desk, matrix, [column], signal),
      );
    },
    async findGenes({ matrix, text, limit }) {
      const file = desk.opened();
      return findGenes(await surveyGenes(file, matrix), await known(), text, limit);
    },
  };
}
