import { AnalysisError } from "../../contract/errors";
import type { Manifest } from "../../contract/manifest";
import type { Environment } from "../base/environment";
import type { Batch, ModelOutput, OnnxBackend } from "../contract/model";
import { firstLine, type InferenceSession, loadRuntime, sessionOptions, type Ort, type Tensor } from "./runtime";

/** Below it float32 has no number but 0. */
const LEAST_PROBABILITY = 1e-38;

/** An ONNX model ready to run. */
export interface Model {
  readonly backend: OnnxBackend;
  run(batch: Batch): Promise<ModelOutput>;
  /** Hidden states of the gene tokens, row-major cells x length x dims, of a model that gives them. */
  states(batch: Batch): Promise<Float32Array>;
  release(): Promise<void>;
}

export interface SelfTest {
  genes: number[][];
  values: number[][];
  phenotypes: number[][];
  logits: Record<string, number[][]>;
  /** Of a model without heads. */
  embedding?: number[][];
  /** dL/dvalues of L = the sum of each head's largest logit. */
  gradient?: number[][];
  tolerance: number;
}

/** Opens a model on one backend and checks it against its self-test. */
export async function openModel(
  environment: Environment,
  manifest: Manifest,
  onnx: Uint8Array,
  selfTest: string | null,
  backend: OnnxBackend,
): Promise<Model> {
  const ort = await loadRuntime(environment, backend);
  let session: InferenceSession;
  try {
    session = await ort.InferenceSession.create(onnx, {
      ...sessionOptions(backend),
    });
  } catch (cause) {
    throw new AnalysisError("model", `Model ${manifest.name} does not start on ${backend} (${firstLine(cause)}).`, { cause });
  }
  const model = wrap(ort, session, manifest, backend);
  if (selfTest !== null) await check(model, manifest, JSON.parse(selfTest) as SelfTest);
  return model;
}

function wrap(ort: Ort, session: InferenceSession, manifest: Manifest, backend: OnnxBackend): Model {
  const { embedding } = manifest.onnx!;
  const outputs = [...new Set([...manifest.heads.map((head) => head.output), embedding])];
  const ask = async (batch: Batch, wanted: string[]): Promise<Awaited<ReturnType<InferenceSession["run"]>>> => {
    try {
      return await session.run(feedsOf(ort, manifest, batch), wanted);
    } catch (cause) {
      throw new AnalysisError("model", `Model ${manifest.name} failed on ${backend} (${firstLine(cause)}).`, { cause });
    }
  };
  return {
    backend,
    async states(batch) {
      const { gene_states: name } = manifest.onnx!;
      if (!name) throw new AnalysisError("unsupported", `${manifest.title} gives no hidden states of genes.`);
      const results = await ask(batch, [name]);
      const states = (results[name]!.data as Float32Array).slice();
      for (const tensor of Object.values(results)) tensor.dispose();
      return states;
    },
    async run(batch) {
      const results = await ask(batch, outputs);
      const data = (name: string) => results[name]!.data as Float32Array;
      const output = {
        logits: manifest.heads.map((head) => (head.gives === "probabilities" ? logitsOf(data(head.output)) : data(head.output).slice())),
        embedding: data(embedding).slice(),
      };
      for (const tensor of Object.values(results)) tensor.dispose();
      return output;
    },
    release: () => session.release(),
  };
}

/** Logits whose softmax the probabilities are; of 0 the least that a float has. */
export const logitsOf = (probabilities: Float32Array): Float32Array =>
  probabilities.map((one) => Math.log(Math.max(one, LEAST_PROBABILITY)));

/** The tensors of a batch; phenotypes not given are all to be predicted. */
export function feedsOf(
  ort: Ort,
  { onnx, heads, genes: vocabulary }: Manifest,
  { cells, length, genes, values, mask, phenotypes, strength }: Batch,
): Record<string, Tensor> {
  const { inputs } = onnx!;
  if (inputs.dense !== undefined) {
    const rows = new Float32Array(cells * vocabulary);
    for (let at = 0; at < genes.length; at++) if (mask[at]! > 0) rows[Math.floor(at / length) * vocabulary + genes[at]!] = values[at]!;
    return { [inputs.dense]: new ort.Tensor("float32", rows, [cells, vocabulary]) };
  }
  const shape = [cells, length];
  const feeds: Record<string, Tensor> = {
    [inputs.genes!]: new ort.Tensor("int32", genes, shape),
    [inputs.mask!]: new ort.Tensor("float32", mask, shape),
  };
  if (inputs.values) feeds[inputs.values] = new ort.Tensor("float32", values, shape);
  if (inputs.phenotypes)
    feeds[inputs.phenotypes] = new ort.Tensor("int32", phenotypes ?? new Int32Array(cells * heads.length), [cells, heads.length]);
  if (strength && onnx!.gradient?.strength) feeds[onnx!.gradient.strength] = new ort.Tensor("float32", strength, shape);
  return feeds;
}

/** The stored cells of a self-test as a batch. */
export function selfTestBatch({ genes: pad }: Manifest, test: SelfTest): Batch {
  const cells = test.genes.length;
  const length = Math.max(...test.genes.map((row) => row.length));
  const genes = new Int32Array(cells * length).fill(pad);
  const values = new Float32Array(cells * length);
  const mask = new Float32Array(cells * length);
  test.genes.forEach((row, cell) =>
    row.forEach((gene, i) => {
      genes[cell * length + i] = gene;
      values[cell * length + i] = test.values[cell]![i]!;
      mask[cell * length + i] = gene === pad ? 0 : 1;
    }),
  );
  return { cells, length, genes, values, mask };
}

/** Runs the stored cells and compares the logits: drivers have been seen to compute wrong ones. */
async function check(model: Model, manifest: Manifest, test: SelfTest): Promise<void> {
  const { logits, embedding } = await model.run(selfTestBatch(manifest, test));
  let worst = 0;
  const compare = (expected: number[], found: Float32Array) => {
    if (expected.length !== found.length) worst = Infinity;
    expected.forEach((value, i) => {
      const gap = Math.abs(value - found[i]!);
      if (!(gap <= worst)) worst = gap;
    });
  };
  manifest.heads.forEach((head, h) => compare((test.logits[head.output] ?? []).flat(), logits[h]!));
  if (manifest.heads.length === 0) compare((test.embedding ?? []).flat(), embedding);
  if (!(worst <= test.tolerance)) {
    await model.release();
    throw new AnalysisError(
      "model",
      `Model ${manifest.name} gives wrong numbers on ${model.backend}: its self-test is off by ${worst.toPrecision(3)}, more than ` +
        `${test.tolerance}.`,
    );
  }
}
