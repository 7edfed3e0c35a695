"""What our models stand beside: logistic regression on log1p, CellTypist, the majority class.

``python -m models.baselines --json FILE``: all are trained on the same real labelled cells as ours
(the 9,015-gene file for Kang), without the drawn ones, and answer for the same test cells.
"""

from __future__ import annotations

import argparse
import json
import warnings
from pathlib import Path

import anndata
import numpy as np
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from models.atlas import Atlas, load_atlas
from models.encode import dense_rows
from models.evaluate import measure, table
from models.heldout import Measured, test_sets
from models.labels import read_classes

MIN_PANEL = 8000


def log1p(counts: np.ndarray, totals: np.ndarray) -> np.ndarray:
    """ln(1 + 10,000 count / total)."""
    return np.log1p(1e4 * counts / np.maximum(totals, 1)[:, None]).astype(np.float32)


def training_cells(atlas: Atlas) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """log1p of the labelled real training cells of large panels, their classes, the genes all measure."""
    real = atlas.real
    wide = real.panels.sum(axis=1) >= MIN_PANEL
    rows = np.flatnonzero(wide[real.part] & real.allowed["cell_type"].any(axis=1))
    common = real.panels[np.unique(real.part[rows])].all(axis=0)
    values = log1p(dense_rows(real.counts, rows), real.totals[rows])
    return values, real.allowed["cell_type"][rows].argmax(axis=1), common


def to_logits(probability: np.ndarray, known: np.ndarray, classes: int) -> np.ndarray:
    """Log-probabilities spread over all classes, far below for those a baseline was not trained on."""
    logits = np.full((len(probability), classes), -50.0)
    logits[:, known] = np.log(np.maximum(probability, 1e-9))
    return logits


def regression(values: np.ndarray, truth: np.ndarray, cells: np.ndarray, classes: int) -> np.ndarray:
    """Section 8's recipe: 5,000 genes, scaling, 100 whitened components, balanced, C = .01."""
    model = make_pipeline(
        SelectKBest(f_classif, k=min(5000, values.shape[1])),
        StandardScaler(),
        PCA(100, whiten=True, random_state=0),
        LogisticRegression(C=0.01, class_weight="balanced", max_iter=1000),
    )
    model.fit(values, truth)
    return to_logits(model.predict_proba(cells), model.classes_, classes)


def celltypist_logits(values: np.ndarray, truth: np.ndarray, cells: np.ndarray, classes: int) -> np.ndarray:
    """CellTypist as it ships, its independent scores divided by their sum."""
    import celltypist

    names = [f"g{j}" for j in range(values.shape[1])]
    train = anndata.AnnData(values)
    train.var_names = names
    train.obs["label"] = truth.astype(str)
    model = celltypist.train(train, labels="label", n_jobs=1, check_expression=False)
    asked = anndata.AnnData(cells)
    asked.var_names = names
    scores = celltypist.annotate(asked, model=model).probability_matrix
    share = scores.to_numpy() / np.maximum(scores.to_numpy().sum(axis=1, keepdims=True), 1e-9)
    return to_logits(share, scores.columns.astype(int).to_numpy(), classes)


def majority(values: np.ndarray, truth: np.ndarray, cells: np.ndarray, classes: int) -> np.ndarray:
    """The training cells' class shares, for every cell."""
    share = np.bincount(truth, minlength=classes) / len(truth)
    return np.tile(np.log(np.maximum(share, 1e-9)), (len(cells), 1))


BASELINES = {"majority class": majority, "logistic regression, log1p": regression, "CellTypist": celltypist_logits}


def run(atlas: Atlas, sets: dict[str, Measured]) -> dict[str, dict]:
    """Numbers per baseline and test set, over the genes that training and test both measure."""
    values, truth, common = training_cells(atlas)
    terms = read_classes()["cell_type"]
    head = {"temperature": 1.0, "classes": [{"label": term.label} for term in terms]}
    results: dict[str, dict] = {name: {} for name in BASELINES}
    for cells in sets.values():
        both = common & cells.panel
        asked = log1p(cells.counts, cells.totals)[:, both]
        for name, method in BASELINES.items():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                logits = method(values[:, both], truth, asked, len(terms))
            results[name][cells.name] = measure({"cell_type": logits}, {"cell_type": head}, cells)
    return results


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    parser.add_argument("--json", type=Path, required=True)
    arguments = parser.parse_args()
    atlas = load_atlas(arguments.data)
    results = run(atlas, test_sets(atlas.symbols))
    arguments.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    for name, found in results.items():
        print(f"## {name}\n\n{table(found)}\n")


if __name__ == "__main__":
    main()
