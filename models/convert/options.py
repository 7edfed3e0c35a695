"""What the command line may say about a checkpoint that its files do not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """Everything optional; a converter reads what concerns it."""

    genes: Path | None = None
    """PolyGene: gene names in the model's order (v1), or those to keep (DistilBERT kind)."""
    edges: tuple[float, ...] | None = None
    """PolyGene: bin edges, where not the published ones."""
    scale: str = "log1p"
    """PolyGene: what is binned, `log1p` or `counts`."""
    phenotypes: tuple[str, ...] | None = None
    """PolyGene, DistilBERT kind: phenotypes the model was trained with."""
    max_length: int | None = None
    """Tokens a cell at most, special ones counted."""
    labels: Path | None = None
    """A classifier's class names, one a line."""
    phenotype: str = "cell_type"
    """What a classifier tells."""
    dictionaries: Path | None = None
    """Geneformer: folder of its dictionaries, where not the checkpoint's."""
    pool: str | None = None
    """Geneformer: `mean` of the gene tokens or the `cls` token."""
    layer: int = -1
    """Geneformer: the embedding's layer, 0 for the last, -1 for the one before."""
    batch: str | None = None
    """scANVI: the batch of the registry that cells are taken to be of; a new one unless said."""
    reference: Path | None = None
    """SCimilarity: labelled cells, counts in an .h5ad file, for the centroids."""
    reference_column: str = "cell_type"
    """SCimilarity: the column of obs with their types."""
    hgnc: Path | None = None
    """HGNC's table, to fill in symbols, Ensembl ids and aliases."""
