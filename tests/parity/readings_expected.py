"""What anndata reads from the files of PHENOLENS_DATA (scanpy, mudata and loompy, of 10x, .h5mu and loom files), as readings.json: the
reader's tests compare with it.

    python tests/parity/readings_expected.py ../shared/data > tests/web/expected/readings.json
"""

import json
import math
import sys
import warnings
from pathlib import Path

import anndata
import h5py
import loompy
import mudata
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


def reading(data: anndata.AnnData) -> dict:
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


def of_mudata(path: Path) -> dict:
    """The modality of gene expression, with the columns of the whole file that it lacks."""
    whole = mudata.read_h5mu(path)
    data = whole.mod["rna"]
    # mudata adds copies of the modalities' columns; the file's own are meant.
    with h5py.File(path) as file:
        shared = anndata.io.read_elem(file["obs"]).loc[data.obs_names]
    for name in shared.columns:
        if name not in data.obs.columns and not (name.startswith("rna:") and name[4:] in data.obs.columns):
            data.obs[name] = shared[name]
    return reading(data)


def of_loom(path: Path) -> dict:
    with loompy.connect(str(path), mode="r", validate=False) as ds:
        obs = pd.DataFrame({name: values for name, values in ds.ca.items() if values.ndim == 1})
        names = next(name for name in ("CellID", "obs_names") if name in obs)
        genes = next(name for name in ("Gene", "var_names") if name in ds.ra.keys())
        data = anndata.AnnData(ds[:, :].T, obs=obs.drop(columns=names), var=pd.DataFrame(index=list(ds.ra[genes])))
        data.obs_names = list(obs[names])
        for name, values in ds.layers.items():
            if name:
                data.layers[name] = values[:, :].T
        return reading(data)


READERS = {
    ".h5ad": lambda path: reading(anndata.read_h5ad(path)),
    ".h5": tenx,
    ".h5mu": of_mudata,
    ".loom": of_loom,
}


def main() -> None:
    root = Path(sys.argv[1])
    readings = {}
    for path in sorted(path for path in root.rglob("*") if path.suffix in READERS):
        try:
            readings[str(path.relative_to(root))] = READERS[path.suffix](path)
        except Exception as error:  # noqa: BLE001 - which files anndata itself refuses is part of the record
            print(f"{path}: {type(error).__name__}: {str(error)[:120]}", file=sys.stderr)
    json.dump(readings, sys.stdout, indent=0, sort_keys=True)


if __name__ == "__main__":
    main()
