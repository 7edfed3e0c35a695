"""Writes tests/web/expected/aucell.json: decoupler's AUCell of the first cells of pbmc3k, its mean over random orders of genes that tie.

Run from the project's root with the test data's folder: ``python tests/parity/aucell_cells_expected.py DATA``.
"""

import json
import sys
from pathlib import Path

import anndata
import decoupler
import numpy as np
import pandas

CELLS, DRAWS = 5, 40
SETS = {
    "B": ["MS4A1", "CD79A", "CD79B", "CD37", "HLA-DQA1", "TCL1A"],
    "T": ["CD3D", "CD3E", "IL7R", "LTB", "CD2", "LCK"],
    "monocyte": ["LYZ", "CD14", "S100A8", "S100A9", "FCN1", "CST3"],
    "rare": ["AICDA", "PPBP", "GNG11", "CLU", "SPARC"],
}

data = anndata.read_h5ad(Path(sys.argv[1]) / "labelled/pbmc3k_counts.h5ad", backed="r")[:CELLS].to_memory()
counts = np.asarray(data.X.todense() if hasattr(data.X, "todense") else data.X, dtype=float)
names = list(data.var_names)
# Less than one added to every count puts the tied in some order, and no others.
drawn = np.repeat(counts, DRAWS, axis=0) + np.random.default_rng(41).uniform(0, 1, (CELLS * DRAWS, counts.shape[1]))
sets = {name: [gene for gene in genes if gene in names] for name, genes in SETS.items()}
sets = {name: genes for name, genes in sets.items() if len(genes) >= 3}
net = pandas.DataFrame([(name, gene) for name, genes in sets.items() for gene in genes], columns=["source", "target"])
found = decoupler.mt.aucell(pandas.DataFrame(drawn, index=[str(i) for i in range(len(drawn))], columns=names), net, tmin=1)
found = (found[0] if isinstance(found, tuple) else found)[list(sets)].to_numpy().reshape(CELLS, DRAWS, len(sets))
made = {
    "made_by": "tests/parity/aucell_cells_expected.py with decoupler",
    "sets": sets,
    "mean": np.round(found.mean(1), 7).tolist(),
    "error": np.round(found.std(1) / np.sqrt(DRAWS), 7).tolist(),
}
Path("tests/web/expected/aucell.json").write_text(json.dumps(made) + "\n")
