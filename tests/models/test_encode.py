"""The encodings, against naive recomputation and by hand."""

import numpy as np
import pytest
from scipy.special import erfinv
from scipy.stats import rankdata

from models.encode import dense_values, densified, encode, gene_values, polygene_bins, rank_normal, rank_tokens, value_bins


def naive_rank_normal(counts, measured):
    values = counts[measured]
    z = np.sqrt(2) * erfinv(2 * rankdata(values) / (len(values) + 1) - 1)
    return z / np.linalg.norm(z) * np.sqrt(len(values))


def test_rank_normal_agrees_with_scipy_ranks():
    random = np.random.default_rng(0)
    counts = random.poisson(0.6, 400).astype(np.float32)
    measured = random.random(400) < 0.7
    found = rank_normal(counts, measured)
    np.testing.assert_allclose(found[measured], naive_rank_normal(counts, measured), rtol=1e-5, atol=1e-6)
    assert np.isnan(found[~measured]).all()


def test_rank_normal_does_not_see_monotone_transforms():
    counts = np.random.default_rng(1).poisson(1.0, 300).astype(np.float32)
    measured = np.ones(300, bool)
    np.testing.assert_allclose(rank_normal(counts, measured), rank_normal(np.log1p(counts), measured), rtol=1e-6)


def test_rank_normal_of_an_empty_cell_is_zero():
    assert not rank_normal(np.zeros(50, np.float32), np.ones(50, bool)).any()


def test_gene_values_orders_by_value_over_scale_then_index():
    counts = np.array([[5.0, 0.0, 1.0, 1.0, 2.0]], dtype=np.float32)
    scale = np.array([10.0, 1.0, 1.0, 1.0, 1.0], dtype=np.float32)
    genes, values, mask = gene_values(counts, np.array([100.0]), scale, 3)
    assert genes.tolist() == [[4, 2, 3]]
    np.testing.assert_allclose(values[0], np.log1p([200, 100, 100]), rtol=1e-6)
    assert mask.tolist() == [[1, 1, 1]]


def test_gene_values_pads_with_the_vocabulary_size():
    counts = np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]], dtype=np.float32)
    genes, values, mask = gene_values(counts, np.array([2.0, 1.0, 0.0]), np.ones(3, np.float32), 8)
    assert genes.tolist() == [[0, 1], [2, 3], [3, 3]]
    assert values[1, 1] == 0 and mask.tolist() == [[1, 1], [1, 0], [0, 0]]


def test_polygene_bins_are_numpys_digits_of_log1p_in_fixed_order():
    counts = np.random.default_rng(2).poisson(0.8, (6, 40)).astype(np.float32)
    totals = counts.sum(axis=1)
    edges = np.linspace(0.1, 9.0, 9)
    genes, bins, mask = polygene_bins(counts, totals, edges.tolist(), 12)
    whole = np.digitize(np.log1p(1e4 * counts / totals[:, None]), np.concatenate([[0], edges])) - 1
    for row in range(6):
        expressed = np.flatnonzero(whole[row])[:12]
        assert genes[row][mask[row] > 0].tolist() == expressed.tolist()
        assert bins[row][mask[row] > 0].tolist() == whole[row][expressed].tolist()


def test_value_bins_hold_equally_many_and_do_not_see_monotone_transforms():
    counts = np.random.default_rng(3).permutation(np.arange(1.0, 101.0))[None].astype(np.float32)
    genes, bins, _ = value_bins(counts, 11, 200)
    assert np.unique(bins, return_counts=True)[1].max() <= 12
    assert (np.diff(bins[0]) <= 0).all() and genes[0, 0] == counts[0].argmax()
    np.testing.assert_array_equal(bins, value_bins(np.log1p(counts), 11, 200)[1])


def test_value_bins_lie_where_scgpt_draws_them():
    cell = np.random.default_rng(4).poisson(1.5, 300).astype(np.float32)
    present = np.flatnonzero(cell)
    edges = np.quantile(cell[present], np.linspace(0, 1, 50))
    low, high = np.digitize(cell[present], edges, right=True), np.digitize(cell[present], edges)
    genes, bins, _ = value_bins(cell[None], 51, 300)
    found = dict(zip(genes[0], bins[0], strict=True))
    for j, least, most in zip(present, low, high, strict=True):
        assert min(least + 1, most) <= found[j] <= most


def test_rank_tokens_are_ordered_by_count_over_median():
    random = np.random.default_rng(5)
    counts, medians = random.poisson(1.0, (4, 30)).astype(np.float32), random.uniform(0.5, 3, 30).astype(np.float32)
    genes, _, mask = rank_tokens(counts, medians, 30)
    for row in range(4):
        taken = genes[row][mask[row] > 0]
        assert sorted(taken) == np.flatnonzero(counts[row]).tolist()
        assert (np.diff(counts[row][taken] / medians[taken]) <= 0).all()


def test_dense_values_are_every_genes_and_rows_again():
    counts = np.random.default_rng(6).poisson(0.7, (5, 20)).astype(np.float32)
    counts[2] = 0
    totals = counts.sum(axis=1) + 50
    of_file, of_model = dense_values(counts, totals, "log1p"), dense_values(counts, totals, "log1p", "model", 1e4)
    np.testing.assert_allclose(densified(*of_file, 20), np.log1p(1e4 * counts / totals[:, None]), rtol=1e-6)
    np.testing.assert_allclose(
        densified(*of_model, 20), np.log1p(1e4 * counts / np.maximum(counts.sum(axis=1), 1)[:, None]), rtol=1e-6
    )
    np.testing.assert_array_equal(densified(*dense_values(counts, totals, "counts"), 20), counts)
    np.testing.assert_allclose(densified(*dense_values(counts, totals, "log1p-counts"), 20), np.log1p(counts), rtol=1e-6)


def test_every_token_encoding_is_reached_by_its_name():
    counts, totals, scale = np.eye(3, dtype=np.float32), np.ones(3), np.ones(3, np.float32)
    for encoding in (
        {"name": "gene-values", "target_sum": 1e4, "max_genes": 2},
        {"name": "polygene-bins", "scale": "counts", "target_sum": 1e4, "edges": [0.5], "max_genes": 2},
        {"name": "value-bins", "bins": 5, "max_genes": 2},
        {"name": "rank-tokens", "max_genes": 2},
        {"name": "dense", "scale": "counts"},
    ):
        assert encode(encoding, counts, totals, scale)[0].tolist() == [[0], [1], [2]]
    with pytest.raises(ValueError, match="rank-normal makes no tokens"):
        encode({"name": "rank-normal", "scale": "norm"}, counts, totals, scale)
