"""Writes core_expected.hpp: what SciPy, scikit-learn, scanpy and NumPy make of the core's functions.

Run with an environment that has them: ``python tests/parity/core_expected.py``. The numbers are committed, so that the
tests need no Python.
"""

import zlib
from pathlib import Path

import anndata
import numpy as np
import scanpy
import scipy.stats
import sklearn.decomposition
import sklearn.metrics
from literals import broken

RNG = np.random.default_rng(20240613)
lines: list[str] = []


def number(value: float) -> str:
    """A C++ literal that reads back as the same double."""
    if np.isnan(value):
        return "kNaN"
    text = repr(float(value))
    return text


def put(name: str, values, kind: str = "double") -> None:
    """One constant: a vector of numbers."""
    flat = np.asarray(values).ravel()
    items = ", ".join(str(int(v)) if kind != "double" else number(v) for v in flat)
    lines.append(f"inline const std::vector<{kind}> {name} = {{{items}}};")


def rank_normal(dense: np.ndarray) -> np.ndarray:
    """Rank-normal scores of one cell over all its genes, mean square 1."""
    ranks = scipy.stats.rankdata(dense, method="average")
    z = scipy.stats.norm.ppf(ranks / (dense.size + 1))
    return z / np.linalg.norm(z) * np.sqrt(dense.size)


def counts(cells: int, genes: int, density: float) -> np.ndarray:
    means = RNG.gamma(0.6, 3.0, size=genes)
    drawn = RNG.poisson(means * RNG.gamma(4, 0.25, size=(cells, 1)))
    return drawn * (RNG.random((cells, genes)) < density)


def quantiles() -> None:
    p = np.concatenate([[1e-300, 1e-100, 1e-20, 1e-9, 1e-4, 0.01, 0.0749, 0.0751, 0.3, 0.5, 0.7, 0.925, 0.99, 1 - 1e-9], RNG.random(20)])
    put("quantile_p", p)
    put("quantile_z", scipy.stats.norm.ppf(p))


def normalizations() -> None:
    dense = counts(4, 60, 0.5)
    dense[2, :] = 0
    dense[2, 7] = 1500
    put("dense_counts", dense)
    put("ranked", np.stack([rank_normal(row) for row in dense]))
    adata = anndata.AnnData(dense.astype(np.float64))
    scanpy.pp.normalize_total(adata, target_sum=1e4)
    scanpy.pp.log1p(adata)
    put("logged", adata.X)
    values = np.concatenate([[0, 0.05, 0.0999, 0.1001, 8.99, 9.01, 12], RNG.random(20) * 9])
    put("bin_values", values)
    edges = np.concatenate([[0], np.linspace(0.1, 9.0, 50)])
    put("bin_edges", edges[1:])
    put("bins_of_51", np.digitize(values, edges) - 1, "int")


def tokens() -> None:
    """Encoding gene-values: order by x / scale, ties by index."""
    dense = counts(3, 40, 0.6)
    scales = np.round(RNG.uniform(0.5, 3, size=40), 3)
    order, values = [], []
    for row in dense:
        x = np.log1p(1e4 * row / row.sum())
        kept = sorted((j for j in range(40) if x[j] > 0), key=lambda j: (-x[j] / scales[j], j))[:12]
        order.append(kept)
        values.append(x[kept])
    put("token_counts", dense)
    put("token_scales", scales)
    put("token_genes", order, "int")
    put("token_values", values)


def linear() -> None:
    """Softmax regression on rank-normal scores; two genes of the vocabulary are not measured."""
    genes, classes, cells = 30, 5, 6
    weights = RNG.normal(0, 0.3, size=(genes, classes)).astype(np.float16)
    bias, mean = RNG.normal(size=classes).astype(np.float32), RNG.normal(0, 0.3, size=genes).astype(np.float32)
    measured = np.setdiff1d(np.arange(genes), [4, 17])
    dense = counts(cells, measured.size, 0.6)
    z = np.stack([rank_normal(row) for row in dense])
    logits = bias + (z - mean[measured]) @ weights[measured].astype(np.float64)
    probabilities = scipy.special.softmax(logits / 1.7, axis=1)
    put("linear_weights", weights.view(np.uint16), "std::uint16_t")
    put("linear_bias", bias)
    put("linear_mean", mean)
    put("linear_counts", dense)
    put("linear_logits", logits)
    put("linear_probabilities", probabilities)
    put("linear_entropy", scipy.stats.entropy(probabilities, axis=1))


def metrics() -> None:
    cells, classes, k = 400, 7, 3
    logits = RNG.normal(size=(cells, classes)) * 2
    truth = RNG.integers(0, 6, size=cells)
    logits[np.arange(cells), truth] += 2
    probabilities = scipy.special.softmax(logits, axis=1).astype(np.float32).astype(np.float64)
    top = np.argsort(-probabilities, axis=1, kind="stable")[:, :k]
    confidence, entropy = np.sort(probabilities, axis=1)[:, ::-1][:, :k], scipy.stats.entropy(probabilities, axis=1).astype(np.float32)
    predicted, right = top[:, 0], top[:, 0] == truth
    put("metric_top", top, "std::uint16_t")
    put("metric_probability", confidence)
    put("metric_entropy", entropy)
    put("metric_truth", truth, "std::int32_t")
    put("metric_top_k", [sklearn.metrics.top_k_accuracy_score(truth, probabilities, k=i + 1, labels=np.arange(classes)) for i in range(k)])
    put("metric_balanced", [sklearn.metrics.balanced_accuracy_score(truth, predicted)])
    put("metric_macro_f1", [sklearn.metrics.f1_score(truth, predicted, average="macro")])
    put("metric_confusion", sklearn.metrics.confusion_matrix(truth, predicted, labels=np.arange(classes)), "std::int32_t")
    precision, recall, f1, _ = sklearn.metrics.precision_recall_fscore_support(truth, predicted, labels=np.arange(classes), zero_division=0)
    put("metric_precision", precision)
    put("metric_recall", recall)
    put("metric_f1", f1)
    put("metric_auroc", [sklearn.metrics.roc_auc_score(~right, entropy)])
    edges = np.linspace(0, 1, 16)
    bins = np.digitize(confidence[:, 0], edges, right=True) - 1
    put("metric_ece", [sum(abs(right[bins == b].mean() - confidence[bins == b, 0].mean()) * (bins == b).mean() for b in np.unique(bins))])


def tests() -> None:
    pairs = [(0, 10), (10, 10), (3, 7), (1, 1), (812, 1000), (1, 100000)]
    put("wilson_hits", [hit for hit, _ in pairs])
    put("wilson_trials", [trials for _, trials in pairs])
    put("wilson_ends", [tuple(scipy.stats.binomtest(hit, trials).proportion_ci(method="wilson")) for hit, trials in pairs])


def components() -> None:
    rows = (RNG.normal(size=(80, 6)) * [3, 2.5, 1, 0.5, 0.2, 0.1]) @ np.linalg.qr(RNG.normal(size=(6, 6)))[0] + RNG.normal(size=6)
    rows = rows.astype(np.float32).astype(np.float64)
    fitted = sklearn.decomposition.PCA(3, svd_solver="full").fit(rows)
    signs = np.sign(fitted.components_[np.arange(3), np.abs(fitted.components_).argmax(axis=1)])
    put("pca_rows", rows)
    put("pca_mean", fitted.mean_)
    put("pca_rotation", fitted.components_ * signs[:, None])
    put("pca_explained", fitted.explained_variance_ratio_)
    put("pca_positions", fitted.transform(rows) * signs)


def numbers() -> None:
    halves = np.array([0, 0x8000, 1, 0x83FF, 0x0400, 0x3C00, 0xC100, 0x7BFF, 0x3555], dtype=np.uint16)
    put("half_bits", halves, "std::uint16_t")
    put("half_values", halves.view(np.float16).astype(np.float64))
    values = np.round(RNG.normal(size=41), 3).astype(np.float32)
    put("distribution_values", values)
    put("distribution_quartiles", np.quantile(values.astype(np.float64), [0, 0.25, 0.5, 0.75, 1]))
    put("distribution_counts", np.histogram(values.astype(np.float64), bins=8)[0], "int")


def middle_bins(values: np.ndarray, bins: int) -> np.ndarray:
    """scGPT's bins, the drawing among equal edges replaced by its lower middle."""
    edges = np.quantile(values.astype(np.float64), np.linspace(0, 1, bins - 1))
    reached, below = np.digitize(values, edges), np.digitize(values, edges, right=True)
    return (reached + below + 1) // 2


def encodings() -> None:
    """polygene-bins, value-bins and rank-tokens of a few cells, at most 9 genes."""
    dense = counts(5, 50, 0.7)
    dense[3, 3:] = 0
    dense[4] = np.round(RNG.gamma(0.8, 4.0, size=50), 2) * (RNG.random(50) < 0.8)
    dense = dense.astype(np.float32).astype(np.float64)
    put("encoded_counts", dense)
    scales = np.round(RNG.uniform(0.5, 3, size=50), 3).astype(np.float32)
    put("encoded_scales", scales)
    edges = np.array([0.5, 1, 2, 3, 4, 5, 6, 7, 8])
    put("encoded_edges", edges)
    found: dict[str, list] = {"binned": [], "valued": [], "ranked": []}
    for row in dense:
        logged = np.log1p(30 * row / row.sum()).astype(np.float32)
        bins = np.digitize(logged, edges)
        found["binned"].append([(j, bins[j]) for j in range(50) if bins[j] > 0][:9])
        present = np.flatnonzero(row)
        digits = dict(zip(present, middle_bins(row[present], 11)))
        found["valued"].append([(j, digits[j]) for j in sorted(present, key=lambda j: (-row[j], j))[:9]])
        found["ranked"].append([(j, row[j]) for j in sorted(present, key=lambda j: (-row[j] / scales[j], j))[:9]])
    for name, cells in found.items():
        put(f"{name}_lengths", [len(cell) for cell in cells], "std::int32_t")
        put(f"{name}_genes", [j for cell in cells for j, _ in cell], "std::int32_t")
        put(f"{name}_values", [value for cell in cells for _, value in cell])


def streams() -> None:
    """zlib streams of float32 counts, by every kind of block: stored, fixed codes, codes of their own, runs, Huffman alone."""
    counts_ = np.array([1 + (i % 7 == 0) + (i % 31 == 0) + i // 64 % 3 for i in range(1500)], dtype="<f4").tobytes()
    packed = []
    for level, strategy in (
        (0, zlib.Z_DEFAULT_STRATEGY),
        (9, zlib.Z_FIXED),
        (1, zlib.Z_DEFAULT_STRATEGY),
        (9, zlib.Z_RLE),
        (6, zlib.Z_HUFFMAN_ONLY),
    ):
        compressor = zlib.compressobj(level, zlib.DEFLATED, 15, 8, strategy)
        packed.append(compressor.compress(counts_) + compressor.flush())
    put("stream_lengths", [len(stream) for stream in packed], "std::uint32_t")
    put("streams", list(b"".join(packed)), "std::uint8_t")
    shuffled = np.frombuffer(counts_, np.uint8).reshape(-1, 4).T.tobytes()
    put("shuffled_stream", list(zlib.compress(shuffled, 4)), "std::uint8_t")


for part in (quantiles, normalizations, tokens, linear, metrics, tests, components, numbers, encodings, streams):
    part()

header = """// Made by core_expected.py with NumPy, SciPy, scikit-learn, scanpy and zlib; not to be edited.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace expected {

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
"""
Path(__file__).with_suffix(".hpp").write_text(broken(header + "\n".join(lines) + "\n\n}  // namespace expected\n"))
