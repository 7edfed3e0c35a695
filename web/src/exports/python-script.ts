import { AnalysisError } from "../contract/errors";
import type { FileInfo } from "../contract/types";
import { doubletLines, scoreLines, sexLines } from "./python-extras";
import { geneLines } from "./python-genes";
import type { PythonQuestion } from "./python-question";
import { PREDICT_LINES } from "./python-predict";
import { geneColumns, notAnnData, py, sourceLines } from "./python-source";
import { studyLines } from "./python-study";
import { namesLines } from "./python-names";
import { CHECK_LINES } from "./python-checks";

/** Reads one file as `adata` and its matrix as `source`. */
function fileLines(info: FileInfo, matrix: string, path: string): string {
  const isByIndex = [undefined, "_index"].includes(info.reading.genesFrom);
  return `FILE = ${py(path)}
adata = anndata.read_h5ad(FILE)
assert adata.n_obs == ${info.cells}, "this is not the same file"
${sourceLines(info, matrix)}
# What is read by its own genes: values, the names of the genes, and whether the model reads it.
PARTS = [(source, gene_names(source, ${JSON.stringify(geneColumns(info))}, ${isByIndex ? "True" : "False"}), True)]`;
}

/**
 * A script that computes what the page shows of a file, with scanpy and numpy: quality, normalization, and what a linear
 * model says of every cell. Gene names are matched as the page does. Throws AnalysisError(unsupported)
 * for a file that mixes species or has genes in rows.
 */
export function pythonScript(question: PythonQuestion): string {
  const { version, paths, info, matrix, model, folder, names } = question;
  const other = info.study?.samples.find(({ format }) => format !== undefined);
  if (other) throw notAnnData(other.file, other.format!);
  if (info.format) throw notAnnData(info.name, info.format);
  const named = names ? namesLines(py(names.path), py(names.column)) : "";
  const cause = info.reading.isTransposed
    ? "has genes in rows: write adata.T first"
    : "mixes species: write the cells and genes of one first";
  if (info.geneVerdict.species === "mixed" || info.reading.isTransposed)
    throw new AnalysisError("unsupported", `The script is of files of one species with cells in rows, and ${info.name} ${cause}.`);
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
from scipy.sparse import csr_matrix${info.study ? ", vstack" : ""}
from scipy.special import erfinv, softmax

MODEL = ${py(folder)}  # the model folder: a path or a URL

def read(name):
    return urlopen(MODEL + name).read() if MODEL.startswith("http") else (Path(MODEL) / name).read_bytes()


manifest = json.loads(read("manifest.json"))
vocabulary = [line.split("\\t") for line in read(manifest["files"]["genes"]["path"]).decode().splitlines()[1:]]

${geneLines(["human", "unknown"].includes(info.geneVerdict.species))}
${info.study ? studyLines({ ...info, study: info.study }, matrix, paths, model) : fileLines(info, matrix, paths[0]!)}
matches = [matched(part, names) for part, names, _ in PARTS]

# --- Quality, as in scanpy.
symbol_of = {ensembl(row[1]): row[0] for row in vocabulary}


def is_mitochondrial(name):
    return bool(re.match("MT[-:._]", plain(symbol_of.get(ensembl(plain(name)), name)), re.I))


def quality_of(part, names):
    part.var["mt"] = [any(is_mitochondrial(column[i]) for column in names) for i in range(part.n_vars)]
    sc.pp.calculate_qc_metrics(part, qc_vars=["mt"], percent_top=None, log1p=False, inplace=True)
    return pd.DataFrame({
        "totals": part.obs["total_counts"].to_numpy(),
        "detected": part.obs["n_genes_by_counts"].to_numpy(),
        "mitochondrial": part.obs["pct_counts_mt"].fillna(0).to_numpy() / 100 if part.var["mt"].any() else np.nan,
    })


cells = pd.concat([quality_of(part, names) for part, names, _ in PARTS]).set_axis(adata.obs_names)
print(cells.median().to_string())

${isLog ? "" : sexLines()}
# --- Normalization for gene expression on the map and for the transformer, ...
log1p = sc.pp.log1p(sc.pp.normalize_total(source, target_sum=1e4, copy=True), copy=True)


${PREDICT_LINES}${scoreLines(question)}${CHECK_LINES}${named}${doubletLines(question)}
cells.to_csv("cells.csv", index_label="cell_id")
`;
}
