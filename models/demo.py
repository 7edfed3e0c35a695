"""Mean profiles of nine blood cell types, from which a demo file is simulated (``python -m models.demo``)."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from models.genes import read_hgnc
from models.linear import anova
from models.sources import DATA, read_single

OUT = Path(__file__).parent / "demo_profiles.tsv"
GENES = 3600
SOURCE = (
    "# Mean counts per 10,000 of the cell types of the 3k PBMC data set of 10x Genomics (CC BY 4.0), "
    "symbols brought to HGNC; first row: cells averaged."
)


def choose(counts: np.ndarray, kinds: np.ndarray, symbols: list[str]) -> np.ndarray:
    """Mitochondrial genes, the genes that tell the types apart, and the most expressed."""
    share = np.log1p(1e4 * counts / counts.sum(axis=1, keepdims=True))
    f = anova(share - share.mean(axis=0), kinds[:, None] == np.unique(kinds)[None, :])
    keep = np.array([symbol.startswith("MT-") for symbol in symbols])
    keep[np.argsort(-counts.sum(axis=0))[: GENES // 2]] = True
    for gene in np.argsort(-f, kind="stable"):
        if keep.sum() >= GENES:
            break
        keep[gene] = True
    return np.flatnonzero(keep)


def main() -> None:
    """Writes the table."""
    source = read_single("pbmc3k", read_hgnc(DATA / "genes" / "hgnc_complete_set.txt.gz"))
    counts = np.asarray(source.counts.todense())
    kinds = np.array(source.words["cell_type"])
    names, times = np.unique(kinds, return_counts=True)
    chosen = sorted(choose(counts, kinds, source.genes), key=lambda j: source.genes[j])
    rates = 1e4 * counts / source.totals[:, None]
    means = np.stack([rates[kinds == name].mean(axis=0) for name in names], axis=1)
    lines = [SOURCE, "\t".join(["symbol", *names]), "\t".join(["cells", *map(str, times)])]
    lines += ["\t".join([source.genes[j], *(f"{v:.4g}" for v in np.round(means[j], 3))]) for j in chosen]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
