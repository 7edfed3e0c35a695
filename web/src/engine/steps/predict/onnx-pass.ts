import type { Manifest } from "../../../contract/manifest";
import type { AnalyzeOptions, CellRange } from "../../../contract/types";
import type { Pace } from "../../base/pace";
import type { OnnxBackend } from "../../contract/model";
import { cellsIn, type ModelBlock, type Prediction } from "../../contract/predict";
import { withBackend, type Backed } from "../../model/backend";
import type { Job } from "../../pool/job";
import type { Lane, LanePool } from "../../pool/lane-pool";
import { pass } from "../../pool/pass";
import type { Prepared } from "../../pool/prepared";

/** Cells a block of a transformer: a few seconds of work, so that results stream and stopping is prompt. */
const MODEL_BLOCK: Record<OnnxBackend, number> = { wasm: 64, webgpu: 128, native: 64 };
/** The same of a model that reads all genes at once. */
const DENSE_BLOCK = 512;
/** Bytes of a model that this is so for; larger ones take as much longer for a cell. */
const USUAL_MODEL = 12e6;

/** What is done with the answers of a model on one backend. */
export interface OnnxPass<T> {
  step: Pace;
  /** The blocks that are visited, of those planned or others of `size` cells. */
  of?(blocks: CellRange[][], size: number): ModelBlock[][];
  take(block: ModelBlock, prediction: Prediction): void;
  end(): T;
}

/** One ONNX model over the cells, on the GPU where there is one; `begin` is called once more where that fails. */
export async function onnxPass<T>(
  job: Job<unknown>,
  ready: Prepared,
  model: number,
  { backend: asked, blockCells }: Pick<AnalyzeOptions, "backend" | "blockCells">,
  begin: (on: Backed) => OnnxPass<T>,
): Promise<T> {
  const { pool, models, context } = job;
  const { manifest } = ready.models[model]!;
  const folder = models.folder(manifest.name);
  const downloading = (done: number, total: number, source: "network" | "cache") =>
    context.progress({ step: "download", done, total, unit: "bytes", rate: 0, secondsLeft: null, source });
  const onnx = await folder.file("predict", downloading);
  const selfTest = folder.has("self_test") ? await folder.text("self_test") : null;
  const { result } = await withBackend(job, asked, async (on) => {
    const { backend, lanes } = on;
    await Promise.all(lanes.map((lane) => lane.call("start", { model, onnx, selfTest, backend })));
    const { step, of = (blocks) => blocks, take, end } = begin(on);
    const most = blockOf(manifest, backend);
    await pass<Prediction, ModelBlock>(ready, {
      step,
      lanes: lanesFor(pool, backend),
      blocks: of(ready.blocks({ cells: blockCells, most, isModel: true }), blockCells || most),
      size: cellsIn,
      visit: visitor(pool, model, backend),
      take,
    });
    return end();
  });
  await pool.all("stop", { model });
  return result;
}

function blockOf({ files, onnx }: Manifest, backend: OnnxBackend): number {
  if (onnx?.inputs.dense !== undefined) return DENSE_BLOCK;
  return Math.max(2, Math.round(MODEL_BLOCK[backend] * Math.min(1, USUAL_MODEL / files.predict!.bytes)));
}

/** On a GPU the first lane owns the model and the others hand it encoded blocks; alone it does both. */
function lanesFor(pool: LanePool, backend: OnnxBackend): Lane[] {
  return backend === "webgpu" && pool.size > 1 ? pool.lanes.slice(1) : pool.lanes;
}

function visitor(pool: LanePool, model: number, backend: OnnxBackend): (lane: Lane, range: ModelBlock) => Promise<Prediction> {
  if (backend !== "webgpu" || pool.size === 1) return (lane, range) => lane.call("predict", { model, range });
  return async (lane, range) => pool.lanes[0]!.call("run", { model, block: await lane.call("encode", { model, range }) });
}
