import type { Handlers } from "../../../contract/protocol";
import { loadCore, unwrap } from "../../base/core";
import { geneColumn } from "../../readers/gene-column";
import type { SurveyLane } from "../../contract/predict";
import { settle } from "../../lane/layout";
import type { LaneState } from "../../lane/state";

/** What the core does alone: quality, models that the core runs, one gene, layouts. */
export function surveyLane(lane: LaneState): Handlers<SurveyLane> {
  return {
    async survey({ threshold, sexGenes, unread = [], ...range }) {
      await lane.load(range);
      const { whole, ...quality } = unwrap(lane.analysis.survey({}));
      const quick = lane.models.filter(({ manifest }) => manifest.kind !== "onnx");
      return {
        quality,
        whole,
        ...(sexGenes ? { sex: unwrap((await loadCore(lane.environment)).sex_counts(lane.analysis, { genes: sexGenes })) } : {}),
        predictions: quick.map(({ handle }, i) => {
          if (unread.includes(i)) return null;
          const { score, delta, overMedian, ...rest } = unwrap(lane.analysis.predict(handle, threshold === undefined ? {} : { threshold }));
          return score && delta && overMedian ? { ...rest, fit: { score, delta, overMedian } } : rest;
        }),
      };
    },
    async gene({ matrix, columns, values, range }) {
      return geneColumn(await lane.file.block(matrix, range.first, range.count), columns, values);
    },
    layout: async (request, context) => settle(await loadCore(lane.environment), request, context),
    state: () => lane.state(),
    report: ({ states }) => lane.report(states),
  };
}
