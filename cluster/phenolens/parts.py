"""Runs of cells that are analysed one by one, and whether one that was written holds."""

from dataclasses import asdict, dataclass
from pathlib import Path

from phenolens.files import read_json, sha256, write_json
from phenolens.layout import Place, stamp

FORMAT = "phenolens-part/2"


@dataclass(frozen=True)
class Size:
    """How much of a file is one part, at most."""

    cells: int = 50_000
    bytes: int = 2_000_000_000


def ranges(cells: int, file_bytes: int, size: Size) -> list[tuple[int, int]]:
    """
    Consecutive runs of nearly as many cells each, as few as the size allows. The number of workers is no part of it: a
    run on more or fewer of them goes on with the same parts.
    """
    parts = max(1, -(-cells // size.cells), min(cells, -(-file_bytes // size.bytes)))
    return [(i * cells // parts, (i + 1) * cells // parts) for i in range(parts)]


def remember_plan(place: Place, cells: int, runs: list[tuple[int, int]], size: Size) -> None:
    write_json(place.plan, {"stamp": stamp(place.file), "size": asdict(size), "cells": cells, "parts": runs})


def planned(place: Place, size: Size) -> tuple[int, list[tuple[int, int]]] | None:
    """Cells and parts as an earlier run planned them, of the same file and size."""
    plan = read_json(place.plan)
    if not plan or plan["stamp"] != stamp(place.file) or plan["size"] != asdict(size):
        return None
    return plan["cells"], [(first, end) for first, end in plan["parts"]]


def holds(folder: Path, first: int, end: int) -> bool:
    """Whether a part is there, of these cells, with the very tables that were written."""
    header = read_json(folder / "part.json")
    if not header or (header.get("format"), header.get("first"), header.get("count")) != (FORMAT, first, end - first):
        return False
    try:
        return all(sha256(folder / f"{name}.arrow") == table["sha256"] for name, table in header["tables"].items())
    except OSError:
        return False
