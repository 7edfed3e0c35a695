import { AnalysisError } from "../../pipeline/errors";
import type { SurveyOperations } from "../../pipeline/operations/survey";
import type { Handlers } from "../../pipeline/protocol";
import type { Desk } from "../desk";
import type { LanePool } from "../lane-pool";
import { componentPositions, findComponents } from "../survey/components";
import { findGenes, readAliases, surveyGenes, type Aliases } from "../survey/genes";
import { maskOf, measureQuality } from "../survey/quality";
import { surveyState } from "../survey/state";
import { variableGenes } from "../survey/variable";

const notYet = (): never => {
  throw new AnalysisError("unsupported", "This step of the survey is not there yet.");
};

export function surveyOperations(desk: Desk): Handlers<SurveyOperations> {
  let aliases: Promise<Aliases> | undefined;
  const state = () => surveyState(desk.opened());
  const sweeping = <T>(lanes: number, work: (of: { core: Awaited<ReturnType<Desk["core"]>>; pool: LanePool; file: ReturnType<Desk["opened"]> }) => Promise<T>) =>
    desk.sweeping(lanes, async (pool) => work({ core: await desk.core(), pool, file: desk.opened() }));
  /** Aliases come with the first model that knows any. */
  const readAll = async (): Promise<Aliases> => {
    const tables = await Promise.all(desk.models.infos().map(({ name }) => desk.models.folder(name).text("genes")));
    return readAliases(tables.find((text) => text.startsWith("symbol\tensembl_id\taliases")) ?? "");
  };
  return {
    surveyQuality: ({ matrix, mads, lanes }, context) => sweeping(lanes, (of) => measureQuality({ ...of, matrix, context }, mads)),
    qualityValues: ({ metric }) => ({ values: state().measured()[metric].slice() }),
    qualityMask: ({ limits }) => maskOf(state(), limits === "automatic" ? state().automatic : limits),
    variableGenes: ({ matrix, mask, lanes, ...asked }, context) => sweeping(lanes, async (of) => structuredClone(await variableGenes({ ...of, matrix, mask, context }, asked))),
    surveyComponents: ({ matrix, mask, lanes, ...asked }, context) => sweeping(lanes, (of) => findComponents({ ...of, matrix, mask, context }, asked)),
    componentPositions: ({ x, y }) => ({ xy: componentPositions(state().placed(), x, y) }),
    componentScores: () => ({ components: state().placed().components, scores: state().placed().values.slice() }),
    surveyNeighbors: notYet,
    surveyLayout: notYet,
    surveyClusters: notYet,
    clusterAgreement: notYet,
    surveyMarkers: notYet,
    markerRows: notYet,
    geneGroups: notYet,
    geneViolin: notYet,
    async findGenes({ matrix, text, limit }) {
      const file = desk.opened();
      return findGenes(await surveyGenes(file, matrix), await (aliases ??= readAll()), text, limit);
    },
  };
}
