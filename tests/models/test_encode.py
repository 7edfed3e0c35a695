"""The encodings, against naive recomputation and by hand."""

import numpy as np
from scipy.special import erfinv
from scipy.stats import rankdata

from models.encode import gene_values, rank_normal


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
