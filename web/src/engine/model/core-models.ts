import { unwrap, type Analysis, type Matched } from "../base/core";
import type { LaneModel } from "../contract/model";

/** Tells the core of a model: its vocabulary, its heads and, for one that the core runs, its weights. */
export function addModel(analysis: Analysis, { manifest, genesTsv, weights, panel }: LaneModel): Matched {
  const heads = manifest.heads.map((head) => head.classes.length);
  const temperatures = manifest.heads.map((head) => head.temperature);
  const clusters = manifest.heads.map((head) => head.clusters ?? 0);
  const { encoding } = manifest;
  const as_written = manifest.matching === "as-written";
  const isLinear = encoding.name === "rank-normal" || encoding.name === "log1p";
  if (weights && isLinear) {
    const embedding = Math.max(
      0,
      manifest.heads.findIndex((head) => head.phenotype === "cell_type"),
    );
    const scores =
      encoding.name === "log1p"
        ? {
            normalization: encoding.total === "model" ? ("log1p-of-model" as const) : encoding.name,
            target_sum: encoding.target_sum,
            ceiling: encoding.ceiling ?? 0,
          }
        : { normalization: encoding.name, scale: encoding.scale };
    return unwrap(
      analysis.add_linear({
        genes_tsv: genesTsv,
        ...scores,
        weights,
        tensors: manifest.tensors ?? [],
        heads,
        temperatures,
        clusters,
        links: manifest.heads.map((head) => head.link ?? "softmax"),
        as_written,
        embedding_head: embedding,
        ...(panel ? { panel } : {}),
      }),
    );
  }
  if (weights && encoding.name === "profile-ranks")
    return unwrap(
      analysis.add_reference({
        genes_tsv: genesTsv,
        weights,
        tensors: manifest.tensors ?? [],
        labels: Int32Array.from(encoding.profiles),
        classes: heads[0]!,
        temperature: temperatures[0]!,
        scale: encoding.scale,
        quantile: encoding.quantile,
        fine_tune: encoding.fine_tune,
        as_written,
      }),
    );
  // Without its weights a model that the core runs is only asked which genes it finds.
  const tokens = isLinear || encoding.name === "profile-ranks" ? { name: "gene-values" as const, max_genes: 1 } : encoding;
  return unwrap(analysis.add_encoder({ genes_tsv: genesTsv, heads, temperatures, as_written, ...tokens }));
}
