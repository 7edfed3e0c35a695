import { AnalysisError } from "../../../contract/errors";
import type { Manifest } from "../../../contract/manifest";
import type { OnnxAnswers } from "../../../contract/onnx";
import { loadCore } from "../../base/core";
import type { Environment } from "../../base/environment";
import { inManifest, speciesOf } from "../../genes/species";
import { fileEntry, folderName, genesTsv, isInCapitals, stemOf } from "../made-folder";
import { logitsOf, openModel, type SelfTest, selfTestBatch } from "../session";
import { endsOf } from "./ends";
import { readOnnx } from "./question";

/** Cells and genes a cell of the self-test that is stored with the model. */
const TEST_CELLS = 4;
const TEST_GENES = 24;
/** As the converters' self-tests. */
const TOLERANCE = 0.02;
const TARGET_SUM = 10_000;
/** Outputs that are an embedding, by name. */
const EMBEDDING = /^(encoding|embedding|embeddings|latent|z)$/i;

/**
 * An ONNX classifier as its authors published it, with the lists beside it and what the user said of it, as the files of a model folder.
 * It is run once on made cells: what it says of them becomes its self-test. Throws AnalysisError where something is missing.
 */
export async function onnxFolder(
  environment: Environment,
  files: Record<string, Blob>,
  answers?: OnnxAnswers,
): Promise<Record<string, Blob>> {
  const { question, onnx, input, genes, classes } = await readOnnx(files, answers);
  if (question.missing !== "" || !genes || !classes)
    throw new AnalysisError("model", `${question.missing} Say it, and it becomes a model folder.`);
  const { values, output, title, targetSum = TARGET_SUM, total = "file" } = question.answers;
  const stem = stemOf(question.file);
  const embedding = endsOf(question.file, onnx).outputs.find(
    ({ name, kind, shape }) => EMBEDDING.test(name) && kind === "float32" && shape.length === 2,
  );
  const { species } = speciesOf(await loadCore(environment), { ids: genes, alternatives: [] });
  const table = new TextEncoder().encode(genesTsv(genes));
  const manifest: Manifest = {
    format: "phenolens-model/1",
    name: folderName(stem, "onnx-model"),
    title: title?.trim() || stem,
    version: "1.0.0",
    kind: "onnx",
    species: inManifest(species),
    license: "as its authors say; the file states none",
    citation: "",
    trained_on: "Not said in the file.",
    intended_use: "As its authors say.",
    limits: `Knows only its ${many(classes.length)} classes. Genes that a file does not measure are given to it as zero.`,
    files: { genes: await fileEntry("genes.tsv", table), predict: await fileEntry("predict.onnx", onnx) },
    genes: genes.length,
    ...(species === "mouse" && isInCapitals(genes) ? {} : { matching: "as-written" as const }),
    encoding: { name: "dense", scale: values!, ...(values === "log1p" ? { target_sum: targetSum, total } : {}) },
    heads: [{ phenotype: "cell_type", temperature: 1, output: output!, classes: classes.map((label) => ({ label, ontology_id: "" })) }],
    onnx: { inputs: { dense: input.name }, embedding: embedding?.name ?? output!, embedding_size: classes.length },
    quantization: { scheme: "as published", top1_agreement: 1, mean_kl: 0, measured_on: "nothing was quantized" },
  };
  const test = await tried(environment, manifest, onnx, question.file);
  const selfTest = new TextEncoder().encode(`${JSON.stringify(test)}\n`);
  manifest.files.self_test = await fileEntry("self-test.json", selfTest);
  const written = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
  const made = { "manifest.json": written, "genes.tsv": table, "predict.onnx": onnx, "self-test.json": selfTest };
  return Object.fromEntries(Object.entries(made).map(([path, bytes]) => [path, new Blob([bytes])]));
}

const many = (count: number) => count.toLocaleString("en");

/**
 * Runs a few made cells; puts into the manifest what only its answers tell: the embedding's size, and whether the output holds
 * probabilities.
 */
async function tried(environment: Environment, manifest: Manifest, onnx: Uint8Array<ArrayBuffer>, file: string): Promise<SelfTest> {
  const { encoding, genes: vocabulary } = manifest;
  const [head] = manifest.heads;
  const length = Math.min(TEST_GENES, vocabulary);
  const step = Math.max(1, Math.floor(vocabulary / length));
  const valueOf = (count: number) => {
    if (encoding.name !== "dense" || encoding.scale === "counts") return count;
    return Number(Math.log1p(encoding.scale === "log1p" ? 100 * count : count).toFixed(4));
  };
  const cells = Array.from({ length: TEST_CELLS }, (_, cell) => cell);
  const test: SelfTest = {
    genes: cells.map(() => Array.from({ length }, (_, i) => i * step)),
    values: cells.map((cell) => Array.from({ length }, (_, i) => valueOf(1 + ((i * (cell + 2)) % 7)))),
    phenotypes: cells.map(() => [0]),
    logits: {},
    tolerance: TOLERANCE,
  };
  const model = await openModel(environment, manifest, onnx, null, "wasm");
  try {
    const { logits, embedding } = await model.run(selfTestBatch(manifest, test));
    const [found, classes] = [logits[0]!, head!.classes.length];
    if (found.length !== cells.length * classes)
      refuse(`${head!.output} of ${file} gives ${many(found.length / cells.length)} values a cell, and ${many(classes)} classes are named`);
    if (!found.every(Number.isFinite)) refuse(`${file} gives no numbers (NaN or infinite) for cells of ordinary counts`);
    manifest.onnx!.embedding_size = embedding.length / cells.length;
    const rows = cells.map((cell) => [...found.subarray(cell * classes, (cell + 1) * classes)]);
    const isShare = rows.every((row) => row.every((one) => one >= -1e-6 && one <= 1 + 1e-6));
    const sumsToOne = rows.every((row) => Math.abs(row.reduce((a, b) => a + b) - 1) < 1e-3);
    if (isShare && (sumsToOne || /prob/i.test(head!.output))) manifest.heads = [{ ...head!, gives: "probabilities" }];
    // What the folder's readers are told: logits, of probabilities their logarithms.
    const asRead = manifest.heads[0]!.gives ? logitsOf(found) : found;
    test.logits[head!.output] = cells.map((cell) =>
      Array.from(asRead.subarray(cell * classes, (cell + 1) * classes), (one) => Number(one.toPrecision(7))),
    );
  } finally {
    await model.release();
  }
  return test;
}

function refuse(what: string): never {
  throw new AnalysisError("bad-file", `${what}.`);
}
