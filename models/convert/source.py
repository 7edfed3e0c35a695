"""What a converter understood of a checkpoint."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx

from models.convert.checkpoint import CheckpointError
from models.genes import read_hgnc
from models.labels import HEADS, ClassTerm, read_classes

ENSEMBL = re.compile(r"^ENS[A-Z]*G\d+(\.\d+)?$")


@dataclass(frozen=True)
class Genes:
    """A model's vocabulary: a symbol, an Ensembl id or both for each gene, and what its values are divided by."""

    symbols: list[str]
    ensembl: list[str]
    aliases: list[str]
    scale: np.ndarray

    def __len__(self) -> int:
        return len(self.symbols)


@dataclass(frozen=True)
class Source:
    """A model ready to be written as a folder."""

    text: dict[str, str]
    genes: Genes
    encoding: dict
    inputs: dict[str, str]
    heads: dict[str, list[ClassTerm]]
    width: int
    build: Callable[[], onnx.ModelProto] = field(repr=False)
    """The float32 graph."""
    gradient_at: str
    """The tensor that gradients are taken at: `values`, or the gene tokens' embedding `tokens`."""


def read_genes(path: Path) -> list[str]:
    """Gene names in order: the first column of a text file, or the variables of an .h5ad file."""
    if not path.is_file():
        raise CheckpointError(f"{path} is not a file; give the list of the model's genes.")
    if path.suffix == ".h5ad":
        import anndata

        return list(anndata.read_h5ad(path, backed="r").var_names)
    lines = path.read_text("utf-8").splitlines()
    names = [re.split(r"[\t,]", line)[0].strip() for line in lines]
    return [name for name in names if name and name.lower() not in ("gene", "genes", "symbol", "ensembl_id")]


def name_genes(names: list[str], scale: np.ndarray | None, hgnc: Path | None, symbols: dict[str, str] | None = None) -> Genes:
    """Symbols and Ensembl ids of names that may be either.

    Parameters
    ----------
    hgnc
        HGNC's complete set, gzipped: fills what is missing, and previous symbols.
    symbols
        Ensembl id -> symbol, where the checkpoint brings them.
    """
    table = read_hgnc(hgnc) if hgnc else None
    rows = []
    for name in names:
        is_id = bool(ENSEMBL.match(name))
        ensembl = name.split(".")[0] if is_id else ""
        symbol = (symbols or {}).get(ensembl, "") if is_id else name
        approved = table.approve(name) if table else None
        others: list[str] = []
        if approved:
            gene = table.genes[approved]
            others = [other for other in [approved, *table.aliases(approved)] if other != (symbol or approved)]
            symbol, ensembl = symbol or approved, ensembl or gene.ensembl_id
        rows.append((symbol or name, ensembl, "|".join(others)))
    columns = [list(column) for column in zip(*rows, strict=True)]
    return Genes(*columns, np.ones(len(names), np.float32) if scale is None else scale.astype(np.float32))


def terms(phenotype: str, labels: list[str]) -> list[ClassTerm]:
    """Classes by name, with the ontology ids this project has reviewed."""
    known = {term.label: term.ontology_id for term in read_classes().get(phenotype, [])} if phenotype in HEADS else {}
    if len(set(labels)) != len(labels):
        twice = next(label for label in labels if labels.count(label) > 1)
        raise CheckpointError(f"The class {twice} of {phenotype} is named twice.")
    return [ClassTerm(label, known.get(label, "")) for label in labels]


def wrong_labels(classes: int, named: int) -> CheckpointError:
    """What is said where a classifier's classes are not all named."""
    return CheckpointError(
        f"The classifier has {classes} classes, but {named} are named; name them, one a line, by --labels FILE."
    )


def read_labels(path: Path) -> list[str]:
    """Class names, one a line, in logit order."""
    if not path.is_file():
        raise CheckpointError(f"{path} is not a file; give the class names, one a line.")
    return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
