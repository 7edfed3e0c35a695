"""How far `phenolens compare` is from R: ``python tests/parity/compare_agreement.py FILE OUT``, OUT being its folder.

Counts are summed here, by the design that summary.json tells; edgeR's filterByExpr and TMM, limma's voom and eBayes are R's
own (Debian's r-bioc-edger, r-bioc-limma). Prints a line per type: genes, largest differences, genes at an FDR of 5%."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import anndata
import numpy as np
import pandas as pd

R = """
suppressMessages({library(limma); library(edgeR)})
x <- as.matrix(read.csv("counts.csv", row.names = 1)); m <- read.csv("samples.csv")
condition <- as.numeric(m$side == 0)
design <- if (m$paired[1]) model.matrix(~ factor(m$donor) + condition) else model.matrix(~ condition)
d <- DGEList(x)
d <- calcNormFactors(d[filterByExpr(d, group = m$side), , keep.lib.sizes = FALSE])
fit <- eBayes(lmFit(voom(d, design), design))
table <- topTable(fit, coef = ncol(design), n = Inf, sort.by = "none")
write.csv(cbind(place = as.numeric(sub("g", "", rownames(d))), table), "found.csv", row.names = FALSE)
"""


def by_limma(counts: np.ndarray, samples: pd.DataFrame) -> pd.DataFrame:
    """limma's table of every gene kept, by its place."""
    with tempfile.TemporaryDirectory() as folder:
        pd.DataFrame(counts, index=[f"g{i}" for i in range(len(counts))]).to_csv(Path(folder, "counts.csv"))
        samples.to_csv(Path(folder, "samples.csv"), index=False)
        Path(folder, "fit.R").write_text(R)
        subprocess.run(["Rscript", "fit.R"], cwd=folder, check=True)
        return pd.read_csv(Path(folder, "found.csv")).set_index("place")


def main(path: str, out: str) -> None:
    """Prints the agreement of every type that was tested."""
    adata = anndata.read_h5ad(path)
    summary = json.loads(Path(out, "summary.json").read_text())
    design, options = summary["design"], summary["options"]
    names = adata.obs[[options["donors"], options["condition"], design["by"]]].astype(str)
    names.columns = ["donor", "condition", "type"]
    first, second = (side["label"] for side in design["sides"])
    found = pd.read_csv(Path(out, "expression.csv"))
    place_of = {name: place for place, name in enumerate(adata.var_names)}
    for one in (one for one in summary["expression"]["types"] if one["isTested"]):
        own = names[(names["type"] == one["type"]) & names["condition"].isin([first, second])]
        keys = own.groupby(["donor", "condition"]).size()
        keys = keys[keys >= options["minCells"]].reset_index()
        if one["how"] == "paired":
            keys = keys[keys.groupby("donor")["condition"].transform("nunique") == 2]
        rows = [own.index[(own["donor"] == k.donor) & (own["condition"] == k.condition)] for k in keys.itertuples()]
        counts = np.stack([np.asarray(adata[row].X.sum(axis=0)).ravel() for row in rows], axis=1)
        samples = pd.DataFrame({"donor": keys["donor"], "side": (keys["condition"] != first).astype(int)})
        theirs = by_limma(counts, samples.assign(paired=one["how"] == "paired"))
        ours = found[found["type"] == one["type"]]
        ours = ours.set_index(ours["symbol"].map(place_of)).loc[lambda table: ~table.index.duplicated()]
        both = ours.join(theirs, how="inner", rsuffix="_theirs")
        relative = {
            "t": (both["t"] / both["t_theirs"] - 1).abs().max(),
            "p": (both["p"] / both["P.Value"] - 1).abs().max(),
        }
        hits = (both["q"] < 0.05).sum(), (both["adj.P.Val"] < 0.05).sum()
        same = ((both["q"] < 0.05) == (both["adj.P.Val"] < 0.05)).all()
        print(
            f"{one['type']}: {one['genes']} genes tested here, {len(theirs)} in R, {len(both)} by one name; log2 fold change "
            f"within {(both['log2_fold_change'] - both['logFC']).abs().max():.1e}, t within {relative['t']:.1e}, p within "
            f"{relative['p']:.1e} of theirs; q < .05: {hits[0]} and {hits[1]}, {'the same' if same else 'not the same'} genes"
        )


if __name__ == "__main__":
    main(*sys.argv[1:3])
