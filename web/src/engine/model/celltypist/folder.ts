import type { Manifest } from "../../../contract/manifest";
import type { Species } from "../../../contract/types";
import { inManifest } from "../../genes/species";
import { fileEntry, folderName, genesTsv, isInCapitals, stemOf } from "../made-folder";
import type { Classifier } from "./classifier";

/** What CellTypist scales counts to, and where it cuts standardized scores. */
const TARGET_SUM = 10_000;
const CEILING = 10;

/**
 * A CellTypist model as the files of a model folder, phenolens-model/1; nothing of it is rounded. `file` is the pickle's name,
 * `species` whose its genes are.
 */
export async function classifierFolder(
  file: string,
  classifier: Classifier,
  species: Species,
): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const { classes, genes, scaler, description, isSingle } = classifier;
  const stem = stemOf(file);
  const { weights, tensors } = packed(classifier);
  const genesFile = new TextEncoder().encode(genesTsv(genes));
  const said = description.details || description.source;
  const manifest: Manifest = {
    format: "phenolens-model/1",
    name: folderName(stem, "celltypist-model"),
    title: stem,
    version: versionOf(description.version),
    kind: "linear",
    species: inManifest(species),
    license: "as its authors say; the file states none",
    citation: description.source ?? "",
    trained_on: said || "Not said in the file.",
    intended_use: "As its authors say.",
    limits:
      `Knows only its ${classes.length.toLocaleString("en")} classes. A class's probability is its own (one logistic a class): ` +
      "several may be near 1, or all near 0.",
    files: { genes: await fileEntry("genes.tsv", genesFile), weights: await fileEntry("weights.bin", weights) },
    genes: genes.length,
    ...(species === "mouse" && isInCapitals(genes) ? {} : { matching: "as-written" as const }),
    encoding: { name: "log1p", target_sum: TARGET_SUM, ...(scaler ? { ceiling: CEILING } : {}) },
    heads: [
      {
        phenotype: "cell_type",
        temperature: 1,
        output: "decision_cell_type",
        classes: classes.map((label) => ({ label, ontology_id: "" })),
        link: "logistic",
      },
    ],
    tensors,
    quantization: { scheme: isSingle ? "float32" : "float64", top1_agreement: 1, mean_kl: 0, measured_on: "nothing was quantized" },
    metrics: { celltypist: description },
  };
  return {
    "manifest.json": new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`),
    "genes.tsv": genesFile,
    "weights.bin": weights,
  };
}

/** `v2` is 2.0.0. */
function versionOf(version = ""): string {
  const numbers = version.match(/\d+/g)?.slice(0, 3).map(Number) ?? [1];
  return [0, 1, 2].map((i) => numbers[i] ?? 0).join(".");
}

/** Weights genes x classes as stored, then bias, mean and scale as doubles. */
function packed({ classes, genes, coef, intercept, scaler, isSingle }: Classifier): {
  weights: Uint8Array<ArrayBuffer>;
  tensors: NonNullable<Manifest["tensors"]>;
} {
  const [rows, columns] = [genes.length, classes.length];
  const first = rows * columns * (isSingle ? 4 : 8);
  // Doubles begin at a multiple of their size.
  const doubles = Math.ceil(first / 8) * 8;
  const buffer = new ArrayBuffer(doubles + 8 * (columns + 2 * rows));
  const weights = isSingle ? new Float32Array(buffer, 0, rows * columns) : new Float64Array(buffer, 0, rows * columns);
  for (let gene = 0; gene < rows; gene++)
    for (let code = 0; code < columns; code++) weights[gene * columns + code] = coef[code * rows + gene]!;
  new Float64Array(buffer, doubles, columns).set(intercept);
  new Float64Array(buffer, doubles + 8 * columns, rows).set(scaler?.mean ?? new Float64Array(rows));
  new Float64Array(buffer, doubles + 8 * (columns + rows), rows).set(scaler?.scale ?? new Float64Array(rows).fill(1));
  const dtype = isSingle ? "float32" : "float64";
  return {
    weights: new Uint8Array(buffer),
    tensors: [
      { name: "weights", dtype, shape: [rows, columns], offset: 0 },
      { name: "bias", dtype: "float64", shape: [columns], offset: doubles },
      { name: "mean", dtype: "float64", shape: [rows], offset: doubles + 8 * columns },
      { name: "scale", dtype: "float64", shape: [rows], offset: doubles + 8 * (columns + rows) },
    ],
  };
}
