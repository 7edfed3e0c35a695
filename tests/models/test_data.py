"""Splits, labels, genes: what goes into training and what must not."""

import os
import re
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse as sp

from models.genes import Gene, Nomenclature, read_hgnc
from models.heldout import test_sets as held_out_sets
from models.library import by_rank, read_library
from models.labels import ClassTerm, LabelTable, read_classes, read_labels
from models.prepare import choose_vocabulary, donor_sexes, training_rows
from models.sources import DATA, Source, barcode, harmonize, read_kang
from models.splits import TEST_DONORS, split_of

CI = os.environ.get("CI") == "true"
needs_data = pytest.mark.skipif(not CI and not DATA.exists(), reason="the data folder (PHENOLENS_DATA) is not here")


def test_the_catalogues_splits_hold():
    for source in ("zheng", "oligodendroglioma", "sc_mixology_dropseq", "zilionis"):
        assert split_of(source, "anyone") == "test"
    # Drawn once by the committed seed; all samples of a person are on one side.
    assert sorted(TEST_DONORS["colon"]) == ["C102", "C103", "C107", "C121", "C122", "C124", "C131"]
    assert {one for one in TEST_DONORS["vangalen"] if one.startswith("BM")} == {"BM3", "BM4", "BM5"}
    assert len(TEST_DONORS["vangalen"]) == 10
    for donor in ("BM5-34p", "BM5-34p38n", "AML707B-D0"):
        assert split_of("vangalen", donor) == "test"
    for donor in ("BM1", "AML328-D0"):
        assert split_of("vangalen", donor) == "train"
    for donor in ("lupus_1016", "lupus_1488"):
        assert split_of("kang", donor) == "test"
    for donor in ("AB_S5", "AB_S8", "FB_S3"):
        assert split_of("darmanis", donor) == "test"
    assert split_of("kang", "unknown") == "unused"
    assert split_of("kang", "lupus_107") == "train"


def make_source(name, donors, counts=None, genes=("A", "B")):
    counts = sp.csr_matrix(np.ones((len(donors), len(genes)), np.float32) if counts is None else counts)
    totals = np.asarray(counts.sum(axis=1)).ravel()
    return Source(name, list(genes), counts, totals, list(donors), [str(i) for i in range(len(donors))])


def test_training_rows_leave_test_and_unknown_donors_out():
    kept = training_rows(make_source("kang", ["lupus_107", "lupus_1016", "unknown", "lupus_101"]))
    assert kept.donors == ["lupus_107", "lupus_101"]


@needs_data
def test_no_kang_cell_of_a_test_donor_recurs_in_training():
    table = read_hgnc(DATA / "genes" / "hgnc_complete_set.txt.gz")
    parts = read_kang(table)
    keys = [barcode(c, k) for p in parts for c, k in zip(p.cells, p.words["condition"], strict=True)]
    assert len(keys) == len(set(keys))
    donors = {donor for part in parts for donor in training_rows(part).donors}
    assert not donors & TEST_DONORS["kang"] and "unknown" not in donors


@needs_data
def test_held_out_sets_hold_only_test_cells():
    for cells in held_out_sets(["CD3D", "LYZ", "MS4A1"]).values():
        source = re.sub("_test_donors$", "", cells.name)
        assert {split_of(source, donor) for donor in cells.donors} == {"test"}


@needs_data
def test_the_library_leaves_test_donors_out_and_undoes_compression():
    """No profile averages Darmanis' cells, and the largest share of a compressed tissue is as large as that of others."""
    sources = {source.name: source for source in read_library(read_hgnc(DATA / "genes" / "hgnc_complete_set.txt.gz"))}
    assert not [name for name in sources if "Darmanis" in name]
    assert len(sources) > 30
    largest = {name: float(np.median(source.counts.max(axis=1).toarray())) for name, source in sources.items()}
    assert 0.5 < largest["cpl/HCA/Colon"] / largest["cpl/HCA/Spleen"] < 2


def test_ranks_keep_order_zeros_and_ties():
    made = by_rank(np.array([[0, 3, 1, 3.0]]), np.array([0.5, 0.3, 0.15, 0.05]))
    np.testing.assert_allclose(made, [[0, 0.4, 0.15, 0.4]])


def test_symbols_of_any_age_are_brought_to_the_approved_one():
    table = Nomenclature(
        [
            Gene("KMT2A", "ENSG1", ("MLL", "AMB"), "", ""),
            Gene("SEPTIN1", "ENSG2", ("SEPT1", "AMB"), "", ""),
        ]
    )
    assert table.approve("MLL") == "KMT2A" and table.approve("SEPT1") == "SEPTIN1"
    assert table.approve("ENSG1.14") == "KMT2A"
    assert table.approve("AMB") is None and table.approve("nothing") is None
    genes, counts = harmonize(["MLL", "KMT2A", "AMB"], sp.csr_matrix([[1.0, 2.0, 4.0]]), table)
    assert genes == ["KMT2A"] and counts.toarray().tolist() == [[3.0]]


def test_vocabulary_takes_frequent_genes_and_the_atlas_ones():
    kind = "gene with protein product"
    table = Nomenclature([Gene(s, f"ENSG{s}", (), "", kind) for s in ("FREQ", "MARK", "RARE")])
    panels = [["FREQ"]] * 9 + [["FREQ", "MARK", "RARE"]] * 3
    assert choose_vocabulary(panels, ["MARK"], table) == ["FREQ", "MARK"]


def test_every_label_maps_to_listed_classes_and_ids_look_like_ids():
    read_labels()
    for head, terms in read_classes().items():
        labels = [term.label for term in terms]
        assert len(labels) == len(set(labels)), head
        for term in terms:
            assert re.fullmatch(r"([A-Za-z]+:\d+)?", term.ontology_id), term


def test_a_wider_word_allows_several_classes_and_a_place_can_overrule():
    classes = {"cell_type": [ClassTerm("a", ""), ClassTerm("b", "")]}
    rows = [
        {"source": "s", "phenotype": "cell_type", "label": "T", "class": "a|b"},
        {"source": "s", "phenotype": "cell_type", "label": "T@thymus", "class": ""},
    ]
    table = LabelTable(rows, classes)
    allowed = table.allowed("s", "cell_type", ["T", "T", "?"], ["blood", "thymus", "blood"])
    assert allowed.tolist() == [[True, True], [False, False], [False, False]]


def test_an_unlisted_class_in_the_label_table_is_refused():
    rows = [{"source": "s", "phenotype": "cell_type", "label": "x", "class": "c"}]
    with pytest.raises(ValueError, match="does not list"):
        LabelTable(rows, {"cell_type": [ClassTerm("a", "")]})


def test_a_donors_sex_is_told_only_when_plain():
    counts = np.array([[30, 0], [30, 0], [0, 40], [15, 12]], np.float32)
    source = make_source("x", ["f", "f", "m", "u"], counts, ("XIST", "RPS4Y1"))
    assert donor_sexes(source) == ["female", "female", "male", ""]
    assert donor_sexes(make_source("x", ["unknown"], counts[:1], ("XIST", "RPS4Y1"))) == [""]


def test_no_committed_file_names_a_folder_of_this_machine():
    root = Path(__file__).resolve().parents[2] / "models"
    for path in root.rglob("*.py"):
        assert os.sep + "work" + os.sep not in path.read_text("utf-8"), path
