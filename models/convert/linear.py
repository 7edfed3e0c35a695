"""A converted linear classifier as a folder; nothing of it is rounded."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from models.convert.source import Genes, terms
from models.folder import describe_heads, gene_table, write_folder


@dataclass(frozen=True)
class LinearSource:
    """A regression on log1p scores: decision_c = bias_c + sum_j weights[j, c] min((x_j - mean_j) / scale_j, ceiling)."""

    text: dict[str, str]
    genes: Genes
    classes: dict[str, list[str]]
    """Of one head."""
    weights: np.ndarray = field(repr=False)
    """Genes x classes."""
    bias: np.ndarray = field(repr=False)
    mean: np.ndarray = field(repr=False)
    scale: np.ndarray = field(repr=False)
    ceiling: float | None
    target_sum: float
    link: str
    """`softmax`, or `logistic`: a probability a class."""
    total: str = "file"
    """Counts are divided by the total of the `file`'s genes, or of the `model`'s."""
    metrics: dict = field(default_factory=dict)


def write_linear(out: Path, source: LinearSource, text: dict[str, str], species: str, is_in_capitals: bool) -> dict:
    """Writes the folder; the finished manifest. ``is_in_capitals``: mouse symbols all in capitals are found in another case too."""
    [(head, labels)] = source.classes.items()
    described = describe_heads([head], {head: terms(head, labels)}, {head: 1.0})[0]
    dtype = "float32" if np.array_equal(source.weights, source.weights.astype(np.float32)) else "float64"
    arrays = [
        ("weights", source.weights.astype(f"<f{dtype[-2:] == '32' and 4 or 8}")), ("bias", source.bias.astype("<f8")),
        ("mean", source.mean.astype("<f8")), ("scale", source.scale.astype("<f8")),
    ]  # fmt: skip
    tensors, blob = [], b""
    for name, array in arrays:
        blob += b"\0" * (-len(blob) % 8)
        tensors.append({"name": name, "dtype": array.dtype.name, "shape": list(array.shape), "offset": len(blob)})
        blob += array.tobytes()
    encoding = {"name": "log1p", "target_sum": source.target_sum}
    if source.ceiling is not None:
        encoding["ceiling"] = source.ceiling
    if source.total == "model":
        encoding["total"] = "model"
    manifest = {
        "version": "1.0.0",
        **source.text,
        **text,
        "kind": "linear",
        "species": species,
        "genes": len(source.genes),
        **({} if is_in_capitals else {"matching": "as-written"}),
        "encoding": encoding,
        "heads": [{**described, "output": f"decision_{head}", "link": source.link}],
        "tensors": tensors,
        "quantization": {"scheme": dtype, "top1_agreement": 1, "mean_kl": 0, "measured_on": "nothing was quantized"},
        "metrics": source.metrics,
    }
    table = gene_table(source.genes.symbols, source.genes.ensembl, source.genes.aliases, source.genes.scale)
    files = {"genes": ("genes.tsv", table.encode()), "weights": ("weights.bin", blob)}
    card = f"# {manifest['title']}\n\n{manifest['trained_on']}\n\n{manifest['limits']}\n\nMade by `python -m models.convert`.\n"
    return write_folder(out, manifest, files, card)
