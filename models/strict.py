"""The transformer's strict score beside the one that PolyGene's authors publish (science.md, section 1.3).

Strict: every phenotype masked, only the phenotype's own classes compete, the name must be the label's.
Published: the cell's other phenotypes are given as tokens, and a name counts where it matches the
label's in part (rapidfuzz's partial ratio of 90 or more), so that "monocyte" finds "classical monocyte".
"""

from __future__ import annotations

import numpy as np
from rapidfuzz.fuzz import partial_ratio

from models.measure import Folder, right_classes
from models.heldout import Measured, test_sets
from models.metrics import wilson

ALIKE = 90.0
DEEPEST = 3
HEADER = (
    "| cells | phenotype | n | strict top-1 [95%] | strict top-3 | published top-1 [95%] | published top-3 |\n"
    "|---|---|---|---|---|---|---|"
)


def given_tokens(cells: Measured, heads: list[str], target: str, labels: list[str] | None = None) -> np.ndarray:
    """Tokens of every phenotype with a plain label but the target's, cells x heads (0 masked, class + 1).

    ``labels`` are the model's cell types.
    """
    tokens = np.zeros((len(cells.totals), len(heads)), dtype=np.int32)
    for h, head in enumerate(heads):
        allowed = cells.allowed[head] if labels is None or head != "cell_type" else right_classes(cells, labels)
        plain = allowed.sum(axis=1) == 1
        if head != target:
            tokens[plain, h] = allowed[plain].argmax(axis=1) + 1
    return tokens


def alike(names: list[str]) -> np.ndarray:
    """Which pairs of names match in part."""
    return np.array([[partial_ratio(a, b) >= ALIKE for b in names] for a in names])


def top_hits(logits: np.ndarray, accepted: np.ndarray, depth: int) -> np.ndarray:
    """Whether an accepted class is among the best ``depth``, per cell."""
    order = np.argsort(-logits, axis=1, kind="stable")[:, :depth]
    return np.take_along_axis(accepted, order, axis=1).any(axis=1)


def share(hits: np.ndarray) -> str:
    """A share with Wilson's interval."""
    low, high = wilson(int(hits.sum()), len(hits))
    return f"{hits.mean():.3f} [{low:.3f}, {high:.3f}]"


def rows(folder: Folder) -> list[str]:
    """Lines of the table: labelled phenotypes of every test set, both ways."""
    heads, lines = list(folder.heads), []
    types = [term["label"] for term in folder.heads["cell_type"]["classes"]]
    for name, cells in test_sets(folder.symbols).items():
        blind = folder.logits(cells)
        for head in heads:
            names = [term["label"] for term in folder.heads[head]["classes"]]
            allowed = right_classes(cells, names) if head == "cell_type" else cells.allowed[head]
            known = allowed.any(axis=1)
            if not known.any() or len(folder.heads[head]["classes"]) < DEEPEST:
                continue
            exact = allowed[known]
            told = folder.logits(cells, given_tokens(cells, heads, head, types))[head][known]
            close = exact @ alike(names)
            strict, published = blind[head][known], told
            lines.append(
                f"| {name} | {head} | {known.sum():,} | {share(top_hits(strict, exact, 1))} "
                f"| {top_hits(strict, exact, DEEPEST).mean():.3f} | {share(top_hits(published, close, 1))} "
                f"| {top_hits(published, close, DEEPEST).mean():.3f} |"
            )
    return lines
