"""The table of marker genes that comes with the page."""

import csv

import numpy as np

from models.labels import read_classes
from models.markers import KIN_SHARE, MOST, OUT, Types, UNFIT, expected, markers


def rows():
    with OUT.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_a_marker_is_higher_than_in_every_other_type_but_kin():
    """Of seven other types one may share a marker; what two others have is none."""
    values = np.zeros((8, 4))
    values[0] = [3, 3, 3, 0.3]
    values[1, 1] = values[1, 2] = values[2, 2] = 3
    source = Types(["OWN", "KIN", "SHARED", "LOW"], values, np.array([0, 1, 2, 3, 4, 5, 6, 7]))
    assert markers([source], set(source.genes))[0] == ["KIN", "OWN"]
    assert markers([source], {"OWN"})[0] == ["OWN"]


def test_kin_is_what_nine_of_ten_sources_stay_below():
    """Five markers of class 1; class 0 has four of them among its top genes in one source, none in the other."""
    genes = [f"G{i}" for i in range(60)]
    found = {1: genes[:5], 0: genes[5:10]}
    shared, apart = np.zeros((4, 60)), np.zeros((4, 60))
    shared[0, :4] = shared[0, 5:7] = apart[0, 5:11] = 1
    sources = [Types(genes, values, np.array([0, 1, -1, -1])) for values in (shared, apart)]
    assert expected(sources, found)[0][1] == np.quantile([0.8, 0.0], 0.9)


def test_the_table_holds_classes_with_genes_and_kin_that_are_classes():
    """Every class is the model's, no gene is of those that mark no type, kin are classes with shares."""
    classes = {term.label: term.ontology_id for term in read_classes()["cell_type"]}
    table = rows()
    assert len(table) > 0.9 * len(classes)
    for row in table:
        assert classes[row["class"]] == row["ontology_id"]
        genes = row["genes"].split()
        assert 0 < len(genes) == len(set(genes)) <= MOST
        assert not any(UNFIT.match(gene) for gene in genes)
        for one in filter(None, row["kin"].split("|")):
            label, share = one.rsplit(":", 1)
            assert label in classes and KIN_SHARE <= float(share) <= 1


def test_textbook_markers_are_in_the_table():
    """A few that no one doubts."""
    genes = {row["class"]: row["genes"].split() for row in rows()}
    for label, known in {
        "B cell": ["CD79A", "MS4A1"],
        "natural killer cell": ["NKG7", "GNLY"],
        "classical monocyte": ["CD14", "LYZ"],
        "platelet": ["PF4", "PPBP"],
        "hepatocyte": ["ALB"],
        "pancreatic A cell": ["GCG"],
    }.items():
        assert set(known) <= set(genes[label])
