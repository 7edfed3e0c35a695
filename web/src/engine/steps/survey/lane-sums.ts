import type { Projection, Ranks, Sums } from "../../../../../wasm/bind/phenolens_core";
import type { Handlers } from "../../../contract/protocol";
import { loadCore, unwrap } from "../../base/core";
import type { RanksLane, SumsLane, SumsStart } from "../../contract/survey";
import { Held } from "../../lane/held";
import type { LaneState } from "../../lane/state";

/** A lane's part of the survey's passes. */
export function sumsLane(lane: LaneState): Handlers<SumsLane & RanksLane> {
  const sums = new Held<Sums>();
  let asked: SumsStart;
  const projection = new Held<Projection>();
  const ranks = new Held<Ranks>();
  const core = () => loadCore(lane.environment);
  return {
    thin({ thinning }) {
      lane.thinning = thinning;
      return null;
    },
    async sumsStart(request) {
      asked = request;
      sums.replace(new (await core()).Sums());
      return unwrap(sums.now.start(request));
    },
    async sumsAdd({ range, cells }) {
      await lane.load(range);
      return unwrap(sums.now.add(lane.analysis, cells));
    },
    async sumsQuality({ range }) {
      await lane.load(range);
      unwrap(sums.now.add(lane.analysis, {}));
      return unwrap((await core()).cell_quality(lane.analysis));
    },
    sumsTake({ isKept }) {
      const state = unwrap(sums.now.state());
      unwrap(isKept ? sums.now.restart() : sums.now.start(asked));
      return state;
    },
    sumsEnd({ isKept }) {
      if (!isKept) sums.replace();
      return null;
    },
    projectKept(request) {
      const placed = unwrap(sums.now.kept_components(request));
      sums.replace();
      return placed;
    },
    async projectStart(request) {
      projection.replace(new (await core()).Projection());
      return unwrap(projection.now.start(request));
    },
    async projectBlock({ range, cells }) {
      await lane.load(range);
      return unwrap(projection.now.project(lane.analysis, cells));
    },
    projectEnd() {
      projection.replace();
      return null;
    },
    async ranksStart(request) {
      ranks.replace(new (await core()).Ranks());
      return unwrap(ranks.now.start(request));
    },
    async ranksRead({ range, groups, bounds }) {
      await lane.load(range);
      return unwrap((await core()).rank_parts(lane.analysis, { groups, bounds }));
    },
    ranksAdd: ({ part }) => unwrap(ranks.now.add(part)),
    ranksEnd() {
      const found = unwrap(ranks.now.tests());
      ranks.replace();
      return found;
    },
  };
}
