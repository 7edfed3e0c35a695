"""What our models stand beside: logistic regression on log1p, CellTypist's method, the majority class.

``python -m models.baselines --out FILE.npz`` trains them on the same real labelled cells as ours (the
9,015-gene file for Kang), without the drawn ones, over the genes that training and test both measure,
and keeps their cell-type logits. Their temperatures are found as ours are: on studies left out of a fit.
"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from scipy.special import expit
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from torch.nn.functional import binary_cross_entropy_with_logits

from models.atlas import Atlas, load_atlas
from models.encode import dense_rows
from models.heldout import Measured, test_sets, tuning_sets
from models.labels import read_classes
from models.metrics import fit_temperature

MIN_PANEL = 8000
LEFT_OUT = ("kang", "pbmc3k")  # the studies whose classes other training studies show as well
Method = Callable[[np.ndarray, np.ndarray, np.ndarray, int], np.ndarray]


def log1p(counts: np.ndarray, totals: np.ndarray) -> np.ndarray:
    """ln(1 + 10,000 count / total)."""
    return np.log1p(1e4 * counts / np.maximum(totals, 1)[:, None]).astype(np.float32)


def training_cells(atlas: Atlas, exclude: tuple[str, ...] = ()) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """log1p of the labelled real training cells of large panels, their classes, the genes all measure."""
    real = atlas.real
    wide = real.panels.sum(axis=1) >= MIN_PANEL
    labelled = real.allowed["cell_type"].any(axis=1)
    rows = np.flatnonzero(wide[real.part] & labelled & ~np.isin(real.sources(), exclude))
    common = real.panels[np.unique(real.part[rows])].all(axis=0)
    values = log1p(dense_rows(real.counts, rows), real.totals[rows])
    return values, real.allowed["cell_type"][rows].argmax(axis=1), common


def to_logits(probability: np.ndarray, known: np.ndarray, classes: int) -> np.ndarray:
    """Log-probabilities spread over all classes, far below for those a baseline was not trained on."""
    logits = np.full((len(probability), classes), -50.0)
    logits[:, known] = np.log(np.maximum(probability, 1e-9))
    return logits


def regression(values: np.ndarray, truth: np.ndarray, cells: np.ndarray, classes: int) -> np.ndarray:
    """The recipe of science.md, section 8: 5,000 genes, scaling, 100 whitened components, balanced, C = .01."""
    genes = min(5000, values.shape[1])
    model = make_pipeline(
        SelectKBest(f_classif, k=genes),
        StandardScaler(),
        PCA(min(100, genes), whiten=True, random_state=0),
        LogisticRegression(C=0.01, class_weight="balanced", max_iter=1000),
    )
    model.fit(values, truth)
    return to_logits(model.predict_proba(cells), model.classes_, classes)


def one_against_rest(x: np.ndarray, truth: np.ndarray, cost: float = 1.0, steps: int = 300) -> tuple:
    """Coefficients (genes x classes), intercepts and classes of L2 logistic regressions, each class against the rest.

    The minimum of scikit-learn's LogisticRegression(C=cost) per class; all classes are solved at once.
    """
    classes = np.unique(truth)
    features = torch.from_numpy(x.astype(np.float32))
    target = torch.from_numpy((truth[:, None] == classes).astype(np.float32))
    weights = torch.zeros(x.shape[1], len(classes), requires_grad=True)
    bias = torch.zeros(len(classes), requires_grad=True)
    solver = torch.optim.LBFGS(
        [weights, bias], max_iter=steps, history_size=20, line_search_fn="strong_wolfe", tolerance_change=1e-9
    )

    def loss() -> torch.Tensor:
        solver.zero_grad()
        errors = binary_cross_entropy_with_logits(features @ weights + bias, target, reduction="sum")
        value = (errors + weights.square().sum() / (2 * cost)) / len(x)
        value.backward()
        return value

    solver.step(loss)
    return weights.detach().numpy(), bias.detach().numpy(), classes


def celltypist_logits(values: np.ndarray, truth: np.ndarray, cells: np.ndarray, classes: int) -> np.ndarray:
    """CellTypist's method (celltypist/train.py, 1.7.1): scaled log1p cut at 10, each class against the rest, C = 1.

    Its package asks scikit-learn for an option that 1.8 took away; the minimum is the same. Its independent
    scores are divided by their sum.
    """
    scaler = StandardScaler().fit(values)
    weights, bias, known = one_against_rest(np.minimum(scaler.transform(values), 10), truth)
    scores = expit(np.minimum(scaler.transform(cells), 10) @ weights + bias)
    return to_logits(scores / np.maximum(scores.sum(axis=1, keepdims=True), 1e-9), known, classes)


def majority(values: np.ndarray, truth: np.ndarray, cells: np.ndarray, classes: int) -> np.ndarray:
    """The training cells' class shares, for every cell."""
    share = np.bincount(truth, minlength=classes) / len(truth)
    return np.tile(np.log(np.maximum(share, 1e-9)), (len(cells), 1))


BASELINES: dict[str, Method] = {
    "logistic regression": regression,
    "CellTypist": celltypist_logits,
    "majority class": majority,
}


def answer(atlas: Atlas, cells: Measured, method: Method, exclude: tuple[str, ...] = ()) -> np.ndarray:
    """Cell-type logits of a baseline for measured cells."""
    values, truth, common = training_cells(atlas, exclude)
    both = common & cells.panel
    asked = log1p(cells.counts, cells.totals)[:, both]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return method(values[:, both], truth, asked, len(read_classes()["cell_type"]))


def temperature(atlas: Atlas, method: Method) -> float:
    """The temperature of least loss on studies left out of a fit, studies weighing alike."""
    logits, allowed, weights = [], [], []
    for name, cells in tuning_sets(atlas.symbols, LEFT_OUT).items():
        known = np.flatnonzero(cells.allowed["cell_type"].any(axis=1))
        logits.append(answer(atlas, cells.take(known, name), method, (name,)))
        allowed.append(cells.allowed["cell_type"][known])
        weights.append(np.full(len(known), 1 / len(known)))
    return fit_temperature(np.concatenate(logits), np.concatenate(allowed), np.concatenate(weights))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    parser.add_argument("--out", type=Path, default=Path(".cache/evaluate/baselines.npz"))
    arguments = parser.parse_args()
    atlas = load_atlas(arguments.data)
    sets = test_sets(atlas.symbols)
    kept = {}
    for name, method in BASELINES.items():
        kept[f"{name}/temperature"] = np.array(temperature(atlas, method))
        for cells in sets.values():
            kept[f"{name}/{cells.name}"] = answer(atlas, cells, method).astype(np.float32)
        print(f"{name}: temperature {kept[f'{name}/temperature']:.3f}", flush=True)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(arguments.out, **kept)


if __name__ == "__main__":
    main()
