import type { Handlers } from "../../../contract/protocol";
import { loadCore, unwrap } from "../../base/core";
import { geneColumn } from "../../readers/gene-column";
import type { SurveyLane } from "../../contract/predict";
import { settle } from "../../lane/layout";
import type { LaneState } from "../../lane/state";

/** What the core does alone: quality, linear models, one gene, layouts. */
export function surveyLane(lane: LaneState): Handlers<SurveyLane> {
  return {
    async survey({ threshold, sexGenes, ...range }) {
      await lane.load(range);
      const { whole, ...quality } = unwrap(lane.analysis.survey({}));
      const linear = lane.models.filter(({ manifest }) => manifest.kind === "linear");
      return {
        quality,
        whole,
        ...(sexGenes ? { sex: unwrap((await loadCore(lane.environment)).sex_counts(lane.analysis, { genes: sexGenes })) } : {}),
        predictions: linear.map(({ handle }) =>
          unwrap(threshold === undefined ? lane.analysis.predict(handle) : lane.analysis.predict(handle, { threshold })),
        ),
      };
    },
    async gene({ matrix, columns, values, range }) {
      return geneColumn(await lane.file.block(matrix, range.first, range.count), columns, values);
    },
    layout: async (request, context) => settle(await loadCore(lane.environment), request, context),
    state: () => unwrap(lane.analysis.state()),
    report({ states }) {
      for (const state of states) unwrap(lane.analysis.merge(state));
      return unwrap(lane.analysis.report());
    },
  };
}
