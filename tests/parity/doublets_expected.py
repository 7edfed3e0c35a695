"""Writes doublets_expected.hpp: what Scrublet (PyPI, 0.2.3) and scikit-image make of the core's functions of doublets.

Run with an environment that has both: ``python tests/parity/doublets_expected.py``.
"""

import numpy as np
import scipy.sparse
import scrublet
from core_random import splitmix64
from literals import Header
from scrublet.helper_functions import filter_genes, get_vscores
from skimage.filters import threshold_minimum

RNG = np.random.default_rng(2019)
out = Header(__file__, "Scrublet and scikit-image")


def genes() -> None:
    """200 genes of 300 cells, a third of which vary more than Poisson counts."""
    means = RNG.gamma(0.5, 2, size=200)
    spread = np.where(RNG.random(200) < 0.3, RNG.gamma(1, 1, size=200), 0.02)
    depth = RNG.lognormal(0, 0.3, size=300)
    counts = RNG.poisson(RNG.gamma(1 / spread, spread, size=(300, 200)) * means * depth[:, None])
    totals = counts.sum(1)
    scaled = scipy.sparse.csc_matrix(counts * (totals.mean() / totals)[:, None])
    dense = scaled.toarray()
    v, _, _, places, *_ = get_vscores(scaled)
    whole = np.full(200, np.nan)
    whole[places] = v
    out.put("mean", dense.mean(0))
    out.put("variance", dense.var(0))
    out.put("v_scores", whole)
    out.put("cells_above", (dense >= 3).sum(0))
    out.put("genes", filter_genes(scaled), "std::int32_t")


def thresholds() -> None:
    """Two modes, three that smoothing makes two, and one."""
    cases = {
        "two": np.concatenate([RNG.normal(0.1, 0.03, 100), RNG.normal(0.6, 0.08, 150)]),
        "steps": np.concatenate([RNG.binomial(60, 0.2, 300), RNG.binomial(60, 0.75, 200)]) / 77,
        "three": np.concatenate([RNG.normal(m, 0.04, 100) for m in (0.1, 0.3, 0.8)]),
    }
    for name, values in cases.items():
        values = values.round(4)
        out.put(f"values_{name}", values)
        out.put(f"threshold_{name}", [threshold_minimum(values)])


def scores() -> None:
    """Positions of 120 cells in three groups; the doublets are the core's own, put between their cells by float32."""
    cells, dims, seed = 120, 4, 5
    groups = RNG.integers(0, 3, cells)
    positions = (RNG.normal(size=(cells, dims)) + 6 * np.eye(3, dims)[groups]).round(2).astype(np.float32)
    totals = RNG.integers(500, 2000, cells).astype(np.float32)
    random = splitmix64(seed)
    below = lambda: int((next(random) >> 11) * 2.0**-53 * cells)  # noqa: E731
    pairs = np.array([[below(), below()] for _ in range(2 * cells)])
    t = totals[pairs].astype(float)
    share = (t[:, 0] / t.sum(1))[:, None]
    simulated = share * positions[pairs[:, 0]] + (1 - share) * positions[pairs[:, 1]]
    peer = scrublet.Scrublet(scipy.sparse.csc_matrix(np.ones((cells, 2))), expected_doublet_rate=0.08, stdev_doublet_rate=0.02)
    peer.set_manifold(positions.astype(float), simulated.astype(np.float32).astype(float))
    peer.calculate_doublet_scores(use_approx_neighbors=False)
    out.put("positions", positions.astype(float).round(2))
    out.put("totals", totals)
    out.put("observed", peer.doublet_scores_obs_)
    out.put("error", peer.doublet_errors_obs_)
    out.put("simulated", peer.doublet_scores_sim_)
    out.put("score_threshold", [threshold_minimum(peer.doublet_scores_sim_)])


genes()
thresholds()
scores()
out.write()
