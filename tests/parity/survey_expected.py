"""Writes tests/web/expected/survey/NAME.json: what scanpy and scikit-learn make of three real files.

Run with an environment that has scanpy, scikit-misc and leidenalg: ``python tests/parity/survey_expected.py DATA``,
DATA being the folder of the test data.
The numbers are committed, so that the tests need no Python.
"""

import json
import sys
from pathlib import Path

import anndata
import igraph
import numpy as np
import scanpy as sc
import scipy.stats
import sklearn.decomposition
import sklearn.feature_selection
import sklearn.manifold
import sklearn.metrics

FILES = {"pbmc3k": "pbmc3k_counts", "kang": "kang_harmony_counts", "darmanis": "darmanis_brain_counts"}
#: Genes and cells whose values are kept: every so many.
EVERY = 25
MARKERS_EVERY = 250


def short(values) -> list:
    """Numbers with seven digits, None for NaN."""
    return [None if np.isnan(v) else float(f"{v:.7g}") for v in np.asarray(values, dtype=float).ravel()]


def quality(adata: anndata.AnnData) -> dict:
    adata = adata.copy()
    adata.var["mt"] = adata.var_names.str.startswith("MT-")
    adata.var["ribo"] = adata.var_names.str.startswith(("RPS", "RPL"))
    sc.pp.calculate_qc_metrics(adata, qc_vars=["mt", "ribo"], percent_top=[50], log1p=False, inplace=True)
    obs = adata.obs.select_dtypes("number").fillna(0)
    columns = {
        "totals": obs.total_counts,
        "detected": obs.n_genes_by_counts,
        "mitochondrial": obs.pct_counts_mt / 100,
        "ribosomal": obs.pct_counts_ribo / 100,
        "top50": obs.pct_counts_in_top_50_genes / 100,
    }
    return {"every": EVERY, **{name: short(values.to_numpy()[::EVERY]) for name, values in columns.items()}}


def variable(adata: anndata.AnnData, flavour: str) -> dict:
    adata = adata.copy()
    if flavour == "seurat":
        sc.pp.normalize_total(adata, target_sum=1e4)
        sc.pp.log1p(adata)
    sc.pp.highly_variable_genes(adata, flavor=flavour, n_top_genes=2000)
    score = adata.var["dispersions_norm" if flavour == "seurat" else "variances_norm"].to_numpy(dtype=float)
    spread = adata.var["dispersions" if flavour == "seurat" else "variances"].to_numpy(dtype=float)
    return {
        "every": EVERY,
        "mean": short(adata.var["means"].to_numpy()[::EVERY]),
        "spread": short(spread[::EVERY]),
        "score": short(score[::EVERY]),
        "chosen": [int(i) for i in np.flatnonzero(adata.var["highly_variable"].to_numpy())],
    }


def log_normalized(adata: anndata.AnnData) -> anndata.AnnData:
    adata = adata.copy()
    sc.pp.normalize_total(adata, target_sum=1e4)
    sc.pp.log1p(adata)
    return adata


def anova(adata: anndata.AnnData) -> dict:
    with np.errstate(all="ignore"):
        f, _ = sklearn.feature_selection.f_classif(log_normalized(adata).X.toarray().astype(float), adata.obs["cell_type"].to_numpy())
    return {"every": EVERY, "score": short(f[::EVERY])}


def rank_normal(adata: anndata.AnnData) -> np.ndarray:
    dense = adata.X.toarray().astype(float)
    ranks = scipy.stats.rankdata(dense, axis=1)
    z = scipy.stats.norm.ppf(ranks / (dense.shape[1] + 1))
    return z / np.linalg.norm(z, axis=1, keepdims=True) * np.sqrt(dense.shape[1])


def components(matrix: np.ndarray) -> dict:
    pca = sklearn.decomposition.PCA(n_components=50, svd_solver="full").fit(matrix)
    largest = np.abs(pca.components_).argmax(axis=1)
    sign = np.sign(pca.components_[np.arange(50), largest])
    scores = pca.transform(matrix) * sign
    # A sample: every so many cells, components from the first to the last.
    return {
        "every": EVERY * 4,
        "of": [0, 1, 2, 9, 29, 49],
        "variance": short(pca.explained_variance_),
        "scores": short(scores[:: EVERY * 4][:, [0, 1, 2, 9, 29, 49]]),
    }


def graph(adata: anndata.AnnData, scores: np.ndarray) -> dict:
    """Leiden clusters of scanpy's graph, and what umap-learn's layout is worth."""
    adata = anndata.AnnData(np.zeros((adata.n_obs, 1), dtype=np.float32), obs=adata.obs, obsm={"X_pca": scores.astype(np.float32)})
    sc.pp.neighbors(adata, n_neighbors=15, use_rep="X_pca", random_state=0)
    out = {}
    upper = scipy.sparse.triu(adata.obsp["connectivities"]).tocoo()
    whole = igraph.Graph(n=adata.n_obs, edges=list(zip(upper.row.tolist(), upper.col.tolist())))
    for resolution in (0.5, 1.0):
        sc.tl.leiden(adata, resolution=resolution, flavor="leidenalg", random_state=0)
        codes = [int(code) for code in adata.obs["leiden"]]
        out[f"{resolution:g}"] = {"codes": codes, "modularity": whole.modularity(codes, weights=upper.data.tolist(), resolution=resolution)}
    sc.tl.umap(adata, random_state=0)
    trust = sklearn.manifold.trustworthiness(scores, adata.obsm["X_umap"], n_neighbors=15)
    return {"leiden": out, "trustworthiness": trust}


def markers(adata: anndata.AnnData) -> dict:
    """rank_genes_groups of the cell types: a sample of genes for every group with two cells or more."""
    adata = log_normalized(adata)
    adata.X = adata.X.astype(np.float64)
    adata.obs["cell_type"] = adata.obs["cell_type"].astype("category").cat.remove_unused_categories()
    out = {"every": MARKERS_EVERY, "groups": {}}
    for method in ("t-test", "wilcoxon"):
        sc.tl.rank_genes_groups(adata, "cell_type", method=method, tie_correct=True)
        found = adata.uns["rank_genes_groups"]
        for group in found["names"].dtype.names:
            order = np.argsort(adata.var_names.get_indexer(found["names"][group]))[::MARKERS_EVERY]
            own = out["groups"].setdefault(group, {})
            own[method] = {
                "scores": short(found["scores"][group][order]),
                "pvals": short(found["pvals"][group][order]),
                "qvals": short(found["pvals_adj"][group][order]),
            }
            own["logfoldchanges"] = short(found["logfoldchanges"][group][order])
    dense = adata.X.toarray()[:, ::MARKERS_EVERY]
    for group, own in out["groups"].items():
        inside = (adata.obs["cell_type"] == group).to_numpy()
        own["fraction"] = short((dense[inside] > 0).mean(axis=0))
        own["mean"] = short(dense[inside].mean(axis=0))
        own["auc"] = short([sklearn.metrics.roc_auc_score(inside, dense[:, gene]) for gene in range(dense.shape[1])])
    return out


def violin(adata: anndata.AnnData) -> dict:
    """Density of the gene expressed most in one group, at the middles of 30 bars."""
    adata = log_normalized(adata)
    gene = int(np.asarray(adata.X.sum(axis=0)).argmax())
    values = adata.X[:, gene].toarray().ravel().astype(float)
    group = adata.obs["cell_type"].value_counts().index[0]
    own = values[(adata.obs["cell_type"] == group).to_numpy()]
    edges = np.linspace(0, values.max(), 31)
    return {
        "gene": adata.var_names[gene],
        "group": group,
        "counts": [int(v) for v in np.histogram(own, edges)[0]],
        "quartiles": short(np.quantile(own, [0, 0.25, 0.5, 0.75, 1])),
        "density": short(scipy.stats.gaussian_kde(own)((edges[1:] + edges[:-1]) / 2)),
    }


def main(data: Path) -> None:
    out = Path(__file__).parents[1] / "web" / "expected" / "survey"
    out.mkdir(exist_ok=True)
    for name, file in FILES.items():
        adata = anndata.read_h5ad(data / "labelled" / f"{file}.h5ad")
        expected = {
            "file": f"labelled/{file}.h5ad",
            "quality": quality(adata),
            "seurat": variable(adata, "seurat"),
            "seurat_v3": variable(adata, "seurat_v3"),
        }
        expected["anova"] = anova(adata)
        chosen = expected["seurat"]["chosen"]
        expected["log1p"] = components(log_normalized(adata).X.toarray().astype(float)[:, chosen])
        expected["rank-normal"] = components(rank_normal(adata)[:, chosen])
        matrix = log_normalized(adata).X.toarray().astype(float)[:, chosen]
        expected["graph"] = graph(adata, sklearn.decomposition.PCA(n_components=50, svd_solver="full").fit_transform(matrix))
        expected["markers"] = markers(adata)
        expected["violin"] = violin(adata)
        (out / f"{name}.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
