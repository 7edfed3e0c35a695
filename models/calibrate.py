"""Temperatures from studies left out of a fit (``python -m models.calibrate CONFIG --out FILE.json``).

For each study that may be tuned on, the model is fitted without it and asked about it; a head's
temperature makes those answers likeliest, studies counting alike. The answers are kept beside it.
A transformer is not trained once per study: ``--network FILE.pt`` names one trained with several left
out (``models.train --exclude``), which is asked about those.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path

import numpy as np
import torch

from models.atlas import Atlas, load_atlas
from models.encode import gene_values, rank_normal
from models.measure import merge, readings_of
from models.fit import fit
from models.heldout import Measured, tuning_sets
from models.labels import HEADS, read_classes
from models.linear import affine_logits
from models.metrics import fit_temperature, score, softmax
from models.projection import fit_projection
from models.release import load_network

# Left out together: one fit that has seen none of them is asked about each.
APART = ["kang", "darmanis", "segerstolpe", "vangalen", "colon"]
STUDIES = {name: APART for name in APART}
FITS = {"softmax": fit, "projection": fit_projection}
ERRORS_AT_LEAST = 5  # fewer errors say nothing about how sure to be
Answer = tuple[dict[str, np.ndarray], Measured, list[str]]  # logits per head, the cells, the studies left out


def left_out_logits(fitted: tuple, cells: Measured) -> dict[str, np.ndarray]:
    """Logits of a study's cells by a fit that has not seen the study."""
    mean, heads = fitted
    scores = np.stack([rank_normal(row, cells.panel) for row in cells.counts])
    return {name: affine_logits(scores, mean, head) for name, head in heads.items()}


def network_logits(path: Path, cells: Measured, batch: int = 64) -> dict[str, np.ndarray]:
    """Logits of measured cells by a trained network, every phenotype masked."""
    network, scale, config = load_network(path)
    parts = []
    with torch.no_grad():
        for first in range(0, len(cells.totals), batch):
            rows = slice(first, first + batch)
            tokens = gene_values(cells.counts[rows], cells.totals[rows], scale, config["max_genes"])
            masked = torch.zeros(len(tokens[0]), len(HEADS), dtype=torch.int32)
            parts.append([logits.numpy() for logits in network(*map(torch.from_numpy, tokens), masked)["logits"]])
    return dict(zip(HEADS, (np.concatenate(column) for column in zip(*parts, strict=True)), strict=True))


def shown(atlas: Atlas, head: str, excluded: list[str]) -> np.ndarray:
    """Which classes of a head a fit without some studies has seen."""
    kept = ~np.isin(atlas.real.sources(), excluded)
    return atlas.real.allowed[head][kept].any(axis=0) | atlas.profiles.allowed[head].any(axis=0)


def temperature(atlas: Atlas, head: str, answers: list[Answer]) -> float:
    """A head's temperature of least loss, studies weighing alike; 1 where none has errors enough to tell.

    Only cells of classes that the fit has seen count: how sure to be of an unseen class no temperature mends.
    """
    logits, allowed, weights = [], [], []
    for answer, cells, excluded in answers:
        rows = (cells.allowed[head] & shown(atlas, head, excluded)).any(axis=1)
        if head not in answer or not rows.any():
            continue
        found, right = answer[head][rows], cells.allowed[head][rows]
        if (~right[np.arange(len(found)), found.argmax(axis=1)]).sum() >= ERRORS_AT_LEAST:
            logits.append(found)
            allowed.append(right)
            weights.append(np.full(len(found), 1 / len(found)))
    if not logits:
        return 1.0
    return round(fit_temperature(np.concatenate(logits), np.concatenate(allowed), np.concatenate(weights)), 3)


def left_out_scores(answer: dict[str, np.ndarray], cells: Measured, temperatures: dict[str, float]) -> dict[str, dict]:
    """Numbers per head and reading of a left-out study, and the share of its commonest class, which a head is to beat."""
    classes, found = read_classes(), {}
    for head in answer:
        if not cells.allowed[head].any():
            continue
        labels = [term.label for term in classes[head]]
        probability = softmax(answer[head], temperatures[head])
        for reading, groups in readings_of(head, cells.name).items():
            allowed = merge(cells.allowed[head].astype(float), labels, groups) > 0
            commonest = float(allowed[allowed.any(axis=1)].mean(axis=0).max())
            found[f"{head}, {reading}"] = {**score(merge(probability, labels, groups), allowed), "commonest": commonest}
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--network", type=Path, help="a transformer trained with studies left out")
    parser.add_argument("--data", type=Path, default=Path(".cache/train/atlas.npz"))
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    config = tomllib.loads(arguments.config.read_text("utf-8"))
    atlas = load_atlas(arguments.data)
    answers = []
    if arguments.network:
        unseen = load_network(arguments.network)[2]["exclude"]
        names = tuple(name for name, parts in STUDIES.items() if set(parts) <= set(unseen))
        for cells in tuning_sets(atlas.symbols, names).values():
            answers.append((network_logits(arguments.network, cells), cells, unseen))
    else:
        fits: dict[tuple[str, ...], tuple] = {}
        for name, cells in tuning_sets(atlas.symbols, tuple(STUDIES)).items():
            excluded = tuple(STUDIES[name])
            if excluded not in fits:  # of one drawing
                fits[excluded] = FITS[config["method"]](atlas, {**config, "repeats": 1, "exclude": config["exclude"] + list(excluded)})
            answers.append((left_out_logits(fits[excluded], cells), cells, list(excluded)))
    temperatures = {head: temperature(atlas, head, answers) for head in HEADS}
    kept = {f"{cells.name}/{head}": logits for answer, cells, _ in answers for head, logits in answer.items()}
    np.savez(arguments.out.with_suffix(".answers.npz"), **kept)
    left_out = {cells.name: left_out_scores(answer, cells, temperatures) for answer, cells, _ in answers}
    for name, found in left_out.items():
        for what, numbers in found.items():
            print(name, what, {k: v if isinstance(v, list) else round(v, 3) for k, v in numbers.items()})
    print(temperatures)
    arguments.out.write_text(json.dumps({"temperatures": temperatures, "left_out": left_out}, indent=1) + "\n")


if __name__ == "__main__":
    main()
