"""Writes pruning_expected.hpp: what scikit-learn's classifier says of cells whose genes are put to a baseline, and
SciPy's intervals. Run: ``python tests/parity/pruning_expected.py``."""

import numpy as np
import scipy.stats
from literals import Header
from sklearn.linear_model import LogisticRegression

RNG = np.random.default_rng(29)
out = Header(__file__, "scikit-learn and SciPy")

CELLS, GENES, CLASSES = 14, 40, 4
counts = RNG.poisson(RNG.gamma(0.6, 2, GENES) * RNG.gamma(2, 0.6, (120, GENES)))
counts[:, 0] += 1
scores = np.log1p(1e4 * counts / counts.sum(1, keepdims=True)).astype(np.float32).astype(float)
labels = (scores[:, 1:13] > np.median(scores[:, 1:13], axis=0)).reshape(120, CLASSES, 3).sum(2).argmax(1)
fitted = LogisticRegression(C=0.3, max_iter=2000).fit(scores, labels)
fitted.coef_ = fitted.coef_.astype(np.float32).astype(float)
fitted.intercept_ = fitted.intercept_.astype(np.float32).astype(float)
counts, scores = counts[:CELLS], scores[:CELLS]

baselines = np.stack([np.zeros(GENES), scores.mean(0).astype(np.float32)])
row = np.arange(CELLS) % 2
codes = fitted.predict_proba(scores).argmax(1)
against = np.where(np.arange(CELLS) % 3 == 0, (codes + 1) % CLASSES, -1)
ranking = RNG.normal(size=GENES).astype(np.float32)
SHARES = [0.1, 0.25, 0.5, 1.0]

out.put("counts", counts)
out.put("weights", fitted.coef_.T)
out.put("bias", fitted.intercept_)
out.put("baselines", baselines)
out.put("baseline_row", row, "std::int32_t")
out.put("codes", codes, "std::int32_t")
out.put("against", against, "std::int32_t")
out.put("ranking", ranking)
out.put("shares", SHARES)

probability, kept = [], []
for cell in range(CELLS):
    code = codes[cell]
    weight = fitted.coef_[code] - (fitted.coef_[against[cell]] if against[cell] >= 0 else 0)
    signed = weight * (scores[cell] - baselines[row[cell]])
    size = np.abs(signed)
    assert len(np.unique(size[size > 0])) == (size > 0).sum()
    largest = np.argsort(-size, kind="stable")
    for order in (largest, largest[::-1], np.argsort(-signed, kind="stable"), np.argsort(-ranking, kind="stable")):
        for share in SHARES:
            pruned = scores[cell].copy()
            taken = order[: round(share * GENES)]
            pruned[taken] = baselines[row[cell]][taken]
            answer = fitted.predict_proba([pruned])[0]
            probability.append(answer[code])
            kept.append(answer.argmax() == code)
out.put("whole", fitted.predict_proba(scores)[np.arange(CELLS), codes])
out.put("probability", probability)
out.put("kept", kept, "std::uint8_t")

values = RNG.normal(1, 2, 23).astype(np.float32)
units = RNG.integers(0, 5, 23)
out.put("values", values)
out.put("units", units, "std::int32_t")
v = values.astype(float)
out.put("interval", [v.mean(), *scipy.stats.t.interval(0.95, 22, v.mean(), scipy.stats.sem(v))])
means = np.array([v[units == u].mean() for u in range(5)])
out.put("interval_by_unit", [v.mean(), *scipy.stats.t.interval(0.95, 4, v.mean(), scipy.stats.sem(means))])
out.write()
