/** manifest.json of a model folder, format `phenolens-model/1`; models/manifest.schema.json says the same to other tools. */
export interface Manifest {
  format: "phenolens-model/1";
  name: string;
  title: string;
  version: string;
  kind: "linear" | "onnx";
  species: "human" | "mouse" | "other";
  license: string;
  citation: string;
  trained_on: string;
  intended_use: string;
  limits: string;
  files: Record<string, ManifestFile>;
  /** Rows of genes.tsv. */
  genes: number;
  encoding: ManifestEncoding;
  /** None for a model that only embeds. */
  heads: ManifestHead[];
  tensors?: { name: string; dtype: "float16" | "float32"; shape: number[]; offset: number }[];
  onnx?: {
    /** `values` is left out by models of ranked tokens, `phenotypes` by models without phenotype tokens. */
    inputs: { genes: string; values?: string; mask: string; phenotypes?: string };
    embedding: string;
    embedding_size: number;
    gene_states?: string;
    /**
     * The gradient file's output, one input a head that carries dL/dlogits, and what it is the gradient of: the values,
     * or the strength of each gene token, an input that its embedding is multiplied by (1: as it is). Of tokens without
     * a strength: their embedding, which attributions do not use.
     */
    gradient?: { of: "values" | "tokens"; output: string; cotangents: string[]; strength?: string };
  };
  quantization: {
    scheme: string;
    top1_agreement?: number;
    mean_kl?: number;
    attribution_spearman?: number;
    embedding_cosine?: number;
    measured_on?: string;
  };
  metrics?: Record<string, unknown>;
}

/** How cells become the model's input; wasm/core/cells/encoding.hpp says what each name means. */
export type ManifestEncoding =
  | { name: "rank-normal"; scale: "norm" }
  /** ln(1 + target_sum x count / total), read by linear models. */
  | { name: "log1p"; target_sum: number }
  | { name: "gene-values"; target_sum: number; max_genes: number }
  | { name: "polygene-bins"; scale: "log1p" | "counts"; target_sum: number; edges: number[]; max_genes: number }
  | { name: "value-bins"; bins: number; max_genes: number }
  | { name: "rank-tokens"; max_genes: number };

export interface ManifestFile {
  path: string;
  sha256: string;
  bytes: number;
}

export interface ManifestHead {
  phenotype: string;
  temperature: number;
  output: string;
  classes: { label: string; ontology_id: string }[];
  /**
   * Of linear models: a cell goes to the cluster whose gate is highest, and its logits are that cluster's. The head's
   * columns of `weights` and `bias` are then a gate per cluster and each cluster's classes.
   */
  clusters?: number;
}
