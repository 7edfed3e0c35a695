import { AnalysisError } from "../../contract/errors";
import type { Manifest } from "../../contract/manifest";
import type { Environment } from "../base/environment";
import { feedsOf, type SelfTest, selfTestBatch } from "./session";
import type { Batch, OnnxBackend } from "../contract/model";
import { firstLine, type InferenceSession, loadRuntime, sessionOptions, type Tensor } from "./runtime";

/** How far the gradient may be from the stored one: float32 sums in another order. */
const TOLERANCE: Record<OnnxBackend, number> = { wasm: 1e-3, webgpu: 5e-3, native: 1e-3 };

/** For each row of tokens the logit explained (one per row) and its derivative by the tokens' values (rows x length). */
export interface Slopes {
  logits: Float32Array;
  gradient: Float32Array;
}

/** A model's gradient of one head, ready to run. */
export interface GradientModel {
  readonly backend: OnnxBackend;
  /** Per row, L = logit of `codes` minus that of `against` (-1: of nothing). */
  run(batch: Batch, codes: Int32Array, against: Int32Array): Promise<Slopes>;
  release(): Promise<void>;
}

export interface GradientFiles {
  gradient: Uint8Array<ArrayBuffer>;
  /** The prediction file, whose weights the gradient's file points into. */
  predict: Uint8Array<ArrayBuffer>;
  selfTest: string | null;
}

/** Opens the gradient file of a model folder on one backend and checks it against the stored gradient. */
export async function openGradient(
  environment: Environment,
  manifest: Manifest,
  files: GradientFiles,
  head: number,
  backend: OnnxBackend,
): Promise<GradientModel> {
  const ort = await loadRuntime(environment, backend);
  const { output, cotangents } = manifest.onnx!.gradient!;
  let session: InferenceSession;
  try {
    session = await ort.InferenceSession.create(files.gradient, {
      ...sessionOptions(backend),
      externalData: [{ path: manifest.files.predict!.path, data: files.predict }],
    });
  } catch (cause) {
    throw new AnalysisError("model", `The gradient of model ${manifest.name} does not start on ${backend} (${firstLine(cause)}).`, {
      cause,
    });
  }
  const differentiate = async (
    batch: Batch,
    cotangentsOf: (h: number) => Float32Array,
  ): Promise<{ logits: Float32Array[]; gradient: Float32Array }> => {
    const feeds = feedsOf(ort, manifest, batch);
    manifest.heads.forEach((each, h) => {
      feeds[cotangents[h]!] = new ort.Tensor("float32", cotangentsOf(h), [batch.cells, each.classes.length]);
    });
    let results: Record<string, Tensor>;
    try {
      results = await session.run(feeds, [output, ...manifest.heads.map((each) => each.output)]);
    } catch (cause) {
      throw new AnalysisError("model", `The gradient of model ${manifest.name} failed on ${backend} (${firstLine(cause)}).`, { cause });
    }
    const copy = (name: string) => (results[name]!.data as Float32Array).slice();
    const gradient = copy(output);
    const found = {
      logits: manifest.heads.map((each) => copy(each.output)),
      gradient: manifest.onnx!.inputs.dense === undefined ? gradient : ofTokens(gradient, batch, manifest.genes),
    };
    for (const tensor of Object.values(results)) tensor.dispose();
    return found;
  };
  const model: GradientModel = {
    backend,
    async run(batch, codes, against) {
      const classes = manifest.heads[head]!.classes.length;
      const cotangent = new Float32Array(batch.cells * classes);
      for (let row = 0; row < batch.cells; row++) {
        cotangent[row * classes + codes[row]!] += 1;
        if (against[row]! >= 0) cotangent[row * classes + against[row]!] -= 1;
      }
      const { logits, gradient } = await differentiate(batch, (h) =>
        h === head ? cotangent : new Float32Array(batch.cells * manifest.heads[h]!.classes.length),
      );
      const of = (row: number, code: number) => (code < 0 ? 0 : logits[head]![row * classes + code]!);
      return { gradient, logits: Float32Array.from(codes, (code, row) => of(row, code) - of(row, against[row]!)) };
    },
    release: () => session.release(),
  };
  const test = files.selfTest === null ? null : (JSON.parse(files.selfTest) as SelfTest);
  if (test?.gradient) {
    const largest = manifest.heads.map((each) =>
      Float32Array.from((test.logits[each.output] ?? []).flatMap((row) => row.map((value) => Number(value === Math.max(...row))))),
    );
    const { gradient } = await differentiate(selfTestBatch(manifest, test), (h) => largest[h]!);
    const worst = test.gradient
      .flat()
      .reduce((most, value, i) => (Math.abs(value - gradient[i]!) <= most ? most : Math.abs(value - gradient[i]!)), 0);
    if (!(worst <= TOLERANCE[backend])) {
      await session.release();
      throw new AnalysisError(
        "model",
        `The gradient of model ${manifest.name} is wrong on ${backend}: its self-test is off by ${worst.toPrecision(3)}, more than ` +
          `${TOLERANCE[backend]}.`,
      );
    }
  }
  return model;
}

/** Of a derivative by every gene of the vocabulary (cells x genes) that by a batch's tokens (cells x length). */
function ofTokens(dense: Float32Array, { length, genes, mask }: Batch, vocabulary: number): Float32Array {
  return Float32Array.from(genes, (gene, at) => (mask[at]! > 0 ? dense[Math.floor(at / length) * vocabulary + gene]! : 0));
}
