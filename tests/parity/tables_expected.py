"""What pandas reads from the tables of PHENOLENS_DATA, as tables.json: the tests of importers compare with it.

    python tests/parity/tables_expected.py ../shared/data > tests/web/expected/tables.json
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

# The separator, and whether genes are the rows.
TABLES = {
    "raw_formats/clustifyr_example_matrix.csv.gz": (",", True),
    "raw_formats/her2st_A1_counts_spots_by_genes.tsv.gz": ("\t", False),
    "raw_formats/infercnv_colon_genes_by_cells.matrix.gz": ("\t", True),
    "formats/cellbrowser/exprMatrix.tsv.gz": ("\t", True),
}


def described(table: pd.DataFrame) -> dict:
    """Sizes, names at both ends, values other than zero, and sums of all and by place."""
    values = table.to_numpy(dtype=np.float32).astype(np.float64)
    cells, genes = np.indices(values.shape)
    return {
        "cells": table.shape[0],
        "genes": table.shape[1],
        "first_cell": str(table.index[0]),
        "last_cell": str(table.index[-1]),
        "first_gene": str(table.columns[0]),
        "last_gene": str(table.columns[-1]),
        "stored": int((values != 0).sum()),
        "sum": float(values.sum()),
        "by_place": float((values * (cells % 97 + 1) * (genes % 89 + 1)).sum()),
    }


def main() -> None:
    root = Path(sys.argv[1])
    found = {}
    for name, (separator, genes_in_rows) in TABLES.items():
        table = pd.read_csv(root / name, sep=separator, index_col=0)
        found[name] = described(table.T if genes_in_rows else table)
    json.dump(found, sys.stdout, indent=0, sort_keys=True)


if __name__ == "__main__":
    main()
