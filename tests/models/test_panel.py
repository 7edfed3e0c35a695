"""Panel cells of the released linear models."""

import hashlib
import json

import numpy as np
import pytest
import scipy.sparse as sp

from models.atlas import Table
from models.folder import RELEASED
from models.panel import MARK, composites, pack, places


def unpack(content: bytes) -> np.ndarray:
    """Dense places, byte by byte as the format is described."""
    assert content[:8] == MARK
    genes, cells = np.frombuffer(content, "<u4", 2, 8)
    stored = np.frombuffer(content, "<u4", cells, 16)
    at, out = 16 + 4 * int(cells), np.zeros((cells, genes), np.uint8)
    for row, count in zip(out, stored, strict=True):
        gene = 0
        for _ in range(count):
            while content[at] == 255:
                gene, at = gene + 255, at + 1
            gene += content[at]
            row[gene] = content[at + 1]
            gene, at = gene + 1, at + 2
    assert at == len(content)
    return out


def test_places_are_those_of_distinct_values_and_are_packed_without_loss():
    """Ties share a place, zeros have none; distances beyond a byte and cells without a value too."""
    assert places(np.array([0, 7, 2, 2, 100.0])).tolist() == [0, 2, 1, 1, 3]
    many = places(np.arange(1000.0))
    assert many[0] == 0
    assert many.max() == 255
    assert np.all(np.diff(many.astype(int)) >= 0)
    random = np.random.default_rng(1)
    amounts = np.where(random.random((20, 3000)) < 0.004, random.integers(1, 256, (20, 3000)), 0).astype(np.uint8)
    amounts[3] = 0
    amounts[4, [0, 255, 510, 2999]] = 255
    assert np.array_equal(unpack(pack(amounts)), amounts)


def test_composites_are_of_one_study_and_class_and_none_is_a_cell():
    """Of every gene some cell of the group has the value; studies of few genes and groups of four give none."""
    random = np.random.default_rng(2)
    counts = random.poisson(1.5, (64, 40)) + 10 * np.repeat(np.arange(4), [30, 20, 10, 4])[:, None]
    allowed = np.zeros((64, 2), bool)
    allowed[:, 0] = True
    panels = np.ones((4, 40), bool)
    panels[2, :30] = False
    part = np.repeat(np.arange(4), [30, 20, 10, 4])
    table = Table(
        sp.csr_matrix(counts.astype(np.float32)), counts.sum(1), part, np.array(list("abcd")), panels, np.array([]), {"cell_type": allowed}
    )
    made = composites(table, 25, random)
    assert 24 <= len(made) <= 26
    real = {tuple(row) for row in counts}
    for row in made:
        assert tuple(row) not in real
        assert any(all(value in counts[part == p, j] for j, value in enumerate(row)) for p in (0, 1))


@pytest.mark.parametrize("name", ["linear-atlas", "projection-atlas"])
def test_released_models_carry_panel_cells(name):
    """As the manifest says, of the whole vocabulary, under a megabyte, no two cells alike."""
    manifest = json.loads((RELEASED / name / "manifest.json").read_text("utf-8"))
    content = (RELEASED / name / "panel.bin").read_bytes()
    assert manifest["files"]["panel"]["sha256"] == hashlib.sha256(content).hexdigest()
    cells = unpack(content)
    assert cells.shape[1] == manifest["genes"]
    assert len(content) < 1e6
    assert len(cells) > 200
    assert len({row.tobytes() for row in cells}) == len(cells)
    assert (cells > 0).sum(axis=1).min() > 50
