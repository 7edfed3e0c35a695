"""Real files -> one harmonized training set (``python -m models.prepare OUT.npz``).

The set holds real cells and cluster or bulk profiles over one vocabulary, each with the panel
of genes its file measures, its donor, and the classes its label allows in each head.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from models.genes import Nomenclature, read_hgnc
from models.labels import HEADS, LabelTable, read_labels
from models.library import read_library
from models.sources import DATA, PROFILES, SINGLE, Source, read_kang, read_profiles, read_single
from models.splits import UNKNOWN_DONOR, split_of

SEXED = frozenset({"pbmc3k", "pbmcA", "darmanis", "atc", "tnbc", "zheng", "kang", "vangalen", "colon"})
# The data sets whose panels chose the genes: a later one does not change what a model reads.
CHOSE_GENES = (
    "pbmc3k", "pbmcA", "darmanis", "atc", "tnbc", "sc_mixology_celseq2", "sc_mixology_p1", "sc_mixology_p2", "sc_mixology_p3",
)
KINDS = ("gene with protein product", "RNA, long non-coding", "immunoglobulin gene", "T cell receptor gene")
MIN_SOURCES = 12
MIN_WITH_ATLAS = 3
SEX_GENES = tuple("XIST TSIX RPS4Y1 DDX3Y EIF1AY KDM5D UTY USP9Y ZFY".split())


def choose_vocabulary(panels: list[list[str]], atlas: list[str], table: Nomenclature) -> list[str]:
    """Genes with an Ensembl id that most sets measure, and the atlas's where a few others do too."""
    measured = Counter(symbol for panel in panels for symbol in panel)
    marks = set(atlas)
    keep = []
    for symbol, times in measured.items():
        gene = table.genes[symbol]
        usable = gene.ensembl_id and gene.locus_type in KINDS
        frequent = times >= (MIN_WITH_ATLAS if symbol in marks else MIN_SOURCES)
        if usable and (frequent or symbol in SEX_GENES or symbol.startswith("MT-")):
            keep.append(symbol)
    return sorted(keep)


def donor_sexes(source: Source) -> list[str]:
    """A donor's sex from its own cells: XIST against Y genes summed over them, empty where that is not plain.

    A tumour line may have lost either, so lines are not asked; cells of an unknown donor may be of several.
    """
    columns = {symbol: j for j, symbol in enumerate(source.genes)}
    count = lambda symbols: sum(  # noqa: E731
        (np.asarray(source.counts[:, columns[s]].todense()).ravel() for s in symbols if s in columns),
        np.zeros(len(source)),
    )
    female, male = count(SEX_GENES[:2]), count(SEX_GENES[2:])
    donors = np.array(source.donors)
    words = np.full(len(donors), "", dtype=object)
    for donor in set(donors) - {UNKNOWN_DONOR}:
        rows = donors == donor
        x, y = female[rows].sum(), male[rows].sum()
        if max(x, y) >= 20 and max(x, y) >= 20 * min(x, y):
            words[rows] = "female" if x > y else "male"
    return words.tolist()


@dataclass
class Part:
    """Cells of one file over the vocabulary, with the panel the file measures."""

    name: str
    counts: sp.csr_matrix
    totals: np.ndarray
    panel: np.ndarray
    donors: list[str]
    allowed: dict[str, np.ndarray]


def place(source: Source, vocabulary: list[str], labels: LabelTable) -> Part:
    """A source brought to the vocabulary and its words to classes."""
    index = {symbol: j for j, symbol in enumerate(vocabulary)}
    pairs = [(i, index[symbol]) for i, symbol in enumerate(source.genes) if symbol in index]
    shape = (len(source.genes), len(vocabulary))
    rows, columns = np.array(pairs, dtype=int).reshape(-1, 2).T
    gather = sp.csr_matrix((np.ones(len(pairs), np.float32), (rows, columns)), shape=shape)
    panel = np.zeros(len(vocabulary), dtype=bool)
    panel[columns] = True
    key = "sc_mixology" if source.name.startswith("sc_mixology") else source.name.split("/")[0]
    places = source.words.get("tissue") if key in ("hcl", "cpl") else None
    none = {head: np.zeros((len(source), len(labels.classes[head])), dtype=bool) for head in HEADS}
    for head in HEADS:
        if head in source.words:
            none[head] = labels.allowed(key, head, source.words[head], places if head == "cell_type" else None)
    if source.name in SEXED:
        none["sex"] = labels.allowed("any", "sex", donor_sexes(source))
    if source.name == "gtex":
        none["life_stage"] |= np.array([term.label == "adult stage" for term in labels.classes["life_stage"]])
    counts = sp.csr_matrix(source.counts @ gather)
    counts.sort_indices()
    return Part(source.name, counts, source.totals, panel, source.donors, none)


def training_rows(source: Source) -> Source:
    """Only the cells the splits allow to be trained on."""
    rows = [i for i, donor in enumerate(source.donors) if split_of(source.name, donor) == "train"]
    return source.take(np.array(rows, dtype=int))


def read_training(table: Nomenclature, data: Path = DATA) -> tuple[list[Source], list[Source]]:
    """Real training cells and profiles."""
    names = [name for name in SINGLE if split_of(name, "") == "train"]
    real = [read_single(name, table, data) for name in names] + read_kang(table, data)
    profiles = [read_profiles(name, table, data) for name in PROFILES] + read_library(table, data)
    return [training_rows(source) for source in real], profiles


def pack(parts: list[Part], prefix: str) -> dict[str, np.ndarray]:
    """Flat arrays of parts under one prefix."""
    counts = sp.vstack([part.counts for part in parts]).tocsr()
    integral = bool(np.all(counts.data == np.round(counts.data))) and counts.data.max() < 65536
    packed = {
        "indptr": counts.indptr.astype(np.int64),
        "indices": counts.indices.astype(np.uint16),
        "values": counts.data.astype(np.uint16 if integral else np.float32),
        "totals": np.concatenate([part.totals for part in parts]).astype(np.float32),
        "part": np.repeat(np.arange(len(parts), dtype=np.uint8), [part.counts.shape[0] for part in parts]),
        "names": np.array([part.name for part in parts]),
        "panels": np.packbits(np.stack([part.panel for part in parts]), axis=1),
        "donors": np.array([donor for part in parts for donor in part.donors]),
    }
    for head in HEADS:
        packed[f"allowed_{head}"] = np.concatenate([part.allowed[head] for part in parts])
    return {f"{prefix}_{key}": value for key, value in packed.items()}


def prepare(data: Path = DATA) -> dict[str, np.ndarray]:
    """The whole training set as arrays."""
    table = read_hgnc(data / "genes" / "hgnc_complete_set.txt.gz")
    labels = read_labels()
    real, profiles = read_training(table, data)
    broad = [read_single(name, table, data).genes for name in CHOSE_GENES]
    broad += [source.genes for source in real if source.name == "kang" and len(source.genes) > 8000]
    panels = broad + [source.genes for source in profiles if source.name in PROFILES and source.name != "hcl"]
    vocabulary = choose_vocabulary(panels, profiles[0].genes, table)
    genes = [table.genes[symbol] for symbol in vocabulary]
    return {
        "symbols": np.array(vocabulary),
        "ensembl": np.array([gene.ensembl_id for gene in genes]),
        "aliases": np.array(["|".join(table.aliases(symbol)) for symbol in vocabulary]),
        "locations": np.array([gene.location for gene in genes]),
        **pack([place(source, vocabulary, labels) for source in real if len(source)], "real"),
        **pack([place(source, vocabulary, labels) for source in profiles], "profile"),
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    packed = prepare()
    np.savez_compressed(arguments.out, **packed)
    print(f"{len(packed['symbols'])} genes, {len(packed['real_totals'])} cells, {len(packed['profile_totals'])} profiles")


if __name__ == "__main__":
    main()
