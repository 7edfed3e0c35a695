"""What anndata (and scanpy, of 10x files) reads from the files of PHENOLENS_DATA, as readings.json: the reader's tests compare with it.

    python tests/parity/readings_expected.py ../shared/data > tests/web/expected/readings.json
"""

import json
import math
import sys
import warnings
from pathlib import Path

import anndata
import h5py
import numpy as np
import pandas as pd
import scanpy
from scipy import sparse

warnings.filterwarnings("ignore")


def number(value: float) -> float | None:
    return None if math.isnan(value) else float(f"{value:.9g}")


def matrix(values) -> dict | None:
    if values is None:
        return None
    if not sparse.issparse(values):
        values = np.asarray(values)
    total = np.nansum(values.data if sparse.issparse(values) else values, dtype=np.float64)
    last = values[values.shape[0] - 1]
    last = last.toarray().ravel() if sparse.issparse(last) else np.asarray(last).ravel()
    return {"shape": list(values.shape), "sum": number(float(total)), "last_cell": number(float(np.nansum(last, dtype=np.float64)))}


def column(values: pd.Series) -> dict | None:
    if isinstance(values.dtype, pd.CategoricalDtype):
        return {
            "kind": "category",
            "missing": int(values.isna().sum()),
            "first": None if pd.isna(values.iloc[0]) else str(values.iloc[0]),
            "labels": int(values.nunique()),
        }
    if pd.api.types.is_bool_dtype(values.dtype):
        return {"kind": "boolean", "sum": int(values.fillna(False).sum()), "missing": int(values.isna().sum())}
    if pd.api.types.is_numeric_dtype(values.dtype):
        floats = values.astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan)
        return {"kind": "number", "sum": number(float(np.nansum(floats))), "missing": int(np.isnan(floats).sum())}
    return {"kind": "text", "labels": int(values.nunique())}


def reading(path: Path) -> dict:
    data = anndata.read_h5ad(path)
    matrices = {"X": matrix(data.X), "raw/X": matrix(data.raw.X) if data.raw is not None else None}
    matrices |= {f"layers/{name}": matrix(values) for name, values in data.layers.items()}
    return {
        "cells": data.n_obs,
        "genes": data.n_vars,
        "first_cell": str(data.obs_names[0]),
        "last_cell": str(data.obs_names[-1]),
        "first_gene": str(data.var_names[0]) if data.n_vars else None,
        "matrices": {name: values for name, values in matrices.items() if values},
        "columns": {name: column(data.obs[name]) for name in data.obs.columns},
    }


def tenx(path: Path) -> dict:
    """A 10x .h5 file, genes only, under the name of the group that holds the matrix."""
    data = scanpy.read_10x_h5(path, gex_only=True)
    with h5py.File(path) as file:
        name = next(iter(file))
    return {
        "cells": data.n_obs,
        "genes": data.n_vars,
        "first_cell": str(data.obs_names[0]),
        "last_cell": str(data.obs_names[-1]),
        "first_gene": str(data.var_names[0]),
        "matrices": {name: matrix(data.X)},
        "columns": {},
    }


def main() -> None:
    root = Path(sys.argv[1])
    readings = {}
    for path in sorted([*root.rglob("*.h5ad"), *root.rglob("*.h5")]):
        try:
            readings[str(path.relative_to(root))] = tenx(path) if path.suffix == ".h5" else reading(path)
        except Exception as error:  # noqa: BLE001 - which files anndata itself refuses is part of the record
            print(f"{path}: {type(error).__name__}: {str(error)[:120]}", file=sys.stderr)
    json.dump(readings, sys.stdout, indent=0, sort_keys=True)


if __name__ == "__main__":
    main()
