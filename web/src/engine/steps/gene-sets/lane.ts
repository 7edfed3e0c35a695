import type { Handlers } from "../../../contract/protocol";
import { unwrap } from "../../base/core";
import type { SetsLane } from "../../contract/gene-sets";
import type { LaneState } from "../../lane/state";

/** Cells scored by sets of genes. */
export function setsLane(lane: LaneState): Handlers<SetsLane> {
  return {
    startSets: (request) => unwrap(lane.analysis.start_sets(request)),
    async scoreSets({ range }) {
      await lane.load(range);
      return unwrap(lane.analysis.score_sets());
    },
  };
}
