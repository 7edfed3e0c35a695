import type { Handlers } from "../pipeline/protocol";
import { loadCore } from "./core";
import type { Environment } from "./environment";
import type { LaneOperations } from "./lane-operations";
import { contextLane } from "./lanes/context";
import { editLane } from "./lanes/edit";
import { explainLane } from "./lanes/explain";
import { givenLane } from "./lanes/given";
import { graphLane } from "./lanes/graph";
import { predictLane } from "./lanes/predict";
import { pruneLane } from "./lanes/prune";
import { setsLane } from "./lanes/sets";
import { someLane } from "./lanes/some";
import { LaneState } from "./lanes/state";
import { sumsLane } from "./lanes/sums";
import { surveyLane } from "./lanes/survey";
import { trainLane } from "./lanes/train";
import { loadHdf5 } from "./readers/hdf5";
import { serially } from "./serially";

/** A worker's part of the sweep: its own reader, its own core, its own model sessions. */
export function laneHandlers(environment: Environment): Handlers<LaneOperations> {
  const lane = new LaneState(environment);
  return serially<LaneOperations>({
    async warm({ base }) {
      environment.base = base;
      await Promise.all([loadCore(environment), loadHdf5()]);
      return null;
    },
    async open({ source }) {
      await lane.open(source);
      return null;
    },
    async prepare({ matrix, genes, values, models }) {
      await lane.prepare(matrix, genes, values, models);
      return null;
    },
    ...surveyLane(lane),
    ...predictLane(lane),
    ...givenLane(lane),
    ...explainLane(lane),
    ...pruneLane(lane),
    ...setsLane(lane),
    ...contextLane(lane),
    ...someLane(lane),
    ...editLane(lane),
    ...trainLane(lane),
    ...sumsLane(lane),
    ...graphLane(lane),
    release() {
      lane.release();
      return null;
    },
  });
}
