"""Writes profiles_expected.hpp: Mahalanobis distances by scipy, with a covariance by numpy, to groups of cells that are
left out fold by fold. Run: ``python tests/parity/profiles_expected.py``."""

import numpy as np
from literals import Header
from scipy.spatial.distance import cdist

RNG = np.random.default_rng(11)
CELLS, DIMS, LEAST = 220, 4, 20
out = Header(__file__, "numpy and scipy")

group = RNG.choice([-1, 0, 2, 5, 7], CELLS, p=[0.1, 0.4, 0.26, 0.2, 0.04])
fold = RNG.integers(4, size=CELLS)
mixing = RNG.normal(size=(DIMS, DIMS))
values = (RNG.normal(size=(CELLS, DIMS)) @ mixing + 3 * group[:, None] * np.array([1, -1, 0.5, 0])).astype(np.float32)
weight = RNG.uniform(0.5, 2, CELLS)


def profiles(rows: np.ndarray):
    codes = [code for code in np.unique(group[rows]) if code >= 0 and (group[rows] == code).sum() >= LEAST]
    members = [rows[group[rows] == code] for code in codes]
    means = np.array([np.average(values[own], axis=0, weights=weight[own]) for own in members])
    around = np.concatenate([values[own] - mean for own, mean in zip(members, means, strict=True)])
    used = np.concatenate(members)
    # Each group has a mean of zero by now, so numpy's weighted covariance is around it.
    covariance = np.cov(around, rowvar=False, ddof=0, aweights=weight[used])
    shrunk = 0.9 * covariance + 0.1 * np.diag(np.diag(covariance))
    return codes, means, np.linalg.inv(shrunk)


everywhere = np.arange(CELLS)
codes, means, inverse = profiles(everywhere)
distance, near = np.full(CELLS, np.nan), np.full(CELLS, -1)
for one in range(4):
    rest_codes, rest_means, rest_inverse = profiles(np.flatnonzero(fold != one))
    own = np.flatnonzero((fold == one) & np.isin(group, rest_codes))
    found = cdist(values[own], rest_means, "mahalanobis", VI=rest_inverse)
    distance[own], near[own] = found.min(axis=1), np.array(rest_codes)[found.argmin(axis=1)]
known = near >= 0
pooled = np.quantile(distance[known], 0.95)
limits = {}
for code in codes:
    own = distance[known & (group == code)]
    cells = len(own)
    limit = np.quantile(own, 0.95) if cells else pooled
    limits[code] = np.exp((cells * np.log(limit) + 100 * np.log(pooled)) / (cells + 100))
ratio = np.array([d / limits[code] if code >= 0 else np.nan for d, code in zip(distance, near, strict=True)])
scale = np.quantile(ratio[known], 0.95)
whole = cdist(values, means, "mahalanobis", VI=inverse)
every = np.array([limits[code] for code in codes]) * scale

out.put("values", values)
out.put("group", group, "std::int32_t")
out.put("fold", fold, "std::int32_t")
out.put("weight", weight)
out.put("groups", codes, "std::int32_t")
out.put("limits", every)
out.put("left_out", ratio / scale)
out.put("median", [np.median(ratio[known]) / scale])
out.put("outlyingness", whole.min(axis=1) / every[whole.argmin(axis=1)])
out.write()
