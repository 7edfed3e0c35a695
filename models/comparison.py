"""The one table: our models beside the baselines, on the same test cells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.baselines import BASELINES
from models.measure import Folder, merge, readings_of
from models.heldout import Measured, test_sets
from models.labels import read_classes
from models.metrics import auroc, entropy, score, softmax

HEADER = (
    "| cells, reading | model | n | top-1 [95%] | top-3 | top-5 | macro F1 [95%] | ECE [95%] "
    "| AUROC by 1 - max p, by entropy |\n|---|---|---|---|---|---|---|---|---|"
)


@dataclass
class Answers:
    """A model's cell-type probabilities per test set."""

    name: str
    probability: dict[str, np.ndarray]


def of_folder(folder: Folder) -> Answers:
    """What a model folder answers."""
    heat = folder.heads["cell_type"]["temperature"]
    sets = test_sets(folder.symbols)
    found = {name: softmax(folder.logits(cells)["cell_type"], heat) for name, cells in sets.items()}
    return Answers(folder.path.name, found)


def of_baselines(path: Path, names: list[str]) -> list[Answers]:
    """What the baselines answered (``python -m models.baselines``)."""
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing; write it with: python -m models.baselines --out {path}")
    with np.load(path) as kept:
        heat = {name: float(kept[f"{name}/temperature"]) for name in BASELINES}
        answers = lambda name: {cells: softmax(kept[f"{name}/{cells}"], heat[name]) for cells in names}  # noqa: E731
        return [Answers(name, answers(name)) for name in BASELINES]


def strangers(sets: dict[str, Measured]) -> dict[str, np.ndarray]:
    """Rows per set whose type is in no vocabulary: malignant oligodendroglioma cells, Darmanis' hybrids."""
    names = [name for name in ("oligodendroglioma", "darmanis_test_donors") if name in sets]
    return {name: np.flatnonzero(~sets[name].allowed["cell_type"].any(axis=1)) for name in names}


def unknownness(probability: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How strange cells look: 1 - largest probability, entropy."""
    return 1 - probability.max(axis=1), entropy(probability)


def between(numbers: dict, key: str) -> str:
    """A number with its interval."""
    return "{:.3f} [{:.3f}, {:.3f}]".format(numbers[key], *numbers[f"{key}_interval"])


def line(what: str, model: Answers, cells: Measured, groups: dict, strange: np.ndarray) -> str:
    """One model on one set at one reading; ``strange`` are its probabilities for cells of no listed type."""
    labels = [term.label for term in read_classes()["cell_type"]]
    probability, allowed = model.probability[cells.name], cells.allowed["cell_type"]
    numbers = score(merge(probability, labels, groups), merge(allowed.astype(float), labels, groups) > 0)
    far, near = unknownness(strange), unknownness(probability[allowed.any(axis=1)])
    apart = ", ".join(f"{auroc(a, b):.3f}" for a, b in zip(far, near, strict=True))
    low, high = numbers["interval"]
    return (
        f"| {what} | {model.name} | {numbers['cells']:,} | {numbers['accuracy']:.3f} [{low:.3f}, {high:.3f}] "
        f"| {numbers['top3']:.3f} | {numbers['top5']:.3f} | {between(numbers, 'macro_f1')} "
        f"| {between(numbers, 'ece')} | {apart} |"
    )


def without(
    label: str, source: str, title: str, answers: list[Answers], sets: dict[str, Measured]
) -> tuple[list[Answers], dict[str, Measured]]:
    """The answers and sets with one more set after ``source``: its cells but those of a label."""
    labels = [term.label for term in read_classes()["cell_type"]]
    kept = np.flatnonzero(~sets[source].allowed["cell_type"][:, labels.index(label)])
    more = {}
    for name, cells in sets.items():
        more[name] = cells
        if name == source:
            more[title] = cells.take(kept, title)
    wider = [Answers(a.name, {**a.probability, title: a.probability[source][kept]}) for a in answers]
    return wider, more


def rows(answers: list[Answers], sets: dict[str, Measured]) -> list[str]:
    """Lines of the table, one per set, reading and model."""
    odd = strangers(sets)
    lines = []
    for name, cells in sets.items():
        for reading, groups in readings_of("cell_type", name).items():
            for model in answers:
                strange = np.concatenate([model.probability[where][at] for where, at in odd.items()])
                lines.append(line(f"{name}, {reading}", model, cells, groups, strange))
    return lines
