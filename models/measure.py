"""A model folder asked as the page asks it, and its numbers on measured cells."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from models.encode import gene_values, rank_normal
from models.export import run, session
from models.folder import check_folder, read_tensors
from models.heldout import Measured
from models.labels import read_classes
from models.linear import AffineHead, affine_logits
from models.metrics import score, softmax

# Coarser readings of the cell-type head: lists of classes that count as one; others stay as they are.
BROAD = {
    "T cell": ("CD4-positive, alpha-beta T cell", "CD8-positive, alpha-beta T cell"),
    "monocyte": ("classical monocyte", "non-classical monocyte"),
}
FINE = {"monocyte": BROAD["monocyte"]}
BLOOD = ("zheng", "zheng but monocytes", "kang", "kang_test_donors", "pbmc3k")
READINGS = {"own classes": {}, "broad": BROAD, "CD4 and CD8 apart": FINE}


def merge(matrix: np.ndarray, labels: list[str], groups: dict[str, tuple[str, ...]]) -> np.ndarray:
    """Columns of one group summed; the others kept, groups last."""
    grouped = {label for members in groups.values() for label in members}
    alone = [i for i, label in enumerate(labels) if label not in grouped]
    columns = [matrix[:, alone]]
    for members in groups.values():
        columns.append(matrix[:, [labels.index(label) for label in members]].sum(axis=1, keepdims=True))
    return np.concatenate(columns, axis=1)


class Folder:
    """A model folder, asked for logits of measured cells."""

    def __init__(self, path: Path):
        self.path, self.manifest = path, check_folder(path)
        with (path / "genes.tsv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.symbols = [row["symbol"] for row in rows]
        self.scale = np.array([float(row["scale"]) for row in rows], dtype=np.float32)
        self.heads = {head["phenotype"]: head for head in self.manifest["heads"]}
        self.model = None

    def logits(self, cells: Measured, given: np.ndarray | None = None) -> dict[str, np.ndarray]:
        """Logits per head, before the temperature.

        ``given`` are phenotype tokens, cells x heads (0 masked, class + 1), for models that read them.
        """
        return self._linear(cells) if self.manifest["kind"] == "linear" else self._onnx(cells, given)

    def _linear(self, cells: Measured) -> dict[str, np.ndarray]:
        arrays = {name: array.astype(np.float32) for name, array in read_tensors(self.path, self.manifest).items()}
        scores = np.stack([rank_normal(row, cells.panel) for row in cells.counts])
        whole = affine_logits(scores, arrays["mean"], AffineHead(arrays["weights"], arrays["bias"]))
        sizes = np.cumsum([len(head["classes"]) for head in self.heads.values()])[:-1]
        return dict(zip(self.heads, np.split(whole, sizes, axis=1), strict=True))

    def _onnx(self, cells: Measured, given: np.ndarray | None, batch: int = 64) -> dict[str, np.ndarray]:
        if self.model is None:
            self.model = session((self.path / "predict.onnx").read_bytes())
        given = np.zeros((len(cells.totals), len(self.heads))) if given is None else given
        outputs = [head["output"] for head in self.heads.values()]
        limit = self.manifest["encoding"]["max_genes"]
        parts = []
        for first in range(0, len(given), batch):
            rows = slice(first, first + batch)
            tokens = gene_values(cells.counts[rows], cells.totals[rows], self.scale, limit)
            parts.append(run(self.model, *tokens, given[rows], outputs))
        return {head: np.concatenate(column) for head, column in zip(self.heads, zip(*parts, strict=True), strict=True)}


def right_classes(cells: Measured, labels: list[str]) -> np.ndarray:
    """Cells x a model's cell types: those that a cell's label allows, by name; a class that is not among today's is never right."""
    places = {term.label: i for i, term in enumerate(read_classes()["cell_type"])}
    allowed = np.zeros((len(cells.totals), len(labels)), bool)
    for j, label in enumerate(labels):
        if label in places:
            allowed[:, j] = cells.allowed["cell_type"][:, places[label]]
    return allowed


def readings_of(phenotype: str, name: str) -> dict[str, dict]:
    """The readings a head is scored at on a data set: blood's cell types also at the coarser ones."""
    return READINGS if phenotype == "cell_type" and name in BLOOD else {"own classes": {}}


def measure(logits: dict[str, np.ndarray], heads: dict[str, dict], cells: Measured) -> dict:
    """Numbers per head, for the cell-type head also at the coarser readings that blood is scored by."""
    found: dict = {}
    for phenotype, matrix in logits.items():
        allowed = cells.allowed[phenotype]
        if not allowed.any():
            continue
        head = heads[phenotype]
        probability = softmax(matrix, head["temperature"])
        labels = [term["label"] for term in head["classes"]]
        for reading, groups in readings_of(phenotype, cells.name).items():
            merged = merge(allowed.astype(float), labels, groups) > 0
            found[f"{phenotype}, {reading}"] = score(merge(probability, labels, groups), merged)
    return found


def row(name: str, what: str, numbers: dict) -> str:
    """A line of the table in Markdown."""
    low, high = numbers["interval"]
    return (
        f"| {name} | {what} | {numbers['cells']:,} | {numbers['accuracy']:.3f} [{low:.3f}, {high:.3f}] "
        f"| {numbers['macro_f1']:.3f} | {numbers['top3']:.3f} | {numbers['ece']:.3f} |"
    )


HEADER = (
    "| cells | head, reading | n | accuracy [95% interval] | macro F1 | top-3 | ECE |\n|---|---|---|---|---|---|---|"
)


def table(results: dict[str, dict]) -> str:
    """Markdown table of measure()'s results by data set."""
    lines = [row(name, what, numbers) for name, found in results.items() for what, numbers in found.items()]
    return "\n".join([HEADER, *lines])
