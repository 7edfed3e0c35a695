"""Fitted parameters -> a released folder with its measured numbers.

``python -m models.release linear-atlas --fit FILE.npz --calibration FILE.json`` (projection-atlas alike) or
``python -m models.release polygene-mini --fit FILE.pt --calibration FILE.json``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from models.atlas import Atlas, load_atlas
from models.cards import manifest_text, model_card
from models.encode import rank_normal
from models.measure import measure, table
from models.export import export_linear, export_network, predict_cells, session
from models.fit import load
from models.folder import RELEASED, describe_heads
from models.graph import build
from models.heldout import Measured, test_sets, tuning_sets
from models.labels import HEADS, read_classes
from models.linear import affine_logits
from models.network import PhenoNet, Shape

VERSION = "0.1.0"
DRIFT_SETS = ("kang", "darmanis", "sc_mixology_p1")
DRIFT_CELLS = 250


def drift_cells(atlas: Atlas) -> Measured:
    """Training cells of three studies that the quantization is measured on."""
    parts = tuning_sets(atlas.symbols, DRIFT_SETS)
    random = np.random.default_rng(0)
    taken = [m.take(random.permutation(len(m.totals))[:DRIFT_CELLS], name) for name, m in parts.items()]
    counts, totals = (np.concatenate([getattr(t, key) for t in taken]) for key in ("counts", "totals"))
    return Measured("drift", counts, totals, np.ones(counts.shape[1], bool), {}, np.array([]))


def rounded(value):
    """Numbers to four decimals, at any depth."""
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [rounded(inner) for inner in value]
    return round(value, 4) if isinstance(value, float) else value


def sections(results: dict, calibration: dict, extra: str = "") -> dict[str, str]:
    """The measured parts of a card."""
    left = {f"{name}, left out": found for name, found in calibration["left_out"].items()}
    return {
        "Held-out cells": (
            "Data sets and donors that no fit and no choice has seen. All classes compete; a label that is wider than "
            "the classes counts as right in any of them. 'broad' reads CD4 and CD8 as T cell and both monocytes as "
            f"one.\n\n{table(results)}{extra}"
        ),
        "Studies left out while tuning": (
            "The same recipe fitted without the study it is asked about; these were looked at while choosing settings "
            f"and temperatures.\n\n{table(left)}"
        ),
    }


def release_linear(atlas: Atlas, fit: Path, calibration: dict, folder: Path) -> None:
    """The folder of the linear atlas, or of the projection: the folder's name says which."""
    mean, heads = load(fit)
    classes = read_classes()
    temperatures = calibration["temperatures"]
    described = {h["phenotype"]: h for h in describe_heads(list(heads), classes, temperatures)}
    results = {}
    for name, cells in test_sets(atlas.symbols).items():
        scores = np.stack([rank_normal(row, cells.panel) for row in cells.counts])
        results[name] = measure({h: affine_logits(scores, mean, head) for h, head in heads.items()}, described, cells)
    sample = drift_cells(atlas)
    scores = np.stack([rank_normal(row, sample.panel) for row in sample.counts])
    export_linear(
        folder, heads, mean, (atlas.symbols, atlas.ensembl, atlas.aliases), classes, temperatures,
        manifest_text(folder.name, VERSION), model_card(folder.name, sections(results, calibration)),
        scores, "750 cells of " + ", ".join(DRIFT_SETS), {"held_out": rounded(results)},
    )


def load_network(path: Path) -> tuple[PhenoNet, np.ndarray, dict]:
    """A trained network, its token scale and its config."""
    state = torch.load(path, weights_only=False, map_location="cpu")
    sizes = state["shape"]
    network = PhenoNet(Shape(**{**sizes, "classes": tuple(sizes["classes"])})).eval()
    network.load_state_dict(state["average"])
    return network, state["scale"], state["config"]


def network_logits(model, scale: np.ndarray, limit: int, cells: Measured) -> dict[str, np.ndarray]:
    """Logits per head of measured cells by an ONNX session."""
    outputs = [f"logits_{head}" for head in HEADS]
    found = predict_cells(model, cells.counts, cells.totals, scale, limit, outputs, len(HEADS))
    return dict(zip(HEADS, found, strict=True))


def release_network(atlas: Atlas, fit: Path, calibration: dict, folder: Path) -> None:
    """The transformer's folder."""
    network, scale, config = load_network(fit)
    classes = read_classes()
    temperatures = calibration["temperatures"]
    described = {h["phenotype"]: h for h in describe_heads(list(HEADS), classes, temperatures)}
    model = session(build(network, list(HEADS), int8=True).SerializeToString())
    results = {
        name: measure(network_logits(model, scale, config["max_genes"], cells), described, cells)
        for name, cells in test_sets(atlas.symbols).items()
    }
    sample = drift_cells(atlas)
    export_network(
        folder, network, (atlas.symbols, atlas.ensembl, atlas.aliases), scale, classes, temperatures,
        manifest_text("polygene-mini", VERSION), model_card("polygene-mini", sections(results, calibration)),
        config["max_genes"], sample.counts, sample.totals, "750 cells of " + ", ".join(DRIFT_SETS),
        {"held_out": rounded(results)},
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=["linear-atlas", "projection-atlas", "polygene-mini"])
    parser.add_argument("--fit", type=Path, required=True)
    parser.add_argument("--calibration", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    arguments = parser.parse_args()
    release = release_network if arguments.name == "polygene-mini" else release_linear
    calibration = json.loads(arguments.calibration.read_text("utf-8"))
    release(load_atlas(arguments.data), arguments.fit, calibration, RELEASED / arguments.name)


if __name__ == "__main__":
    main()
