"""Temperatures from studies left out of a fit (``python -m models.calibrate CONFIG --out FILE.json``).

For each study that may be tuned on, the linear atlas is fitted without it and asked about it;
the temperature of a head is the one that makes those answers likeliest, studies counting alike.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path

import numpy as np

from models.atlas import Atlas, load_atlas
from models.encode import rank_normal
from models.fit import fit
from models.heldout import Measured, tuning_sets
from models.labels import HEADS
from models.linear import affine_logits
from models.metrics import fit_temperature, score, softmax

STUDIES = {
    "kang": ["kang"],
    "pbmc3k": ["pbmc3k"],
    "darmanis": ["darmanis"],
    "sc_mixology_p1": ["sc_mixology_p1", "sc_mixology_p2", "sc_mixology_p3"],
}


def left_out_logits(atlas: Atlas, config: dict, cells: Measured, excluded: list[str]) -> dict[str, np.ndarray]:
    """Logits of a study's cells by a fit that has not seen the study."""
    mean, heads = fit(atlas, {**config, "exclude": config["exclude"] + excluded})
    scores = np.stack([rank_normal(row, cells.panel) for row in cells.counts])
    return {name: affine_logits(scores, mean, head) for name, head in heads.items()}


def pooled_temperatures(answers: list[tuple[dict[str, np.ndarray], Measured]]) -> dict[str, float]:
    """One temperature per head over several left-out studies, each weighing the same; 1 where none has labels."""
    found = {}
    for head in HEADS:
        logits, allowed, weights = [], [], []
        for answer, cells in answers:
            known = cells.allowed[head].any(axis=1)
            if known.any():
                logits.append(answer[head][known])
                allowed.append(cells.allowed[head][known])
                weights.append(np.full(int(known.sum()), 1 / known.sum()))
        stacked = [np.concatenate(parts) for parts in (logits, allowed, weights)] if logits else None
        found[head] = round(fit_temperature(*stacked), 3) if stacked else 1.0
    found["disease"] = max(found["disease"], 1.0)
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    atlas = load_atlas(arguments.data)
    answers = []
    for name, cells in tuning_sets(atlas.symbols, tuple(STUDIES)).items():
        answers.append((left_out_logits(atlas, config, cells, STUDIES[name]), cells))
    temperatures = pooled_temperatures(answers)
    measured = {}
    for answer, cells in answers:
        for head in HEADS:
            if cells.allowed[head].any():
                numbers = score(softmax(answer[head], temperatures[head]), cells.allowed[head])
                measured.setdefault(cells.name, {})[head] = numbers
                print(cells.name, head, {k: v if isinstance(v, list) else round(v, 3) for k, v in numbers.items()})
    arguments.out.write_text(json.dumps({"temperatures": temperatures, "left_out": measured}, indent=1) + "\n")


if __name__ == "__main__":
    main()
