"""Command line: ``python -m models.convert KIND CHECKPOINT OUT_DIR``."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import fields
from pathlib import Path

from models.convert.bert import convert_bert
from models.convert.celltypist import convert_celltypist, convert_popv
from models.convert.checkpoint import CheckpointError
from models.convert.folder import drawn_cells, read_cells, write
from models.convert.geneformer import convert_geneformer
from models.convert.linear import LinearSource, write_linear
from models.convert.options import Options
from models.convert.polygene import convert_polygene
from models.convert.scanvi import convert_scanvi
from models.convert.scgpt import convert_scgpt
from models.convert.scimilarity import convert_scimilarity
from models.convert.species import is_in_capitals, species_of
from models.schemes import SCHEMES

KINDS = {
    "polygene": convert_polygene, "geneformer": convert_geneformer, "scgpt": convert_scgpt, "bert": convert_bert,
    "celltypist": convert_celltypist, "popv": convert_popv, "scanvi": convert_scanvi, "scimilarity": convert_scimilarity,
}  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    made = argparse.ArgumentParser(prog="python -m models.convert", description="A published checkpoint -> a model folder.")
    made.add_argument("kind", choices=KINDS)
    made.add_argument("checkpoint", type=Path, help="the checkpoint as published: its folder, or its file")
    made.add_argument("out", type=Path, help="model folder to write")
    made.add_argument("--genes", type=Path, help="genes in the model's order where it names none, or those to keep; text or .h5ad")
    numbers = lambda text: tuple(float(part) for part in text.split(","))  # noqa: E731
    made.add_argument("--edges", type=numbers, help="polygene: bin edges")
    made.add_argument("--scale", choices=("log1p", "counts"), default="log1p", help="polygene: what is binned")
    words = lambda text: tuple(text.split(","))  # noqa: E731
    made.add_argument("--phenotypes", type=words, help="polygene, DistilBERT kind: those trained with")
    made.add_argument("--max-length", type=int, help="tokens a cell at most, special ones counted")
    made.add_argument("--labels", type=Path, help="a classifier's class names, one a line")
    made.add_argument("--phenotype", default="cell_type", help="what a classifier tells")
    made.add_argument("--dictionaries", type=Path, help="geneformer: folder of its dictionaries")
    made.add_argument("--pool", choices=("mean", "cls"), help="geneformer, bert: the embedding")
    made.add_argument("--layer", type=int, default=-1, help="geneformer, bert: the embedding's layer, 0 the last")
    made.add_argument("--batch", help="scanvi: the batch of the registry that cells are taken to be of; else a new one")
    made.add_argument("--reference", type=Path, help="scimilarity: .h5ad of labelled counts, for centroids")
    made.add_argument("--reference-column", default="cell_type", help="scimilarity: the column of obs with their types")
    made.add_argument("--hgnc", type=Path, help="hgnc_complete_set.txt.gz, to fill in symbols, Ensembl ids and aliases")
    made.add_argument("--species", choices=("human", "mouse", "other"), help="else found from the genes")
    made.add_argument("--name", help="the model's name; else that of OUT_DIR")
    for field in ("title", "license", "citation", "trained-on", "limits"):
        made.add_argument(f"--{field}", help="of the model card, where not the published one")
    made.add_argument("--cells", type=Path, help=".h5ad with counts to measure the quantization's drift on")
    made.add_argument("--drift-cells", type=int, default=16, help="how many of them")
    made.add_argument("--weights", choices=SCHEMES, help="how they are stored; int8 unless said, of scanvi float32")
    made.add_argument("--no-gradient", action="store_true", help="write no gradient graph")
    return made


def main(arguments: list[str]) -> None:
    """Converts, and says in one line what was written."""
    given = parser().parse_args(arguments)
    options = Options(**{field.name: getattr(given, field.name) for field in fields(Options)})
    source = KINDS[given.kind](given.checkpoint, options)
    text = _text(given)
    species = given.species or species_of(source.genes)
    if isinstance(source, LinearSource):
        capitals = species == "mouse" and is_in_capitals(source.genes)
        _say(given.out, write_linear(given.out, source, text, species, capitals))
        return
    count = given.drift_cells
    cells = read_cells(given.cells, source, count) if given.cells else drawn_cells(len(source.genes), count)
    weights = given.weights or ("float32" if given.kind == "scanvi" else "int8")
    _say(given.out, write(given.out, source, text, species, cells, weights, not given.no_gradient))


def _text(given: argparse.Namespace) -> dict[str, str]:
    """The manifest's words that the command line gives."""
    words = ("title", "license", "citation", "trained_on", "limits")
    text = {word: getattr(given, word) for word in words if getattr(given, word)}
    return {**text, "name": given.name or re.sub(r"[^a-z0-9._-]+", "-", given.out.resolve().name.lower()).lstrip("._-")}


def _say(out: Path, manifest: dict) -> None:
    size = sum(file["bytes"] for file in manifest["files"].values()) / 1e6
    heads = ", ".join(f"{head['phenotype']} ({len(head['classes'])})" for head in manifest["heads"]) or "none, an embedder"
    print(f"{out}: {manifest['genes']:,} genes, heads {heads}, {size:.1f} MB")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except CheckpointError as error:
        sys.exit(f"models.convert: {error}")
