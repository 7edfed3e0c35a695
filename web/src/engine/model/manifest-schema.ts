/* oxlint-disable unicorn/no-thenable -- `then` is JSON Schema's word */
import type { Schema } from "./schema";

/** Made of models/manifest.schema.json by `npm run format`; not to be edited. */
export const MANIFEST_SCHEMA: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "phenolens-model-1.schema.json",
  title: "A phenolens-model/1 folder's manifest.json",
  $comment:
    "The one source: models/folder.py checks by it; `npm run format` writes web/src/contract/manifest.ts (types) and web/src/engine/model/manifest-schema.ts of it.",
  type: "object",
  additionalProperties: false,
  required: [
    "format",
    "name",
    "title",
    "version",
    "kind",
    "species",
    "license",
    "citation",
    "trained_on",
    "intended_use",
    "limits",
    "files",
    "genes",
    "encoding",
    "heads",
    "quantization",
  ],
  properties: {
    format: { const: "phenolens-model/1" },
    name: {
      type: "string",
      pattern: "^[a-z0-9][a-z0-9._-]*$",
      maxLength: 80,
      description: "lower-case letters, digits, dots and dashes, 80 at most",
    },
    title: { type: "string", minLength: 1 },
    version: { type: "string", pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$", description: "three numbers with dots between" },
    kind: { enum: ["linear", "onnx", "reference"] },
    species: { enum: ["human", "mouse", "other"] },
    license: { type: "string", minLength: 1 },
    citation: { type: "string" },
    trained_on: { type: "string", minLength: 1 },
    intended_use: { type: "string", minLength: 1 },
    limits: { type: "string", minLength: 1 },
    files: {
      type: "object",
      additionalProperties: false,
      required: ["genes"],
      properties: {
        genes: { $ref: "#/$defs/file" },
        weights: { $ref: "#/$defs/file" },
        predict: { $ref: "#/$defs/file" },
        gradient: { $ref: "#/$defs/file" },
        self_test: { $ref: "#/$defs/file" },
        seen: { $ref: "#/$defs/file" },
        profiles: { $ref: "#/$defs/file" },
        panel: { $ref: "#/$defs/file" },
      },
    },
    genes: { type: "integer", minimum: 1, description: "rows of genes.tsv" },
    matching: {
      const: "as-written",
      description:
        "genes are found by their id or symbol as written alone, in the first column that holds it; otherwise also in another case and by alias, and columns of one gene are summed",
    },
    encoding: {
      description: "how cells become the model's input; wasm/core/cells/encoding.hpp says what each name means",
      oneOf: [
        {
          type: "object",
          additionalProperties: false,
          required: ["name", "scale"],
          properties: { name: { const: "rank-normal" }, scale: { const: "norm" } },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["name", "target_sum"],
          properties: {
            name: { const: "log1p" },
            target_sum: { type: "number", exclusiveMinimum: 0 },
            ceiling: { type: "number", exclusiveMinimum: 0 },
            total: { enum: ["file", "model"] },
          },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["name", "target_sum", "max_genes"],
          properties: {
            name: { const: "gene-values" },
            target_sum: { type: "number", exclusiveMinimum: 0 },
            max_genes: { type: "integer", minimum: 1, maximum: 4096 },
          },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["name", "scale", "target_sum", "edges", "max_genes"],
          properties: {
            name: { const: "polygene-bins" },
            scale: { enum: ["log1p", "counts"] },
            target_sum: { type: "number", exclusiveMinimum: 0 },
            edges: { type: "array", minItems: 1, items: { type: "number", exclusiveMinimum: 0 } },
            max_genes: { type: "integer", minimum: 1, maximum: 16384 },
          },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["name", "bins", "max_genes"],
          properties: {
            name: { const: "value-bins" },
            bins: { type: "integer", minimum: 3, maximum: 512 },
            max_genes: { type: "integer", minimum: 1, maximum: 16384 },
          },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["name", "max_genes"],
          properties: { name: { const: "rank-tokens" }, max_genes: { type: "integer", minimum: 1, maximum: 16384 } },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["name", "scale"],
          properties: {
            name: { const: "dense" },
            scale: { enum: ["log1p", "counts", "log1p-counts"] },
            target_sum: { type: "number", exclusiveMinimum: 0 },
            total: { enum: ["file", "model"] },
          },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["name", "scale", "quantile", "fine_tune", "profiles"],
          properties: {
            name: { const: "profile-ranks" },
            scale: { enum: ["log", "linear", "counts"] },
            quantile: { type: "number", minimum: 0, maximum: 1 },
            fine_tune: { type: "number", minimum: 0 },
            profiles: { type: "array", minItems: 2, items: { type: "integer", minimum: 0, maximum: 65533 } },
          },
        },
      ],
    },
    heads: { type: "array", items: { $ref: "#/$defs/head" }, description: "none for a model that only embeds" },
    tensors: { type: "array", minItems: 1, items: { $ref: "#/$defs/tensor" } },
    onnx: {
      type: "object",
      additionalProperties: false,
      required: ["inputs", "embedding", "embedding_size"],
      properties: {
        inputs: {
          type: "object",
          additionalProperties: false,
          description:
            "tokens: `genes`, `mask`, `values` (left out by models of ranked tokens) and `phenotypes` (left out by models without phenotype tokens); or `dense`, a value of every gene of the vocabulary, zero where there is none",
          anyOf: [{ required: ["genes", "mask"] }, { required: ["dense"] }],
          properties: {
            genes: { type: "string" },
            values: { type: "string" },
            mask: { type: "string" },
            dense: { type: "string" },
            phenotypes: { type: "string" },
          },
        },
        embedding: { type: "string" },
        embedding_size: { type: "integer", minimum: 1 },
        gene_states: { type: "string" },
        gradient: {
          type: "object",
          additionalProperties: false,
          description:
            "the gradient file's output, one input a head that carries dL/dlogits, and what it is the gradient of: the values, or the strength of each gene token, an input that its embedding is multiplied by (1: as it is); of tokens without a strength: their embedding, which attributions do not use",
          required: ["of", "output", "cotangents"],
          properties: {
            of: { enum: ["values", "tokens"] },
            output: { type: "string" },
            cotangents: { type: "array", minItems: 1, items: { type: "string" } },
            strength: { type: "string" },
          },
        },
      },
    },
    quantization: {
      type: "object",
      additionalProperties: false,
      required: ["scheme", "measured_on"],
      anyOf: [{ required: ["top1_agreement", "mean_kl"] }, { required: ["embedding_cosine"] }],
      properties: {
        scheme: { type: "string", minLength: 1 },
        top1_agreement: { type: "number", minimum: 0, maximum: 1 },
        mean_kl: { type: "number", minimum: 0 },
        attribution_spearman: { type: "number", minimum: -1, maximum: 1 },
        embedding_cosine: { type: "number", maximum: 1 },
        measured_on: { type: "string", minLength: 1 },
      },
    },
    metrics: { type: "object" },
  },
  allOf: [
    {
      if: { properties: { kind: { const: "linear" } } },
      then: {
        required: ["tensors"],
        not: { required: ["onnx"] },
        properties: {
          heads: { minItems: 1 },
          tensors: { minItems: 3 },
          files: { required: ["weights"], not: { required: ["predict"] } },
          encoding: { properties: { name: { enum: ["rank-normal", "log1p"] } } },
        },
      },
    },
    {
      if: { properties: { kind: { const: "onnx" } } },
      then: {
        required: ["onnx"],
        not: { required: ["tensors"] },
        properties: {
          files: { required: ["predict"], not: { required: ["weights"] } },
          encoding: { properties: { name: { not: { enum: ["rank-normal", "log1p", "profile-ranks"] } } } },
        },
      },
    },
    {
      if: { properties: { kind: { const: "reference" } } },
      then: {
        required: ["tensors"],
        not: { required: ["onnx"] },
        properties: {
          heads: { minItems: 1, maxItems: 1 },
          files: { required: ["weights"], not: { required: ["predict"] } },
          encoding: { properties: { name: { const: "profile-ranks" } } },
        },
      },
    },
  ],
  $defs: {
    file: {
      type: "object",
      additionalProperties: false,
      required: ["path", "sha256", "bytes"],
      properties: {
        path: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$", description: "a file name in the folder" },
        sha256: { type: "string", pattern: "^[0-9a-f]{64}$", description: "64 hex digits" },
        bytes: { type: "integer", minimum: 1 },
      },
    },
    head: {
      type: "object",
      additionalProperties: false,
      required: ["phenotype", "temperature", "output", "classes"],
      properties: {
        phenotype: { type: "string", pattern: "^[a-z][a-z0-9_]*$", description: "a name of lower-case letters, digits and underscores" },
        temperature: { type: "number", exclusiveMinimum: 0 },
        output: { type: "string", minLength: 1 },
        classes: {
          type: "array",
          minItems: 2,
          maxItems: 65534,
          items: {
            type: "object",
            additionalProperties: false,
            required: ["label", "ontology_id"],
            properties: {
              label: { type: "string", minLength: 1 },
              ontology_id: { type: "string", pattern: "^([A-Za-z]+:[0-9]+)?$", description: "an id such as CL:0000236, or empty" },
              cells: {
                type: "integer",
                minimum: 0,
                description:
                  "real cells that the model learned the class from, those of a wider label included; 0: it is known from cluster or bulk profiles alone; left out where that is not stated",
              },
            },
          },
        },
        clusters: {
          type: "integer",
          minimum: 2,
          maximum: 1000,
          description:
            "of linear models: a cell goes to the cluster whose gate is highest, and its logits are that cluster's; the head's columns of `weights` and `bias` are then a gate per cluster and each cluster's classes",
        },
        gives: { enum: ["logits", "probabilities"], description: "of ONNX models: what the output holds; logits, unless said" },
        link: {
          enum: ["softmax", "logistic"],
          description:
            "of linear models: how logits become probabilities, shared out among the classes (softmax, unless said) or each class by itself (logistic)",
        },
      },
    },
    tensor: {
      type: "object",
      additionalProperties: false,
      required: ["name", "dtype", "shape", "offset"],
      properties: {
        name: { enum: ["weights", "bias", "mean", "scale", "profiles", "markers"] },
        dtype: { enum: ["float16", "float32", "float64"] },
        shape: { type: "array", minItems: 1, maxItems: 3, items: { type: "integer", minimum: 1 } },
        offset: { type: "integer", minimum: 0 },
      },
    },
  },
};
