"""A file of two conditions: `python donors_file.py FILE CELLS`. 20 donors (10 a condition), 15 types, 20,000 genes, about
1,000 genes a cell; a hundred genes of each type are changed in one condition."""

import sys

import anndata
import numpy as np
import scipy.sparse

CELLS, GENES, TYPES, DONORS, AT_ONCE = int(sys.argv[2]), 20_000, 15, 20, 500

random = np.random.default_rng(1)
shares = random.dirichlet(np.full(TYPES, 2.0), DONORS)
donors = random.integers(0, DONORS, CELLS)
types = np.array([random.choice(TYPES, p=shares[donor]) for donor in donors])
base = random.gamma(0.25, 1.0, GENES)
own = np.exp(random.normal(0, 1.0, (TYPES, GENES)) * (random.random((TYPES, GENES)) < 0.05))
shift = np.exp(random.normal(0, 0.3, (DONORS, GENES)))
change = np.ones((TYPES, GENES))
for one in range(TYPES):
    change[one, random.choice(GENES, 100, replace=False)] = 2
depth = random.lognormal(0, 0.35, CELLS)
rows = []
for first in range(0, CELLS, AT_ONCE):
    t, d = types[first : first + AT_ONCE], donors[first : first + AT_ONCE]
    rate = base * own[t] * shift[d] * np.where((d < DONORS // 2)[:, None], change[t], 1)
    rate *= (depth[first : first + AT_ONCE] * 1600)[:, None] / rate.sum(axis=1, keepdims=True)
    rows.append(scipy.sparse.csr_matrix(random.poisson(rate).astype(np.float32)))
adata = anndata.AnnData(scipy.sparse.vstack(rows).tocsr())
adata.obs["cell_type"] = [f"type {t + 1:02d}" for t in types]
adata.obs["donor"] = [f"donor {d + 1:02d}" for d in donors]
adata.obs["condition"] = np.where(donors < DONORS // 2, "stimulated", "control")
adata.obs = adata.obs.astype("category")
adata.obs_names = [f"cell-{i}" for i in range(CELLS)]
adata.var_names = [f"GENE{j}" for j in range(GENES)]
adata.write_h5ad(sys.argv[1], compression="gzip")
print(adata.X.nnz)
