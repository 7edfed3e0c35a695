import type { Manifest } from "../../../contract/manifest";
import type { Recipe, TrainedHead, TrainRequest } from "../../../contract/training";
import type { FileInfo, Species } from "../../../contract/types";
import { readVocabulary } from "../../genes/vocabulary";
import { sha256 } from "../../base/sha256";
import type { FinalMap } from "./head";

/** A trained head with what its part of the weights is made of. */
export interface FinishedHead {
  report: TrainedHead;
  classes: { label: string; ontologyId: string }[];
  map: FinalMap;
}

const COMPOSITES =
  "no cell as it was measured. panel.bin holds composite cells, each gene's value drawn from one of up to ten cells of a class, so that " +
  "the model can be fitted to gene panels; train without composite cells (`--no-cells`) to leave it out.";

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** What a trained model reads: scTOP's sample is of counts, its projection of ranks. */
export function scoresOf({ normalization, classifier }: Recipe): Recipe["normalization"] {
  return classifier === "projection" ? "rank-normal" : normalization;
}

/**
 * The files of a model folder, phenolens-model/1: sums over cells and the words of the classes, no cell; composites of cells
 * (wasm/core/train/composite_cells.hpp) where `panel` has them.
 */
export async function modelFolder(
  request: TrainRequest,
  info: FileInfo,
  species: Species,
  { genesTsv, genes, panel }: { genesTsv: string; genes: Int32Array; panel: Uint8Array<ArrayBuffer> | null },
  heads: FinishedHead[],
): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const vocabulary = readVocabulary(genesTsv).symbols.length;
  const { weights, tensors } = packWeights(vocabulary, genes, heads);
  const genesFile = new TextEncoder().encode(genesTsv);
  const entry = async (path: string, bytes: Uint8Array<ArrayBuffer>) => ({ path, sha256: await sha256(bytes), bytes: bytes.length });
  const manifest: Manifest = {
    format: "phenolens-model/1",
    name: request.name,
    title: request.title,
    version: "1.0.0",
    kind: "linear",
    species: (["human", "mouse"] as const).find((known) => known === species) ?? "other",
    license: "as its maker says; none was stated",
    citation: "",
    trained_on: heads
      .map(
        ({ report }) =>
          `${report.sampled.toLocaleString("en")} cells of ${info.name}${report.donors > 1 ? `, ${report.donors} donors` : ""}, ` +
          `labels of obs/${report.column}.`,
      )
      .join(" "),
    intended_use: "Telling the same classes in other data of the same kind of tissue. For exploration and teaching, not for diagnosis.",
    limits:
      `Knows only its classes: a cell of another kind is called the nearest one. ` +
      `${heads.map(({ report }) => report.verdict).join(" ")}`,
    files: {
      genes: await entry("genes.tsv", genesFile),
      weights: await entry("weights.bin", weights),
      ...(panel ? { panel: await entry("panel.bin", panel) } : {}),
    },
    genes: vocabulary,
    encoding: scoresOf(request.recipe) === "log1p" ? { name: "log1p", target_sum: 10_000 } : { name: "rank-normal", scale: "norm" },
    heads: heads.map(({ report, classes }) => ({
      phenotype: report.phenotype,
      temperature: report.temperature,
      output: `logits_${report.phenotype}`,
      classes: classes.map(({ label, ontologyId }) => {
        const cells = report.classes.find((one) => one.label === label)?.sampled;
        return { label, ontology_id: ontologyId, ...(cells === undefined ? {} : { cells }) };
      }),
      ...(report.clusters > 0 ? { clusters: report.clusters } : {}),
    })),
    tensors,
    quantization: { scheme: "float32", top1_agreement: 1, mean_kl: 0, measured_on: "nothing was quantized" },
    metrics: {
      training: {
        recipe: { ...request.recipe },
        seed: request.seed,
        folds: request.folds,
        file: info.name,
        fingerprint: info.fingerprint,
        matrix: request.matrix,
        donors: request.donors,
      },
      heads: heads.map(({ report }) => report),
    },
  };
  return {
    "manifest.json": new TextEncoder().encode(
      `${JSON.stringify(manifest, (_, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? null : value), 1)}\n`,
    ),
    "genes.tsv": genesFile,
    "weights.bin": weights,
    ...(panel ? { "panel.bin": panel } : {}),
    "README.md": new TextEncoder().encode(card(manifest, heads)),
  };
}

/** All heads side by side over the vocabulary. They share one mean per gene, so each bias takes up where its head's own mean lay. */
function packWeights(
  vocabulary: number,
  genes: Int32Array,
  heads: FinishedHead[],
): { weights: Uint8Array<ArrayBuffer>; tensors: NonNullable<Manifest["tensors"]> } {
  const columns = heads.reduce((sum, { map }) => sum + map.bias.length, 0);
  const numbers = new Float32Array(vocabulary * columns + columns + vocabulary);
  const bias = numbers.subarray(vocabulary * columns, vocabulary * columns + columns);
  const mean = numbers.subarray(vocabulary * columns + columns);
  const isSet = new Uint8Array(vocabulary);
  let first = 0;
  for (const { map } of heads) {
    const own = map.bias.length;
    const shift = new Float64Array(own);
    map.genes.forEach((gene, i) => {
      const row = genes[gene]!;
      if (!isSet[row]) mean[row] = map.mean[i]!;
      isSet[row] = 1;
      for (let c = 0; c < own; c++) {
        const weight = map.weights[i * own + c]!;
        numbers[row * columns + first + c] = weight;
        shift[c]! += weight * (mean[row]! - map.mean[i]!);
      }
    });
    for (let c = 0; c < own; c++) bias[first + c] = map.bias[c]! + shift[c]!;
    first += own;
  }
  return {
    weights: new Uint8Array(numbers.buffer),
    tensors: [
      { name: "weights", dtype: "float32", shape: [vocabulary, columns], offset: 0 },
      { name: "bias", dtype: "float32", shape: [columns], offset: 4 * vocabulary * columns },
      { name: "mean", dtype: "float32", shape: [vocabulary], offset: 4 * (vocabulary * columns + columns) },
    ],
  };
}

function card(manifest: Manifest, heads: FinishedHead[]): string {
  const lines = [
    `# ${manifest.title}`,
    "",
    `Trained in Phenolens. ${manifest.trained_on}`,
    "",
    "The folder holds weights per gene and class, a mean per gene, the names of the classes and how right the model was on cells " +
      `held out: no barcode and no donor of the data it was trained on, and ${manifest.files.panel ? COMPOSITES : "no cell."}`,
    "",
  ];
  for (const { report } of heads) {
    const clusters =
      report.clusters > 0
        ? [`A cell first goes to the nearest of ${report.clusters} clusters of the training cells, each with a regression of its own.`, ""]
        : [];
    lines.push(
      `## ${report.phenotype}`,
      "",
      report.verdict,
      "",
      ...clusters,
      "| class | cells | recall, held out | F1 |",
      "|---|---|---|---|",
    );
    for (const one of report.classes)
      lines.push(
        `| ${one.label.replaceAll("|", "/")} | ${one.cells.toLocaleString("en")} | ` +
          `${Number.isNaN(one.recall.value) ? "" : percent(one.recall.value)} | ${Number.isNaN(one.f1) ? "" : one.f1.toFixed(3)} |`,
      );
    lines.push("");
  }
  lines.push("To use it, drop this folder or its .zip on a Phenolens page, or run `phenolens analyze FILE --model FOLDER`.", "");
  return lines.join("\n");
}
