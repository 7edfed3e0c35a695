import type { Trainer, TrainingScores } from "../../../../../wasm/bind/phenolens_core";
import type { Handlers } from "../../../contract/protocol";
import { loadCore, unwrap } from "../../base/core";
import type { TrainLane } from "../../contract/training";
import { Held } from "../../lane/held";
import type { LaneState } from "../../lane/state";

/** A lane's part of training: its copy of the sample, and fits on it. */
export function trainLane(lane: LaneState): Handlers<TrainLane> {
  const trainer = new Held<Trainer>();
  const scores = new Held<TrainingScores>();
  const end = () => {
    trainer.replace();
    scores.replace();
  };
  return {
    async trainStart({ genesTsv, normalization, rows }) {
      end();
      const core = await loadCore(lane.environment);
      scores.replace(new core.TrainingScores());
      const genes = unwrap(scores.now.start(lane.analysis, { genes_tsv: genesTsv, normalization }));
      trainer.replace(new core.Trainer());
      unwrap(trainer.now.start({ genes: genes.length, rows }));
      return genes;
    },
    async trainRead({ range, cells, firstRow }) {
      await lane.load(range);
      return unwrap(scores.now.part(lane.analysis, { cells, first_row: firstRow }));
    },
    trainAdd: ({ part }) => unwrap(trainer.now.add(part)),
    trainFit({ codes, classes, recipe: { choice, genes, components, classifier, c }, seed, test, list, isKept }) {
      const fit = unwrap(
        trainer.now.fit({
          codes,
          classes,
          choice: list ? "list" : choice,
          genes,
          components,
          classifier,
          c,
          seed,
          ...(list ? { list } : {}),
        }),
      );
      return {
        cells: fit.cells,
        genes: fit.genes,
        components: fit.components,
        logits: unwrap(trainer.now.logits(test)),
        map: isKept ? unwrap(trainer.now.map()) : null,
      };
    },
    trainComposite: (request) => unwrap(trainer.now.composite(request)),
    trainRank: (request) => unwrap(trainer.now.rank(request)),
    trainEnd() {
      end();
      return null;
    },
  };
}
