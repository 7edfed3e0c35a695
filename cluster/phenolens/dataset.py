"""Predictions as a Parquet data set, a folder per model, partitioned by file."""

import os
from csv import reader
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as csv
import pyarrow.parquet as pq

from phenolens.columns import heads, is_number
from phenolens.files import publish
from phenolens.layout import Place


def write_tables(place: Place) -> dict[str, dict[str, dict[str, int]]]:
    """Writes cells.parquet of every model of a file; gives how many cells go by each label, by model and head."""
    return {path.parent.name: _write_table(path, place) for path in sorted(place.results.glob("*/cells.csv"))}


def _write_table(source: Path, place: Place) -> dict[str, dict[str, int]]:
    with source.open(encoding="utf-8", newline="") as file:
        names = next(reader(file))
    folder = place.cells / source.parent.name / f"file={place.key}"
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".cells.parquet-{os.getpid()}"
    types = {name: pa.float64() if is_number(name) else pa.string() for name in names}
    options = csv.ConvertOptions(column_types=types, strings_can_be_null=True, null_values=[""])
    parse = csv.ParseOptions(newlines_in_values=True)
    counts: dict[str, dict[str, int]] = {head: {} for head in heads(names)}
    with (
        csv.open_csv(source, parse_options=parse, convert_options=options) as batches,
        pq.ParquetWriter(draft, batches.schema, compression="zstd") as out,
    ):
        for batch in batches:
            out.write_batch(batch)
            for head, labels in counts.items():
                for pair in batch.column(f"{head}_label").value_counts().to_pylist():
                    if pair["values"] is not None:
                        labels[pair["values"]] = labels.get(pair["values"], 0) + pair["counts"]
    publish(draft, folder / "cells.parquet")
    return {head: dict(sorted(labels.items())) for head, labels in counts.items()}
