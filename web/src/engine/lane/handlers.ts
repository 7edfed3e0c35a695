import type { Handlers } from "../../contract/protocol";
import { loadCore, takeCompiledCore } from "../base/core";
import type { Environment } from "../base/environment";
import type { LaneOperations } from "../contract/lane-operations";
import { contextLane } from "../steps/gene-states/lane";
import { editLane } from "../steps/edit/lane";
import { explainLane } from "../steps/attribution/lane";
import { knownPhenotypesLane } from "../steps/trust/lane";
import { integrateLane } from "../steps/integrate/lane";
import { graphLane } from "../steps/survey/lane-graph";
import { predictLane } from "../steps/predict/lane";
import { pruneLane } from "../steps/deletion/lane";
import { setsLane } from "../steps/gene-sets/lane";
import { chosenCellsLane } from "../steps/gene-sets/lane-chosen-cells";
import { LaneState } from "./state";
import { sumsLane } from "../steps/survey/lane-sums";
import { surveyLane } from "../steps/predict/lane-quality";
import { trainLane } from "../steps/training/lane";
import { loadHdf5 } from "../readers/hdf5";
import { serially } from "../base/serially";

/** A worker's part of the sweep: its own reader, its own core, its own model sessions. */
export function laneHandlers(environment: Environment): Handlers<LaneOperations> {
  const lane = new LaneState(environment);
  // Meanwhile the core is compiled elsewhere; a failure is met, and told, when a file is opened.
  loadHdf5().catch(() => undefined);
  return serially<LaneOperations>({
    async warm({ base, core }, { part }) {
      part("runs");
      environment.base = base;
      takeCompiledCore(core);
      await Promise.all([loadCore(environment), loadHdf5()]);
      return null;
    },
    async open(file) {
      await lane.open(file);
      return null;
    },
    prepare: (asked) => lane.prepare(asked),
    ...surveyLane(lane),
    ...predictLane(lane),
    ...knownPhenotypesLane(lane),
    ...explainLane(lane),
    ...pruneLane(lane),
    ...setsLane(lane),
    ...contextLane(lane),
    ...chosenCellsLane(lane),
    ...editLane(lane),
    ...trainLane(lane),
    ...sumsLane(lane),
    ...graphLane(lane),
    ...integrateLane(lane),
    release() {
      lane.release();
      return null;
    },
  });
}
