import type { Trainer } from "../../../../../wasm/bind/phenolens_core";
import type { Handlers } from "../../../contract/protocol";
import { loadCore, unwrap } from "../../base/core";
import type { TrainLane } from "../../contract/training";
import type { LaneState } from "../../lane/state";

/** A lane's part of training: its copy of the sample, and fits on it. */
export function trainLane(lane: LaneState): Handlers<TrainLane> {
  let trainer: Trainer | undefined;
  const end = () => {
    trainer?.delete();
    trainer = undefined;
  };
  return {
    async trainStart({ genesTsv, normalization, rows }) {
      end();
      const genes = unwrap(lane.analysis.start_training({ genes_tsv: genesTsv, normalization }));
      trainer = new (await loadCore(lane.environment)).Trainer();
      unwrap(trainer.start({ genes: genes.length, rows }));
      return genes;
    },
    async trainRead({ range, cells, firstRow }) {
      await lane.load(range);
      return unwrap(lane.analysis.training_part({ cells, first_row: firstRow }));
    },
    trainAdd: ({ part }) => unwrap(trainer!.add(part)),
    trainFit({ codes, classes, recipe: { choice, genes, components, classifier, c }, seed, test, list, isKept }) {
      const fit = unwrap(
        trainer!.fit({ codes, classes, choice: list ? "list" : choice, genes, components, classifier, c, seed, ...(list ? { list } : {}) }),
      );
      return {
        cells: fit.cells,
        genes: fit.genes,
        components: fit.components,
        logits: unwrap(trainer!.logits(test)),
        map: isKept ? unwrap(trainer!.map()) : null,
      };
    },
    trainRank: (request) => unwrap(trainer!.rank(request)),
    trainEnd() {
      end();
      return null;
    },
  };
}
