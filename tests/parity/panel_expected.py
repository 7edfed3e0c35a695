"""Writes panel_expected.hpp: a linear model fitted to a panel by scikit-learn's ridge regression.

Run: ``python tests/parity/panel_expected.py``.
"""

import numpy as np
import scipy.stats
from literals import Header
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

RNG = np.random.default_rng(23)
CELLS, GENES, CLASSES, SCALE = 40, 30, 3, 24
out = Header(__file__, "scikit-learn and SciPy")


def rank_normal(counts: np.ndarray) -> np.ndarray:
    """scTOP's scores of a cell, of mean square 1."""
    z = scipy.stats.norm.ppf(scipy.stats.rankdata(counts) / (len(counts) + 1))
    return z / np.linalg.norm(z) * np.sqrt(len(counts))


def log1p(amounts: np.ndarray) -> np.ndarray:
    """ln(1 + counts per 10,000) of amounts that are logarithms, 24 to one."""
    counts = np.expm1(amounts / SCALE)
    return np.log1p(1e4 * counts / counts.sum())


amounts = RNG.poisson(RNG.gamma(1, 2, GENES) * np.exp(RNG.normal(0, 0.7, (CELLS, GENES))))
weights = RNG.normal(0, 0.5, (GENES, CLASSES))
bias = RNG.normal(0, 1, CLASSES)
mean = RNG.normal(0, 0.3, GENES)
panel = np.sort(RNG.choice(GENES, 13, replace=False))
out.put("amounts", amounts, "std::int32_t")
out.put("weights", weights)
out.put("bias", bias)
out.put("mean", mean)
out.put("panel", panel, "std::int32_t")
for name, score in (("rank_normal", rank_normal), ("log1p", log1p)):
    whole = np.array([score(cell) for cell in amounts])
    part = np.array([score(cell[panel]) for cell in amounts])
    scaler = StandardScaler().fit(part)
    x = scaler.transform(part)
    own = weights[panel] * whole[:, panel].std(axis=0)[:, None]
    logits = (whole - mean) @ weights + bias
    # The penalty draws towards the model's own weights: what these leave is regressed.
    ridge = Ridge(alpha=4 * np.square(x).sum() / CELLS).fit(x, logits - x @ own)
    out.put(f"{name}_logits", ridge.predict(x) + x @ own)
    # Each cell predicted by a fit without it, scaling and penalty kept.
    rest, left_out = logits - logits.mean(axis=0) - x @ own, np.empty_like(logits)
    for i in range(CELLS):
        others = np.arange(CELLS) != i
        kept = Ridge(alpha=ridge.alpha, fit_intercept=False).fit(x[others], rest[others])
        left_out[i] = rest[i] - kept.predict(x[[i]])[0]
    spread = lambda values: np.square(values - values.mean(axis=1, keepdims=True)).sum()  # noqa: E731
    out.put(f"{name}_explained", [np.clip(1 - spread(left_out) / spread(logits - logits.mean(axis=0)), 0, 1)])
    out.put(f"{name}_weights", (own + ridge.coef_.T) / scaler.scale_[:, None])
out.write()
