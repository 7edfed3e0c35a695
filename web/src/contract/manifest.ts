/** manifest.json of a model folder, format `phenolens-model/1`. Made of models/manifest.schema.json by `npm run format`; not to be edited. */
export interface Manifest {
  format: "phenolens-model/1";
  /** Lower-case letters, digits, dots and dashes, 80 at most. */
  name: string;
  title: string;
  /** Three numbers with dots between. */
  version: string;
  kind: "linear" | "onnx" | "reference";
  species: "human" | "mouse" | "other";
  license: string;
  citation: string;
  trained_on: string;
  intended_use: string;
  limits: string;
  files: Record<string, ManifestFile>;
  /** Rows of genes.tsv. */
  genes: number;
  /** Genes are found by their id or symbol as written alone, in the first column that holds it; otherwise also in another case and by alias, and columns of one gene are summed. */
  matching?: "as-written";
  /** None for a model that only embeds. */
  heads: ManifestHead[];
  tensors?: ManifestTensor[];
  onnx?: {
    /** Tokens: `genes`, `mask`, `values` (left out by models of ranked tokens) and `phenotypes` (left out by models without phenotype tokens); or `dense`, a value of every gene of the vocabulary, zero where there is none. */
    inputs: {
      genes?: string;
      values?: string;
      mask?: string;
      dense?: string;
      phenotypes?: string;
    };
    embedding: string;
    embedding_size: number;
    gene_states?: string;
    /** The gradient file's output, one input a head that carries dL/dlogits, and what it is the gradient of: the values, or the strength of each gene token, an input that its embedding is multiplied by (1: as it is); of tokens without a strength: their embedding, which attributions do not use. */
    gradient?: {
      of: "values" | "tokens";
      output: string;
      cotangents: string[];
      strength?: string;
    };
  };
  quantization: {
    scheme: string;
    top1_agreement?: number;
    mean_kl?: number;
    attribution_spearman?: number;
    embedding_cosine?: number;
    measured_on: string;
  };
  metrics?: Record<string, unknown>;
  /** How cells become the model's input; wasm/core/cells/encoding.hpp says what each name means. */
  encoding: ManifestEncoding;
}

/** How cells become the model's input; wasm/core/cells/encoding.hpp says what each name means. */
export type ManifestEncoding =
  | {
      name: "rank-normal";
      scale: "norm";
    }
  | {
      name: "log1p";
      target_sum: number;
      ceiling?: number;
      total?: "file" | "model";
    }
  | {
      name: "gene-values";
      target_sum: number;
      max_genes: number;
    }
  | {
      name: "polygene-bins";
      scale: "log1p" | "counts";
      target_sum: number;
      edges: number[];
      max_genes: number;
    }
  | {
      name: "value-bins";
      bins: number;
      max_genes: number;
    }
  | {
      name: "rank-tokens";
      max_genes: number;
    }
  | {
      name: "dense";
      scale: "log1p" | "counts" | "log1p-counts";
      target_sum?: number;
      total?: "file" | "model";
    }
  | {
      name: "profile-ranks";
      scale: "log" | "linear" | "counts";
      quantile: number;
      fine_tune: number;
      profiles: number[];
    };

export interface ManifestFile {
  /** A file name in the folder. */
  path: string;
  /** 64 hex digits. */
  sha256: string;
  bytes: number;
}

export interface ManifestHead {
  /** A name of lower-case letters, digits and underscores. */
  phenotype: string;
  temperature: number;
  output: string;
  classes: Array<{
    label: string;
    /** An id such as CL:0000236, or empty. */
    ontology_id: string;
    /** Real cells that the model learned the class from, those of a wider label included; 0: it is known from cluster or bulk profiles alone; left out where that is not stated. */
    cells?: number;
  }>;
  /** Of linear models: a cell goes to the cluster whose gate is highest, and its logits are that cluster's; the head's columns of `weights` and `bias` are then a gate per cluster and each cluster's classes. */
  clusters?: number;
  /** Of ONNX models: what the output holds; logits, unless said. */
  gives?: "logits" | "probabilities";
  /** Of linear models: how logits become probabilities, shared out among the classes (softmax, unless said) or each class by itself (logistic). */
  link?: "softmax" | "logistic";
}

export interface ManifestTensor {
  name: "weights" | "bias" | "mean" | "scale" | "profiles" | "markers";
  dtype: "float16" | "float32" | "float64";
  shape: number[];
  offset: number;
}
