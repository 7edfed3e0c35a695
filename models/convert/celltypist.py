"""CellTypist's pickles, and the logistic regression that popV keeps in the same form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from models.convert.checkpoint import CheckpointError, find
from models.convert.linear import LinearSource
from models.convert.options import Options
from models.convert.pickles import Record, plain_text, read_pickle, read_torch
from models.convert.source import Genes, read_genes

CLASSIFIERS = ("LogisticRegression", "SGDClassifier")
TARGET_SUM = 10_000
CEILING = 10
TEXT = {
    "license": "as its authors say; the file states none",
    "intended_use": "As its authors say.",
    "limits": (
        "Knows only its classes. A class's probability is its own (one logistic a class): several may be near 1, or all near 0."
    ),
}


def convert_celltypist(path: Path, options: Options) -> LinearSource:
    """A `.pkl` of CellTypist, or a folder with one: the arithmetic of ``celltypist.annotate``."""
    return _classifier(path if path.is_file() else find(path, ("*.pkl",), "a CellTypist model"), options)


def convert_popv(path: Path, options: Options) -> LinearSource:
    """popV's `celltypist.pkl`: its folder of trained models, or the file.

    popV cuts every file down to its genes before counts are scaled, so that totals are of these genes alone. A folder names
    them in scvi/model.pt; those that the classifier has no weight for count in the totals all the same.
    """
    source = _classifier(path if path.is_file() else find(path, ("celltypist.pkl", "*.pkl"), "popV's CellTypist model"), options)
    source = replace(source, total="model")
    scvi = path / "scvi/model.pt" if path.is_dir() else None
    if scvi is None or not scvi.is_file():
        return source
    known = set(source.genes.symbols)
    more = [gene for gene in plain_text(read_torch(scvi)["var_names"]) if gene not in known]
    fill = lambda array, value: np.concatenate([array, np.full((len(more), *array.shape[1:]), value)])  # noqa: E731
    return replace(
        source, genes=_genes([*source.genes.symbols, *more]), weights=fill(source.weights, 0.0), mean=fill(source.mean, 0.0),
        scale=fill(source.scale, 1.0),
    )  # fmt: skip


def _classifier(path: Path, options: Options) -> LinearSource:
    content = read_pickle(path)
    held = content if isinstance(content, dict) else vars(content) if isinstance(content, Record) else {}
    model = content if _is_classifier(content) else held.get("Model", held.get("classifier"))
    if not _is_classifier(model):
        raise CheckpointError(f"{path} holds no scikit-learn classifier ({' or '.join(CLASSIFIERS)}) as CellTypist keeps it.")
    scaler = None if model is content else held.get("Scaler_", held.get("scaler"))
    classes = plain_text(getattr(model, "classes_", []))
    coef, intercept = _for_each_class(path, model, len(classes))
    names = _names(path, model, coef.shape[1], options)
    mean, scale = _scaling(path, scaler, len(names))
    said = {} if model is content else held.get("description") or {}
    text = {**TEXT, "title": path.stem, "citation": str(said.get("source") or ""),
            "trained_on": str(said.get("details") or said.get("source") or "Not said in the file.")}  # fmt: skip
    return LinearSource(
        text=text, genes=_genes(names), classes={options.phenotype: classes}, weights=coef.T, bias=intercept, mean=mean,
        scale=scale, ceiling=CEILING if scaler is not None else None, target_sum=TARGET_SUM, link="logistic",
        metrics={"celltypist": {str(key): str(value) for key, value in said.items()}},
    )  # fmt: skip


def _is_classifier(value) -> bool:
    return isinstance(value, Record) and type(value).__name__ in CLASSIFIERS


def _genes(names: list[str]) -> Genes:
    ids = [name if name.startswith("ENS") and name[-6:].isdigit() else "" for name in names]
    return Genes(names, ids, [""] * len(names), np.ones(len(names), np.float32))


def _for_each_class(path: Path, model: Record, classes: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights and intercept of every class; of two classes one is stored, whose sign turned is the first's."""
    coef = getattr(model, "coef_", None)
    if isinstance(coef, Record):
        coef = _dense(coef)
    if not isinstance(coef, np.ndarray) or classes < 2:
        raise CheckpointError(f"{path} has no weights (coef_) or names no classes: it was saved before it was trained.")
    coef = np.atleast_2d(coef).astype(np.float64)
    intercept = np.ravel(model.intercept_).astype(np.float64)
    if len(coef) == 1 and classes == 2:
        coef, intercept = np.concatenate([-coef, coef]), np.concatenate([-intercept, intercept])
    if len(coef) != classes or len(intercept) != classes:
        raise CheckpointError(f"{path} names {classes} classes and has weights for {len(coef)}.")
    return coef, intercept


def _dense(sparse: Record) -> np.ndarray:
    import scipy.sparse as sp

    rows = sp.csr_matrix((sparse.data, sparse.indices, sparse.indptr), shape=tuple(getattr(sparse, "_shape", ())) or None)
    return rows.toarray()


def _names(path: Path, model: Record, weights: int, options: Options) -> list[str]:
    named = getattr(model, "features", getattr(model, "feature_names_in_", None))
    names = read_genes(options.genes) if named is None and options.genes else None if named is None else plain_text(named)
    if names is None:
        raise CheckpointError(f"{path} names no genes: its {weights:,} weights a class could be of any. Name them by --genes FILE.")
    if len(names) != weights:
        raise CheckpointError(f"{path} has weights for {weights:,} genes, and {len(names):,} are named.")
    return names


def _scaling(path: Path, scaler: Record | None, genes: int) -> tuple[np.ndarray, np.ndarray]:
    mean, scale = np.zeros(genes), np.ones(genes)
    if scaler is None:
        return mean, scale
    if type(scaler).__name__ != "StandardScaler":
        raise CheckpointError(f"{path} holds a scaler that is no StandardScaler, so its genes cannot be scaled as in training.")
    if getattr(scaler, "with_mean", True):
        mean = np.asarray(scaler.mean_, np.float64)
    if getattr(scaler, "with_std", True):
        scale = np.asarray(scaler.scale_, np.float64)
    if len(mean) != genes or len(scale) != genes or not (scale > 0).all():
        raise CheckpointError(f"{path} has a scaler that does not fit its {genes:,} genes.")
    return mean, scale
