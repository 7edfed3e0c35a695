"""Writes enrichment_expected.hpp: SciPy's Fisher test and gseapy's preranked enrichment. Run: ``python
tests/parity/enrichment_expected.py``."""

import gseapy
import numpy as np
import pandas
import scipy.stats
import statsmodels.stats.multitest
from literals import Header

RNG = np.random.default_rng(19)
out = Header(__file__, "SciPy, statsmodels and gseapy")

GENES = 300
scores = RNG.normal(0, 1, GENES).astype(np.float32)
scores[:18] += 1.5
order = np.argsort(-scores.astype(float), kind="stable")
assert len(np.unique(scores)) == GENES
sets = {
    "up": list(range(14)) + [50, 60],
    "down": [int(g) for g in order[-25:-5:2]] + [3],
    **{f"random{i}": sorted(int(g) for g in RNG.choice(GENES, size, replace=False)) for i, size in enumerate((5, 16, 40, 120))},
    "one": [int(order[0])],
}
drawn = np.flatnonzero(scores > 1.2)
out.put("scores", scores)
out.put("genes", [g for genes in sets.values() for g in genes], "std::int32_t")
out.put("lengths", [len(genes) for genes in sets.values()], "std::int32_t")
out.put("drawn", drawn, "std::int32_t")

p, odds, overlap = [], [], []
for genes in sets.values():
    a = len(np.intersect1d(genes, drawn))
    table = [[a, len(drawn) - a], [len(genes) - a, GENES - len(drawn) - len(genes) + a]]
    test = scipy.stats.fisher_exact(table, alternative="greater")
    p.append(test.pvalue)
    odds.append(test.statistic)
    overlap.append(a)
out.put("overlap", overlap)
out.put("odds", odds)
out.put("p", p)
out.put("q", statsmodels.stats.multitest.multipletests(p, method="fdr_bh")[1])

ranking = pandas.Series(scores.astype(float), index=[f"G{i}" for i in range(GENES)])
found = gseapy.prerank(
    ranking,
    {name: [f"G{g}" for g in genes] for name, genes in sets.items()},
    min_size=1,
    max_size=1000,
    permutation_num=20000,
    seed=3,
    threads=2,
    outdir=None,
    no_plot=True,
).res2d.set_index("Term")
out.put("es", [float(found.loc[name, "ES"]) for name in sets])
out.put("nes", [float(found.loc[name, "NES"]) for name in sets])
out.put("nominal_p", [float(found.loc[name, "NOM p-val"]) for name in sets])
out.put("leading", [len(str(found.loc[name, "Lead_genes"]).split(";")) for name in sets])
out.write()
