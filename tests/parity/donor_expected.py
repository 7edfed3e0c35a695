"""Writes donor_expected.hpp: limma's tests of pseudobulk sums, as inmoose ports limma to Python, and SciPy's digamma and
trigamma. Run: ``python tests/parity/donor_expected.py`` (needs inmoose 0.9)."""

import numpy as np
import pandas as pd
import scipy.special
from inmoose.limma import eBayes, lmFit
from literals import Header
from patsy import dmatrix

RNG = np.random.default_rng(20261130)
out = Header(__file__, "inmoose (limma) and SciPy")

x = np.array([1e-3, 0.1, 0.5, 1, 1.5, 2, 7.3, 12, 40, 1e4])
out.put("x", x)
out.put("digamma", scipy.special.digamma(x))
out.put("trigamma", scipy.special.polygamma(1, x))

# Genes x samples: five donors, each with cells of three groups; sample 3 * donor + group. The last donor has too few
# cells of group 0 to count there.
GENES, DONORS, GROUPS = 80, 5, 3
cells = RNG.integers(20, 90, DONORS * GROUPS)
cells[(DONORS - 1) * GROUPS] = 6
donor = np.repeat(np.arange(DONORS), GROUPS)
group = np.tile(np.arange(GROUPS), DONORS)
rate = RNG.lognormal(0, 1.2, GENES)
effect = np.where(RNG.random((GENES, GROUPS)) < 0.15, RNG.normal(0, 1.5, (GENES, GROUPS)), 0)
own = RNG.normal(0, 0.4, (GENES, DONORS))
noise = RNG.normal(0, 0.25, (GENES, DONORS * GROUPS))
mean = np.exp(effect[:, group] + own[:, donor] + noise) * rate[:, None] * cells * 0.6
counts = RNG.poisson(mean)
out.put("counts", counts, "int")
out.put("cells", cells, "int")
out.put("donor", donor, "std::int32_t")
out.put("group", group, "std::int32_t")


def limma(values: np.ndarray, totals: np.ndarray, formula: str, factors: pd.DataFrame):
    """log2 fold change of `side`, moderated t and p of log-CPM, with limma-trend."""
    logs = np.log2((values + 0.5) / (totals + 1) * 1e6)
    design = dmatrix(formula, factors, return_type="dataframe")
    fit = eBayes(lmFit(pd.DataFrame(logs, columns=factors.index), design), trend=True)
    column = list(design.columns).index("side")
    return (np.asarray(part)[:, column] for part in (fit.coefficients, fit.t, fit.p_value))


def put(name: str, values: np.ndarray, totals: np.ndarray, formula: str, factors: pd.DataFrame) -> None:
    """Genes with ten counts of the average donor on the higher side, at the smaller side's depth; the others are NaN."""
    side = factors["side"].to_numpy() == 1
    depth = [totals[one].mean() for one in (side, ~side)]
    share = [values[:, one].mean(axis=1) / own for one, own in zip((side, ~side), depth)]
    kept = np.maximum(*share) * min(depth) >= 10
    for part, found in zip(("effect", "t", "p"), limma(values[kept], totals, formula, factors)):
        whole = np.full(GENES, np.nan)
        whole[kept] = found
        out.put(f"{name}_{part}", whole)
    print(name, int(kept.sum()), "genes tested")


# Group 0 against groups 1 and 2, within donors 0 to 3.
pairs = range(DONORS - 1)
first = np.stack([counts[:, 3 * d] for d in pairs], axis=1)
second = np.stack([counts[:, 3 * d + 1] + counts[:, 3 * d + 2] for d in pairs], axis=1)
both = np.concatenate([first, second], axis=1)
names = [f"s{i}" for i in range(2 * len(pairs))]
factors = pd.DataFrame({"donor": [f"d{d}" for d in pairs] * 2, "side": [1] * len(pairs) + [0] * len(pairs)}, index=names)
put("paired", both, both.sum(axis=0), "~ donor + side", factors)

# The samples of group 1 and two more, every one a donor of its own: three against four.
alone = counts[:, group == 1]
more = RNG.poisson(np.exp(RNG.normal(0, 0.3, (GENES, 2))) * alone.mean(axis=1, keepdims=True))
alone = np.concatenate([alone, more], axis=1)
out.put("alone", alone, "int")
side = np.array([1, 1, 1, 0, 0, 0, 0])
factors = pd.DataFrame({"side": side}, index=[f"s{i}" for i in range(7)])
put("independent", alone, alone.sum(axis=0), "~ side", factors)
out.write()
