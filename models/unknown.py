"""Cells of no class: how many a model is silent on, and how well it tells them from cells of types that it knows.

Real ones are of tumours, cell lines, an embryo, a panel, another species, bulk samples; made ones, of a seed, are shuffled gene names,
Poisson noise and empty droplets.
"""

from __future__ import annotations

import anndata
import numpy as np
import scipy.sparse as sp

from models.genes import Nomenclature, read_hgnc
from models.heldout import Measured, measured_over, read_measured
from models.measure import Folder
from models.metrics import auroc, softmax
from models.profiles import Encoder, read_profiles
from models.sources import DATA, Source, harmonize, read_profiles as read_bulk

CELLS = 300
DROPLET_COUNTS = 500
LEAST_GENES = 0.05  # under this share of its genes the page does not run a model
REAL = {
    "malignant oligodendroglioma": "oligodendroglioma",
    "lung cancer lines, Drop-seq": "sc_mixology_dropseq",
    "embryo, zygote to blastocyst": "yan",
    "motor cortex, 141 genes": "allen_m1",
}
MOUSE = "labelled/tabula_muris_kidney_reads.h5ad"
ABOUT = """\
The share of the cells that each model is silent on, and in brackets the AUROC of these cells against all labelled cells
of the table above: of the distance to the training cells, of 1 - the first probability. Bulk tissues are among the
profiles that were trained on."""


def silence(folder: Folder, cells: Measured) -> tuple[np.ndarray, np.ndarray]:
    """Each cell's outlyingness, and whether the page says that it is like no training cell."""
    profiles = read_profiles(folder.path)
    panels = np.tile(cells.panel, (len(cells.totals), 1))
    values = Encoder(folder.path).features(cells.counts, cells.totals, panels)
    return profiles.outlyingness(values), profiles.is_silent(values)


def made(name: str, counts: np.ndarray, panel: np.ndarray) -> Measured:
    """Cells without labels; counts of genes outside the vocabulary are none."""
    counts = counts.astype(np.float32)
    return Measured(name, counts, counts.sum(axis=1), panel, {}, np.full(len(counts), ""))


def nonsense(vocabulary: list[str]) -> dict[str, Measured]:
    """Cells of the sorted blood with gene names exchanged, noise as deep as they are, and droplets of pbmc3k's mean."""
    random = np.random.default_rng(0)
    blood = read_measured("zheng", vocabulary, most=CELLS)
    genes = np.flatnonzero(blood.panel)
    shuffled = np.zeros_like(blood.counts)
    shuffled[:, random.permutation(genes)] = blood.counts[:, genes]
    depth = blood.counts.sum(axis=1, keepdims=True)

    def noise(rates: np.ndarray) -> np.ndarray:
        counts = np.zeros_like(blood.counts)
        counts[:, genes] = random.poisson(depth * rates / rates.sum(axis=1, keepdims=True))
        return counts

    droplets = read_measured("pbmc3k", vocabulary)
    ambient = droplets.counts.sum(axis=0)
    empty = random.poisson(DROPLET_COUNTS * np.tile(ambient / ambient.sum(), (CELLS, 1)))
    return {
        "blood, gene names shuffled": made("shuffled", shuffled, blood.panel),
        "Poisson noise, all genes alike": made("flat", noise(np.ones((CELLS, len(genes)))), blood.panel),
        "Poisson noise, a random profile a cell": made("noise", noise(random.lognormal(0, 2, (CELLS, len(genes)))), blood.panel),
        "empty droplets of blood, 500 counts": made("empty", empty, droplets.panel),
    }


def mouse(vocabulary: list[str], table: Nomenclature) -> Measured:
    """Kidney cells of mice, their symbols in capitals, as a file looks that hides its species."""
    read = anndata.read_h5ad(DATA / MOUSE)
    genes, counts = harmonize([name.upper() for name in read.var_names], sp.csr_matrix(read.X, dtype=np.float32), table)
    totals = np.asarray(counts.sum(axis=1)).ravel()
    return measured_over(Source("mouse", genes, counts, totals, [""] * read.n_obs, list(read.obs_names)), vocabulary)


def strangers(vocabulary: list[str]) -> dict[str, Measured]:
    """All cells of no class."""
    table = read_hgnc(DATA / "genes" / "hgnc_complete_set.txt.gz")
    found = {title: read_measured(source, vocabulary, most=2 * CELLS) for title, source in REAL.items()}
    glioma = found["malignant oligodendroglioma"]
    found["malignant oligodendroglioma"] = glioma.take(np.flatnonzero(~glioma.allowed["cell_type"].any(axis=1)), glioma.name)
    found["mouse kidney, symbols in capitals"] = mouse(vocabulary, table)
    for title, source in (("bulk samples of islets", "fadista"), ("bulk samples of tissues", "gtex")):
        found[title] = measured_over(read_bulk(source, table), vocabulary)
    return {**found, **nonsense(vocabulary)}


def scores(folder: Folder, cells: Measured) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Whether a model is silent on each cell; its distance; 1 - the first probability."""
    far, silent = silence(folder, cells)
    probability = softmax(folder.logits(cells)["cell_type"], folder.heads["cell_type"]["temperature"])
    return silent, far, 1 - probability.max(axis=1)


def rows(folders: list[Folder], known: list[Measured]) -> str:
    """The table in Markdown; ``known`` are the sets whose labelled cells the others are told from."""
    vocabulary = folders[0].symbols
    labelled = [cells.take(np.flatnonzero(cells.allowed["cell_type"].any(axis=1)), cells.name) for cells in known]
    of_known = [[np.concatenate(one) for one in zip(*(scores(folder, cells) for cells in labelled), strict=True)] for folder in folders]
    lines = ["| cells of no class | n | " + " | ".join(folder.path.name for folder in folders) + " |", "|---|---|" + "---|" * len(folders)]
    for title, cells in strangers(vocabulary).items():
        words = []
        for folder, (_, far, doubt) in zip(folders, of_known, strict=True):
            silent, own_far, own_doubt = scores(folder, cells)
            words.append(f"{silent.mean():.3f} ({auroc(own_far, far):.2f}, {auroc(own_doubt, doubt):.2f})")
        if cells.panel.mean() < LEAST_GENES:
            words = [f"not run: {cells.panel.mean():.1%} of its genes" for _ in folders]
        lines.append(f"| {title} | {len(cells.totals)} | {' | '.join(words)} |")
    return "\n".join([ABOUT, "", *lines])
