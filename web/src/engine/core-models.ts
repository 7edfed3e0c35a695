import { unwrap, type Analysis, type Matched } from "./core";
import type { LaneModel } from "./lane-operations";

/** Tells the core of a model: its vocabulary, its heads and, for a linear one, its weights. */
export function addModel(analysis: Analysis, { manifest, genesTsv, weights }: LaneModel): Matched {
  const heads = manifest.heads.map((head) => head.classes.length);
  const temperatures = manifest.heads.map((head) => head.temperature);
  if (weights && manifest.encoding.name === "rank-normal") {
    const embedding = Math.max(0, manifest.heads.findIndex((head) => head.phenotype === "cell_type"));
    return unwrap(analysis.add_linear({ genes_tsv: genesTsv, scale: manifest.encoding.scale, weights, tensors: manifest.tensors ?? [], heads, temperatures, embedding_head: embedding }));
  }
  // Without its weights a linear model is only asked which genes it finds.
  const encoding = manifest.encoding.name === "rank-normal" ? { name: "gene-values" as const, max_genes: 1 } : manifest.encoding;
  return unwrap(analysis.add_encoder({ genes_tsv: genesTsv, heads, temperatures, ...encoding }));
}
