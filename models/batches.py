"""Token batches for the transformer, drawn while it trains."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.atlas import Atlas, Table
from models.draw import Draw, Drawer
from models.encode import gene_values
from models.fit import load
from models.labels import HEADS
from models.linear import affine_logits, anova, center, scores_of
from models.metrics import softmax
from models.sampling import balanced_rows

MASKED_VALUE = -1.0


@dataclass
class Batch:
    """What one step sees: inputs, the classes allowed, which heads to ask, the values hidden.

    ``taught`` are a teacher's cell-type probabilities, cells x classes.
    """

    genes: np.ndarray
    values: np.ndarray
    mask: np.ndarray
    phenotypes: np.ndarray
    allowed: dict[str, np.ndarray]
    asked: np.ndarray
    true_values: np.ndarray
    hidden: np.ndarray
    taught: np.ndarray | None = None


def join(first: Draw, second: Draw) -> Draw:
    """Two draws as one."""
    both = lambda a, b: np.concatenate([a, b])  # noqa: E731
    allowed = {head: both(first.allowed[head], second.allowed[head]) for head in HEADS}
    return Draw(
        both(first.counts, second.counts),
        both(first.measured, second.measured),
        both(first.totals, second.totals),
        allowed,
    )


class Teacher:
    """A fitted linear atlas: it sees every measured gene of a cell, of which the network gets the first few."""

    def __init__(self, path: Path):
        self.mean, heads = load(path)
        self.head = heads["cell_type"]

    def cell_types(self, draw: Draw) -> np.ndarray:
        """Cell-type probabilities of a draw."""
        return softmax(affine_logits(scores_of(draw), self.mean, self.head)).astype(np.float32)


class Batches:
    """An endless source of training batches."""

    def __init__(self, atlas: Atlas, config: dict, scale: np.ndarray, seed: int, teacher: Teacher | None = None):
        self.config, self.scale, self.teacher = config, scale, teacher
        self.drawer = Drawer(atlas, seed)
        self.random = np.random.default_rng(seed + 1)
        self.profiles = atlas.profiles
        self.real: Table = atlas.real.take(np.flatnonzero(~np.isin(atlas.real.sources(), config["exclude"])))

    def _phenotypes(self, allowed: dict[str, np.ndarray], cells: int) -> tuple[np.ndarray, np.ndarray]:
        """Phenotype tokens (0 masked, class + 1 given) and which heads are asked for."""
        given = np.zeros((cells, len(HEADS)), dtype=np.int32)
        asked = np.zeros((cells, len(HEADS)), dtype=bool)
        tell = self.random.random(cells) < self.config["given_cells"]
        for h, head in enumerate(HEADS):
            single = allowed[head].sum(axis=1) == 1
            told = single & tell & (self.random.random(cells) < self.config["given_heads"])
            given[told, h] = allowed[head][told].argmax(axis=1) + 1
            asked[:, h] = allowed[head].any(axis=1) & ~told
        return given, asked

    def next(self) -> Batch:
        """One batch."""
        size = self.config["batch"]
        many_real = int(size * self.config["real_share"])
        draw = join(
            self.drawer.real(self.real, balanced_rows(self.real, many_real, self.random)),
            self.drawer.drawn(self.profiles, balanced_rows(self.profiles, size - many_real, self.random)),
        )
        length = self.config["max_genes"]
        if self.random.random() < self.config["short_share"]:
            length = int(self.random.integers(24, length))
        genes, values, mask = gene_values(draw.counts, draw.totals, self.scale, length)
        hidden = (self.random.random(values.shape) < self.config["hidden_values"]) & (mask > 0)
        given, asked = self._phenotypes(draw.allowed, size)
        shown = np.where(hidden, np.float32(MASKED_VALUE), values)
        taught = self.teacher.cell_types(draw) if self.teacher else None
        return Batch(genes, shown, mask, given, draw.allowed, asked, values, hidden, taught)


def token_scale(atlas: Atlas, power: float, seed: int, cells: int = 4000) -> np.ndarray:
    """What a gene's value is divided by to order tokens: its median positive value, less for telling genes.

    A gene's weight is the percentile of its analysis-of-variance F between cell types, so that
    among equal values the genes that tell types apart enter first.
    """
    random = np.random.default_rng(seed)
    drawer = Drawer(atlas, seed)
    draw = join(
        drawer.real(atlas.real, balanced_rows(atlas.real, cells // 2, random)),
        drawer.drawn(atlas.profiles, balanced_rows(atlas.profiles, cells // 2, random)),
    )
    values = np.log1p(1e4 * draw.counts / draw.totals[:, None])
    values[values <= 0] = np.nan
    typical = np.array([np.nanmedian(column) if np.isfinite(column).any() else np.nan for column in values.T])
    typical = np.nan_to_num(typical, nan=float(np.nanmedian(typical)))
    scores = scores_of(draw)
    center(scores)
    f = anova(scores, draw.allowed["cell_type"])
    percentile = f.argsort().argsort() / (len(f) - 1)
    return (typical / np.exp(power * (percentile - 0.5))).astype(np.float32)
