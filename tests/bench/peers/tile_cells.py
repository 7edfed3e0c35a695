"""Writes a file of more cells: `python tile_cells.py FILE CELLS OUT`.

They are those of FILE over and over, each copy with a tenth of its counts drawn away.
"""

import sys

import anndata
import numpy as np
import scipy.sparse

path, cells, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
adata = anndata.read_h5ad(path)
rows = np.arange(cells) % adata.n_obs
x = scipy.sparse.csr_matrix(adata.X)[rows]
random = np.random.default_rng(1)
x.data = random.binomial(x.data.astype(int), 0.9).astype(np.float32)
x.eliminate_zeros()
obs = adata.obs.iloc[rows].copy()
obs.index = [f"{name}-{i}" for i, name in enumerate(obs.index)]
anndata.AnnData(x, obs=obs, var=adata.var).write_h5ad(out)
