"""The encodings of the page, as training and the converters compute them."""

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


def _first_tokens(
    keys: np.ndarray, values: np.ndarray, candidates: np.ndarray, max_genes: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Candidates in descending order of key, ties by index, as genes, values and mask."""
    order = np.argsort(np.where(candidates, -keys, np.inf), axis=1, kind="stable")[:, :max_genes]
    mask = np.take_along_axis(candidates, order, axis=1)
    length = max(1, int(mask.sum(axis=1).max(initial=0)))
    genes = np.where(mask, order, keys.shape[1]).astype(np.int32)
    chosen = np.where(mask, np.take_along_axis(values, order, axis=1), 0).astype(np.float32)
    return genes[:, :length], chosen[:, :length], mask[:, :length].astype(np.float32)


def polygene_bins(
    counts: np.ndarray,
    totals: np.ndarray,
    edges: list[float],
    max_genes: int,
    scale: str = "log1p",
    target_sum: float = 1e4,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Bins of fixed edges, genes in the vocabulary's order; bin 0 is not expressed and no token.

    Parameters
    ----------
    counts
        Cells x vocabulary, zero where not measured.
    totals
        Sum over all genes of the file, per cell.
    edges
        A value's bin is the number of edges at or below it.
    max_genes
        The first so many expressed genes are kept.
    scale
        What is binned: ``log1p`` of counts scaled to ``target_sum``, or ``counts``.

    Returns
    -------
    genes
        int32, cells x length, padded with the vocabulary's size.
    values, mask
        float32, same shape, padded with 0; values are bins.

    Examples
    --------
    >>> polygene_bins(np.array([[1.0, 0.0, 9.0]]), np.array([10.0]), [2, 5], 9, "counts")[1].tolist()
    [[2.0]]
    """
    if scale == "log1p":
        counts = np.log1p(target_sum * counts / np.maximum(totals, 1e-9)[:, None]).astype(np.float32)
    bins = np.digitize(counts, np.asarray(edges, np.float64))
    return _first_tokens(np.zeros(bins.shape), bins, bins > 0, max_genes)


def value_bins(counts: np.ndarray, bins: int, max_genes: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """scGPT's bins: quantiles of a cell's own positive values, high values first.

    scGPT draws where equal values span several bins; here they get the middle one, the lower of two.
    It also draws genes where there are too many; here the highest are kept, ties by index.

    Parameters
    ----------
    counts
        Cells x vocabulary, zero where not measured; any monotone transform gives the same bins.
    bins
        With the one for zero: values are 1 to ``bins - 1``.
    max_genes
        Tokens kept at most.

    Returns
    -------
    As :func:`polygene_bins`.

    Examples
    --------
    >>> value_bins(np.array([[4.0, 1.0, 0.0, 9.0, 4.0]]), 4, 9)[1].tolist()
    [[3.0, 2.0, 2.0, 1.0]]
    """
    found = np.zeros(counts.shape)
    for row, cell in enumerate(counts.astype(np.float64)):
        present = np.flatnonzero(cell > 0)
        if len(present) == 0:
            continue
        edges = np.quantile(cell[present], np.linspace(0, 1, bins - 1))
        reached, below = np.digitize(cell[present], edges), np.digitize(cell[present], edges, right=True)
        found[row, present] = (reached + below + 1) // 2
    return _first_tokens(counts, found, counts > 0, max_genes)


def rank_tokens(
    counts: np.ndarray, scale: np.ndarray, max_genes: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Geneformer's ranks: genes by count over their typical count, highest first, ties by index.

    Parameters
    ----------
    counts
        Cells x vocabulary, zero where not measured.
    scale
        A gene's median non-zero count in the corpus.
    max_genes
        Tokens kept at most.

    Returns
    -------
    As :func:`polygene_bins`; the values are the counts, which such a model does not read.

    Examples
    --------
    >>> rank_tokens(np.array([[3.0, 0.0, 1.0, 8.0]]), np.array([3.0, 1.0, 0.5, 100.0]), 9)[0].tolist()
    [[2, 0, 3]]
    """
    return _first_tokens(counts / scale.astype(np.float64), counts, counts > 0, max_genes)


def dense_values(
    counts: np.ndarray, totals: np.ndarray, scale: str, total: str = "file", target_sum: float = 1e4
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every gene above zero, in the vocabulary's order, for models that read all genes at once.

    Parameters
    ----------
    counts
        Cells x vocabulary, zero where not measured.
    totals
        Sum over all genes of the file, per cell.
    scale
        What is read: ``counts``, ``log1p-counts`` (ln(1 + count)) or ``log1p`` (of counts scaled to ``target_sum``).
    total
        What ``log1p`` divides by: the total of the ``file``'s genes, or of the ``model``'s.

    Returns
    -------
    As :func:`polygene_bins`.

    Examples
    --------
    >>> dense_values(np.array([[1.0, 0.0, 9.0]]), np.array([20.0]), "counts")[1].tolist()
    [[1.0, 9.0]]
    """
    if scale == "log1p":
        of = totals if total == "file" else counts.sum(axis=1, dtype=np.float64)
        values = np.log1p(target_sum * counts / np.maximum(of, 1e-9)[:, None])
    else:
        values = np.log1p(counts) if scale == "log1p-counts" else counts
    return _first_tokens(np.zeros(counts.shape), values.astype(np.float32), counts > 0, counts.shape[1])


def densified(genes: np.ndarray, values: np.ndarray, mask: np.ndarray, vocabulary: int) -> np.ndarray:
    """Tokens as the row of every cell over the vocabulary, float32, cells x vocabulary."""
    rows = np.zeros((len(genes), vocabulary + 1), np.float32)
    np.put_along_axis(rows, np.where(mask > 0, genes, vocabulary).astype(np.int64), values.astype(np.float32), axis=1)
    return rows[:, :vocabulary]


def encode(
    encoding: dict, counts: np.ndarray, totals: np.ndarray, scale: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Token genes, values and mask in a manifest's encoding.

    Parameters
    ----------
    encoding
        The manifest's `encoding`.
    counts, totals, scale
        As for :func:`gene_values`.

    Raises
    ------
    ValueError
        For an encoding without tokens.
    """
    given = {key: value for key, value in encoding.items() if key != "name"}
    match encoding["name"]:
        case "gene-values":
            return gene_values(counts, totals, scale, given["max_genes"], given["target_sum"])
        case "polygene-bins":
            return polygene_bins(counts, totals, **given)
        case "value-bins":
            return value_bins(counts, **given)
        case "rank-tokens":
            return rank_tokens(counts, scale, **given)
        case "dense":
            return dense_values(counts, totals, **given)
    raise ValueError(f"{encoding['name']} makes no tokens")


def dense_rows(counts: sp.csr_matrix, rows: np.ndarray) -> np.ndarray:
    """Rows of a sparse matrix as a dense float32 array."""
    return np.asarray(counts[rows].todense(), dtype=np.float32)
