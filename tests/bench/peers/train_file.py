"""A labelled file to train on: `python train_file.py FILE`. 20,000 cells x 20,000 genes, 30 classes of unequal size, 5
donors that differ, about 1,800 genes a cell."""

import sys

import anndata
import numpy as np
import scipy.sparse

CELLS, GENES, CLASSES, DONORS, AT_ONCE = 20_000, 20_000, 30, 5, 500

random = np.random.default_rng(1)
shares = random.dirichlet(np.full(CLASSES, 0.7))
shares = np.maximum(shares, 0.005) / np.maximum(shares, 0.005).sum()
classes = random.choice(CLASSES, CELLS, p=shares)
donors = random.integers(0, DONORS, CELLS)
base = random.gamma(0.25, 1.0, GENES)
# Classes come in families of three that share most of what sets them apart; donors shift a tenth of the genes.
family = np.exp(random.normal(0, 0.9, (CLASSES // 3, GENES)) * (random.random((CLASSES // 3, GENES)) < 0.04))
own = np.exp(random.normal(0, 1.0, (CLASSES, GENES)) * (random.random((CLASSES, GENES)) < 0.02))
shift = np.exp(random.normal(0, 0.4, (DONORS, GENES)) * (random.random((DONORS, GENES)) < 0.1))
depth = random.lognormal(0, 0.35, CELLS)
rows = []
for first in range(0, CELLS, AT_ONCE):
    c, d = classes[first : first + AT_ONCE], donors[first : first + AT_ONCE]
    rate = base * family[c // 3] * own[c] * shift[d]
    rate *= (depth[first : first + AT_ONCE] * 2500)[:, None] / rate.sum(axis=1, keepdims=True)
    rows.append(scipy.sparse.csr_matrix(random.poisson(rate).astype(np.float32)))
adata = anndata.AnnData(scipy.sparse.vstack(rows).tocsr())
adata.obs["cell_type"] = [f"type {c + 1:02d}" for c in classes]
adata.obs["donor"] = [f"donor {d + 1}" for d in donors]
adata.obs = adata.obs.astype("category")
adata.obs_names = [f"cell-{i}" for i in range(CELLS)]
adata.var_names = [f"GENE{j}" for j in range(GENES)]
adata.write_h5ad(sys.argv[1], compression="gzip")
print(adata.X.nnz)
