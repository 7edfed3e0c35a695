"""What released models carry to be doubted by."""

import base64
import hashlib
import json

import numpy as np
import pytest
import scipy.sparse as sp

from models.folder import RELEASED
from models.labels import ClassTerm, LabelTable
from models.sources import Source
from models.trust import CAUTIONS, barcode_hash, class_cells

MODELS = ["linear-atlas", "polygene-mini", "projection-atlas"]


def test_barcodes_are_hashed_as_the_page_hashes_them():
    """FNV-1a's own example, and a barcode whatever stands around it."""
    assert barcode_hash("a") == 0xE40C292C
    assert barcode_hash("kang_AAACATACAATGCC-1") == barcode_hash("aaacatacaatgcc") == barcode_hash("AAACATACAATGCC")
    assert barcode_hash("AAACATACAATGCC") != barcode_hash("AAACATACAATGCG")


@pytest.mark.parametrize("name", MODELS)
def test_released_models_carry_cautions_and_hashes(name):
    """Every head that did not hold warns; the hashes are those of the manifest, sorted, each once."""
    manifest = json.loads((RELEASED / name / "manifest.json").read_text("utf-8"))
    cautions = [(one or {}).get("caution") for one in manifest["metrics"]["heads"]]
    assert cautions == [CAUTIONS.get(head["phenotype"]) for head in manifest["heads"]]
    content = (RELEASED / name / "seen.json").read_bytes()
    assert manifest["files"]["seen"]["sha256"] == hashlib.sha256(content).hexdigest()
    for one in json.loads(content)["sets"]:
        hashes = np.frombuffer(base64.b64decode(one["hashes"]), "<u4")
        assert 0.9 * one["cells"] <= len(hashes) <= one["cells"]
        assert np.all(np.diff(hashes.astype(np.int64)) > 0)
        assert barcode_hash("A1") not in hashes
        assert barcode_hash("CELL_000001") not in hashes


def test_real_cells_are_counted_by_class_and_wider_labels_count_for_each():
    """Three cells: one B cell, one of either T cell, one that the table leaves without a class."""
    terms = {"cell_type": [ClassTerm("B cell", ""), ClassTerm("CD4", ""), ClassTerm("CD8", ""), ClassTerm("mast cell", "")]}
    rows = [
        {"source": "here", "phenotype": "cell_type", "label": "B", "class": "B cell"},
        {"source": "here", "phenotype": "cell_type", "label": "T", "class": "CD4|CD8"},
    ]
    words = {"cell_type": ["B", "T", "?"]}
    source = Source("here", ["A"], sp.csr_matrix(np.ones((3, 1), np.float32)), np.ones(3), ["d"] * 3, list("abc"), words)
    assert class_cells([source], LabelTable(rows, terms)) == {"cell_type": {"B cell": 1, "CD4": 1, "CD8": 1, "mast cell": 0}}


@pytest.mark.parametrize("name", MODELS)
def test_released_models_say_what_each_class_was_learned_from(name):
    """Blood and brain were real cells; hepatocytes were not."""
    manifest = json.loads((RELEASED / name / "manifest.json").read_text("utf-8"))
    cells = {one["label"]: one["cells"] for head in manifest["heads"] for one in head["classes"]}
    assert cells["B cell"] > 1000 and cells["astrocyte"] > 0 and cells["blood"] > 10_000
    assert cells["hepatocyte"] == 0 and cells["liver"] == 0
