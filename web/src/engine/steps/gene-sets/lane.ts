import type { Handlers } from "../../../contract/protocol";
import { unwrap } from "../../base/core";
import type { ExpressedLane, SetsLane } from "../../contract/gene-sets";
import type { LaneState } from "../../lane/state";

/** Cells scored by sets of genes, and how often genes are expressed. */
export function setsLane(lane: LaneState): Handlers<SetsLane & ExpressedLane> {
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
    startSets: (request) => unwrap(lane.analysis.start_sets(request)),
    async scoreSets({ range }) {
      await lane.load(range);
      return unwrap(lane.analysis.score_sets());
    },
  };
}
