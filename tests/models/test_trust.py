"""What released models carry to be doubted by."""

import base64
import hashlib
import json

import numpy as np
import pytest

from models.folder import RELEASED
from models.trust import CAUTIONS, barcode_hash

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
