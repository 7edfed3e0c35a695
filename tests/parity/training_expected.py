"""Writes training_expected.hpp: scikit-learn's regressions, folds and scores. Run: ``python tests/parity/training_expected.py``."""

import numpy as np
import scipy.optimize
import scipy.special
import scipy.stats
from literals import Header
from sklearn.decomposition import PCA
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.neighbors import NearestCentroid
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

RNG = np.random.default_rng(11)
out = Header(__file__, "scikit-learn and SciPy")


def cells(count: int, features: int, sizes: list[float]) -> tuple[np.ndarray, np.ndarray]:
    """Overlapping classes of unequal size."""
    y = RNG.choice(len(sizes), count, p=np.array(sizes) / sum(sizes))
    centers = RNG.normal(0, 1, (len(sizes), features))
    return (centers[y] + RNG.normal(0, 1.5, (count, features))).astype(np.float32), y


start = np.array([-1.2, 1, -0.5, 0.8, 2.0, -1.5])
best = scipy.optimize.minimize(
    scipy.optimize.rosen, start, jac=scipy.optimize.rosen_der, method="L-BFGS-B", options={"gtol": 1e-10, "ftol": 0}
)
out.put("rosen_start", start)
out.put("rosen_best", best.x)

x, y = cells(150, 6, [8, 4, 2, 1])
out.put("features", x)
out.put("codes", y, "std::int32_t")
for name, c in (("strong", 0.01), ("usual", 1.0), ("weak", 50.0)):
    fit = LogisticRegression(class_weight="balanced", C=c, solver="newton-cholesky", max_iter=2000, tol=1e-12).fit(x, y)
    out.put(f"{name}_coefficients", fit.coef_.T)
    out.put(f"{name}_probabilities", fit.predict_proba(x))

groups = RNG.integers(0, 9, len(y))
out.put("groups", groups, "std::int32_t")
folds = np.zeros(len(y), int)
for k, (_, test) in enumerate(StratifiedGroupKFold(3).split(x, y, groups)):
    folds[test] = k
out.put("group_folds", folds, "std::int32_t")
accuracy, macro = [], []
for k in range(3):
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced", max_iter=20000, tol=1e-12))
    found = model.fit(x[folds != k], y[folds != k]).predict(x[folds == k])
    accuracy.append(accuracy_score(y[folds == k], found))
    macro.append(f1_score(y[folds == k], found, average="macro"))
out.put("fold_accuracy", accuracy)
out.put("fold_macro_f1", macro)


def rank_normal(counts: np.ndarray) -> np.ndarray:
    """scTOP's scores of a cell, of mean square 1."""
    z = scipy.stats.norm.ppf(scipy.stats.rankdata(counts) / (len(counts) + 1))
    return z / np.linalg.norm(z) * np.sqrt(len(counts))


y = RNG.choice(4, 140, p=[0.5, 0.25, 0.15, 0.1])
rate = np.exp(RNG.normal(-1, 1, (4, 60)) * 0.5 + RNG.normal(0, 1, 60))
counts = RNG.poisson(rate[y] * RNG.uniform(0.5, 2, (140, 1)))
train, test = np.arange(100), np.arange(100, 140)
out.put("counts", counts, "std::int32_t")
out.put("cell_codes", y, "std::int32_t")
shares = counts / counts.sum(axis=1, keepdims=True)
for name, x in (("rank_normal", np.apply_along_axis(rank_normal, 1, counts)), ("log1p", np.log1p(1e4 * shares))):
    out.put(f"{name}_f", f_classif(x[train], y[train])[0])
    model = make_pipeline(SelectKBest(f_classif, k=25), StandardScaler(), PCA(8, whiten=True, svd_solver="full"))
    scores = model.fit_transform(x[train], y[train])
    regression = LogisticRegression(class_weight="balanced", C=0.5, max_iter=20000, tol=1e-12).fit(scores, y[train])
    out.put(f"{name}_chosen", np.flatnonzero(model[0].get_support()), "std::int32_t")
    out.put(f"{name}_probabilities", regression.predict_proba(model.transform(x[test])))
    out.put(f"{name}_nearest", NearestCentroid().fit(scores, y[train]).predict(model.transform(x[test])), "std::int32_t")
profiles = np.stack([rank_normal(shares[train][y[train] == c].mean(axis=0)) for c in range(4)], axis=1)
cells_z = np.apply_along_axis(rank_normal, 1, counts[test])
out.put("projection", np.linalg.lstsq(profiles, cells_z.T, rcond=None)[0].T)
logits, truth = RNG.normal(0, 3, (200, 5)).astype(np.float32), RNG.integers(0, 5, 200)
logits[np.arange(200), truth] += 2


def nll(log_temperature: float) -> float:
    """Mean loss of softened logits."""
    return -scipy.special.log_softmax(logits / np.exp(log_temperature), axis=1)[np.arange(200), truth].mean()


out.put("logits", logits)
out.put("logit_truth", truth, "std::int32_t")
out.put("temperature", [np.exp(scipy.optimize.minimize_scalar(nll, bounds=(-3, 3), method="bounded", options={"xatol": 1e-9}).x), nll(0)])
out.write()
