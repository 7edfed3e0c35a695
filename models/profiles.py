"""Adds to a released linear model where held-out cells of each class lie: ``python -m models.profiles linear-atlas
--answers FILE.answers.npz``.

The answers are of fits that had not seen the study (models.calibrate keeps them). Per class with at least 20 such cells: the mean logits,
and the distances of its own cells to that mean, their median and what 5% exceed: what a page needs to say how far new cells have shifted.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from models.atlas import load_atlas
from models.folder import RELEASED
from models.heldout import tuning_sets

LEAST = 20


def profiles(logits: np.ndarray, truth: np.ndarray) -> list[dict]:
    """Rows x classes logits and a class code per row (-1: none) -> one profile per class with cells enough."""
    found = []
    for code in range(logits.shape[1]):
        own = logits[truth == code].astype(np.float64)
        if len(own) < LEAST:
            continue
        mean = own.mean(axis=0).round(3)
        median, far = np.quantile(np.linalg.norm(own - mean, axis=1), [0.5, 0.95]).round(3)
        found.append({"code": code, "cells": len(own), "mean": mean.tolist(), "median": float(median), "far": float(far)})
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--answers", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    arguments = parser.parse_args()
    path = RELEASED / arguments.model / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    answers = np.load(arguments.answers)
    heads = [head["phenotype"] for head in manifest["heads"]]
    names = tuple(dict.fromkeys(key.split("/")[0] for key in answers.files))
    logits, truth = [], []
    for name, cells in tuning_sets(load_atlas(arguments.data).symbols, names).items():
        allowed = cells.allowed[heads[0]]
        # A cell whose label stands for several classes is of none.
        code = np.where(allowed.sum(axis=1) == 1, allowed.argmax(axis=1), -1)
        logits.append(answers[f"{name}/{heads[0]}"])
        truth.append(code)
    found = profiles(np.concatenate(logits), np.concatenate(truth))
    manifest["metrics"]["heads"] = [{"profiles": found}, *[None] * (len(heads) - 1)]
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")
    labels = [one["label"] for one in manifest["heads"][0]["classes"]]
    for one in found:
        print(f"{labels[one['code']]}: {one['cells']} cells, median {one['median']}, 95% {one['far']}")


if __name__ == "__main__":
    main()
