"""Writes trust_expected.hpp: calibration, selective prediction, ranking and trends by scikit-learn, SciPy and
statsmodels, and by NumPy from the definitions.

Run: ``python tests/parity/trust_expected.py``.
"""

import itertools

import numpy as np
import scipy.optimize
import scipy.special
import scipy.stats
import sklearn.metrics
import statsmodels.api as sm
import statsmodels.formula.api as smf
from literals import Header

RNG = np.random.default_rng(61)
out = Header(__file__, "scikit-learn, SciPy, statsmodels and NumPy")
BINS = 15


def kept(probabilities: np.ndarray, k: int) -> dict[str, np.ndarray]:
    """What the core keeps of each cell, as float32; then used as the float64 it is."""
    order = np.argsort(-probabilities, axis=1, kind="stable")
    ranked = np.take_along_axis(probabilities, order, axis=1)
    return {
        "top": order[:, :k],
        "probability": ranked[:, :k].astype(np.float32),
        "rest": ranked[:, k:].sum(axis=1).astype(np.float32),
        "rest_squares": (ranked[:, k:] ** 2).sum(axis=1).astype(np.float32),
        "entropy": scipy.stats.entropy(probabilities, axis=1).astype(np.float32),
    }


def put_kept(name: str, store: dict[str, np.ndarray]) -> None:
    for part, values in store.items():
        out.put(f"{name}_{part}", values, "std::uint16_t" if part == "top" else "float")


def ece(confidence: np.ndarray, right: np.ndarray, runs) -> float:
    return sum(abs(confidence[run].sum() - right[run].sum()) for run in runs) / confidence.size


def calibration(probabilities: np.ndarray, truth: np.ndarray) -> list[float]:
    confidence = probabilities.max(axis=1)
    right = (probabilities.argmax(axis=1) == truth).astype(float)
    # numpy.digitize with right=True: bins are (low, high].
    which = np.clip(np.digitize(confidence, np.arange(BINS + 1) / BINS, right=True) - 1, 0, BINS - 1)
    classes = np.arange(probabilities.shape[1])
    width = ece(confidence, right, [which == b for b in range(BINS)])
    mass = ece(confidence, right, np.array_split(np.argsort(confidence.astype(np.float32), kind="stable"), BINS))
    nll = sklearn.metrics.log_loss(truth, probabilities, labels=classes)
    brier = sklearn.metrics.brier_score_loss(truth, probabilities, labels=classes, scale_by_half=False)
    return [width, mass, nll, brier]


# Every class kept: what the core says is exact.
cells, classes = 240, 8
logits = RNG.normal(size=(cells, classes)) * 2.2
truth = RNG.integers(0, classes - 1, size=cells)
logits[np.arange(cells), truth] += 2
p = scipy.special.softmax(logits, axis=1).astype(np.float32).astype(float)
p /= p.sum(axis=1, keepdims=True)
put_kept("all", kept(p, classes))
out.put("all_truth", truth, "std::int32_t")
out.put("all_calibration", calibration(p, truth))

half = RNG.integers(0, 2, size=cells)
log_p = np.log(p)


def loss(log_temperature: float) -> float:
    tempered = scipy.special.softmax(log_p[half == 0] / np.exp(log_temperature), axis=1)
    return sklearn.metrics.log_loss(truth[half == 0], tempered, labels=np.arange(classes))


found = scipy.optimize.minimize_scalar(loss, bounds=(np.log(0.05), np.log(20)), method="bounded", options={"xatol": 1e-9})
temperature = float(np.exp(found.x))
out.put("half", half, "std::uint8_t")
out.put("temperature", [temperature])
out.put("held_before", calibration(p[half == 1], truth[half == 1]))
out.put("held_after", calibration(scipy.special.softmax(log_p[half == 1] / temperature, axis=1), truth[half == 1]))

# Ten of 40 classes kept: the Brier score is exact, the temperature nearly.
cells, classes = 400, 40
logits = RNG.normal(size=(cells, classes)) * 1.6
many_truth = RNG.integers(0, classes, size=cells)
logits[np.arange(cells), many_truth] += 3
many = scipy.special.softmax(logits * 1.8, axis=1)
put_kept("many", kept(many, 10))
out.put("many_truth", many_truth, "std::int32_t")
out.put("many_brier", [sklearn.metrics.brier_score_loss(many_truth, many, labels=np.arange(classes), scale_by_half=False)])
exact = scipy.optimize.minimize_scalar(
    lambda t: sklearn.metrics.log_loss(many_truth, scipy.special.softmax(np.log(many) / np.exp(t), axis=1), labels=np.arange(classes)),
    bounds=(np.log(0.05), np.log(20)), method="bounded", options={"xatol": 1e-9},
)
out.put("many_temperature", [np.exp(exact.x)])

# Risk and coverage from the definition, equally sure cells taken together.
confidence = np.round(RNG.random(200), 2).astype(np.float32)
right = (RNG.random(200) < confidence).astype(int)
risk = [1 - right[confidence >= c].mean() for c in confidence]
out.put("sure", confidence, "float")
out.put("sure_right", right, "std::uint8_t")
out.put("aurc", [np.mean(risk)])


# Ranking: areas by scikit-learn, intervals by DeLong and Obuchowski from all pairs.
def area_interval(score: np.ndarray, positive: np.ndarray, cluster: np.ndarray) -> list[float]:
    x, y = score[positive == 1], score[positive == 0]
    wins = (x[:, None] > y[None, :]) + 0.5 * (x[:, None] == y[None, :])
    area, v10, v01 = wins.mean(), wins.mean(axis=1), wins.mean(axis=0)
    names = np.unique(cluster)
    of_x, of_y = cluster[positive == 1], cluster[positive == 0]
    a = np.array([(v10[of_x == c] - area).sum() for c in names])
    b = np.array([(v01[of_y == c] - area).sum() for c in names])
    i10, i01, i = np.unique(of_x).size, np.unique(of_y).size, names.size
    variance = (
        i10 / ((i10 - 1) * x.size) * (a**2).sum() / x.size
        + i01 / ((i01 - 1) * y.size) * (b**2).sum() / y.size
        + 2 * i / ((i - 1) * x.size) * (a * b).sum() / y.size
    )
    reach = scipy.stats.norm.ppf(0.975) * np.sqrt(variance)
    return [area, max(0, area - reach), min(1, area + reach)]


score = np.round(RNG.normal(size=150) * 4).astype(np.float32)
positive = (RNG.random(150) < scipy.special.expit(score / 4 - 0.7)).astype(int)
cluster = RNG.integers(0, 9, size=150)
out.put("score", score, "float")
out.put("positive", positive, "std::uint8_t")
out.put("cluster", cluster, "std::int32_t")
out.put("roc", [sklearn.metrics.roc_auc_score(positive, score), sklearn.metrics.average_precision_score(positive, score)])
out.put("delong", area_interval(score, positive, np.arange(150)))
out.put("obuchowski", area_interval(score, positive, cluster))

# Trends.
x = RNG.uniform(0, 80, size=24)
y = 0.3 + 0.002 * x + RNG.normal(scale=0.05, size=24)
ols = sm.OLS(y, sm.add_constant(x)).fit()
low, high = ols.conf_int()[1]
out.put("trend_x", x)
out.put("trend_y", y)
out.put("trend", [ols.params[1], ols.params[0], ols.bse[1], low, high, ols.pvalues[1], scipy.stats.linregress(x, y).rvalue])
group = np.arange(24) % 2
both = smf.ols("y ~ x * g", {"y": y, "x": x, "g": 1 - group}).fit()
low, high = both.conf_int().loc["x:g"]
out.put("slopes", [both.params["x:g"], both.bse["x:g"], low, high, both.pvalues["x:g"]])
out.put("t_tail", [0.025, 0.025, 0.05, 0.001])
out.put("t_tail_df", [1, 7, 30, 500])
out.put("t_quantile", scipy.stats.t.isf([0.025, 0.025, 0.05, 0.001], [1, 7, 30, 500]))

# Groups of units: exact permutation p of each group against the rest, from all labelings.
value = np.array([0.2, 0.25, 0.31, 0.5, 0.56, 0.61, 0.3, 0.41, 0.22])
labels = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2])


def differences(of: np.ndarray) -> np.ndarray:
    return np.array([value[of == g].mean() - value[of != g].mean() for g in range(3)])


seen = differences(labels)
every = np.array([differences(np.array(of)) for of in set(itertools.permutations(labels.tolist()))])
out.put("unit_value", value)
out.put("unit_group", labels, "std::int32_t")
out.put("unit_difference", seen)
out.put("unit_p", (np.abs(every) >= np.abs(seen) - 1e-12).mean(axis=0))

# A bootstrap of a mean by SciPy, whose percentile method the core's must meet within the noise of drawing.
sample = RNG.gamma(2, size=40)
ends = scipy.stats.bootstrap((sample,), np.mean, n_resamples=20000, method="percentile", rng=RNG).confidence_interval
out.put("drawn", sample)
out.put("drawn_interval", [sample.mean(), ends.low, ends.high])

# Depth: bins of equally many cells, overlap weights.
depth = RNG.gamma(3, 1000, size=300).astype(np.float32)
groups = (RNG.random(300) < scipy.special.expit((depth - 3000) / 2000)).astype(int)
entropy = (1.5 - np.log(depth) / 8 + RNG.normal(scale=0.1, size=300)).astype(np.float32)
runs = np.array_split(np.argsort(depth, kind="stable"), 20)
weights = np.array([min((groups[r] == 1).sum() / (groups == 1).sum(), (groups[r] == 0).sum() / (groups == 0).sum()) for r in runs])
gaps = np.array([entropy[r][groups[r] == 1].mean() - entropy[r][groups[r] == 0].mean() if w > 0 else 0 for r, w in zip(runs, weights)])
out.put("depth", depth, "float")
out.put("depth_value", entropy, "float")
out.put("depth_group", groups, "std::int32_t")
out.put("depth_match", [(weights * gaps).sum() / weights.sum(), weights.sum(), scipy.stats.spearmanr(entropy, depth).statistic])

out.write()
