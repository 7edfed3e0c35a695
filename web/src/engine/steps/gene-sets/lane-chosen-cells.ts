import type { Handlers } from "../../../contract/protocol";
import { encodeBatches } from "../../model/batches";
import { unwrap } from "../../base/core";
import type { ChosenCellsLane } from "../../contract/gene-sets";
import type { LaneState } from "../../lane/state";

/** A model's answers on some cells of a block. */
export function chosenCellsLane(lane: LaneState): Handlers<ChosenCellsLane> {
  return {
    async predictCells({ model, range, cells }) {
      await lane.load(range);
      const { handle, manifest } = lane.models[model]!;
      if (manifest.kind !== "onnx") {
        const { heads } = unwrap(lane.analysis.predict(handle));
        return heads.map(({ k, top, entropy }) => {
          const some = new Uint16Array(cells.length * k);
          cells.forEach((cell, i) => some.set(top.subarray(cell * k, (cell + 1) * k), i * k));
          return { k, top: some, entropy: Float32Array.from(cells, (cell) => entropy[cell]!) };
        });
      }
      const place = new Map([...cells].map((cell, i) => [cell, i]));
      const empty = new Uint8Array(cells.length).fill(1);
      const logits = manifest.heads.map(({ classes }) => new Float32Array(cells.length * classes.length));
      for (const { cells: offsets, batch } of encodeBatches(lane.analysis, handle, manifest.genes, "wasm", cells)) {
        const output = await lane.session(model).run(batch);
        offsets.forEach((offset, row) => {
          const i = place.get(offset)!;
          empty[i] = 0;
          manifest.heads.forEach(({ classes: { length } }, h) =>
            logits[h]!.set(output.logits[h]!.subarray(row * length, (row + 1) * length), i * length),
          );
        });
      }
      return logits.map((values, head) => {
        const { k, top, entropy } = unwrap(lane.analysis.score(handle, { head, logits: values, empty }));
        return { k, top, entropy };
      });
    },
  };
}
