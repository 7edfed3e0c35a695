"""Cells as training sees them: real ones thinned and re-panelled, drawn ones around profiles.

The set of genes a file measures would give its study away, so panels are exchanged at random:
a model that must work on any file must not know where a cell comes from by what is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.atlas import Atlas, Table
from models.encode import dense_rows

ATLAS_TOTAL = 1e5  # the Human Cell Landscape's profiles are counts per 100,000


@dataclass
class Draw:
    """A batch: counts (0 where unmeasured), measured genes, totals, and the classes allowed per head."""

    counts: np.ndarray
    measured: np.ndarray
    totals: np.ndarray
    allowed: dict[str, np.ndarray]


class Drawer:
    """Draws training cells from an atlas."""

    def __init__(self, atlas: Atlas, seed: int):
        self.atlas = atlas
        self.random = np.random.default_rng(seed)
        names = atlas.profiles.names.tolist()
        self._atlas_panel = atlas.profiles.panels[names.index("hcl")] if "hcl" in names else None
        self._background = self._neutral_background()

    def _neutral_background(self) -> np.ndarray | None:
        """Geometric mean over bulk tissues: what genes outside the cluster profiles' panel look like anywhere."""
        table = self.atlas.profiles
        bulk = np.flatnonzero(table.sources() == "gtex")
        if not len(bulk):
            return None
        rates = dense_rows(table.counts, bulk)
        rates /= rates.sum(axis=1, keepdims=True)
        mean = np.exp(np.log(rates + 1e-7).mean(axis=0)) - 1e-7
        return np.maximum(mean, 0)

    def _panel(self, own: np.ndarray) -> np.ndarray:
        """A panel for a cell that measures ``own``."""
        u = self.random.random()
        if u < 0.45:
            return own
        if u < 0.6 and self._atlas_panel is not None:
            other = self._atlas_panel
        elif u < 0.8:
            panels = self.atlas.real.panels
            other = panels[self.random.integers(len(panels))]
        else:
            other = self.random.random(len(own)) < self.random.uniform(0.2, 0.9)
        both = own & other
        return both if both.sum() >= 300 else own

    def _apply(self, counts: np.ndarray, total: float, own: np.ndarray, fill: bool) -> tuple:
        """Panel, counts and total of one cell; ``fill`` measures the missing genes as zeros first."""
        start = np.ones_like(own) if fill else own
        panel = self._panel(start)
        counts = np.where(panel, counts, 0).astype(np.float32)
        file_total = counts.sum() if self.random.random() < 0.4 else total
        return counts, panel, max(float(file_total), 1.0)

    def real(self, table: Table, rows: np.ndarray) -> Draw:
        """Real cells, some thinned to lower depth."""
        counts = dense_rows(table.counts, rows)
        measured = np.empty(counts.shape, dtype=bool)
        totals = np.empty(len(rows), dtype=np.float32)
        for i, row in enumerate(rows):
            cell, total = counts[i], float(table.totals[row])
            if self.random.random() < 0.5:
                keep = np.exp(self.random.uniform(np.log(0.15), 0))
                cell = self.random.binomial(cell.astype(np.int64), keep).astype(np.float32)
                total *= keep
            own = table.panels[table.part[row]]
            fill = own.sum() > 0.6 * len(own) and self.random.random() < 0.5
            counts[i], measured[i], totals[i] = self._apply(cell, total, own, fill)
        return Draw(counts, measured, totals, {head: m[rows] for head, m in table.allowed.items()})

    def _rates(self, table: Table, row: int) -> tuple[np.ndarray, np.ndarray, bool]:
        """Expected share of the library per gene, the panel, and whether missing genes were filled in."""
        profile = dense_rows(table.counts, np.array([row]))[0]
        own = table.panels[table.part[row]]
        if table.names[table.part[row]] != "hcl":
            return profile / profile.sum(), own, False
        rates = profile / max(ATLAS_TOTAL, profile.sum())
        if self._background is None or self.random.random() < 0.4:
            return rates, own, False
        rest = np.where(own, 0, self._background)
        return rates + rest / rest.sum() * (1 - rates.sum()), np.ones_like(own), True

    def drawn(self, table: Table, rows: np.ndarray) -> Draw:
        """Simulated cells: gamma-Poisson counts around a profile, of realistic depth, with some ambient RNA."""
        genes = len(self.atlas.symbols)
        counts = np.zeros((len(rows), genes), dtype=np.float32)
        measured = np.empty(counts.shape, dtype=bool)
        totals = np.empty(len(rows), dtype=np.float32)
        for i, row in enumerate(rows):
            rates, own, _ = self._rates(table, row)
            ambient = self.random.uniform(0, 0.1)
            mates = np.flatnonzero(table.part == table.part[row])
            soup, panel, _ = self._rates(table, self.random.choice(mates))
            rates = np.where(own, (1 - ambient) * rates + ambient * np.where(panel, soup, rates), 0)
            depth = np.exp(self.random.normal(np.log(2500), 0.7))
            live = np.flatnonzero(rates)
            shape = 1 / self.random.uniform(0.2, 0.8)
            jitter = self.random.gamma(shape, 1 / shape, size=len(live)) * np.exp(self.random.normal(0, 0.3, len(live)))
            cell = np.zeros(genes, dtype=np.float32)
            cell[live] = self.random.poisson(depth * rates[live] * jitter)
            counts[i], measured[i], totals[i] = self._apply(cell, max(depth, cell.sum()), own, False)
        return Draw(counts, measured, totals, {head: m[rows] for head, m in table.allowed.items()})
