import type { Manifest } from "../../../contract/manifest";
import type { Species } from "../../../contract/types";
import { inManifest } from "../../genes/species";
import { fileEntry } from "../made-folder";
import type { Profiles } from "./profiles";

/** SingleR's own: the quantile of correlations that is a label's score, and how near to the best labels are compared again. */
export const QUANTILE = 0.8;
export const FINE_TUNE = 0.05;

/** What a reference is made from, in words for its card. */
export interface ReferenceSource {
  /** A name of a folder. */
  name: string;
  title: string;
  trainedOn: string;
  /** Whose genes its are. */
  species: Species;
}

/** Reference profiles as the files of a model folder, phenolens-model/1; no value is rounded. */
export async function referenceFolder(
  { name, title, trainedOn, species }: ReferenceSource,
  profiles: Profiles,
): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const { genes, ensembl, labels, codes, values, scale } = profiles;
  const isSingle = values.every((value) => Math.fround(value) === value);
  const weights = new Uint8Array((isSingle ? Float32Array.from(values) : values.slice()).buffer);
  const idOf = (gene: string, i: number) => ensembl[i] || (/^ENS[A-Z]*G\d{6,}/.test(gene) ? gene : "");
  const rows = genes.map((gene, i) => `${gene}\t${idOf(gene, i)}\t\t1\n`);
  const genesFile = new TextEncoder().encode(`symbol\tensembl_id\taliases\tscale\n${rows.join("")}`);
  const many = labels.length.toLocaleString("en");
  const manifest: Manifest = {
    format: "phenolens-model/1",
    name,
    title,
    version: "1.0.0",
    kind: "reference",
    species: inManifest(species),
    license: "as its authors say; the file states none",
    citation: "Aran et al. 2019, doi:10.1038/s41590-018-0276-y (SingleR)",
    trained_on: trainedOn,
    intended_use: "Labels by rank correlation with its profiles, as SingleR gives them.",
    limits:
      `Knows only its ${many} types. SingleR gives correlations, not probabilities: shares shown as probabilities order the ` +
      "types and say how near others come to the first.",
    files: { genes: await fileEntry("genes.tsv", genesFile), weights: await fileEntry("weights.bin", weights) },
    genes: genes.length,
    matching: "as-written",
    encoding: { name: "profile-ranks", scale, quantile: QUANTILE, fine_tune: FINE_TUNE, profiles: codes },
    heads: [
      {
        phenotype: "cell_type",
        temperature: FINE_TUNE,
        output: "correlation_cell_type",
        classes: labels.map((label) => ({ label, ontology_id: "" })),
      },
    ],
    tensors: [{ name: "profiles", dtype: isSingle ? "float32" : "float64", shape: [genes.length, codes.length], offset: 0 }],
    quantization: { scheme: isSingle ? "float32" : "float64", top1_agreement: 1, mean_kl: 0, measured_on: "nothing was quantized" },
  };
  return {
    "manifest.json": new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`),
    "genes.tsv": genesFile,
    "weights.bin": weights,
  };
}
