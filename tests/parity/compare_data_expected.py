"""Writes web/expected/limma.json: edgeR's filter, TMM and limma's voom of counts summed by donor of two real files, by R.
Run: ``python tests/parity/compare_data_expected.py DATA`` (needs anndata, and Rscript with limma 3.54 and edgeR 3.40)."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import anndata
import numpy as np

HERE = Path(__file__).parent
DATA = Path(sys.argv[1]) / "labelled"
R = """
suppressPackageStartupMessages({library(limma); library(edgeR)})
x <- as.matrix(read.table("counts.tsv")); s <- read.table("samples.tsv", header = TRUE, stringsAsFactors = TRUE)
design <- if (PAIRED) model.matrix(~ donor + side, s) else model.matrix(~ side, s)
kept <- if (PAIRED) filterByExpr(DGEList(x), design) else filterByExpr(DGEList(x), group = s$side)
y <- DGEList(x); y <- calcNormFactors(y[kept, , keep.lib.sizes = FALSE])
fit <- eBayes(lmFit(voom(y, design), design))
table <- topTable(fit, coef = "side", number = Inf, sort.by = "none", confint = TRUE)
table$place <- which(kept) - 1
options(digits = 12)
write.table(table[c("place", "logFC", "CI.L", "CI.R", "t", "P.Value", "adj.P.Val")], "out.tsv", quote = FALSE, row.names = FALSE)
write.table(y$samples$norm.factors, "factors.tsv", quote = FALSE, row.names = FALSE, col.names = FALSE)
"""


def limma(name: str, side: str, is_paired: bool) -> dict:
    """`side` is the value of `disease` that the effect is of; samples are donors in a condition, by name, conditions apart."""
    file = anndata.read_h5ad(DATA / f"{name}.h5ad")
    disease, donor = (file.obs[column].astype(str).to_numpy() for column in ("disease", "donor"))
    both = set(donor[disease == side]) & set(donor[disease != side])
    keys = sorted({(d != side, o) for d, o in zip(disease, donor) if not is_paired or o in both})
    cells = [((disease != side) == rest) & (donor == own) for rest, own in keys]
    counts = np.stack([np.asarray(file.X[one].sum(axis=0)).ravel() for one in cells], axis=1)
    with tempfile.TemporaryDirectory() as folder:
        np.savetxt(f"{folder}/counts.tsv", counts, fmt="%d")
        rows = [f"{'d' + own}\t{0 if rest else 1}" for rest, own in keys]
        Path(folder, "samples.tsv").write_text("donor\tside\n" + "\n".join(rows) + "\n")
        subprocess.run(["Rscript", "-e", R.replace("PAIRED", "TRUE" if is_paired else "FALSE")], cwd=folder, check=True)
        found = np.loadtxt(f"{folder}/out.tsv", skiprows=1)
        factors = np.loadtxt(f"{folder}/factors.tsv")
    # The reader leaves out columns that are no genes: by name, those that only one column has.
    names = np.asarray(file.var_names)[found[:, 0].astype(int)]
    first = np.argsort(found[:, 5])[:60]
    kept = np.unique(np.concatenate([first, np.arange(0, len(found), max(1, len(found) // 160))]))
    columns = ["logFoldChange", "low", "high", "t", "p", "q"]
    print(name, len(keys), "samples,", len(found), "genes,", int((found[:, 6] < 0.05).sum()), "with q < .05")
    return {
        "file": name,
        "side": side,
        "paired": is_paired,
        "samples": len(keys),
        "tested": len(found),
        "factors": factors.tolist(),
        "discoveries": names[found[:, 6] < 0.05].tolist(),
        "names": names[kept].tolist(),
        "genes": {column: found[kept, i + 1].tolist() for i, column in enumerate(columns)},
    }


out = [
    limma("colon_epithelium_tumour_normal_counts", "colorectal cancer", False),
    limma("colon_epithelium_tumour_normal_counts", "colorectal cancer", True),
    limma("vangalen_marrow_aml_counts", "acute myeloid leukemia", False),
]
(HERE / "../web/expected/limma.json").write_text(json.dumps(out) + "\n")
