"""Where a model fails: the types it confuses, and what it says to cells it cannot know."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np

from models.measure import Folder
from models.heldout import Measured, read_measured, test_sets
from models.labels import read_classes
from models.metrics import entropy, softmax
from models.sources import DATA

STRANGE_CELLS = 1500
MIN_CELLS = 5
CONFUSED = "| cells | labelled as | n | called so | otherwise called |\n|---|---|---|---|---|"
STRANGE = (
    "| cells | n | genes of the model's it measures | mean entropy (0 to 1) | mean max p | most frequent answers |\n"
    "|---|---|---|---|---|---|"
)
MARKERS = "CD14 S100A8 S100A9 FCN1 LYZ FCER1A CD1C CLEC10A HLA-DQA1 HLA-DPB1".split()
UNNAMED = {"oligodendroglioma": "malignant oligodendroglioma", "darmanis_test_donors": "hybrid brain cells"}
UNLABELLED = {
    "allen_m1": "motor cortex, 141 genes",
    "atc": "anaplastic thyroid carcinoma biopsy",
    "tnbc": "triple-negative breast carcinoma biopsy",
}


def name_of(allowed: np.ndarray, labels: list[str]) -> str:
    """The words of a label's classes."""
    return " or ".join(labels[c] for c in np.flatnonzero(allowed))


def shares(words: list[str], most: int) -> str:
    """The most frequent words with their shares."""
    return ", ".join(f"{word} {times / len(words):.0%}" for word, times in Counter(words).most_common(most)) or "–"


def confusions(folder: Folder, most: int = 3) -> list[str]:
    """Per test set and label: how many cells are called so, and what the others are called."""
    labels = [term["label"] for term in folder.heads["cell_type"]["classes"]]
    lines = []
    for name, cells in test_sets(folder.symbols).items():
        best = folder.logits(cells)["cell_type"].argmax(axis=1)
        allowed = cells.allowed["cell_type"]
        for kind in np.unique(allowed[allowed.any(axis=1)], axis=0):
            rows = np.flatnonzero((allowed == kind).all(axis=1))
            if len(rows) < MIN_CELLS:
                continue
            right = kind[best[rows]]
            others = Counter(labels[c] for c in best[rows][~right])
            wrong = ", ".join(f"{word} {times / len(rows):.0%}" for word, times in others.most_common(most)) or "–"
            lines.append(f"| {name} | {name_of(kind, labels)} | {len(rows)} | {right.mean():.0%} | {wrong} |")
    return lines


def strange_sets(vocabulary: list[str], data: Path = DATA) -> dict[str, Measured]:
    """Cells of types, tissues or gene panels that no model has learned cell types from."""
    sets, found = test_sets(vocabulary, data), {}
    for source, title in UNNAMED.items():
        cells = sets[source]
        found[title] = cells.take(np.flatnonzero(~cells.allowed["cell_type"].any(axis=1)), title)
    for source, title in UNLABELLED.items():
        found[title] = read_measured(source, vocabulary, data, STRANGE_CELLS)
    return found


def strangers(folder: Folder, most: int = 4) -> list[str]:
    """What is said to cells it cannot know, and how sure it is of that."""
    head = folder.heads["cell_type"]
    labels = [term["label"] for term in head["classes"]]
    lines = []
    for title, cells in strange_sets(folder.symbols).items():
        probability = softmax(folder.logits(cells)["cell_type"], head["temperature"])
        words = [labels[c] for c in probability.argmax(axis=1)]
        lines.append(
            f"| {title} | {len(words):,} | {int(cells.panel.sum()):,} of {len(cells.panel):,} "
            f"| {entropy(probability).mean():.2f} | {probability.max(axis=1).mean():.2f} | {shares(words, most)} |"
        )
    return lines


def doubtful(vocabulary: list[str], data: Path = DATA) -> list[str]:
    """Mean counts per 10,000 of monocytes' and dendritic cells' markers in Zheng's monocytes and in pbmc3k's cells."""
    columns = [vocabulary.index(symbol) for symbol in MARKERS]
    names = [term.label for term in read_classes()["cell_type"]]
    lines = ["| cells | n | " + " | ".join(MARKERS) + " |", "|---|---|" + "---|" * len(MARKERS)]
    for source, label in (
        ("zheng", "classical monocyte"),
        ("pbmc3k", "classical monocyte"),
        ("pbmc3k", "conventional dendritic cell"),
    ):
        cells = read_measured(source, vocabulary, data)
        rows = cells.allowed["cell_type"][:, names.index(label)]
        rates = (1e4 * cells.counts[rows] / cells.totals[rows][:, None])[:, columns].mean(axis=0)
        lines.append(f"| {source}, {label} | {rows.sum()} | " + " | ".join(f"{rate:.1f}" for rate in rates) + " |")
    return lines
