"""Whose genes a model's are, by how their names are written; the engine checks it again by its own, longer rule."""

from __future__ import annotations

import re

from models.convert.source import Genes

MOUSE_ALONE = re.compile(r"^(\d{7}[A-O]\d{2}RIK\d*|GM\d{3,})$", re.IGNORECASE)
LEAST = 10


def species_of(genes: Genes) -> str:
    """`human`, `mouse` or `other`.

    Examples
    --------
    >>> import numpy as np
    >>> species_of(Genes(["Cd3e", "Ms4a1"], ["", ""], ["", ""], np.ones(2)))
    'mouse'
    """
    count = len(genes)
    for species, prefix in (("human", "ENSG0"), ("mouse", "ENSMUSG0")):
        if sum(name.startswith(prefix) for name in genes.ensembl) * 2 > count:
            return species
    symbols = genes.symbols
    if sum(bool(MOUSE_ALONE.match(name)) for name in symbols) >= LEAST:
        return "mouse"
    if sum(bool(re.match(r"^[A-Z][a-z]*[a-z][a-z0-9.-]*$", name)) for name in symbols) * 2 > count:
        return "mouse"
    return "human" if sum(bool(re.match(r"^[A-Z][A-Z0-9.-]*$|^C\d+orf\d+$", name)) for name in symbols) * 2 > count else "other"


def is_in_capitals(genes: Genes) -> bool:
    """Whether no symbol has a small letter."""
    return all(name == name.upper() for name in genes.symbols)
