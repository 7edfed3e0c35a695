import { AnalysisError } from "../../../contract/errors";
import type { VoteOperations } from "../../../contract/operations/votes";
import type { Handlers } from "../../../contract/protocol";
import { HETEROGENEOUS, type MajorityVote } from "../../../contract/votes";
import type { Desk } from "../../desk";
import { Kept } from "../../file/kept";
import { headOf } from "../../file/scores";
import { majorityOf } from "./majority";
import { overClusters, type OverClusters } from "./over-clusters";

/** Clusters found last, with what they were asked by. */
const CLUSTERS = new Kept<{ of: string; clusters: OverClusters }>("The cells have not been clustered for a vote yet.");

export function voteOperations(desk: Desk): Handlers<VoteOperations> {
  return {
    majorityVote: ({ model, phenotype, over, minProp, seed, lanes }, context) =>
      desk.sweeping({ matrix: desk.opened().analyzed.matrix, lanes }, context, async (job): Promise<MajorityVote> => {
        const started = performance.now();
        if (!(minProp >= 0 && minProp <= 1))
          throw new AnalysisError("bad-input", `The least share of a majority is from 0 to 1, not ${minProp}.`);
        const { file, matrix } = job;
        const results = file.result(model, matrix);
        const predicted = headOf(results, phenotype).labelled();
        const of = JSON.stringify([over, seed]);
        const known = CLUSTERS.find(file, matrix);
        const { clusters } = known?.of === of ? known : CLUSTERS.put(file, matrix, { of, clusters: await overClusters(job, over, seed) });
        const { labels, codes } = majorityOf(predicted, clusters, minProp, (cell) => results.isWithheld(cell) || !results.isDone(cell));
        const other = labels.indexOf(HETEROGENEOUS);
        const count = (is: (cell: number) => boolean) => codes.reduce((sum, _, cell) => sum + Number(is(cell)), 0);
        const vote: MajorityVote = {
          model,
          phenotype,
          over,
          resolution: clusters.resolution,
          minProp,
          clusters: clusters.labels,
          clusterCodes: clusters.codes,
          labels,
          codes,
          changed: count(
            (cell) => codes[cell]! >= 0 && predicted.codes[cell]! >= 0 && labels[codes[cell]!] !== predicted.labels[predicted.codes[cell]!],
          ),
          heterogeneous: count((cell) => codes[cell] === other),
          seconds: (performance.now() - started) / 1000,
        };
        results.votes.set(phenotype, vote);
        // What is sent is given away.
        return { ...vote, clusterCodes: vote.clusterCodes.slice(), codes: vote.codes.slice() };
      }),
    forgetVote({ model, phenotype }) {
      desk.opened().result(model).votes.delete(phenotype);
      return null;
    },
  };
}
