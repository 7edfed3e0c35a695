"""Writes tests/web/expected/doublets.json: doublets planted in real files, and how well Scrublet finds them (AUROC, three seeds).

    python tests/parity/planted_doublets_expected.py

Needs scrublet 0.2.3 (PyPI), and the data (PHENOLENS_DATA or ../shared/data). A planted doublet is the sum of the counts of two cells
drawn at random, of one sample where there are several; one for every ten cells, put after them.
"""

import json
import os
import warnings
from pathlib import Path

import anndata
import numpy as np
import scipy.sparse
import scrublet
from sklearn.metrics import roc_auc_score

warnings.filterwarnings("ignore")
ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("PHENOLENS_DATA", ROOT / "../shared/data"))
FILES = [
    ("labelled/zheng_sorted_pbmc_counts.h5ad", None),
    ("labelled/pbmc3k_counts.h5ad", None),
    ("labelled/mca_mouse_stomach_intestine_counts.h5ad", "tissue"),
]
RATE, SEEDS, FEWEST = 0.1, (0, 1, 2), 100


def by_scrublet(counts, seed):
    peer = scrublet.Scrublet(scipy.sparse.csc_matrix(counts), expected_doublet_rate=RATE, random_state=seed)
    return peer.scrub_doublets(verbose=False)[0]


def planted(path, column):
    data = anndata.read_h5ad(DATA / path)
    counts = scipy.sparse.csr_matrix(data.X).astype(float)
    random = np.random.default_rng(20261130)
    cells = counts.shape[0]
    groups = np.zeros(cells, int) if column is None else data.obs[column].astype("category").cat.codes.to_numpy()
    pairs = []
    for group in np.unique(groups[groups >= 0]):
        members = np.flatnonzero(groups == group)
        if len(members) >= FEWEST:
            pairs.append(random.choice(members, (round(RATE * len(members)), 2)))
    pairs = np.concatenate(pairs)
    counts = scipy.sparse.vstack([counts, counts[pairs[:, 0]] + counts[pairs[:, 1]]]).tocsr()
    groups = np.concatenate([groups, groups[pairs[:, 0]]])
    is_doublet = np.arange(len(groups)) >= cells
    aurocs = []
    for seed in SEEDS:
        scores = np.full(len(groups), np.nan)
        for group in np.unique(groups[cells:]):
            scores[groups == group] = by_scrublet(counts[groups == group], seed)
        scored = ~np.isnan(scores)
        aurocs.append(round(float(roc_auc_score(is_doublet[scored], scores[scored])), 4))
    print(path, aurocs, flush=True)
    return {"file": path, "column": column, "rate": RATE, "pairs": pairs.ravel().tolist(), "auroc": aurocs}


out = ROOT / "tests/web/expected/doublets.json"
out.write_text(json.dumps([planted(*one) for one in FILES]) + "\n")
