"""Writes batch_genes_expected.hpp: genes that scanpy 1.11 chooses with a batch_key, of the counts of test_batch_genes.cpp.

Run with an environment that has scanpy and scikit-misc: ``python tests/parity/batch_genes_expected.py``.
"""

import anndata
import numpy as np
import pandas as pd
import scanpy as sc
import scipy.sparse
from core_random import splitmix64
from literals import Header

CELLS, GENES, BATCHES, TOP = 300, 150, 3, 40
out = Header(__file__, "scanpy")


def counts() -> tuple[np.ndarray, np.ndarray]:
    """Cells of three batches; a third of the genes vary more in some batches than in others, the first ten are not in batch 0."""
    random = splitmix64(23)
    uniform = lambda: (next(random) >> 11) * 2.0**-53
    size, batch, values = [2 + 30 * uniform() for _ in range(GENES)], [], []
    for cell in range(CELLS):
        own, depth, high = cell * 7 % BATCHES, 0.5 + uniform(), cell % 2
        batch.append(own)
        row = []
        for gene in range(GENES):
            u = uniform()
            more = 3 if gene % 3 == own and high else 1
            value = int(u * u * u * size[gene] * depth * more)
            row.append(0 if own == 0 and gene < 10 else value)
        values.append(row)
    return np.array(values, dtype=np.float32), np.array(batch)


values, batch = counts()
names = [f"G{(gene * 37) % GENES:03d}" for gene in range(GENES)]
out.put("order", np.argsort(np.argsort(names)), "std::int32_t")
for flavour in ("seurat", "seurat_v3"):
    adata = anndata.AnnData(
        scipy.sparse.csr_matrix(values), obs=pd.DataFrame({"batch": pd.Categorical(batch.astype(str))}), var=pd.DataFrame(index=names)
    )
    if flavour == "seurat":
        sc.pp.normalize_total(adata, target_sum=1e4)
        sc.pp.log1p(adata)
    sc.pp.highly_variable_genes(adata, flavor=flavour, n_top_genes=TOP, batch_key="batch")
    var = adata.var
    is_v3 = flavour == "seurat_v3"
    out.put(f"{flavour}_mean", var["means"])
    out.put(f"{flavour}_spread", var["variances" if is_v3 else "dispersions"])
    out.put(f"{flavour}_score", var["variances_norm" if is_v3 else "dispersions_norm"])
    out.put(f"{flavour}_batches", var["highly_variable_nbatches"], "std::int32_t")
    out.put(f"{flavour}_chosen", np.flatnonzero(var["highly_variable"]), "std::int32_t")
    if is_v3:
        out.put(f"{flavour}_rank", var["highly_variable_rank"])
out.write()
