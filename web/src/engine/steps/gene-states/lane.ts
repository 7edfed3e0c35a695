import { AnalysisError } from "../../../contract/errors";
import type { Handlers } from "../../../contract/protocol";
import { encodeBatches } from "../../model/batches";
import type { GeneStatesLane, GeneStatesStart } from "../../contract/gene-states";
import type { LaneState } from "../../lane/state";

interface Gathering extends GeneStatesStart {
  /** Place of a vocabulary gene among those watched; -1. */
  place: Int32Array;
  dims: number;
  counts: Float64Array<ArrayBuffer>;
  sums: Float64Array<ArrayBuffer>;
  tokens: Float64Array<ArrayBuffer>;
  total: Float64Array<ArrayBuffer>;
}

/** Hidden states of gene tokens: of one gene cell by cell, of many as sums over the cells of a context. */
export function contextLane(lane: LaneState): Handlers<GeneStatesLane> {
  let now: Gathering | undefined;
  const gathering = (): Gathering => {
    if (!now) throw new AnalysisError("internal", "The lane gathers no states.");
    return now;
  };
  return {
    async contextFind({ model, gene, range }) {
      await lane.load(range, "own");
      const { handle, manifest } = lane.models[model]!;
      const has = new Uint8Array(range.count);
      const counts = new Int32Array(manifest.genes + 1);
      for (const { cells, batch } of encodeBatches(lane.analysis, handle, manifest.genes, "wasm")) {
        batch.genes.forEach((token, i) => {
          counts[token]!++;
          if (token === gene) has[cells[Math.floor(i / batch.length)]!] = 1;
        });
      }
      return { has, counts: counts.slice(0, manifest.genes) };
    },
    contextStart(request) {
      const { manifest } = lane.models[request.model]!;
      const dims = manifest.onnx!.embedding_size;
      const place = new Int32Array(manifest.genes + 1).fill(-1);
      request.genes.forEach((gene, i) => {
        place[gene] = i;
      });
      const of = (each: number) => new Float64Array(request.contexts * each);
      now = {
        ...request,
        place,
        dims,
        counts: of(request.genes.length),
        sums: of(request.genes.length * dims),
        tokens: of(1),
        total: of(dims),
      };
      return null;
    },
    async context({ range, cells, contexts }) {
      const { model, gene, place, dims, genes, counts, sums, tokens, total } = gathering();
      await lane.load(range, "own");
      const { handle, manifest } = lane.models[model]!;
      const own = new Map([...cells].map((cell, i) => [cell, i]));
      const out = new Float32Array(cells.length * dims).fill(NaN);
      for (const { cells: offsets, batch } of encodeBatches(lane.analysis, handle, manifest.genes, "wasm", cells)) {
        const states = await lane.session(model).states(batch);
        offsets.forEach((offset, row) => {
          const context = contexts[own.get(offset)!]!;
          for (let i = 0; i < batch.length; i++) {
            const token = batch.genes[row * batch.length + i]!;
            if (!batch.mask[row * batch.length + i]) continue;
            const state = states.subarray((row * batch.length + i) * dims, (row * batch.length + i + 1) * dims);
            tokens[context]!++;
            for (let k = 0; k < dims; k++) total[context * dims + k]! += state[k]!;
            const at = place[token]!;
            if (at >= 0) {
              counts[context * genes.length + at]!++;
              for (let k = 0; k < dims; k++) sums[(context * genes.length + at) * dims + k]! += state[k]!;
            }
            if (token === gene) out.set(state, own.get(offset)! * dims);
          }
        });
      }
      return out;
    },
    contextSums() {
      const { counts, sums, tokens, total, dims } = gathering();
      now = undefined;
      return { counts, sums, tokens, total, dims };
    },
  };
}
