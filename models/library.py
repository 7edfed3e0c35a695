"""CellProfileLibrary's mean profiles (Danaher et al. 2022, CC BY 4.0), RCA's microarrays and numbat's sums, as sources.

Each tissue of a study of the library is a source of its own, measured by the genes that any of its types has: a cell drawn
around one of them gets its ambient RNA from the same tissue. Values of some files are compressed, and microarrays have a
background: there only the order of a row's genes is kept, and the shares are those that genes of such ranks have in the
files of plain values.
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path

import anndata
import numpy as np
import scipy.sparse as sp

from models.genes import Nomenclature
from models.sources import DATA, Source, harmonize

FILES = tuple(f"profiles/cpl_human_{part}_profiles{letter}.h5ad" for part, letter in
              (("adult", "_a"), ("adult", "_b"), ("adult", "_c"), ("fetal", "")))
COMPRESSED = frozenset({"Brain", "Colon", "Liver"})  # of the adult files, by tissue: largest values below 85
# Averages over cells of test donors as well.
HOLDS_TEST_DONORS = frozenset({("Brain", "Darmanis")})
PER_ROW = 1e6


def typical_shares(rows: np.ndarray) -> np.ndarray:
    """The mean share that the genes of each rank, from the most expressed on, have of a row (rows x genes)."""
    shares = rows / np.maximum(rows.sum(axis=1, keepdims=True), 1e-9)
    return np.sort(shares, axis=1)[:, ::-1].mean(axis=0)


def by_rank(rows: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Each row's values replaced by the shares of their ranks, zeros kept; of equal values all get their mean share."""
    out = np.zeros_like(rows, dtype=np.float32)
    for i, row in enumerate(rows):
        order = np.argsort(-row, kind="stable")
        ranked = np.interp(np.linspace(0, len(shares) - 1, len(row)), np.arange(len(shares)), shares)
        _, inverse, times = np.unique(-row[order], return_inverse=True, return_counts=True)
        out[i, order] = (np.bincount(inverse, ranked) / times)[inverse]
        out[i, row <= 0] = 0
    return out


def source_of(name: str, genes: list[str], values: np.ndarray, words: dict[str, list[str]], table: Nomenclature) -> Source:
    """A source of one tissue, over the genes that any of its rows has, counts per million."""
    values = np.nan_to_num(values)
    measured = np.flatnonzero(values.sum(axis=0) > 0)
    approved, counts = harmonize([genes[j] for j in measured], sp.csr_matrix(values[:, measured], dtype=np.float32), table)
    whole = PER_ROW / np.maximum(values.sum(axis=1), 1e-9)
    counts = sp.csr_matrix(sp.diags(whole) @ counts, dtype=np.float32)
    totals = np.full(len(values), PER_ROW, np.float32)
    return Source(name, approved, counts, totals, [name] * len(values), [f"{name}/{i}" for i in range(len(values))], words)


def read_rows(file: str, data: Path) -> anndata.AnnData:
    """A file of profiles with dense values."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = anndata.read_h5ad(data / file)
    read.X = np.nan_to_num(sp.csr_matrix(read.X).toarray())
    return read


def read_library(table: Nomenclature, data: Path = DATA) -> list[Source]:
    """A source a tissue and study of CellProfileLibrary, named ``cpl/STUDY/TISSUE``."""
    parts = []
    for file in FILES:
        read = read_rows(file, data)
        places = list(zip(read.obs["study"].astype(str), read.obs["tissue"].astype(str), strict=True))
        for study, tissue in dict.fromkeys(places):
            if (tissue, study) not in HOLDS_TEST_DONORS:
                rows = read[[place == (study, tissue) for place in places]]
                parts.append((file, study, tissue, rows))
    plain = [rows.X[:, (rows.X > 0).any(axis=0)] for file, _, tissue, rows in parts if "adult" in file and tissue not in COMPRESSED]
    shares = np.mean([np.interp(np.linspace(0, 1, 10000), np.linspace(0, 1, x.shape[1]), typical_shares(x)) for x in plain], axis=0)
    sources = []
    for file, study, tissue, rows in parts:
        words = {
            "cell_type": rows.obs["cell_type"].astype(str).tolist(),
            "tissue": [tissue] * len(rows),
            "life_stage": rows.obs["life_stage"].astype(str).tolist(),
        }
        values = rows.X
        if "adult" in file and tissue in COMPRESSED:
            measured = (values > 0).any(axis=0)
            values = values.copy()
            values[:, measured] = by_rank(values[:, measured], shares)
        sources.append(source_of(f"cpl/{study}/{tissue}", list(rows.var_names), values, words, table))
    return sources + [read_rca(table, shares, data), read_sums(table, data)]


def read_rca(table: Nomenclature, shares: np.ndarray, data: Path = DATA) -> Source:
    """The Primary Cell Atlas's microarrays as RCA holds them: ranks only, words without their number."""
    read = read_rows("profiles/rca_global_panel1_celltypes.h5ad", data)
    kinds = [re.sub(r"^L\d+_", "", word) for word in read.obs["cell_type"].astype(str)]
    return source_of("rca", list(read.var_names), by_rank(read.X, shares), {"cell_type": kinds}, table)


def read_sums(table: Nomenclature, data: Path = DATA) -> Source:
    """Numbat's summed counts of twelve types of the Human Cell Atlas."""
    read = read_rows("profiles/numbat_hca_celltype_counts.h5ad", data)
    return source_of("numbat_hca", list(read.var_names), read.X, {"cell_type": read.obs["cell_type"].astype(str).tolist()}, table)
