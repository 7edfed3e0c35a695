"""How each cell type is known: ``python -m models.class_sources`` writes the last two columns of classes.tsv.

``sources`` counts the independent sources that have a label of the class alone: data sets of cells, the Human Cell Landscape, each study
of CellProfileLibrary, RCA, numbat. ``seen_as`` is `cells` where a training cell is of it, else `profiles`. A class of fewer than two
sources is seen as profiles, and every reader of the table is told so.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np

from models.atlas import Atlas, Table, load_atlas
from models.labels import HERE, read_classes

HEAD = "cell_type"
COLUMNS = ("phenotype", "label", "ontology_id", "sources", "seen_as")


def study_of(source: str) -> str:
    """The study behind a source's name.

    Examples
    --------
    >>> study_of("cpl/Descartes/Kidney"), study_of("kang")
    ('cpl/Descartes', 'kang')
    """
    return "/".join(source.split("/")[:2])


def sources_of(table: Table, code: int) -> set[str]:
    """Studies with a label that is the class alone."""
    allowed = table.allowed[HEAD]
    alone = allowed[:, code] & (allowed.sum(axis=1) == 1)
    return {study_of(name) for name in np.unique(table.sources()[alone])}


def known_as(atlas: Atlas, code: int) -> tuple[int, str]:
    """Number of sources, and `cells` or `profiles`."""
    real, profiles = sources_of(atlas.real, code), sources_of(atlas.profiles, code)
    has_cells = bool(atlas.real.allowed[HEAD][:, code].any())
    return len(real | profiles), "cells" if has_cells and len(real | profiles) > 1 else "profiles"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    atlas = load_atlas(parser.parse_args().data)
    path = HERE / "classes.tsv"
    rows = [("\t".join(COLUMNS))]
    for head, terms in read_classes().items():
        for code, term in enumerate(terms):
            known = map(str, known_as(atlas, code)) if head == HEAD else ("", "")
            rows.append("\t".join((head, term.label, term.ontology_id, *known)))
    path.write_text("\n".join(rows) + "\n", "utf-8")
    with path.open(encoding="utf-8") as file:
        kinds = [row["seen_as"] for row in csv.DictReader(file, delimiter="\t") if row["phenotype"] == HEAD]
    print(f"{len(kinds)} cell types, {kinds.count('profiles')} of them from profiles only")


if __name__ == "__main__":
    main()
