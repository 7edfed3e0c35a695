import type { Sums } from "../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../pipeline/errors";
import type { Handlers } from "../../pipeline/protocol";
import { loadCore, unwrap } from "../core";
import type { SumsLane } from "../survey/lane-types";
import type { LaneState } from "./state";

/** A lane's part of a survey's pass: sums over its blocks' cells. */
export function sumsLane(lane: LaneState): Handlers<SumsLane> {
  let sums: Sums | undefined;
  const end = () => {
    sums?.delete();
    sums = undefined;
  };
  const gathering = (): Sums => {
    if (!sums) throw new AnalysisError("internal", "The lane gathers no sums.");
    return sums;
  };
  return {
    async sumsStart(request) {
      end();
      sums = new (await loadCore(lane.environment)).Sums();
      return unwrap(sums.start(request));
    },
    async sumsAdd({ range, mask }) {
      await lane.load(range);
      return unwrap(gathering().add(lane.analysis, mask ? { mask } : {}));
    },
    async sumsQuality({ range }) {
      await lane.load(range);
      unwrap(gathering().add(lane.analysis, {}));
      return unwrap((await loadCore(lane.environment)).cell_quality(lane.analysis));
    },
    sumsEnd() {
      const state = unwrap(gathering().state());
      end();
      return state;
    },
  };
}
