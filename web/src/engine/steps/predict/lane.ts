import type { Handlers } from "../../../contract/protocol";
import { DENSE_BATCH, encodeBatches } from "../../model/batches";
import { unwrap } from "../../base/core";
import { cellsIn, type EncodedBatch, type ModelBlock, type Prediction, type PredictLane } from "../../contract/predict";
import { openModel } from "../../model/session";
import type { ModelOutput } from "../../contract/model";
import type { LaneState } from "../../lane/state";

/** ONNX models: encoding blocks and running them. */
export function predictLane(lane: LaneState): Handlers<PredictLane> {
  const backendOf = (model: number) => lane.running[model]?.backend ?? "webgpu";
  const batches = (model: number) => {
    const { handle, manifest } = lane.models[model]!;
    const most = manifest.onnx?.inputs.dense === undefined ? undefined : DENSE_BATCH;
    return encodeBatches(lane.analysis, handle, manifest.genes, backendOf(model), undefined, most);
  };
  return {
    async start({ model, onnx, selfTest, backend }) {
      await lane.running[model]?.release();
      lane.running[model] = await openModel(lane.environment, lane.models[model]!.manifest, onnx, selfTest, backend);
      return null;
    },
    async predict({ model, range }) {
      await lane.load(range, "own");
      return answer(lane, model, range, batches(model));
    },
    async encode({ model, range }) {
      await lane.load(range, "own");
      return { range, batches: [...batches(model)] };
    },
    run: ({ model, block }) => answer(lane, model, block.range, block.batches),
    async stop({ model }) {
      await lane.running[model]?.release();
      lane.running[model] = undefined;
      return null;
    },
  };
}

/** What leaves the lane: scores, not logits. */
async function answer(lane: LaneState, model: number, range: ModelBlock, batches: Iterable<EncodedBatch>): Promise<Prediction> {
  const { heads, embedding, dims } = await assemble(lane, model, range, batches);
  return { heads, embedding, dims };
}

/** Runs batches and puts each cell's logits where the cell is in the block; cells in no batch stay empty. */
export async function assemble(
  lane: LaneState,
  model: number,
  range: ModelBlock,
  batches: Iterable<EncodedBatch>,
): Promise<Prediction & { logits: Float32Array[] }> {
  const count = cellsIn(range);
  const { manifest, handle } = lane.models[model]!;
  const session = lane.session(model);
  const dims = manifest.onnx!.embedding_size;
  const logits = manifest.heads.map((head) => new Float32Array(count * head.classes.length));
  const embedding = new Float32Array(count * dims).fill(NaN);
  const empty = new Uint8Array(count).fill(1);
  for (const { cells, batch } of batches) {
    const output: ModelOutput = await session.run(batch);
    cells.forEach((cell, row) => {
      empty[cell] = 0;
      manifest.heads.forEach((head, h) => copyRow(output.logits[h]!, row, logits[h]!, cell, head.classes.length));
      copyRow(output.embedding, row, embedding, cell, dims);
    });
  }
  return {
    heads: logits.map((values, head) => unwrap(lane.analysis.score(handle, { head, logits: values, empty }))),
    embedding,
    dims,
    logits,
  };
}

function copyRow(from: Float32Array, row: number, to: Float32Array, at: number, width: number): void {
  to.set(from.subarray(row * width, (row + 1) * width), at * width);
}
