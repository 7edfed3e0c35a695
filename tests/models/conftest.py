"""Tiny stand-ins for the training set."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import pytest
import scipy.sparse as sp

from models.atlas import Atlas, Table
from models.labels import HEADS, read_classes

GENES = 600


def make_table(random: np.random.Generator, rates: np.ndarray, cells: int, name: str, kinds: list[int]) -> Table:
    """Cells of two cell-type classes, counted around their rates."""
    kind = random.integers(0, 2, cells)
    counts = random.poisson(rates[kind] * 2000).astype(np.float32)
    allowed = {head: np.zeros((cells, len(terms)), bool) for head, terms in read_classes().items()}
    for head in HEADS:
        allowed[head][np.arange(cells), np.array(kinds)[kind] if head == "cell_type" else 0] = True
    panel = np.ones((1, GENES), bool)
    panel[0, -20:] = False
    counts[:, -20:] = 0
    return Table(
        sp.csr_matrix(counts), counts.sum(axis=1), np.zeros(cells, np.uint8), np.array([name]), panel,
        np.full(cells, "donor"), allowed,
    )


@pytest.fixture
def atlas() -> Atlas:
    """Two classes that differ in a hundred genes."""
    random = np.random.default_rng(3)
    rates = random.gamma(0.5, 1, size=(1, GENES)).repeat(2, axis=0)
    rates[0, :50] *= 6
    rates[1, 50:100] *= 6
    rates /= rates.sum(axis=1, keepdims=True)
    symbols = [f"G{j}" for j in range(GENES)]
    ids = [f"ENSG{j:011d}" for j in range(GENES)]
    locations = ["Yq11" if j < 10 else "1p1" for j in range(GENES)]
    real = make_table(random, rates, 300, "pbmc3k", [2, 3])
    profiles = make_table(random, rates, 20, "gtex", [2, 3])
    return Atlas(symbols, ids, [""] * GENES, locations, real, profiles)
