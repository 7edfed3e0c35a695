import type { Handlers } from "../../pipeline/protocol";
import { unwrap } from "../core";
import type { SetsLane } from "../lane-operations";
import type { LaneState } from "./state";

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
