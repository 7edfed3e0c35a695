import { AnalysisError } from "../../../contract/errors";
import type { DoubletOperations } from "../../../contract/operations/doublets";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { callOf, DOUBLETS, doubletsByGroup, isPredicted, type Doublets } from "../../file/doublets";
import { resolveGroups } from "../survey/grouping";
import { findDoublets } from "./find";

export function doubletOperations(desk: Desk): Handlers<DoubletOperations> {
  const last = (): Doublets => {
    const found = DOUBLETS.last(desk.opened());
    if (!found) throw new AnalysisError("bad-input", "Doublets have not been scored yet.");
    return found;
  };
  return {
    findDoublets: ({ matrix, mask, lanes, ...asked }, context) =>
      desk.sweeping({ matrix, lanes }, context, (job) => findDoublets({ ...job, mask }, asked)),
    callDoublets({ threshold }) {
      if (threshold !== null && !(threshold >= 0 && threshold <= 1))
        throw new AnalysisError("bad-input", `A threshold of doublet scores lies from 0 to 1; ${threshold} does not.`);
      const found = last();
      found.threshold = threshold;
      return callOf(found);
    },
    doubletScores() {
      const found = last();
      return { scores: found.scores.slice(), predicted: Uint8Array.from(found.scores, (_, cell) => Number(isPredicted(found, cell))) };
    },
    doubletGroups: async ({ by }) => doubletsByGroup(last(), await resolveGroups(desk.opened(), by)),
  };
}
