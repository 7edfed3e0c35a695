import type { SetScores } from "../../../../../wasm/bind/phenolens_core";
import type { Handlers } from "../../../contract/protocol";
import { loadCore, unwrap } from "../../base/core";
import type { ExpressedLane, SetsLane } from "../../contract/gene-sets";
import { Held } from "../../lane/held";
import type { LaneState } from "../../lane/state";

/** Cells scored by sets of genes, and how often genes are expressed. */
export function setsLane(lane: LaneState): Handlers<SetsLane & ExpressedLane> {
  const scores = new Held<SetScores>();
  return {
    async countExpressed({ range, cells }) {
      const block = await lane.file.block(lane.matrix, range.first, range.count);
      const counts = new Int32Array(block.genes);
      for (const cell of cells) {
        const [from, to] =
          block.layout === "csr" ? [block.indptr[cell]!, block.indptr[cell + 1]!] : [cell * block.genes, (cell + 1) * block.genes];
        for (let i = from; i < to; i++) if (block.values[i]! > 0) counts[block.layout === "csr" ? block.indices[i]! : i - from]!++;
      }
      return counts;
    },
    async startSets(request) {
      scores.replace(new (await loadCore(lane.environment)).SetScores());
      return unwrap(scores.now.start(lane.analysis, request));
    },
    async scoreSets({ range }) {
      await lane.load(range);
      return unwrap(scores.now.score(lane.analysis));
    },
  };
}
