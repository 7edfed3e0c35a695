"""What scanpy reads from the 10x folders of PHENOLENS_DATA, as imports.json: the tests of importers compare with it.

    python tests/parity/imports_expected.py ../shared/data > tests/web/expected/imports.json
"""

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import scanpy

warnings.filterwarnings("ignore")


def described(data) -> dict:
    """Sizes, names at both ends, sums of all values, of every 50th cell and of every 200th gene, and a checksum by place."""
    values = data.X.tocsr().astype(np.float64)
    coordinates = values.tocoo()
    return {
        "cells": data.n_obs,
        "genes": data.n_vars,
        "stored": int(values.nnz),
        "first_cell": data.obs_names[0],
        "last_cell": data.obs_names[-1],
        "genes_at": {str(at): data.var_names[at] for at in range(0, data.n_vars, max(1, data.n_vars // 7))},
        "gene_ids_at": {str(at): data.var["gene_ids"].iloc[at] for at in range(0, data.n_vars, max(1, data.n_vars // 7))},
        "sum": float(values.sum()),
        "cell_sums": np.asarray(values.sum(axis=1)).ravel()[::50].tolist(),
        "gene_sums": np.asarray(values.sum(axis=0)).ravel()[::200].tolist(),
        "by_place": float((coordinates.data * (coordinates.row % 97 + 1) * (coordinates.col % 89 + 1)).sum()),
    }


def main() -> None:
    root = Path(sys.argv[1])
    folders = sorted({path.parent for pattern in ("*.mtx", "*.mtx.gz") for path in root.rglob(pattern)})
    found = {str(folder.relative_to(root)): described(scanpy.read_10x_mtx(folder, make_unique=False, gex_only=False)) for folder in folders}
    json.dump(found, sys.stdout, indent=0, sort_keys=True)


if __name__ == "__main__":
    main()
