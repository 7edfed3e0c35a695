"""What anndata.concat makes of files of different genes, as study.json: tests of several files read as one compare with it.

    python tests/parity/study_expected.py ../shared/data > tests/web/expected/study.json
"""

import json
import sys
from pathlib import Path

import anndata
import numpy as np

FILES = ["kang_stim_ctrl1556_1267g_counts", "pbmc3k_counts", "segerstolpe_pancreas_2000g_reads"]
GENES = ["CD3D", "LYZ", "INS", "ISG15"]


def main() -> None:
    folder = Path(sys.argv[1]) / "labelled"
    files = {name: anndata.read_h5ad(folder / f"{name}.h5ad") for name in FILES}
    inner = anndata.concat(files, join="inner", label="sample", index_unique="-")
    outer = anndata.concat(files, join="outer", label="sample", index_unique="-", fill_value=0)
    columns = {}
    for name in outer.obs:
        column = outer.obs[name]
        if column.dtype.kind in "fiu":
            columns[name] = {"kind": "number", "sum": float(column.sum()), "missing": int(column.isna().sum())}
        else:
            counts = column.astype("object").value_counts()
            columns[name] = {"kind": "words", "counts": {str(word): int(count) for word, count in sorted(counts.items())}}
    expected = {
        "files": FILES,
        "cells": inner.n_obs,
        "every": inner.n_vars,
        "any": outer.n_vars,
        "inner_sum": float(inner.X.sum(dtype="float64")),
        "gene_sums": {
            gene: [float(np.asarray(one[:, gene].X.sum(dtype="float64"))) if gene in one.var_names else None for one in files.values()]
            for gene in GENES
        },
        "columns": columns,
    }
    print(json.dumps(expected, indent=1, sort_keys=True))


main()
