import type { SetScores } from "../../../../../wasm/bind/phenolens_core";
import type { Handlers } from "../../../contract/protocol";
import { loadCore, unwrap } from "../../base/core";
import type { SetsLane } from "../../contract/lane-operations";
import { Held } from "../../lane/held";
import type { LaneState } from "../../lane/state";

/** Cells scored by sets of genes. */
export function setsLane(lane: LaneState): Handlers<SetsLane> {
  const scores = new Held<SetScores>();
  return {
    async startSets(request) {
      scores.replace(new (await loadCore(lane.environment)).SetScores());
      return unwrap(scores.now.start(lane.analysis, request));
    },
    async scoreSets({ range }) {
      await lane.load(range);
      return unwrap(scores.now.score(lane.analysis));
    },
  };
}
