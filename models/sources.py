"""Reads the real files into one form: counts over approved symbols, words, donors, panels."""

from __future__ import annotations

import os
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import anndata
import numpy as np
import scipy.sparse as sp

from models.genes import Nomenclature

DATA = Path(os.environ.get("PHENOLENS_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


@dataclass
class Source:
    """Cells (or profiles) of one file.

    ``counts`` is cells x ``genes`` (approved symbols, each once), ``totals`` the sum over all genes of the file.
    """

    name: str
    genes: list[str]
    counts: sp.csr_matrix
    totals: np.ndarray
    donors: list[str]
    cells: list[str]
    words: dict[str, list[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return self.counts.shape[0]

    def take(self, rows: np.ndarray) -> Source:
        """The cells of the given rows."""
        pick = lambda values: [values[i] for i in rows]  # noqa: E731
        words = {key: pick(value) for key, value in self.words.items()}
        return Source(
            self.name, self.genes, self.counts[rows], self.totals[rows], pick(self.donors), pick(self.cells), words
        )


def harmonize(names: list[str], counts: sp.csr_matrix, table: Nomenclature) -> tuple[list[str], sp.csr_matrix]:
    """Columns renamed to approved symbols, those of one gene summed, unknown ones left out."""
    approved = [table.approve(name) for name in names]
    genes = list(dict.fromkeys(symbol for symbol in approved if symbol))
    index = {symbol: j for j, symbol in enumerate(genes)}
    rows = [i for i, symbol in enumerate(approved) if symbol]
    columns = [index[approved[i]] for i in rows]
    gather = sp.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(names), len(genes)))
    return genes, sp.csr_matrix(counts @ gather)


def read_source(name: str, file: str, table: Nomenclature, words: dict[str, str], data: Path = DATA) -> Source:
    """One file; ``words`` maps a head to the obs column that holds its words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = anndata.read_h5ad(data / file)
    counts = sp.csr_matrix(read.X, dtype=np.float32)
    genes, harmonized = harmonize(list(read.var_names), counts, table)
    donors = read.obs["donor"].astype(str).tolist() if "donor" in read.obs else [name] * read.n_obs
    totals = np.asarray(counts.sum(axis=1)).ravel().astype(np.float32)
    columns = {head: read.obs[column].astype(str).tolist() for head, column in words.items()}
    return Source(name, genes, harmonized, totals, donors, list(read.obs_names), columns)


TYPED = {"cell_type": "cell_type", "tissue": "tissue", "disease": "disease", "life_stage": "tissue"}
PLACED = {"tissue": "tissue", "disease": "disease"}
KANG = (
    "labelled/kang_harmony_counts.h5ad",
    "labelled/kang_ctrl8684_2511g_counts.h5ad",
    "labelled/kang_ctrl12261_1287g_counts.h5ad",
    "labelled/kang_stim_ctrl1556_1267g_counts.h5ad",
)
SINGLE = {
    "pbmc3k": ("pbmc3k_counts", TYPED),
    "pbmcA": ("pbmcA_unlabelled_counts", {**PLACED, "life_stage": "tissue"}),
    "darmanis": ("darmanis_brain_counts", {**TYPED, "life_stage": "age"}),
    "atc": ("atc_numbat_counts", PLACED),
    "tnbc": ("tnbc_copykat_counts", PLACED),
    "sc_mixology_celseq2": ("sc_mixology_sc_celseq2", TYPED),
    "sc_mixology_p1": ("sc_mixology_sc_celseq2_5cl_p1", TYPED),
    "sc_mixology_p2": ("sc_mixology_sc_celseq2_5cl_p2", TYPED),
    "sc_mixology_p3": ("sc_mixology_sc_celseq2_5cl_p3", TYPED),
    "zheng": ("zheng_sorted_pbmc_counts", TYPED),
    "oligodendroglioma": ("oligodendroglioma_counts", TYPED),
    "sc_mixology_dropseq": ("sc_mixology_sc_dropseq", TYPED),
    "allen_m1": ("allen_m1_76k_141g_counts", {**TYPED, "sex": "sex"}),
    "vangalen": ("vangalen_marrow_aml_counts", {**TYPED, "cell_type": "cell_type_by_marker"}),
    "colon": ("colon_epithelium_tumour_normal_counts", TYPED),
    "zilionis": ("zilionis_lung_tumour_DC_counts", {"cell_type": "cell_type", "tissue": "tissue"}),
    "segerstolpe": (
        "segerstolpe_pancreas_2000g_reads",
        {"cell_type": "cell_type", "tissue": "tissue", "life_stage": "tissue"},
    ),
    "pollen": ("pollen_human_npc_cortex_reads", {head: "cell_type" for head in ("cell_type", "tissue", "life_stage")}),
    "yan": ("yan_human_embryo_rpkm", {"cell_type": "cell_type"}),
}
PROFILES = {
    "hcl": ("hcl_reference_clusters", {"cell_type": "cell_type", "tissue": "tissue_raw", "life_stage": "tissue_raw"}),
    "gtex": ("gtex_v8_tissue_bulk", {"tissue": "tissue"}),
    "hpa": ("hpa_tissue_bulk", {"tissue": "tissue", "cell_type": "tissue"}),
    "fadista": ("fadista_islet_bulk_counts", {"tissue": "tissue", "sex": "sex"}),
}


def read_single(name: str, table: Nomenclature, data: Path = DATA) -> Source:
    """A single-cell data set by its short name."""
    file, words = SINGLE[name]
    return read_source(name, f"labelled/{file}.h5ad", table, words, data)


def read_profiles(name: str, table: Nomenclature, data: Path = DATA) -> Source:
    """A set of profiles; the Human Cell Landscape's words are cut before their first underscore."""
    file, words = PROFILES[name]
    source = read_source(name, f"bulk/{file}.h5ad", table, words, data)
    if name == "hcl":
        cut = [" ".join(word.replace("&#10;", "").split("_")[0].split()) for word in source.words["cell_type"]]
        source.words["cell_type"] = cut
    return source


def barcode(name: str, condition: str) -> tuple[str, str]:
    """What makes a Kang cell the same cell in every file it recurs in."""
    return condition, name.removeprefix("ctrl_").removeprefix("stim_")


def read_kang(table: Nomenclature, data: Path = DATA) -> list[Source]:
    """Kang's cells, each once, from the file that measures most of its genes."""
    seen: set[tuple[str, str]] = set()
    parts = []
    for file in KANG:
        source = read_source("kang", file, table, {**TYPED, "condition": "condition"}, data)
        keys = [barcode(cell, c) for cell, c in zip(source.cells, source.words["condition"], strict=True)]
        rows = np.array([i for i, key in enumerate(keys) if key not in seen])
        seen.update(keys)
        parts.append(source.take(rows))
    return parts
