"""Accuracy, calibration and their intervals, with labels that may allow several classes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.stats import rankdata


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """Probabilities along the last axis."""
    scaled = logits / temperature
    scaled = scaled - scaled.max(axis=-1, keepdims=True)
    power = np.exp(scaled)
    return power / power.sum(axis=-1, keepdims=True)


def wilson(hits: int, total: int, z: float = 1.959964) -> tuple[float, float]:
    """Wilson's 95% interval of a share.

    Examples
    --------
    >>> [round(x, 3) for x in wilson(9, 10)]
    [0.596, 0.982]
    """
    if total == 0:
        return 0.0, 1.0
    share = hits / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * np.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return float(max(0.0, middle - half)), float(min(1.0, middle + half))


def expected_calibration_error(confidence: np.ndarray, correct: np.ndarray, bins: int = 15) -> float:
    """Top-label error over equal-width bins."""
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[index == b].mean() - correct[index == b].mean()) * np.mean(index == b)
        for b in range(bins)
        if np.any(index == b)
    ]
    return float(sum(gaps))


def macro_f1(predicted: np.ndarray, truth: np.ndarray) -> float:
    """Mean F1 over the classes that occur in the truth."""
    scores = []
    for c in np.unique(truth):
        hit = np.sum((predicted == c) & (truth == c))
        scores.append(2 * hit / (np.sum(predicted == c) + np.sum(truth == c)))
    return float(np.mean(scores))


def resolve(predicted: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    """One true class per cell: the predicted one where the label allows it, else the first allowed."""
    rows = np.arange(len(predicted))
    return np.where(allowed[rows, predicted], predicted, allowed.argmax(axis=1))


def bootstrap(statistic: Callable[..., float], *columns: np.ndarray, times: int = 200, seed: int = 0) -> list[float]:
    """95% interval of a statistic over cells drawn again with replacement (percentiles of ``times`` drawings)."""
    random = np.random.default_rng(seed)
    rows = random.integers(0, len(columns[0]), (times, len(columns[0])))
    values = [statistic(*(column[again] for column in columns)) for again in rows]
    return [float(edge) for edge in np.percentile(values, [2.5, 97.5])]


def entropy(probability: np.ndarray) -> np.ndarray:
    """Shannon entropy of each row over its largest possible, 0 to 1."""
    terms = probability * np.log(np.maximum(probability, 1e-30))
    return -terms.sum(axis=1) / np.log(probability.shape[1])


def auroc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Chance that a positive's score is above a negative's, ties counting half.

    Examples
    --------
    >>> auroc(np.array([0.9, 0.5]), np.array([0.5, 0.1]))
    0.875
    """
    ranks = rankdata(np.concatenate([positive, negative]))
    above = ranks[: len(positive)].sum() - len(positive) * (len(positive) + 1) / 2
    return float(above / (len(positive) * len(negative)))


def score(probability: np.ndarray, allowed: np.ndarray) -> dict[str, float | int | list[float]]:
    """The numbers of a model card for one head on labelled cells.

    Parameters
    ----------
    probability
        Cells x classes.
    allowed
        Cells x classes, true where the label allows the class; rows without a label are left out.
    """
    known = allowed.any(axis=1)
    probability, allowed = probability[known], allowed[known]
    order = np.argsort(-probability, axis=1, kind="stable")
    hits = np.take_along_axis(allowed, order, axis=1)
    top = order[:, 0]
    total = int(known.sum())
    low, high = wilson(int(hits[:, 0].sum()), total)
    truth = resolve(top, allowed)
    return {
        "cells": total,
        "accuracy": float(hits[:, 0].mean()),
        "interval": [low, high],
        "top3": float(hits[:, :3].any(axis=1).mean()),
        "top5": float(hits[:, :5].any(axis=1).mean()),
        "macro_f1": macro_f1(top, truth),
        "macro_f1_interval": bootstrap(macro_f1, top, truth),
        "ece": expected_calibration_error(probability.max(axis=1), hits[:, 0]),
        "ece_interval": bootstrap(expected_calibration_error, probability.max(axis=1), hits[:, 0]),
    }


def negative_log_likelihood(logits: np.ndarray, allowed: np.ndarray, temperature: float) -> float:
    """Mean of -ln of the probability that the allowed classes hold together."""
    probability = (softmax(logits, temperature) * allowed).sum(axis=1)
    return float(-np.log(np.maximum(probability, 1e-12)).mean())


def fit_temperature(logits: np.ndarray, allowed: np.ndarray, weights: np.ndarray | None = None) -> float:
    """The temperature of least negative log-likelihood, by search over a log grid."""
    known = allowed.any(axis=1)
    grid = np.exp(np.linspace(np.log(0.005), np.log(8), 240))
    weights = np.ones(len(logits)) if weights is None else weights
    weights = weights[known] / weights[known].sum()
    losses = []
    for temperature in grid:
        held = (softmax(logits[known], temperature) * allowed[known]).sum(axis=1)
        losses.append(float((-np.log(np.maximum(held, 1e-12)) * weights).sum()))
    return float(grid[int(np.argmin(losses))])
