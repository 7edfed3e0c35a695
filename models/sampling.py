"""Which rows a training set is made of, so that neither a class nor a study drowns the others."""

from __future__ import annotations

import numpy as np

from models.atlas import Table


def balanced_rows(table: Table, count: int, random: np.random.Generator, power: float = 0.5) -> np.ndarray:
    """Rows drawn with replacement, each (study, cell type, tissue) group weighted by its size to ``power``."""
    words = table.sources().astype(str)
    for head in ("cell_type", "tissue"):
        allowed = table.allowed[head]
        kind = np.where(allowed.any(axis=1), allowed.argmax(axis=1), -1)
        words = np.char.add(np.char.add(words, "/"), kind.astype(str))
    _, inverse, times = np.unique(words, return_inverse=True, return_counts=True)
    weight = times[inverse] ** (power - 1.0)
    return random.choice(len(table), size=count, p=weight / weight.sum())


def class_weights(allowed: np.ndarray, balance: float, cap: float = 10.0) -> np.ndarray:
    """Weight per row, 0 without a label: a class of few rows weighs more by its rarity to ``balance`` (capped).

    1 makes all classes count alike, which lets a few dozen cells speak for a common class's neighbourhood;
    0 takes the rows as they come.
    """
    share = allowed / np.maximum(allowed.sum(axis=1, keepdims=True), 1)
    size = share.sum(axis=0)
    labelled = size > 0
    per_class = np.zeros(len(size))
    per_class[labelled] = np.minimum((size[labelled].mean() / size[labelled]) ** balance, cap)
    weights = share @ per_class
    return (weights / max(weights.mean(), 1e-12)).astype(np.float32)


def source_weights(allowed: np.ndarray, is_real: np.ndarray, drawn: float, balance: float) -> np.ndarray:
    """Class weights, a drawn cell's lessened to ``drawn`` where real cells show its class as well."""
    weights = class_weights(allowed, balance)
    shown = allowed[is_real].any(axis=0)
    covered = (allowed & shown).any(axis=1)
    return np.where(~is_real & covered, weights * drawn, weights).astype(np.float32)
