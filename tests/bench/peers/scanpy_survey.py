"""scanpy from a file to a map: `python scanpy_survey.py FILE`; one JSON line."""

import json
import resource
import sys
import time

import scanpy as sc
import scipy.sparse

# scanpy 1.11 asks new SciPy's sparse arrays for what they no longer have.
if not hasattr(scipy.sparse.csr_array, "getnnz"):
    scipy.sparse.csr_array.getnnz = scipy.sparse.csr_array._getnnz

seconds = {}
last = time.perf_counter()


def lap(name: str) -> None:
    global last
    now = time.perf_counter()
    seconds[name] = now - last
    last = now


adata = sc.read_h5ad(sys.argv[1])
lap("load")
adata.var["mt"] = adata.var_names.str.startswith("MT-")
sc.pp.calculate_qc_metrics(adata, qc_vars=["mt"], percent_top=[50], log1p=False, inplace=True)
lap("quality")
sc.pp.normalize_total(adata, target_sum=1e4)
sc.pp.log1p(adata)
lap("normalize")
sc.pp.highly_variable_genes(adata, n_top_genes=2000)
lap("variable_genes")
sc.pp.pca(adata, n_comps=50, mask_var="highly_variable")
lap("components")
sc.pp.neighbors(adata, n_neighbors=15)
lap("neighbors")
sc.tl.umap(adata)
lap("umap")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
sc.tl.leiden(adata, flavor="igraph", n_iterations=2, directed=False)
lap("clusters")
# Of many cells it takes minutes: every gene is ranked densely.
if adata.n_obs <= 10_000:
    sc.tl.rank_genes_groups(adata, "leiden", method="wilcoxon", tie_correct=True)
    lap("markers")
print(json.dumps({"seconds": seconds, "peakToMap": peak, "version": sc.__version__}))
