"""Writes integrate_expected.hpp: what harmonypy (2.1), scib-metrics (0.5) and scranpy (0.3) make of tests/core/integrate/batches.hpp.

Run with an environment that has them: ``python tests/parity/integrate_expected.py``.
"""

import logging
import os

os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["JAX_ENABLE_X64"] = "1"

import knncolle
import numpy as np
import pandas as pd
import scib_metrics
import scranpy
from core_random import splitmix64
from harmonypy import compute_lisi, run_harmony
from literals import Header
from scib_metrics.nearest_neighbors import NeighborsResults
from sklearn.neighbors import NearestNeighbors

logging.getLogger("harmonypy").setLevel(logging.ERROR)
out = Header(__file__, "harmonypy, scib-metrics and scranpy")
CELLS, DIMS, TYPES, BATCHES, CONDITIONS = 900, 8, 6, 3, 2


def cells(seed: int = 11):
    """As batches::cells."""
    random = splitmix64(seed)
    uniform = lambda: (next(random) >> 11) * 2.0**-53
    below = lambda size: int(uniform() * size)
    near_normal = lambda: sum([uniform() for _ in range(4)], -2.0) * 1.75
    drawn = lambda count, scale: np.array([scale * near_normal() for _ in range(count * DIMS)]).reshape(count, DIMS)
    centers, by_batch, by_condition = drawn(TYPES, 1.3), drawn(BATCHES, 1), drawn(CONDITIONS, 0.7)
    values, codes = [], []
    for _ in range(CELLS):
        kind = below(TYPES)
        batch = 0 if kind + 1 == TYPES else below(BATCHES)
        condition = below(CONDITIONS)
        codes.append((kind, batch, condition))
        mean = centers[kind] + by_batch[batch] + by_condition[condition]
        values.append([mean[d] + near_normal() for d in range(DIMS)])
    return np.array(values, dtype=np.float32), *np.array(codes).T


def harmony(values, meta, name: str, keys: list[str]) -> None:
    """Means over eight seeds: of the objective at the start, at the end, and of LISI after it."""
    first, last, lisi = [], [], []
    for seed in range(8):
        found = run_harmony(values, meta, keys, verbose=False, random_state=seed, ncores=1)
        first.append(found.objective_harmony[0])
        last.append(found.objective_harmony[-1])
        lisi.append(compute_lisi(found.Z_corr, meta, [*keys, "type"]).mean(0))
    out.put(f"{name}_objective", [np.mean(first), np.mean(last)])
    out.put(f"{name}_lisi", np.mean(lisi, axis=0))


values, kind, batch, condition = cells()
meta = pd.DataFrame({"type": kind, "batch": batch, "condition": condition})
harmony(values, meta, "batch", ["batch"])
harmony(values, meta, "both", ["batch", "condition"])
out.put("lisi_before", compute_lisi(values, meta, ["batch", "condition", "type"]).mean(0))

distance, index = NearestNeighbors(n_neighbors=30).fit(values.astype(float)).kneighbors(values.astype(float))
near = NeighborsResults(indices=index, distances=distance)
out.put("lisi", scib_metrics.lisi_knn(near, batch)[:40])
out.put("ilisi", [scib_metrics.ilisi_knn(near, batch)])
out.put("clisi", [scib_metrics.clisi_knn(near, kind)])
acceptance, statistic, p = scib_metrics.kbet(near, batch)
out.put("kbet", [acceptance, statistic.mean(), p.mean()])
out.put("connectivity", [scib_metrics.graph_connectivity(near.subset_neighbors(4), kind)])
out.put("silhouette", [scib_metrics.silhouette_label(values, kind), scib_metrics.silhouette_batch(values, kind, batch)])

exact = scranpy.correct_mnn(values.astype(float).T, batch, nn_parameters=knncolle.VptreeParameters())
corrected = exact.corrected if hasattr(exact, "corrected") else exact["corrected"]
out.put("mutual_neighbors", np.asarray(corrected).T[:40])
out.write()
