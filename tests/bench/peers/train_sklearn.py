"""The same training in scikit-learn, or CellTypist's: `python train_sklearn.py FILE sklearn|celltypist GENES COMPONENTS
C FOLDS`; one JSON line.

Donors are the folds. Reading is counted in; CellTypist is trained for the first FOLDS donors only, as it takes minutes each.
"""

import json
import resource
import sys
import time

import anndata
import numpy as np
import scipy.stats

path, kind, genes, components, c, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6])


def rank_normal(counts: np.ndarray) -> np.ndarray:
    """Rank-normal scores, a cell a row."""
    out = np.empty(counts.shape, np.float32)
    for i, row in enumerate(counts):
        z = scipy.stats.norm.ppf(scipy.stats.rankdata(row) / (len(row) + 1))
        out[i] = z / np.linalg.norm(z)
    return out


start = time.perf_counter()
adata = anndata.read_h5ad(path)
labels, donors = adata.obs["cell_type"].to_numpy(str), adata.obs["donor"].to_numpy(str)
folds = sorted(set(donors))[:count]
found, truth, fit_seconds = [], [], []
if kind == "sklearn":
    from sklearn.decomposition import PCA
    from sklearn.feature_selection import SelectKBest, f_classif
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    x = rank_normal(adata.X.toarray())

    def fit(rows):
        model = make_pipeline(
            SelectKBest(f_classif, k=genes),
            StandardScaler(),
            PCA(components, whiten=True, random_state=0),
            LogisticRegression(class_weight="balanced", C=c, max_iter=1000),
        )
        return model.fit(x[rows], labels[rows])

    predict = lambda model, rows: model.predict(x[rows])  # noqa: E731
else:
    import celltypist
    import scanpy

    scanpy.pp.normalize_total(adata, target_sum=1e4)
    scanpy.pp.log1p(adata)
    options = {"labels": "cell_type", "n_jobs": 2, "feature_selection": True, "check_expression": False}
    fit = lambda rows: celltypist.train(adata[rows], **options)  # noqa: E731

    def predict(model, rows):
        return celltypist.annotate(adata[rows], model=model).predicted_labels["predicted_labels"].to_numpy(str)

ready = time.perf_counter() - start
for fold in folds:
    began = time.perf_counter()
    model = fit(np.flatnonzero(donors != fold))
    rows = np.flatnonzero(donors == fold)
    found.append(predict(model, rows))
    truth.append(labels[rows])
    fit_seconds.append(time.perf_counter() - began)
accuracy = [float((a == b).mean()) for a, b in zip(found, truth, strict=True)]
if kind == "sklearn":
    fit(np.arange(len(labels)))
print(json.dumps({
    "seconds": time.perf_counter() - start, "ready": ready, "foldSeconds": float(np.median(fit_seconds)),
    "accuracy": float((np.concatenate(found) == np.concatenate(truth)).mean()), "folds": accuracy,
    "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
}))
