import type { CompareDesign, CompareQuestion } from "../contract/compare";
import { AnalysisError } from "../contract/errors";
import { MISSING_IN_PYTHON } from "../contract/missing";
import type { FileInfo, StudyInfo } from "../contract/types";
import { notAnnData, sourceLines } from "./python-source";

export interface ComparePythonQuestion {
  version: string;
  /** Path of the file, as Python is to open it. */
  path: string;
  /** Of several files read as one: the paths of all, in the samples' order. */
  paths?: string[];
  info: FileInfo;
  question: CompareQuestion;
  design: CompareDesign;
}

const py = (value: string) => JSON.stringify(value);
const list = (values: readonly string[]) => `[${values.map(py).join(", ")}]`;

/**
 * A script that asks the same question as a scanpy user would: counts summed with pandas, shares by statsmodels, expression by pydeseq2.
 * limma-voom is R's, so that p values differ; units, samples and fold changes are the same. Throws AnalysisError(unsupported) where types
 * are not a column of the file.
 */
export function comparePython({ version, path, paths, info, question, design }: ComparePythonQuestion): string {
  const { types, condition, matrix, minCells } = question;
  if (types.kind !== "column")
    throw new AnalysisError("unsupported", "The script is of types that a column of the file names; these are not in the file.");
  if (info.format) throw notAnnData(info.name, info.format);
  const other = paths?.find((one) => /\.(loom|h5mu|h5seurat)$/i.test(one));
  if (other) throw notAnnData(other, /loom$/i.test(other) ? "loom" : /h5mu$/i.test(other) ? "MuData" : "Seurat");
  const [first, second] = question.levels ?? [design.sides[0].label, design.sides[1].label];
  const others = second === null ? design.levels.map(({ label }) => label).filter((label) => label !== first) : [second];
  const used = design.covariates.filter(({ isUsed }) => isUsed).map(({ column }) => column);
  const model = [...(design.tested === "paired" ? ["donor"] : []), ...used.map((_, i) => `covariate${i}`), "condition"];
  return `# Phenolens ${version} in Python, for ${info.name.replaceAll(/[\r\n]/g, " ")}:
# ${oneLine(condition)} compared, donors as the units. Phenolens tests by limma-voom and propeller; Python has pydeseq2.
# pip install anndata pydeseq2 statsmodels pandas scipy
import anndata
${info.study ? "import scanpy\n" : ""}import numpy as np
import pandas as pd
import statsmodels.formula.api as smf
from scipy.sparse import csr_matrix

${info.study && paths ? filesLines(info.study, paths) : `FILE = ${py(path)}`}
MISSING = r"${MISSING_IN_PYTHON}"

adata = ${info.study ? "study" : "anndata.read_h5ad(FILE)"}
assert adata.n_obs == ${info.cells}, "this is not the same file"
${sourceLines(info, matrix)}
${columnLines(question, types.column, first, others, used)}
cells, source = cells[named], source[named.to_numpy()]

# --- Design: a sample is one donor's cells in one condition.
samples = cells.groupby(["donor", "condition"]).ngroup().to_numpy()
about = cells.assign(sample=samples).groupby("sample").first()
table = pd.crosstab(samples, cells["type"])
print(about[["donor", "condition"]].join(table).to_string())

${compositionLines(design, minCells, [...model.slice(0, -1), "C(condition, Treatment('other'))"])}${
    design.tested === "none" ? "" : expressionLines(design, minCells, model)
  }${leftOut(design)}`;
}

/** Several files as one: each by the matrix that is read of it, of the genes that all name alike. */
function filesLines({ samples, column }: StudyInfo, paths: string[]): string {
  const files = samples.map(({ sample, matrix }, i) => `    ${py(sample)}: (${py(paths[i]!)}, ${py(matrix)}),`).join("\n");
  return `FILES = {
${files}
}
parts = {}
for sample, (path, matrix) in FILES.items():
    is_tenx = not path.endswith(".h5ad")
    one = scanpy.read_10x_h5(path) if is_tenx else anndata.read_h5ad(path)
    if matrix.startswith("raw"):
        one = one.raw.to_adata()
    elif matrix.startswith("layers/"):
        one.X = one.layers[matrix.removeprefix("layers/")]
    one.var_names_make_unique()
    parts[sample] = one
# Phenolens joins genes by Ensembl id, then symbol, then alias; here by the names of the index alone.
study = anndata.concat(parts, join="inner", label=${py(column)}, index_unique="-")`;
}

/** What is known of each cell, and which cells have all of it. */
function columnLines({ condition, donors }: CompareQuestion, types: string, first: string, others: string[], used: string[]): string {
  const column = (name: string) => `words(${py(name)})`;
  const other = `condition.isin(${list(others.map((label) => label.trim()))})`;
  return `def words(name):
    values = adata.obs[name].to_numpy()
    if values.dtype.kind == "f":  # numbers as names: 1.0 is 1
        values = ["" if np.isnan(value) else str(int(value)) if value == int(value) else str(value) for value in values]
    return pd.Series(values, index=adata.obs_names).astype(str).str.strip()

condition = ${column(condition)}
cells = pd.DataFrame({
    "type": ${column(types)},
    "donor": ${donors === null ? '"all"' : column(donors)},
    "condition": np.where(condition == ${py(first.trim())}, "compared", np.where(${other}, "other", "")),
${used.map((name, i) => `    "covariate${i}": adata.obs[${py(name)}],\n`).join("")}}, index=adata.obs_names)
named = (cells["condition"] != "") & ~cells["type"].str.contains(MISSING) & ~cells["donor"].str.contains(MISSING)`;
}

/** Donors in both conditions alone, where differences are within donors. */
const pairsLine = ({ tested }: CompareDesign) =>
  tested === "paired" ? `    frame = frame[frame.groupby("donor")["condition"].transform("nunique") == 2]\n` : "";

const oneLine = (text: string) => text.replaceAll(/[\r\n]/g, " ");

function leftOut({ covariates }: CompareDesign): string {
  const left = covariates.filter(({ isUsed }) => !isUsed).map(({ column, words }) => `${column} (${words})`);
  return left.length > 0 ? `# Not taken out: ${oneLine(left.join("; "))}\n` : "";
}

function compositionLines(design: CompareDesign, minCells: number, terms: readonly string[]): string {
  const described = `    print(name, frame.groupby("condition")["y"].mean().to_dict())  # ${oneLine(design.refusals[0] ?? "described")}`;
  const tested = `    fit = smf.ols(${py(`y ~ ${terms.join(" + ")}`)}, frame).fit()
    own = next(one for one in fit.params.index if one.startswith("C(condition"))
    print(name, f"difference {fit.params[own]:.3f}, p {fit.pvalues[own]:.4f}")`;
  return `# --- Composition: logit of the shares (half a cell added, as propeller), least squares over the samples.
enough = table.sum(axis=1) >= ${minCells}
shares = (table + 0.5).div((table + 0.5).sum(axis=1), axis=0)
for name in table.columns:
    frame = about.assign(y=np.log(shares[name] / (1 - shares[name])))[enough]
${pairsLine(design)}${design.tested === "none" ? described : tested}
`;
}

function expressionLines(design: CompareDesign, minCells: number, model: readonly string[]): string {
  const types = design.types.filter(({ isTested }) => isTested).map(({ type }) => type);
  return `
# --- Expression: counts summed per donor, condition and type; a negative binomial fit per gene.
from pydeseq2.dds import DeseqDataSet
from pydeseq2.ds import DeseqStats

for name in ${list(types)}:
    own = (cells["type"] == name).to_numpy()
    one_hot = csr_matrix((np.ones(own.sum()), (samples[own], np.arange(own.sum()))), shape=(len(about), own.sum()))
    counts = pd.DataFrame((one_hot @ source.X[own]).toarray().round().astype(int), columns=source.var_names)
    use = (np.bincount(samples[own], minlength=len(about)) >= ${minCells})
    frame = about[use]
${pairsLine(design)}    counts = counts.loc[frame.index]
    counts = counts.loc[:, (counts >= 10).sum() >= frame["condition"].value_counts().min()]
    counts.index, frame.index = counts.index.astype(str), frame.index.astype(str)
    data = DeseqDataSet(counts=counts, metadata=frame, design=${py(`~${model.join(" + ")}`)}, quiet=True)
    data.deseq2()
    tests = DeseqStats(data, contrast=["condition", "compared", "other"], quiet=True)
    tests.summary()
    tests.results_df.sort_values("pvalue").to_csv(f"pydeseq2 {name.replace('/', '_')}.csv")
    print(name, (tests.results_df["padj"] < 0.05).sum(), "genes at an FDR of 5%")
`;
}
