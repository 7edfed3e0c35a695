"""The page's table of ontology terms: what lies above a class, and which classes lie below another."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from models.labels import ClassTerm

TERMS = Path(__file__).resolve().parents[1] / "web/public/ontology/terms.tsv"


@cache
def parents(path: Path = TERMS) -> dict[str, tuple[str, ...]]:
    """Term -> the terms right above it."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines()[2:])
    return {row[0]: tuple(row[2].split("|")) if len(row) > 2 and row[2] else () for row in rows}


def above(term: str) -> frozenset[str]:
    """A term and everything above it.

    Examples
    --------
    >>> "CL:0000084" in above("CL:0000624")
    True
    """
    table, found, following = parents(), {term}, [term]
    while following:
        new = [one for one in table.get(following.pop(), ()) if one not in found]
        found.update(new)
        following += new
    return frozenset(found)


def below(classes: list[ClassTerm]) -> np.ndarray:
    """Boolean matrix, classes x classes: whether the column's class is the row's or lies below it."""
    upward = [above(term.ontology_id) for term in classes]
    ids = [term.ontology_id for term in classes]
    found = np.array([[bool(one) and one in up for up in upward] for one in ids])
    return found | np.eye(len(classes), dtype=bool)
