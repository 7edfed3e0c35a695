"""Labelled real cells to measure on: what is only tested on, and what may be tuned on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.encode import dense_rows
from models.genes import read_hgnc
from models.labels import read_classes, read_labels
from models.ontology import below
from models.prepare import place
from models.sources import DATA, KANG, TYPED, Source, read_single, read_source
from models.splits import split_of


@dataclass
class Measured:
    """Cells over a vocabulary with their labels."""

    name: str
    counts: np.ndarray
    totals: np.ndarray
    panel: np.ndarray
    allowed: dict[str, np.ndarray]
    donors: np.ndarray

    def take(self, rows: np.ndarray, name: str) -> Measured:
        """Some of the cells under another name."""
        allowed = {head: matrix[rows] for head, matrix in self.allowed.items()}
        return Measured(name, self.counts[rows], self.totals[rows], self.panel, allowed, self.donors[rows])


def measured_over(source: Source, vocabulary: list[str]) -> Measured:
    """A source's cells over a vocabulary. A class below one that the label allows is right as well, as the page has it."""
    part = place(source, vocabulary, read_labels())
    counts = dense_rows(part.counts, np.arange(len(source)))
    allowed = {**part.allowed, "cell_type": part.allowed["cell_type"] @ below(read_classes()["cell_type"])}
    return Measured(source.name, counts, part.totals, part.panel, allowed, np.array(source.donors))


def read_measured(name: str, vocabulary: list[str], data: Path = DATA, most: int | None = None) -> Measured:
    """One data set, or ``most`` of its cells at random; Kang's is the file with 9,015 genes."""
    table = read_hgnc(data / "genes" / "hgnc_complete_set.txt.gz")
    if name == "kang":
        source = read_source("kang", KANG[0], table, {**TYPED, "condition": "condition"}, data)
    else:
        source = read_single(name, table, data)
    if most is not None and len(source) > most:
        source = source.take(np.sort(np.random.default_rng(0).permutation(len(source))[:most]))
    return measured_over(source, vocabulary)


def _part_of(cells: Measured, split: str, name: str) -> Measured:
    rows = np.array([split_of(cells.name, donor) == split for donor in cells.donors])
    return cells.take(np.flatnonzero(rows), name)


def test_sets(vocabulary: list[str], data: Path = DATA) -> dict[str, Measured]:
    """Cells no model or choice has seen."""
    sets = {name: read_measured(name, vocabulary, data) for name in ("zheng", "oligodendroglioma", "zilionis")}
    for name in ("kang", "darmanis", "vangalen", "colon"):
        sets[f"{name}_test_donors"] = _part_of(read_measured(name, vocabulary, data), "test", f"{name}_test_donors")
    return sets


def tuning_sets(vocabulary: list[str], names: tuple[str, ...], data: Path = DATA) -> dict[str, Measured]:
    """Training cells of whole data sets, to tune on with a model that was fitted without them."""
    return {name: _part_of(read_measured(name, vocabulary, data), "train", name) for name in names}
