"""Panel cells of the released linear models (``python -m models.panel linear-atlas projection-atlas``).

A file that measures few of a model's genes has other ranks than training had. The model's folder keeps cells by which it
is fitted to such a file (`wasm/core/predict/panel_weights.hpp`): composites of training cells, each gene's value drawn
from one of ten cells of a study and class, and cells drawn around the profiles of the Human Cell Landscape and CellProfileLibrary.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np

from models.atlas import Atlas, Table, load_atlas
from models.draw import Drawer
from models.encode import dense_rows
from models.folder import RELEASED, validate

COMPOSITES = 120
DRAWN = 240
POOL, LEAST_POOL = 10, 5
WHOLE = 0.6  # share of the vocabulary from which a study's other genes count as not expressed, as in models.draw
MOST_GENES = 2500  # of a cell: deep ones would be most of the file
MARK = b"PLPANEL1"
MORE = 255


def places(counts: np.ndarray) -> np.ndarray:
    """Place of each value among a cell's distinct values above zero, from 1 to 255; 0 where it is zero."""
    distinct = np.unique(counts[counts > 0])
    at = np.searchsorted(distinct, counts)
    amount = at + 1 if len(distinct) <= MORE else 1 + at * MORE // len(distinct)
    return np.where(counts > 0, amount, 0).astype(np.uint8)


def pack(amounts: np.ndarray) -> bytes:
    """Cells x genes places as `wasm/core/predict/panel_cells.hpp` reads them."""
    stored = (amounts > 0).sum(axis=1)
    header = np.concatenate([[amounts.shape[1], len(amounts)], stored]).astype("<u4").tobytes()
    values = bytearray()
    for row in amounts:
        following = 0
        for gene in np.flatnonzero(row):
            more, distance = divmod(int(gene) - following, MORE)
            values += bytes([MORE] * more + [distance, row[gene]])
            following = int(gene) + 1
    return MARK + header + bytes(values)


def composites(table: Table, count: int, random: np.random.Generator) -> np.ndarray:
    """Composite cells of each study and class, shared out by the square root of their cells; cells x genes counts."""
    groups: dict[tuple, list[int]] = {}
    for row, part in enumerate(table.part):
        if table.panels[part].mean() > WHOLE:
            groups.setdefault((part, table.allowed["cell_type"][row].tobytes()), []).append(row)
    pools = [np.array(rows) for rows in groups.values() if len(rows) >= LEAST_POOL]
    roots = np.sqrt([len(rows) for rows in pools])
    shares = np.maximum(1, np.rint(count * roots / roots.sum())).astype(int)
    genes = np.arange(table.counts.shape[1])
    cells = []
    for pool, share in zip(pools, shares, strict=True):
        rows = pool[np.argsort(table.counts[pool].getnnz(axis=1), kind="stable")]
        size = min(POOL, len(rows))
        for k in range(share):
            first = min(max(0, (2 * k + 1) * len(rows) // (2 * share) - size // 2), len(rows) - size)
            near = dense_rows(table.counts, rows[first : first + size])
            cells.append(near[random.integers(size, size=len(genes)), genes])
    return np.array(cells)


def drawn(atlas: Atlas, count: int, random: np.random.Generator) -> np.ndarray:
    """Cells drawn around profiles of clusters as training draws them, rare classes as often as their root says."""
    table = atlas.profiles
    allowed = table.allowed["cell_type"]
    kinds = np.array([name.split("/")[0] for name in table.sources()])
    rows = np.flatnonzero(np.isin(kinds, ("hcl", "cpl")) & allowed.any(axis=1))
    classes = allowed[rows].argmax(axis=1)
    chance = 1 / np.sqrt(np.bincount(classes)[classes])
    drawer = Drawer(atlas, int(random.integers(2**31)))
    cells: list[np.ndarray] = []
    while len(cells) < count:
        batch = drawer.drawn(table, random.choice(rows, 200, p=chance / chance.sum()))
        cells += list(batch.counts[batch.measured.mean(axis=1) > WHOLE])
    return np.array(cells[:count])


def panel_cells(atlas: Atlas, seed: int = 0) -> np.ndarray:
    """Cells x genes places of all panel cells."""
    random = np.random.default_rng(seed)
    cells = np.concatenate([composites(atlas.real, COMPOSITES, random), drawn(atlas, DRAWN, random)])
    return np.array([places(cell) for cell in cells if 0 < (cell > 0).sum() <= MOST_GENES])


def add(folder: Path, content: bytes) -> None:
    """Puts panel.bin into a model's folder and its manifest."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "panel.bin").write_bytes(content)
    manifest["files"]["panel"] = {"path": "panel.bin", "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    validate(manifest)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    arguments = parser.parse_args()
    content = pack(panel_cells(load_atlas(arguments.data)))
    for name in arguments.models:
        add(RELEASED / name, content)
        print(f"{name}: {len(content)} bytes of panel cells")


if __name__ == "__main__":
    main()
