import csv

import pytest
from conftest import phenolens
from phenolens import annotate
from phenolens.notebook import AnnotationError


def test_a_table_has_what_the_command_line_writes(fixtures, tmp_path):
    words = ["--labels", "cell_type", "--per-group", "none"]
    phenolens("analyze", fixtures["csr"], "--model", "tiny-random", *words, "--out", tmp_path / "out")
    with (tmp_path / "out/tiny-random/cells.csv").open(newline="") as file:
        expected = list(csv.DictReader(file))
    table = annotate(fixtures["csr"], models="tiny-random", options=words)
    assert table.index.tolist() == [row["cell_id"] for row in expected]
    assert table["cell_type_label"].fillna("").tolist() == [row["cell_type_label"] for row in expected]
    assert table["cell_type_probability"].fillna(-1).tolist() == [float(row["cell_type_probability"] or -1) for row in expected]


def test_failures_are_sentences(fixtures):
    with pytest.raises(AnnotationError, match="^bad-file: truncated.h5ad is cut short"):
        annotate(fixtures["truncated"], models="tiny-random")
    with pytest.raises(AnnotationError, match="into_obs needs an AnnData"):
        annotate(fixtures["csr"], into_obs=True)
