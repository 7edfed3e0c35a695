import { AnalysisError } from "../../contract/errors";
import type { Manifest } from "../../contract/manifest";

type Check = (value: unknown, at: string) => void;

function refuse(at: string, words: string): never {
  throw new AnalysisError("model", `manifest.json: ${at} ${words}.`);
}

const text: Check = (value, at) => typeof value === "string" || refuse(at, "must be text");
const number: Check = (value, at) => (typeof value === "number" && Number.isFinite(value)) || refuse(at, "must be a number");
const positive: Check = (value, at) => (number(value, at), (value as number) > 0 || refuse(at, "must be above zero"));
const count: Check = (value, at) =>
  (Number.isSafeInteger(value) && (value as number) >= 0) || refuse(at, "must be a whole number, zero or more");
const anything: Check = (value, at) => (typeof value === "object" && value !== null) || refuse(at, "must be an object");
const sha: Check = (value, at) => /^[0-9a-f]{64}$/.test(String(value)) || refuse(at, "must be 64 hex digits");
const path: Check = (value, at) =>
  (typeof value === "string" && /^[\w][\w.-]*$/.test(value)) || refuse(at, "must be a file name in the folder");
const oneOf =
  (...words: string[]): Check =>
  (value, at) =>
    words.includes(value as string) || refuse(at, `must be ${words.join(" or ")}`);

/** Fields ending in `?` may be left out; fields not listed are refused. */
function object(fields: Record<string, Check>): Check {
  return (value, at) => {
    anything(value, at);
    const record = value as Record<string, unknown>;
    for (const name of Object.keys(record)) {
      if (!(name in fields) && !(`${name}?` in fields)) refuse(at ? `${at}.${name}` : name, "is not a field of phenolens-model/1");
    }
    for (const [field, check] of Object.entries(fields)) {
      const name = field.replace("?", "");
      if (record[name] !== undefined) check(record[name], at ? `${at}.${name}` : name);
      else if (name === field) refuse(at ? `${at}.${name}` : name, "is missing");
    }
  };
}

function list(check: Check, least = 0): Check {
  return (value, at) => {
    if (!Array.isArray(value) || value.length < least) refuse(at, `must be a list${least ? ` of at least ${least}` : ""}`);
    (value as unknown[]).forEach((item, i) => check(item, `${at}[${i}]`));
  };
}

const record =
  (check: Check): Check =>
  (value, at) => {
    anything(value, at);
    for (const [name, item] of Object.entries(value as object)) check(item, `${at}.${name}`);
  };

const ENCODINGS: Record<string, Check> = {
  "rank-normal": object({ name: text, scale: oneOf("norm") }),
  log1p: object({ name: text, target_sum: positive, "ceiling?": positive }),
  "gene-values": object({ name: text, target_sum: positive, max_genes: positive }),
  "polygene-bins": object({
    name: text,
    scale: oneOf("log1p", "counts"),
    target_sum: positive,
    edges: list(positive, 1),
    max_genes: positive,
  }),
  "value-bins": object({ name: text, bins: positive, max_genes: positive }),
  "rank-tokens": object({ name: text, max_genes: positive }),
};

const encoding: Check = (value, at) => {
  anything(value, at);
  const name = String((value as { name?: unknown }).name);
  (ENCODINGS[name] ?? (() => refuse(`${at}.name`, `is ${name}, which this version does not know (${Object.keys(ENCODINGS).join(", ")})`)))(
    value,
    at,
  );
};

const manifest = object({
  format: oneOf("phenolens-model/1"),
  name: path,
  title: text,
  version: text,
  kind: oneOf("linear", "onnx"),
  species: oneOf("human", "mouse", "other"),
  license: text,
  citation: text,
  trained_on: text,
  intended_use: text,
  limits: text,
  files: record(object({ path, sha256: sha, bytes: count })),
  genes: count,
  "matching?": oneOf("as-written"),
  encoding,
  heads: list(
    object({
      phenotype: text,
      temperature: positive,
      output: text,
      classes: list(object({ label: text, ontology_id: text }), 2),
      "clusters?": count,
      "link?": oneOf("softmax", "logistic"),
    }),
  ),
  "tensors?": list(object({ name: text, dtype: oneOf("float16", "float32", "float64"), shape: list(count), offset: count })),
  "onnx?": object({
    inputs: object({ genes: text, "values?": text, mask: text, "phenotypes?": text }),
    embedding: text,
    embedding_size: count,
    "gene_states?": text,
    "gradient?": object({ of: oneOf("values", "tokens"), output: text, cotangents: list(text, 1), "strength?": text }),
  }),
  quantization: object({
    scheme: text,
    "top1_agreement?": number,
    "mean_kl?": number,
    "attribution_spearman?": number,
    "embedding_cosine?": number,
    "measured_on?": text,
  }),
  "metrics?": anything,
});

/** Encodings that are scores of genes, which linear models read; all others are tokens. */
const isLinearEncoding = (name: string): boolean => name === "rank-normal" || name === "log1p";

/** A manifest that has been checked, or an error naming its first wrong field. */
export function checkManifest(value: unknown): Manifest {
  manifest(value, "");
  const checked = value as Manifest;
  const needed = checked.kind === "linear" ? ["genes", "weights"] : ["genes", "predict"];
  for (const file of needed) if (!checked.files[file]) refuse(`files.${file}`, "is missing");
  if (checked.kind === "linear" && checked.heads.length === 0) refuse("heads", "must be a list of at least 1");
  if ((checked.kind === "linear") !== isLinearEncoding(checked.encoding.name))
    refuse("encoding.name", `is ${checked.encoding.name}, which ${checked.kind} models do not read`);
  if (checked.kind === "linear" && !checked.tensors) refuse("tensors", "is missing");
  const scaled = checked.tensors?.some(({ name }) => name === "scale") ?? false;
  if (scaled && checked.encoding.name !== "log1p") refuse("tensors", "hold a scale, which is of log1p scores");
  checked.heads.forEach(({ link }, i) => {
    if (link === "logistic" && !scaled) refuse(`heads[${i}].link`, "is logistic, which needs a tensor scale");
  });
  if (checked.kind === "onnx" && !checked.onnx) refuse("onnx", "is missing");
  return checked;
}
