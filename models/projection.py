"""The scTOP projection as an affine map (``python -m models.projection CONFIG --out FILE.npz``).

After Yampolskaya et al. (Development 2023) and Souza and Mehta (arXiv 2602.16696): a cell's normal
scores are written as a sum of class profiles as nearly as least squares can, and the coefficients
are its answer. Over all genes that is exactly scTOP's projection; a gene that a file does not
measure counts as its mean.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path

import numpy as np

from models.atlas import Atlas, load_atlas
from models.fit import save, training_scores
from models.linear import AffineHead
from models.sampling import source_weights

ABSENT = -10.0  # the coefficient of a class without a profile; those of real cells lie within about one of 0


def class_profiles(scores: np.ndarray, allowed: np.ndarray, weights: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Weighted mean scores per class over the cells that measure a gene, classes x genes, NaN rows for absent classes.

    Parameters
    ----------
    scores
        Cells x genes, NaN where not measured.
    allowed
        Cells x classes; only cells whose label is one class make a profile.
    weights
        One per cell.
    mean
        Stands in for genes that no cell of a class measures.
    """
    single = allowed & (allowed.sum(axis=1, keepdims=True) == 1)
    profiles = np.full((allowed.shape[1], scores.shape[1]), np.nan, dtype=np.float32)
    for c in np.flatnonzero((single * weights[:, None]).sum(axis=0) > 0):
        rows = np.flatnonzero(single[:, c] & (weights > 0))
        x, w = scores[rows], weights[rows, None]
        measured = ~np.isnan(x)
        total = (w * measured).sum(axis=0)
        own = (w * np.where(measured, x, 0)).sum(axis=0) / np.maximum(total, 1e-12)
        profiles[c] = np.where(total > 0, own, mean)
    return profiles


def project(profiles: np.ndarray, mean: np.ndarray) -> AffineHead:
    """The affine map whose logits are the coefficients of the profiles in a cell's scores."""
    present = ~np.isnan(profiles[:, 0])
    inverse = np.linalg.pinv(profiles[present].astype(np.float64))
    weights = np.zeros((profiles.shape[1], len(profiles)), dtype=np.float32)
    bias = np.full(len(profiles), ABSENT, dtype=np.float32)
    weights[:, present] = inverse
    bias[present] = mean.astype(np.float64) @ inverse
    return AffineHead(weights, bias)


def fit_projection(
    atlas: Atlas, config: dict, heads: tuple[str, ...] | None = None
) -> tuple[np.ndarray, dict[str, AffineHead]]:
    """Means and one projection per head of the config."""
    scores, allowed, is_real = training_scores(atlas, config)
    mean = np.nanmean(scores, axis=0).astype(np.float32)
    fitted = {}
    for head in heads or config["heads"]:
        weights = source_weights(allowed[head], is_real, config["drawn_weight_where_real"], balance=0.0)
        fitted[head] = project(class_profiles(scores, allowed[head], weights, mean), mean)
    return mean, fitted


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    save(arguments.out, *fit_projection(load_atlas(arguments.data), config))


if __name__ == "__main__":
    main()
