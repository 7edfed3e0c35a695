"""Writes aucell_expected.hpp: decoupler's AUCell, of cells without ties, and its mean over random orders of genes that
tie. Run: ``python tests/parity/aucell_expected.py``."""

import decoupler
import numpy as np
import pandas
from literals import Header

RNG = np.random.default_rng(37)
out = Header(__file__, "decoupler")

CELLS, GENES, SHUFFLES = 6, 120, 1000
sets = [RNG.choice(GENES, size, replace=False) for size in (3, 12, 45, 70)]
out.put("genes", np.concatenate(sets), "std::int32_t")
out.put("lengths", [len(s) for s in sets], "std::int32_t")


def scores(values: np.ndarray, names: list[str], top: float | None) -> np.ndarray:
    net = pandas.DataFrame([(f"s{i}", f"G{g}") for i, s in enumerate(sets) for g in s], columns=["source", "target"])
    data = pandas.DataFrame(values, index=[f"c{i}" for i in range(len(values))], columns=names)
    found = decoupler.mt.aucell(data, net, tmin=1, n_up=top)
    found = found[0] if isinstance(found, tuple) else found
    return found[[f"s{i}" for i in range(len(sets))]].to_numpy()


names = [f"G{g}" for g in range(GENES)]
# One zero a cell at most, and no two genes alike; some below zero, as scaled values are.
distinct = np.stack([RNG.permutation(GENES) - 30 for _ in range(CELLS)]).astype(float)
out.put("distinct", distinct)
out.put("usual", scores(distinct, names, None))
out.put("wide", scores(distinct, names, 50))

counts = RNG.poisson(RNG.gamma(0.3, 2, GENES) * RNG.gamma(2, 0.4, (CELLS, GENES)))
counts[0, 40:] = 0
out.put("counts", counts)
# Less than one added to every count puts the tied in some order, and no others.
drawn = np.repeat(counts, SHUFFLES, axis=0) + RNG.uniform(0, 1, (CELLS * SHUFFLES, GENES))
many = scores(drawn, names, 30).reshape(CELLS, SHUFFLES, len(sets)).transpose(1, 0, 2)
out.put("mean", many.mean(0))
out.put("error", many.std(0) / np.sqrt(SHUFFLES))
out.write()
