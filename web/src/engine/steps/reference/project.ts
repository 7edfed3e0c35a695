import type { Manifest } from "../../../contract/manifest";
import { AnalysisError } from "../../../contract/errors";
import { unwrap, withAnalysis, type CoreModule } from "../../base/core";
import { readVocabulary } from "../../genes/vocabulary";
import type { ModelFolder } from "../../model/folder";
import { fileEntry } from "../../model/made-folder";

/** What projection atlas's coefficients of cell types are divided by before softmax, fitted there on held-out cells. */
const TEMPERATURE = 0.097;

/**
 * scTOP's projection on a reference's profiles as the files of a linear model's folder: a cell is written as a sum of the types' profiles,
 * both ranked, by least squares (Yampolskaya et al. 2023). It is the fit of `sctop` in training, with the profiles for cells.
 */
export async function projectionFolder(core: CoreModule, folder: ModelFolder): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const { manifest } = folder;
  const { encoding, heads, tensors } = manifest;
  if (manifest.kind !== "reference" || encoding.name !== "profile-ranks")
    throw new AnalysisError("bad-input", `${manifest.title} has no reference profiles to project on.`);
  const [genesTsv, weights] = await Promise.all([folder.text("genes"), folder.kept("weights")]);
  const { dtype, shape } = tensors!.find(({ name }) => name === "profiles")!;
  const stored = dtype === "float64" ? new Float64Array(weights.slice().buffer) : new Float32Array(weights.slice().buffer);
  const map = fit(core, genesTsv, shape[0]!, heads[0]!.classes.length, encoding.profiles, linear(stored, encoding.scale, shape[0]!));
  const genesFile = new TextEncoder().encode(genesTsv);
  const made: Manifest = {
    ...manifest,
    name: `${manifest.name.slice(0, 73)}-sctop`,
    title: `${manifest.title}, scTOP`,
    kind: "linear",
    citation: "Yampolskaya et al. 2023, doi:10.1242/dev.201873 (scTOP)",
    intended_use: "Labels by scTOP's projection on its profiles.",
    limits: `Knows only its ${heads[0]!.classes.length.toLocaleString("en")} types. Shares are not calibrated on it.`,
    files: { genes: await fileEntry("genes.tsv", genesFile), weights: await fileEntry("weights.bin", map.weights) },
    encoding: { name: "rank-normal", scale: "norm" },
    heads: [{ ...heads[0]!, temperature: TEMPERATURE, output: "logits_cell_type" }],
    tensors: map.tensors,
    quantization: { scheme: "float32", top1_agreement: 1, mean_kl: 0, measured_on: "nothing was quantized" },
  };
  return {
    "manifest.json": new TextEncoder().encode(`${JSON.stringify(made, null, 1)}\n`),
    "genes.tsv": genesFile,
    "weights.bin": map.weights,
  };
}

/** Row-major profiles x genes on a linear scale; of logarithms their powers of two, which keep their order. */
function linear(stored: Float32Array | Float64Array, scale: "log" | "linear" | "counts", genes: number): Float32Array<ArrayBuffer> {
  const profiles = stored.length / genes;
  const out = new Float32Array(stored.length);
  let least = Infinity;
  for (const value of stored) least = Math.min(least, value);
  for (let gene = 0; gene < genes; gene++) {
    for (let p = 0; p < profiles; p++) {
      const value = stored[gene * profiles + p]!;
      out[p * genes + gene] = scale === "log" ? 2 ** (value - least) - 1 : value;
    }
  }
  return out;
}

function fit(core: CoreModule, genesTsv: string, genes: number, classes: number, codes: number[], values: Float32Array<ArrayBuffer>) {
  const scores = new core.TrainingScores();
  const trainer = new core.Trainer();
  try {
    return withAnalysis(core, (analysis) => {
      const rows = codes.length;
      unwrap(analysis.set_genes({ ids: readVocabulary(genesTsv).symbols.join("\n"), alternatives: [], values: "fractional-counts" }));
      const found = unwrap(scores.start(analysis, { genes_tsv: genesTsv, normalization: "log1p" }));
      unwrap(trainer.start({ genes: found.length, rows }));
      unwrap(analysis.load_dense({ first: 0, cells: rows, genes, values }));
      unwrap(trainer.add(unwrap(scores.part(analysis, { cells: Int32Array.from(codes.keys()), first_row: 0 }))));
      const recipe = { choice: "all" as const, genes: 0, components: 0, classifier: "projection" as const, c: 1, seed: 1 };
      unwrap(trainer.fit({ codes: Int32Array.from(codes), classes, ...recipe }));
      const map = unwrap(trainer.map());
      const numbers = new Float32Array(genes * classes + classes + genes);
      map.genes.forEach((gene, i) => {
        const row = found[gene]!;
        numbers.set(map.weights.subarray(i * classes, (i + 1) * classes), row * classes);
        numbers[genes * classes + classes + row] = map.mean[i]!;
      });
      numbers.set(map.bias, genes * classes);
      const tensors: NonNullable<Manifest["tensors"]> = [
        { name: "weights", dtype: "float32", shape: [genes, classes], offset: 0 },
        { name: "bias", dtype: "float32", shape: [classes], offset: 4 * genes * classes },
        { name: "mean", dtype: "float32", shape: [genes], offset: 4 * (genes * classes + classes) },
      ];
      return { weights: new Uint8Array(numbers.buffer), tensors };
    });
  } finally {
    scores.delete();
    trainer.delete();
  }
}
