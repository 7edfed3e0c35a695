import type { Handlers } from "../../../contract/protocol";
import { loadCore, unwrap } from "../../base/core";
import { runLayout } from "../../lane/layout";
import type { GraphLane } from "../../contract/survey";
import type { LaneState } from "../../lane/state";

/** Neighbours, layouts and clusters: nothing of them is kept in the lane. */
export function graphLane(lane: LaneState): Handlers<GraphLane> {
  const core = () => loadCore(lane.environment);
  return {
    async nearest(request) {
      const found = unwrap((await core()).find_neighbors(request));
      const { k, index, distance } = found;
      return { ...found, edges: unwrap((await core()).graph_edges({ k, index, distance })).first.length };
    },
    async settleGraph({ near, start, seed, minDist, epochs }, context) {
      return runLayout(await core(), (layout) => layout.start_near({ ...near, start, seed, min_dist: minDist, epochs }), context);
    },
    doublets: async (request) => unwrap((await core()).doublet_scores(request)),
    cluster: async (request) => unwrap((await core()).cluster(request)),
  };
}
