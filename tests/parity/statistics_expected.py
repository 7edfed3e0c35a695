"""Writes statistics_expected.hpp: SciPy's and statsmodels' tails, corrections and correlations. Run: ``python
tests/parity/statistics_expected.py``."""

import numpy as np
import scipy.special
import scipy.stats
import statsmodels.stats.multitest
from literals import Header

RNG = np.random.default_rng(7)
out = Header(__file__, "SciPy and statsmodels")

z = np.array([-8.0, -1.0, 0.0, 0.3, 2.0, 6.0, 20.0, 37.0])
out.put("z", z)
out.put("normal_sf", scipy.stats.norm.sf(z))

t = np.array([-30.0, -2.0, -1e-9, 0.0, 0.5, 1.96, 8.0, 50.0, 1e4])
df = np.array([0.7, 1, 2.5, 10, 48, 999, 1e5])
tt, dd = (g.ravel() for g in np.meshgrid(t, df))
out.put("t", tt)
out.put("t_df", dd)
out.put("t_sf", scipy.stats.t.sf(tt, dd))

out.put("t_isf_df", df)
out.put("t_isf", scipy.stats.t.isf(0.025, df))

ff, d1, d2 = (g.ravel() for g in np.meshgrid([0.0, 1e-3, 0.5, 1.0, 3.0, 40.0, 2e3], [1, 3, 29], [2, 55, 20000]))
out.put("f", ff)
out.put("f_d1", d1)
out.put("f_d2", d2)
out.put("f_sf", scipy.stats.f.sf(ff, d1, d2))

xx, k = (g.ravel() for g in np.meshgrid([0.0, 1e-3, 1.0, 5.0, 80.0, 900.0], [1, 2, 7, 100]))
out.put("chi2", xx)
out.put("chi2_df", k)
out.put("chi2_sf", scipy.stats.chi2.sf(xx, k))

cases = []
for population in (1, 20, 500, 20000):
    for marked in {0, 1, population // 7, population // 2, population}:
        for drawn in {0, 1, population // 9, population // 2, population}:
            top = min(marked, drawn)
            for found in {0, 1, top // 3, top // 2, top, top + 1}:
                cases.append((found, population, marked, drawn))
cases = np.array(sorted(set(cases)), dtype=float)
out.put("hyper", cases)
out.put("hyper_sf", scipy.stats.hypergeom.sf(cases[:, 0] - 1, cases[:, 1], cases[:, 2], cases[:, 3]))

p = np.concatenate([RNG.random(40) ** 3, [0, 1, 1, 0.5, 0.5, 1e-40]])
out.put("p", np.insert(p, [3, 20], np.nan))
out.put("p_adjusted", np.insert(statsmodels.stats.multitest.multipletests(p, method="fdr_bh")[1], [3, 20], np.nan))

a = RNG.integers(0, 9, 60).astype(float)
b = a + RNG.normal(0, 3, 60).round()
out.put("paired_a", a)
out.put("paired_b", b)
out.put("ranks", scipy.stats.rankdata(a))


def difference(test):
    """Difference of means, its 95% interval, t, degrees of freedom, two-sided p."""
    interval = test.confidence_interval(0.95)
    return [(interval.low + interval.high) / 2, interval.low, interval.high, test.statistic, test.df, test.pvalue]


out.put("paired_difference", difference(scipy.stats.ttest_rel(a, b)))
out.put("welch_difference", difference(scipy.stats.ttest_ind(a[:9], b, equal_var=False)))
out.put("correlations", [scipy.stats.spearmanr(a, b)[0], scipy.stats.pearsonr(a, b)[0]])
out.write()
