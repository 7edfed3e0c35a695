"""Writes attribution_expected.hpp: statistics of attributions over cells by NumPy, SciPy and statsmodels. Run: ``python
tests/parity/attribution_expected.py``."""

import numpy as np
import scipy.stats
import statsmodels.stats.multitest
from literals import Header

RNG = np.random.default_rng(11)
out = Header(__file__, "NumPy, SciPy and statsmodels")

CELLS, GENES, PARTS = 90, 37, 4
values = (RNG.normal(RNG.normal(0, 0.4, GENES), 1, (CELLS, GENES)) * (RNG.random((CELLS, GENES)) < 0.6)).astype(np.float32)
values[:, 5] = 0
part = RNG.integers(0, PARTS, CELLS)
out.put("values", values)
out.put("part", part, "std::int32_t")

v = values.astype(float)
read = np.abs(v).sum(0) > 0
out.put("mean", v.mean(0))
out.put("mean_abs", np.abs(v).mean(0))
out.put("positive_share", (v > 0).mean(0))
out.put("negative_share", (v < 0).mean(0))


def tests(units: np.ndarray, name: str) -> None:
    test = scipy.stats.ttest_1samp(units, 0)
    p = np.where(read, test.pvalue, np.nan)
    q = p.copy()
    q[read] = statsmodels.stats.multitest.multipletests(p[read], method="fdr_bh")[1]
    out.put(f"se_{name}", scipy.stats.sem(units))
    out.put(f"t_{name}", np.where(read, test.statistic, np.nan))
    out.put(f"p_{name}", p)
    out.put(f"q_{name}", q)


tests(v, "cells")
tests(np.stack([v[part == k].mean(0) for k in range(PARTS)]), "parts")

first, second = v[np.isin(part, [0, 2])].mean(0), v[np.isin(part, [1, 3])].mean(0)
out.put("split_spearman", [scipy.stats.spearmanr(first[read], second[read])[0]])

# A linear model on dense scores, two baselines.
scores = RNG.normal(size=(70, GENES)).astype(np.float32)
baselines = RNG.normal(size=(2, GENES)).astype(np.float32)
weights = RNG.normal(size=GENES).astype(np.float32)
row = RNG.integers(0, 2, 70)
linear = (weights * (scores - baselines[row])).astype(float)
out.put("scores", scores)
out.put("baselines", baselines)
out.put("weights", weights)
out.put("baseline_row", row, "std::int32_t")
out.put("linear_mean", linear.mean(0))
out.put("linear_mean_abs", np.abs(linear).mean(0))
out.put("linear_se", scipy.stats.sem(linear))
out.write()
