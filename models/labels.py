"""The reviewed tables: what each source's words mean, and the classes of each head.

A word may stand for several classes (``T cell`` is CD4 or CD8): such a cell is right in any of them.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
HEADS = ("cell_type", "tissue", "disease", "sex", "life_stage")
RELEASED_HEADS = ("cell_type", "tissue")  # the others are trained beside them and dropped: models/README.md says why


@dataclass(frozen=True)
class ClassTerm:
    """A class of a head and its ontology id, empty where there is none."""

    label: str
    ontology_id: str


def read_classes(path: Path = HERE / "classes.tsv") -> dict[str, list[ClassTerm]]:
    """Classes per head, in logit order."""
    heads: dict[str, list[ClassTerm]] = {head: [] for head in HEADS}
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            heads[row["phenotype"]].append(ClassTerm(row["label"], row["ontology_id"]))
    return heads


class LabelTable:
    """Asks the reviewed table for the classes behind a source's word."""

    def __init__(self, rows: list[dict[str, str]], classes: dict[str, list[ClassTerm]]):
        self.classes = classes
        self._index = {
            head: {term.label: i for i, term in enumerate(terms)} for head, terms in classes.items()
        }
        self._rows = {
            (row["source"], row["phenotype"], row["label"]): [c for c in row["class"].split("|") if c]
            for row in rows
        }
        for (_, head, _), names in self._rows.items():
            unknown = [name for name in names if name not in self._index[head]]
            if unknown:
                raise ValueError(f"labels.tsv names {unknown} of {head}, which classes.tsv does not list")

    def allowed(self, source: str, head: str, words: list[str], places: list[str] | None = None) -> np.ndarray:
        """Boolean matrix, words x classes of the head; an all-false row has no label.

        ``places`` qualifies a word: a row ``WORD@PLACE`` goes before a row ``WORD``.
        """
        found = np.zeros((len(words), len(self.classes[head])), dtype=bool)
        for i, word in enumerate(words):
            names = self._rows.get((source, head, word), [])
            if places is not None:
                names = self._rows.get((source, head, f"{word}@{places[i]}"), names)
            found[i, [self._index[head][name] for name in names]] = True
        return found


def read_labels(path: Path = HERE / "labels.tsv") -> LabelTable:
    """The reviewed table of the project."""
    with path.open(encoding="utf-8") as file:
        return LabelTable(list(csv.DictReader(file, delimiter="\t")), read_classes())
