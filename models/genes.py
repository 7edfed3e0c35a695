"""The human gene nomenclature: any symbol of any age to the approved one."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Gene:
    """An approved gene with what else it is called."""

    symbol: str
    ensembl_id: str
    others: tuple[str, ...]
    location: str
    locus_type: str


class Nomenclature:
    """HGNC's table, asked by symbol.

    A previous or alias symbol counts only when it names one gene and is nobody's approved symbol.

    Examples
    --------
    >>> Nomenclature([Gene("KMT2A", "ENSG00000118058", ("MLL",), "11q23.3", "")]).approve("MLL")
    'KMT2A'
    """

    def __init__(self, genes: list[Gene]):
        self.genes = {gene.symbol: gene for gene in genes}
        uses = Counter(other for gene in genes for other in set(gene.others))
        self._other = {
            other: gene.symbol
            for gene in genes
            for other in gene.others
            if uses[other] == 1 and other not in self.genes
        }
        self._ensembl = {gene.ensembl_id: gene.symbol for gene in genes if gene.ensembl_id}

    def approve(self, name: str) -> str | None:
        """The approved symbol behind a symbol or Ensembl id, or None."""
        if name in self.genes:
            return name
        bare = name.split(".")[0]
        return self._other.get(name) or self._ensembl.get(bare) or (bare if bare in self.genes else None)

    def aliases(self, symbol: str) -> list[str]:
        """Unambiguous previous and alias symbols of an approved symbol."""
        return [other for other in self.genes[symbol].others if self._other.get(other) == symbol]


def read_hgnc(path: Path) -> Nomenclature:
    """HGNC's complete set (CC0), gzipped, withdrawn entries left out."""
    genes = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["status"] != "Approved":
                continue
            others = [part for key in ("prev_symbol", "alias_symbol") for part in row[key].split("|") if part]
            clean = tuple(dict.fromkeys(part.strip() for part in others if "\t" not in part))
            genes.append(
                Gene(row["symbol"], row["ensembl_gene_id"], clean, row["location"], row["locus_type"])
            )
    return Nomenclature(genes)
