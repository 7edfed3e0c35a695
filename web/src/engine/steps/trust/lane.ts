import type { Handlers } from "../../../contract/protocol";
import { encodeBatches } from "../../model/batches";
import { unwrap } from "../../base/core";
import type { KnownPhenotypesLane } from "../../contract/trust";
import type { LaneState } from "../../lane/state";

/** PolyGene's other protocol: only the target is masked. */
export function knownPhenotypesLane(lane: LaneState): Handlers<KnownPhenotypesLane> {
  return {
    async predictWithKnownPhenotypes({ model, range, asked, given, targets }) {
      await lane.load(range, "own");
      const { handle, manifest } = lane.models[model]!;
      const session = lane.session(model);
      const heads = manifest.heads.length;
      const logits = targets.map((head) => new Float32Array(range.count * manifest.heads[head]!.classes.length));
      const empty = new Uint8Array(range.count).fill(1);
      for (const { cells, batch } of encodeBatches(lane.analysis, handle, manifest.genes, session.backend)) {
        if (!cells.some((cell) => asked[cell])) continue;
        for (const [t, head] of targets.entries()) {
          const phenotypes = new Int32Array(batch.cells * heads);
          cells.forEach((cell, row) => phenotypes.set(given.subarray(cell * heads, (cell + 1) * heads), row * heads));
          for (let row = 0; row < batch.cells; row++) phenotypes[row * heads + head] = 0;
          const output = (await session.run({ ...batch, phenotypes })).logits[head]!;
          const width = manifest.heads[head]!.classes.length;
          cells.forEach((cell, row) => {
            if (!asked[cell]) return;
            empty[cell] = 0;
            logits[t]!.set(output.subarray(row * width, (row + 1) * width), cell * width);
          });
        }
      }
      return targets.map((head, t) => unwrap(lane.analysis.score(handle, { head, logits: logits[t]!, empty })));
    },
  };
}
