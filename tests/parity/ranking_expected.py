"""Writes ranking_expected.hpp: genes ranked by scikit-learn and SciPy. Run: ``python tests/parity/ranking_expected.py``."""

import numpy as np
import scipy.stats
import sklearn.feature_selection
import sklearn.metrics
from literals import Header

RNG = np.random.default_rng(23)
out = Header(__file__, "scikit-learn and SciPy")

CELLS, GENES, CLASSES = 70, 14, 3
labels = RNG.integers(0, CLASSES, CELLS)
rate = RNG.gamma(1.0, 1.5, GENES) * np.ones((CELLS, 1))
for c in range(CLASSES):
    rate[np.ix_(labels == c, [c, c + 3])] *= 4
counts = RNG.poisson(rate)
counts[:, 13] = 0
out.put("counts", counts)
out.put("labels", labels, "std::int32_t")
x = np.log1p(1e4 * counts / counts.sum(1, keepdims=True))
with np.errstate(all="ignore"):
    out.put("anova", sklearn.feature_selection.f_classif(x, labels)[0])
out.put("variance", x.var(0))
out.put("mutual_information", [sklearn.metrics.mutual_info_score(labels, counts[:, g] > 0) for g in range(GENES)])
z = []
for g in range(GENES):
    ranks = scipy.stats.rankdata(x[:, g].astype(np.float32))
    correction = scipy.stats.tiecorrect(ranks)
    best = np.nan
    if correction > 0:
        best = 0
        for c in range(CLASSES):
            n1 = (labels == c).sum()
            deviation = np.sqrt(correction * n1 * (CELLS - n1) * (CELLS + 1) / 12)
            best = max(best, abs(ranks[labels == c].sum() - n1 * (CELLS + 1) / 2) / deviation)
    z.append(best)
out.put("rank_sum", z)
out.write()
