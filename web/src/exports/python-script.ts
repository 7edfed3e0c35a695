import { AnalysisError } from "../contract/errors";
import { NAMED_FEATURES } from "../contract/feature-names";
import { DOUBLET_CELLS } from "../contract/doublets";
import { GENE_COLUMNS, plainHeading } from "../contract/gene-columns";
import { MISSING_IN_PYTHON } from "../contract/missing";
import type { FileInfo, Format, LabelMatch, ModelInfo, ValueScale } from "../contract/types";
import { namesLines } from "./python-names";
import { CHECK_LINES } from "./python-checks";

export interface PythonQuestion {
  version: string;
  /** Path of the file, as Python is to open it. */
  path: string;
  info: FileInfo;
  /** The matrix analysed. */
  matrix: string;
  /** A linear model, and where its folder is: a path or an address ending in `/`. */
  model: ModelInfo;
  folder: string;
  /** Labels of the file and the classes they were matched to, where scores are wanted. */
  labels: { phenotype: string; column: string; matches: LabelMatch[] } | null;
  /** Where the annotation.json with names of groups lies, and the column they are to have. */
  names?: { path: string; column: string } | null;
  /** How doublets are scored, where they are: the column of samples (null: none), the expected share, the threshold (null: automatic). */
  doublets?: { column: string | null; rate: number; threshold: number | null } | null;
}

/** A string as Python writes it: JSON's escapes are Python's too. */
const py = (value: string) => JSON.stringify(value);
const table = (entries: [string, string][]) =>
  entries.length === 0 ? "{}" : `{\n${entries.map(([from, to]) => `    ${py(from)}: ${py(to)},`).join("\n")}\n}`;

/** Genes among other features, as the page finds them. */
const GENES_ONLY = `for name in ("feature_types", "feature_type", "feature_biotype"):
    if name in source.var:
        words = r"gene[ _]expression|genes?|gex|m?rna([ _]expression)?|expression|transcript(s|ome)?"
        genes = source.var[name].astype(str).str.fullmatch(words, case=False)
        if genes.any():
            source = source[:, genes.to_numpy()].copy()
            break
else:
    others = r"(?i)${NAMED_FEATURES.map(([pattern]) => `(?:${pattern.source})`).join("|")}"
    source = source[:, ~source.var_names.str.contains(others)].copy()`;

function matrixLines(matrix: string): string {
  if (matrix === "raw/X") return "source = adata.raw.to_adata()";
  const layers = matrix.split("+").map((path) => `adata.layers[${py(path.slice("layers/".length))}]`);
  if (matrix.startsWith("layers/")) return `source = adata.copy()\nsource.X = ${layers.join(" + ")}`;
  return "source = adata.copy()";
}

const PLAIN_LINE = "source.X.data = np.expm1(source.X.data)  # the file holds ln(1 + x): back to what was counted";

/** Stored values as the page reads them: a line, or nothing where they are read as they are. */
function restoringLine({ stored, log_base: base, target }: ValueScale): string {
  const factor = target > 0 ? 1e4 / target : 1;
  const natural = Math.abs(base - Math.E) < 1e-9 ? "source.X.data" : `source.X.data * np.log(${base})`;
  const set = (value: string, why: string) => `source.X.data = ${value}  # ${why}\n`;
  switch (stored) {
    case "square-roots":
      return set("np.square(source.X.data)", "square roots");
    case "log1p":
      return natural === "source.X.data" && factor === 1
        ? ""
        : set(`np.log1p(${factor} * np.expm1(${natural}))`, "to log1p of counts per 10,000");
    case "log1p-twice":
      return set(`np.log1p(${factor} * np.expm1(np.expm1(source.X.data)))`, "the logarithm was taken twice");
    case "mixed": {
      const whole = "np.repeat([bool(np.all(row.data % 1 == 0)) for row in source.X], np.diff(source.X.indptr))";
      return set(`np.where(${whole}, source.X.data, np.expm1(${natural}))`, "cells of logarithms among others");
    }
    default:
      return "";
  }
}

function scoreLines({ labels, model }: PythonQuestion): string {
  if (!labels) return "";
  const classes = model.heads.find(({ phenotype }) => phenotype === labels.phenotype)?.classes ?? [];
  const matches = labels.matches.flatMap(({ label, code }): [string, string][] =>
    code >= 0 && classes[code] ? [[label, classes[code].label]] : [],
  );
  return `
# Accuracy on your labels, as they were matched to the model's classes.
MATCHES = ${table(matches)}
truth = adata.obs[${py(labels.column)}].astype(str).map(MATCHES)
scored = truth.notna() & cells[${py(`${labels.phenotype}_label`)}].notna()
correct = cells.loc[scored, ${py(`${labels.phenotype}_label`)}] == truth[scored]
print(f"top-1 accuracy: {correct.mean():.4f} on {scored.sum()} labelled cells")
`;
}

/** Counts of the genes of sex per donor: what the verdict rests on (docs/trust.md). */
function sexLines(): string {
  return `
# --- Sex by counted genes: what the verdict per donor rests on (a tenth of the other kind, ten counts, no cells of both sexes)
Y_GENES = "RPS4Y1 DDX3Y EIF1AY KDM5D UTY ZFY USP9Y EIF2S3Y".split()
upper = [{plain(column[i]).upper() for column in names} | {str(symbol_of.get(ensembl(plain(column[i])), "")).upper() for column in names}
         for i in range(source.n_vars)]
sex = pd.DataFrame({
    "xist_counts": np.asarray(source.X[:, [i for i, found in enumerate(upper) if "XIST" in found]].sum(axis=1)).ravel(),
    "y_counts": np.asarray(source.X[:, [i for i, found in enumerate(upper) if found & set(Y_GENES)]].sum(axis=1)).ravel(),
    "all_counts": quality["totals"].to_numpy(),
}, index=adata.obs_names)
DONORS = next((name for name in ["donor_id", "donor", "donors", "patient_id", "patient"] if name in adata.obs), None)
NO_DONOR = r"${MISSING_IN_PYTHON}"
names_of = adata.obs[DONORS].astype(str).str.strip() if DONORS else None
print(sex.groupby(names_of.mask(names_of.str.contains(NO_DONOR))).sum() if DONORS else sex.sum())
`;
}

/** The matrix as `source`, of genes alone, its stored values as the page reads them; after `adata` was read. */
export function sourceLines(info: FileInfo, matrix: string): string {
  const taken = info.matrices.find((one) => one.path === matrix);
  const hasOthers = info.matrices.some(({ features }) => features !== undefined);
  return `${matrixLines(matrix)}${hasOthers ? `\n${GENES_ONLY}` : ""}
assert source.n_vars == ${taken?.genes ?? info.genes}, "the script cannot tell genes from other features here"
source.X = csr_matrix(source.X, dtype=np.float64)
source.X.sum_duplicates()
${taken ? restoringLine(taken.scale) : ""}${taken?.values === "log1p" ? `${PLAIN_LINE}\n` : ""}`;
}

/** Doublet scores by scanpy's port of Scrublet. */
function doubletLines({ doublets }: PythonQuestion): string {
  if (!doublets) return "";
  const { column, rate, threshold } = doublets;
  const own = column === null ? "" : `adata.obs[${py(column)}].astype(str)`;
  const samples =
    column === null
      ? `scorable = np.ones(adata.n_obs, dtype=bool)\nscored = source.copy()`
      : `sizes = ${own}.map(${own}.value_counts())
scorable = (adata.obs[${py(column)}].notna() & (sizes >= ${DOUBLET_CELLS.fewest})).to_numpy()
scored = source[scorable].copy()
scored.obs["sample"] = ${own}.to_numpy()[scorable]`;
  const batch = column === null ? "" : ', batch_key="sample"';
  return `
# --- Doublets by scanpy's port of Scrublet, which chooses variable genes otherwise than Scrublet and the page: like scores, not the same.
${samples}
sc.pp.scrublet(scored, expected_doublet_rate=${rate}${batch}${threshold === null ? "" : `, threshold=${threshold}`}, random_state=0)
cells.loc[scorable, "doublet_score"] = scored.obs["doublet_score"].to_numpy()
cells.loc[scorable, "predicted_doublet"] = scored.obs["predicted_doublet"].to_numpy()
print(f"\\ndoublets: {int(scored.obs['predicted_doublet'].sum())} of {scored.n_obs} cells")
`;
}

/** Columns that name the genes, as the engine takes them: the one asked for, else those with a known heading. */
function geneColumns({ reading, geneColumns: all }: FileInfo): string[] {
  if (reading.genesFrom !== undefined) return reading.genesFrom === "_index" ? [] : [reading.genesFrom];
  return GENE_COLUMNS.flatMap((heading) => all.filter((name) => plainHeading(name) === plainHeading(heading)));
}

/** Scripts read what anndata.read_h5ad reads. */
export const notAnnData = (name: string, format: Format): AnalysisError =>
  new AnalysisError(
    "unsupported",
    `The script reads .h5ad files, and ${name} is a ${format} file: phenolens convert ${name} --out FILE.h5ad writes it as one.`,
  );

/**
 * A script that computes what the page shows of a file, with scanpy and numpy: quality, normalization, and what a linear
 * model says of every cell. Gene names are matched as the page does. Throws AnalysisError(unsupported)
 * for a file that mixes species or has genes in rows.
 */
export function pythonScript(question: PythonQuestion): string {
  const { version, path, info, matrix, model, folder, names } = question;
  if (info.study)
    throw new AnalysisError(
      "unsupported",
      "The script computes the numbers of one file, and several are open as one: open the file alone.",
    );
  if (info.format) throw notAnnData(info.name, info.format);
  const named = names ? namesLines(py(names.path), py(names.column)) : "";
  const cause = info.reading.isTransposed
    ? "has genes in rows: write adata.T first"
    : "mixes species: write the cells and genes of one first";
  if (info.geneVerdict.species === "mixed" || info.reading.isTransposed)
    throw new AnalysisError("unsupported", `The script is of files of one species with cells in rows, and ${info.name} ${cause}.`);
  const isByIndex = [undefined, "_index"].includes(info.reading.genesFrom);
  const taken = info.matrices.find((one) => one.path === matrix);
  const isLog = taken?.values === "log1p";
  return `# Phenolens ${version} in Python, for ${info.name.replaceAll(/[\r\n]/g, " ")}:
# quality, normalization, and the predictions of "${model.title.replaceAll(/[\r\n"]/g, " ")}".
# pip install anndata scanpy numpy scipy pandas${question.doublets ? " scikit-image" : ""}
import base64
import json
import re
from pathlib import Path
from urllib.request import urlopen

import anndata
import numpy as np
import pandas as pd
import scanpy as sc
from scipy.sparse import csr_matrix
from scipy.special import erfinv, softmax

FILE = ${py(path)}
MODEL = ${py(folder)}  # the model folder: a path or a URL

adata = anndata.read_h5ad(FILE)
assert adata.n_obs == ${info.cells}, "this is not the same file"
${sourceLines(info, matrix)}

def read(name):
    return urlopen(MODEL + name).read() if MODEL.startswith("http") else (Path(MODEL) / name).read_bytes()


manifest = json.loads(read("manifest.json"))
vocabulary = [line.split("\\t") for line in read(manifest["files"]["genes"]["path"]).decode().splitlines()[1:]]

# --- Genes: matched by Ensembl id, else by symbol, else ignoring case, else by alias; ambiguous names are dropped.
GENE_COLUMNS = ${JSON.stringify(geneColumns(info))}
GENOMES = ("GRCh38", "GRCh37", "hg19", "hg38", "mm10", "GRCm39", "GRCm38")
# Mouse symbols differ from human ones by case only.
FOLD = ${["human", "unknown"].includes(info.geneVerdict.species) ? "True" : "False"}


def ensembl(name):
    stem = name.replace("_", ".").split(".")[0]
    return stem if stem.startswith("ENS") and stem[-12:-11] == "G" and stem[-11:].isdigit() and stem[3:-11].isupper() else ""


def plain(name):
    name = str(name).strip()
    genome = next((g for g in GENOMES if name.startswith(g) and name[len(g):len(g) + 1] in tuple("-_.:|")), None)
    return name[len(genome):].lstrip("-_.:|") if genome else name


books = [{}, {}, {}, {}]


def add(book, name, gene):
    if name:
        books[book][name] = gene if books[book].get(name, gene) == gene else -1


for gene, (symbol, ensembl_id, aliases, *_) in enumerate(vocabulary):
    add(0, ensembl(ensembl_id), gene)
    add(1, symbol, gene)
    if FOLD:
        add(2, symbol.upper(), gene)
    for alias in filter(None, aliases.split("|")):
        add(3, alias.upper() if FOLD else alias, gene)


COMPOSITE = re.compile(r"(.+?)[_|;: ]+\\(?(ENS[A-Z]*G\\d{11})(?:\\.\\d+)?\\)?")  # SYMBOL_ENSG..., SYMBOL|ENSG...


def find(name):
    name = plain(name)
    both = COMPOSITE.fullmatch(name)
    if both:
        return min((find(part) for part in both.groups()), key=lambda hit: (hit[0] < 0, hit[1]))
    if ensembl(name):
        return books[0].get(ensembl(name), -1), 0
    for book, key in ((1, name), (2, name.upper()), (3, name.upper() if FOLD else name)):
        if books[book].get(key, -1) >= 0:
            return books[book][key], book
    return -1, 9


named = [c for c in GENE_COLUMNS if c in source.var and source.var[c].dtype.kind not in "iuf"]
names = ${isByIndex ? "[list(source.var_names.astype(str))] + " : ""}[list(source.var[c].astype(str)) for c in named]
hits = [min((find(column[i]) for column in names), key=lambda hit: (hit[0] < 0, hit[1])) for i in range(source.n_vars)]
best = {}
for gene, book in hits:
    if gene >= 0:
        best[gene] = min(book, best.get(gene, 9))
kept = [(column, gene) for column, (gene, book) in enumerate(hits) if gene >= 0 and book == best[gene]]
columns, genes = np.array(kept).T
to_vocabulary = csr_matrix((np.ones(len(kept)), (columns, genes)), shape=(source.n_vars, len(vocabulary)))
counts = csr_matrix(source.X @ to_vocabulary)  # columns of the same gene are summed
measured = np.zeros(len(vocabulary), bool)
measured[genes] = True

# --- Quality, as in scanpy.
symbol_of = {ensembl(row[1]): row[0] for row in vocabulary}


def is_mitochondrial(name):
    return bool(re.match("MT[-:._]", plain(symbol_of.get(ensembl(plain(name)), name)), re.I))


source.var["mt"] = [any(is_mitochondrial(column[i]) for column in names) for i in range(source.n_vars)]
sc.pp.calculate_qc_metrics(source, qc_vars=["mt"], percent_top=None, log1p=False, inplace=True)
quality = {
    "totals": source.obs["total_counts"],
    "detected": source.obs["n_genes_by_counts"],
    "mitochondrial": source.obs["pct_counts_mt"].fillna(0) / 100 if source.var["mt"].any() else np.nan,
}
cells = pd.DataFrame(quality, index=adata.obs_names)
print(cells.median().to_string())

${isLog ? "" : sexLines()}
# --- Normalization for gene expression on the map and for the transformer, ...
log1p = sc.pp.log1p(sc.pp.normalize_total(source, target_sum=1e4, copy=True), copy=True)


# ... and the input of this model, over the genes that the file measures.
def rank_normal(values):
    values = values.astype(np.float32)
    zeros = int((values == 0).sum())
    distinct, inverse, times = np.unique(values, return_inverse=True, return_counts=True)
    ranks = np.cumsum(times) - (times - 1) / 2  # average ranks of ties
    z = np.sqrt(2) * erfinv(2 * ranks / (len(values) + 1) - 1)[inverse]
    norm = np.sqrt(np.square(z).sum())
    return z * (np.sqrt(len(values)) / norm) if norm > 0 and zeros < len(values) else np.zeros(len(values))


encoding = manifest["encoding"]
totals = np.asarray(source.X.sum(axis=1)).ravel()


def scores(block, total):
    if encoding["name"] == "rank-normal":
        return np.stack([rank_normal(row) for row in block])
    return np.log1p(encoding["target_sum"] * block / np.maximum(total, 1e-12)[:, None])


# --- Predictions: logit = bias + sum over measured genes of weight x (score - mean score in training).
blob = read(manifest["files"]["weights"]["path"])
tensors = {}
for t in manifest["tensors"]:
    values = np.frombuffer(blob, t["dtype"], int(np.prod(t["shape"])), t["offset"])
    tensors[t["name"]] = values.reshape(t["shape"]).astype(np.float64)
weights, bias, mean = tensors["weights"][measured], tensors["bias"], tensors["mean"][measured]


# Files of fewer than half of the model's genes have other ranks and totals than training had: a model with panel cells is fitted to them.
def panel_cells(blob):
    genes, cells = np.frombuffer(blob, "<u4", 2, 8)
    stored, at = np.frombuffer(blob, "<u4", cells, 16), 16 + 4 * int(cells)
    amounts = np.zeros((cells, genes))
    for row, values in zip(amounts, stored):
        gene = 0
        for _ in range(values):
            while blob[at] == 255:
                gene, at = gene + 255, at + 1
            gene += blob[at]
            row[gene], gene, at = blob[at + 1], gene + 1, at + 2
    return amounts


if 2 * measured.sum() < len(measured) and "panel" in manifest["files"]:
    amounts = panel_cells(read(manifest["files"]["panel"]["path"]))
    if encoding["name"] != "rank-normal":
        amounts = np.expm1(amounts / 24)
    amounts = amounts[[len(np.unique(row[measured])) > 1 for row in amounts]]
    if len(amounts) >= 20:
        full = scores(amounts, amounts.sum(axis=1))
        panel = scores(amounts[:, measured], amounts[:, measured].sum(axis=1))
        known = (full - tensors["mean"]) @ tensors["weights"]
        mean, deviation = panel.mean(axis=0), np.maximum(panel.std(axis=0), 1e-3)
        standard = (panel - mean) / deviation
        prior = weights * full[:, measured].std(axis=0)[:, None]
        kernel = standard @ standard.T
        kernel += 4 * np.trace(kernel) / len(kernel) * np.eye(len(kernel))
        rest = known - known.mean(axis=0) - standard @ prior
        weights = (prior + standard.T @ np.linalg.solve(kernel, rest)) / deviation[:, None]
        bias = bias + known.mean(axis=0)

logits = np.full((adata.n_obs, len(bias)), np.nan)
for first in range(0, adata.n_obs, 1000):
    block = counts[first : first + 1000].toarray()[:, measured]
    logits[first : first + 1000] = (scores(block, totals[first : first + 1000]) - mean) @ weights + bias
logits[np.asarray(counts.sum(axis=1)).ravel() == 0] = np.nan  # no counts

first = 0
for head in manifest["heads"]:
    classes = np.array([c["label"] for c in head["classes"]], dtype=object)
    clusters = head.get("clusters", 0)  # above 0: a gate per cluster, then each cluster's own logits
    width = clusters * (1 + len(classes)) if clusters else len(classes)
    own = logits[:, first : first + width]
    first += width
    if clusters:
        nearest = np.nan_to_num(own[:, :clusters]).argmax(axis=1)
        own = own[:, clusters:].reshape(len(own), clusters, len(classes))[np.arange(len(own)), nearest]
    p = softmax(own / head["temperature"], axis=1)
    known = ~np.isnan(p[:, 0])
    top = np.where(known, np.nan_to_num(p).argmax(axis=1), 0)
    name = head["phenotype"]
    cells[name + "_label"] = np.where(known, classes[top], None)
    cells[name + "_probability"] = np.where(known, p[np.arange(len(p)), top], np.nan)
    # Without counts all classes are equally likely.
    cells[name + "_entropy"] = np.where(known, -(p * np.log(np.maximum(p, 1e-300))).sum(axis=1), np.log(len(classes)))
    print(f"\\n{name}\\n{cells[name + '_label'].value_counts().head(10).to_string()}")
${scoreLines(question)}${CHECK_LINES}${named}${doubletLines(question)}
cells.to_csv("cells.csv", index_label="cell_id")
`;
}
