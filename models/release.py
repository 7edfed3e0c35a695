"""Fitted parameters -> a released folder with its measured numbers.

``python -m models.release linear-atlas --fit FILE.npz --calibration FILE.json`` (projection-atlas alike) or
``python -m models.release polygene-mini --fit FILE.pt --calibration FILE.json``. ``python -m models.release table
--fit FILE.pt [--json]`` releases nothing: it prints what each way of storing the transformer's weights costs.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from models.atlas import Atlas, load_atlas
from models.cards import manifest_text, model_card
from models.drop_heads import UNRELEASED, drop_heads
from models.encode import gene_values, rank_normal
from models.measure import measure, table
from models.export import export_linear, export_network, predict_cells, session
from models.fit import load
from models.folder import RELEASED, describe_heads
from models.graph import build
from models.heldout import Measured, test_sets, tuning_sets
from models.labels import HEADS, read_classes
from models.linear import affine_logits
from models.network import PhenoNet, Shape
from models.quantize_table import Row, choose, markdown, measure_schemes, with_browser_rates
from models.schemes import SCHEMES, store

VERSION = "0.2.0"
DRIFT_SETS = ("kang", "darmanis", "colon")
DRIFT_CELLS = 250
EXPLAINED_CELLS = 60


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


def network_quantization(fit: Path, data: Path) -> tuple[str, dict[str, Row], str]:
    """The scheme that a transformer is released with, all schemes' rows, and what they were measured on."""
    atlas = load_atlas(data)
    network, scale, config = load_network(fit)
    sample = drift_cells(atlas)
    exact = build(network, list(HEADS))
    tokens = gene_values(sample.counts, sample.totals, scale, config["max_genes"])
    rows = measure_schemes(exact, list(HEADS), tokens, EXPLAINED_CELLS)
    rows = with_browser_rates(rows, exact, tokens, len(HEADS))
    return choose(rows), rows, f"{len(sample.totals)} cells of " + ", ".join(DRIFT_SETS)


def quantization_table(fit: Path, data: Path, is_json: bool) -> str:
    """The table of all schemes, in Markdown or as JSON."""
    shipped, rows, measured_on = network_quantization(fit, data)
    if not is_json:
        return f"{measured_on}\n\n{markdown(rows, shipped)}"
    found = {name: asdict(row) for name, row in rows.items()}
    return json.dumps({"shipped": shipped, "measured_on": measured_on, "rows": found})


def release_network(atlas: Atlas, fit: Path, calibration: dict, folder: Path, data: Path) -> None:
    """The transformer's folder."""
    network, scale, config = load_network(fit)
    classes = read_classes()
    temperatures = calibration["temperatures"]
    described = {h["phenotype"]: h for h in describe_heads(list(HEADS), classes, temperatures)}
    scheme, rows, measured_on = network_quantization(fit, data)
    model = session(store(build(network, list(HEADS)), SCHEMES[scheme]).SerializeToString())
    results = {
        name: measure(network_logits(model, scale, config["max_genes"], cells), described, cells)
        for name, cells in test_sets(atlas.symbols).items()
    }
    sample = drift_cells(atlas)
    chosen = rows[scheme]
    quantization = {
        "top1_agreement": round(chosen.top1_agreement, 6),
        "mean_kl": float(f"{chosen.mean_kl:.3g}"),
        "attribution_spearman": round(chosen.attribution_spearman, 6),
        "measured_on": measured_on,
    }
    card = sections(results, calibration)
    card["Weights"] = (
        f"Every way of storing the weights beside float32, on {measured_on}; attributions are gradient x value of each cell's "
        f"first class, on {EXPLAINED_CELLS} of them. Of the heads the worst counts. The smallest within agreement 0.995, KL 0.001 and "
        f"Spearman 0.99 is released.\n\n{markdown(rows, scheme)}"
    )
    export_network(
        folder, network, (atlas.symbols, atlas.ensembl, atlas.aliases), scale, classes, temperatures,
        manifest_text("polygene-mini", VERSION), model_card("polygene-mini", card), config["max_genes"],
        sample.counts, sample.totals, scheme, quantization, {"held_out": rounded(results)},
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=["linear-atlas", "projection-atlas", "polygene-mini", "table"])
    parser.add_argument("--fit", type=Path, required=True)
    parser.add_argument("--calibration", type=Path, help="of every model; the table needs none")
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    parser.add_argument("--json", action="store_true", help="the table as JSON")
    arguments = parser.parse_args()
    if arguments.name == "table":
        print(quantization_table(arguments.fit, arguments.data, arguments.json))
        return
    if arguments.calibration is None:
        parser.error("--calibration is needed to release a model")
    calibration = json.loads(arguments.calibration.read_text("utf-8"))
    atlas, folder = load_atlas(arguments.data), RELEASED / arguments.name
    if arguments.name == "polygene-mini":
        release_network(atlas, arguments.fit, calibration, folder, arguments.data)
    else:
        release_linear(atlas, arguments.fit, calibration, folder)
    drop_heads(folder, UNRELEASED)


if __name__ == "__main__":
    main()
