"""The two encodings of the page, as training computes them."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from scipy.special import erfinv


def rank_normal(counts: np.ndarray, measured: np.ndarray) -> np.ndarray:
    """Normal scores of the average-tie ranks over the measured genes, mean square 1.

    Parameters
    ----------
    counts
        Values of one cell over the vocabulary; any monotone transform gives the same scores.
    measured
        Which genes of the vocabulary the file measures.

    Returns
    -------
    float32 scores, NaN where a gene is not measured.
    """
    values = counts[measured]
    panel = len(values)
    score = np.full(len(counts), np.nan, dtype=np.float32)
    present = np.flatnonzero(values)
    distinct, inverse, times = np.unique(values[present], return_inverse=True, return_counts=True)
    zeros = panel - len(present)
    below = zeros + np.cumsum(times) - times
    ranks = below + (times + 1) / 2
    normal = lambda rank: np.sqrt(2) * erfinv(2 * rank / (panel + 1) - 1)  # noqa: E731
    z = np.full(panel, normal((zeros + 1) / 2))
    if len(distinct):
        z[present] = normal(ranks)[inverse]
    norm = np.sqrt(np.square(z).sum())
    score[measured] = z * (np.sqrt(panel) / norm) if norm > 0 else 0
    return score


def gene_values(
    counts: np.ndarray, totals: np.ndarray, scale: np.ndarray, max_genes: int, target_sum: float = 1e4
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Token genes, values and mask of a batch of cells.

    Parameters
    ----------
    counts
        Cells x vocabulary, zero where not measured.
    totals
        Sum over all genes of the file, per cell.
    scale
        Typical positive value of a gene; genes stand in order of value over scale, ties by index.
    max_genes
        Tokens kept at most.

    Returns
    -------
    genes
        int32, cells x length, padded with the vocabulary's size.
    values, mask
        float32, same shape, padded with 0.

    Examples
    --------
    >>> gene_values(np.array([[0.0, 1.0, 1.0]]), np.array([2.0]), np.ones(3), 2)[0].tolist()
    [[1, 2]]
    """
    vocabulary = counts.shape[1]
    values = np.log1p(target_sum * counts / np.maximum(totals, 1e-9)[:, None]).astype(np.float32)
    order = np.argsort(-(values / scale), axis=1, kind="stable")[:, :max_genes]
    chosen = np.take_along_axis(values, order, axis=1)
    mask = chosen > 0
    length = max(1, int(mask.sum(axis=1).max(initial=0)))
    genes = np.where(mask, order, vocabulary).astype(np.int32)[:, :length]
    return genes, chosen[:, :length] * mask[:, :length], mask[:, :length].astype(np.float32)


def dense_rows(counts: sp.csr_matrix, rows: np.ndarray) -> np.ndarray:
    """Rows of a sparse matrix as a dense float32 array."""
    return np.asarray(counts[rows].todense(), dtype=np.float32)
