import { AnalysisError } from "../pipeline/errors";
import type { Handlers } from "../pipeline/protocol";
import type { CellRange } from "../pipeline/types";
import { encodeBatches } from "./batches";
import { loadCore, named, unwrap, type Analysis } from "./core";
import { addModel } from "./core-models";
import type { Environment } from "./environment";
import { settle } from "./layout";
import { geneColumn } from "./gene-column";
import type { EncodedBatch, LaneModel, LaneOperations, Prediction } from "./lane-operations";
import { openModel, type Model, type ModelOutput } from "./model";
import { loadHdf5 } from "./readers/hdf5";
import { openReader } from "./readers/open";
import type { Reader, RowBlock } from "./readers/reader";
import { serially } from "./serially";

/** A worker's part of the sweep: its own reader, its own core, its own model sessions. */
export function laneHandlers(environment: Environment): Handlers<LaneOperations> {
  let reader: Reader | undefined;
  let analysis: Analysis | undefined;
  let matrix = "";
  let models: (LaneModel & { handle: number })[] = [];
  let running: (Model | undefined)[] = [];

  const opened = (): Reader => reader ?? fail("has no file open");
  const prepared = (): Analysis => analysis ?? fail("is not prepared");
  const load = async ({ first, count }: CellRange) => {
    const block = await opened().block(matrix, first, count);
    unwrap(named(loadBlock(prepared(), block), matrix, opened()));
  };
  const backendOf = (model: number) => running[model]?.backend ?? "webgpu";

  return serially<LaneOperations>({
    async warm({ base }) {
      environment.base = base;
      await Promise.all([loadCore(environment), loadHdf5()]);
      return null;
    },
    async open({ source }) {
      release();
      const core = await loadCore(environment);
      reader = await openReader(await environment.openSource(source, () => {}), (path) => environment.asset(path), core);
      return null;
    },
    async prepare({ matrix: path, genes, values, models: wanted }) {
      const core = await loadCore(environment);
      await stopAll();
      analysis?.delete();
      analysis = new core.Analysis();
      matrix = path;
      unwrap(analysis.set_genes({ ids: genes.ids.join("\n"), alternatives: genes.alternatives.map(({ values: names }) => names.join("\n")), values }));
      models = wanted.map((model) => ({ ...model, handle: addModel(analysis!, model).handle }));
      return null;
    },
    async survey(range) {
      await load(range);
      const quality = unwrap(prepared().survey({}));
      const linear = models.filter(({ manifest }) => manifest.kind === "linear");
      return { quality, predictions: linear.map(({ handle }) => unwrap(prepared().predict(handle))) };
    },
    async start({ model, onnx, selfTest, backend }) {
      await running[model]?.release();
      running[model] = await openModel(environment, models[model]!.manifest, onnx, selfTest, backend);
      return null;
    },
    async predict({ model, range }) {
      await load(range);
      const { handle, manifest } = models[model]!;
      return assemble(prepared(), model, range, encodeBatches(prepared(), handle, manifest.genes, backendOf(model)));
    },
    async encode({ model, range }) {
      await load(range);
      const { handle, manifest } = models[model]!;
      return { range, batches: [...encodeBatches(prepared(), handle, manifest.genes, backendOf(model))] };
    },
    run: ({ model, block }) => assemble(prepared(), model, block.range, block.batches),
    async stop({ model }) {
      await running[model]?.release();
      running[model] = undefined;
      return null;
    },
    async gene({ matrix: path, columns, values, range }) {
      return geneColumn(await opened().block(path, range.first, range.count), columns, values);
    },
    layout: async (request, context) => settle(await loadCore(environment), request, context),
    state: () => unwrap(prepared().state()),
    report({ states }) {
      for (const state of states) unwrap(prepared().merge(state));
      return unwrap(prepared().report());
    },
    release() {
      release();
      return null;
    },
  });

  /** Runs batches and puts each cell's logits where the cell is in the block; cells in no batch stay empty. */
  async function assemble(of: Analysis, model: number, { count }: CellRange, batches: Iterable<EncodedBatch>): Promise<Prediction> {
    const { manifest, handle } = models[model]!;
    const session = running[model] ?? fail(`has not started ${manifest.name}`);
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
    return { heads: logits.map((values, head) => unwrap(of.score(handle, { head, logits: values, empty }))), embedding, dims };
  }

  async function stopAll(): Promise<void> {
    for (const model of running) await model?.release();
    running = [];
  }

  function release(): void {
    reader?.close();
    analysis?.delete();
    reader = undefined;
    analysis = undefined;
    models = [];
    void stopAll();
  }
}

function loadBlock(analysis: Analysis, block: RowBlock) {
  const { first, cells, genes, values } = block;
  if (block.layout === "dense") return analysis.load_dense({ first, cells, genes, values });
  return analysis.load({ first, cells, genes, values, indptr: block.indptr, indices: block.indices });
}

function copyRow(from: Float32Array, row: number, to: Float32Array, at: number, width: number): void {
  to.set(from.subarray(row * width, (row + 1) * width), at * width);
}

function fail(words: string): never {
  throw new AnalysisError("internal", `The lane ${words}.`);
}
