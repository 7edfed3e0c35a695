"""The prepared training set in memory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from models.labels import HEADS


@dataclass
class Table:
    """Cells or profiles over the vocabulary; ``panels[part[i]]`` says what row i measures."""

    counts: sp.csr_matrix
    totals: np.ndarray
    part: np.ndarray
    names: np.ndarray
    panels: np.ndarray
    donors: np.ndarray
    allowed: dict[str, np.ndarray]

    def __len__(self) -> int:
        return self.counts.shape[0]

    def sources(self) -> np.ndarray:
        """Source name per row."""
        return self.names[self.part]

    def take(self, rows: np.ndarray) -> Table:
        """The given rows, panels kept."""
        allowed = {head: matrix[rows] for head, matrix in self.allowed.items()}
        return Table(
            self.counts[rows], self.totals[rows], self.part[rows], self.names, self.panels, self.donors[rows], allowed
        )


@dataclass
class Atlas:
    """Vocabulary, real cells and profiles."""

    symbols: list[str]
    ensembl: list[str]
    aliases: list[str]
    locations: list[str]
    real: Table
    profiles: Table


def _table(packed: dict, prefix: str, genes: int) -> Table:
    get = lambda key: packed[f"{prefix}_{key}"]  # noqa: E731
    shape = (len(get("totals")), genes)
    triple = (get("values").astype(np.float32), get("indices").astype(np.int32), get("indptr"))
    panels = np.unpackbits(get("panels"), axis=1)[:, :genes].astype(bool)
    allowed = {head: get(f"allowed_{head}") for head in HEADS}
    counts = sp.csr_matrix(triple, shape=shape)
    return Table(counts, get("totals"), get("part"), get("names"), panels, get("donors"), allowed)


def load_atlas(path: Path) -> Atlas:
    """Reads what ``models.prepare`` wrote."""
    with np.load(path) as packed:
        arrays = {key: packed[key] for key in packed.files}
    lists = [arrays[key].tolist() for key in ("symbols", "ensembl", "aliases", "locations")]
    genes = len(lists[0])
    return Atlas(*lists, _table(arrays, "real", genes), _table(arrays, "profile", genes))
