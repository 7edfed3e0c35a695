"""Adds to released models what a page needs to doubt them: ``python -m models.trust NAME...``.

- ``caution``, a light for each head that is to be read with care, with the reason in one sentence;
- ``cells`` of each class: the real cells it was learned from, 0 where it is known from profiles alone;
- ``seen.json``, hashes of the barcodes of each training set, so that a page can say that a file is one of them. A hash has 32 bits
  and stands for a barcode of its kit's list: no cell, donor or count leaves with it.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
from pathlib import Path

import numpy as np

from models.folder import RELEASED, validate
from models.genes import read_hgnc
from models.labels import LabelTable, read_labels
from models.prepare import read_training
from models.sources import DATA, Source

CAUTIONS = {
    "tissue": {
        "color": "amber",
        "says": "Most tissues were seen as cluster or bulk profiles only, not as real cells.",
    },
}
TITLES = {
    "pbmc3k": "10x PBMC 3k",
    "pbmcA": "10x frozen PBMC, donor A",
    "kang": "Kang et al., GSE96583",
    "darmanis": "Darmanis et al., GSE67835",
    "vangalen": "van Galen et al., GSE116256",
    "colon": "10x study of colon cancer",
}


def barcode_hash(name: str) -> int:
    """FNV-1a, 32 bits, of a name's longest run of ten or more of A, C, G and T, else of the whole name.

    Examples
    --------
    >>> barcode_hash("kang_AAACATACAATGCC-1") == barcode_hash("AAACATACAATGCC")
    True
    """
    runs = re.findall("[ACGT]{10,}", name.upper())
    value = 0x811C9DC5
    for char in max(runs, key=len) if runs else name:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    return value


def tells(name: str) -> bool:
    """Whether a cell's name is its own: a barcode, or an accession. `A1` or `CELL_000001` stands in any study.

    Examples
    --------
    >>> tells("AAACATACAATGCC-1"), tells("GSM1657871"), tells("A1"), tells("CELL_000001")
    (True, True, False, False)
    """
    return bool(re.search("[ACGT]{10,}|^(GSM|SAM|[SED]RR)[0-9]+", name.upper()))


def source_key(source: Source) -> str:
    """The name of a source's words in the table of labels; the files of sc_mixology share one."""
    return "sc_mixology" if source.name.startswith("sc_mixology") else source.name


def class_cells(real: list[Source], labels: LabelTable) -> dict[str, dict[str, int]]:
    """Per head and class, how many real training cells have a label that allows it."""
    counts = {head: np.zeros(len(terms), dtype=int) for head, terms in labels.classes.items()}
    for source in real:
        for head in counts.keys() & source.words.keys():
            counts[head] += labels.allowed(source_key(source), head, source.words[head]).sum(axis=0)
    return {
        head: {term.label: int(cells) for term, cells in zip(terms, counts[head], strict=True)}
        for head, terms in labels.classes.items()
    }


def seen(real: list[Source]) -> dict:
    """`seen.json`: the hashes of each training set, sorted, as base64 of little-endian 32-bit numbers."""
    sets: dict[str, list[int]] = {}
    for source in real:
        key = source_key(source)
        sets.setdefault(TITLES.get(key, key), []).extend(barcode_hash(cell) for cell in source.cells if tells(cell))
    return {
        "sets": [
            {
                "name": name,
                "cells": len(hashes),
                "hashes": base64.b64encode(np.unique(np.array(hashes, "<u4")).tobytes()).decode(),
            }
            for name, hashes in sets.items()
            if hashes
        ]
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+")
    arguments = parser.parse_args()
    real, _ = read_training(read_hgnc(DATA / "genes" / "hgnc_complete_set.txt.gz"))
    content = (json.dumps(seen(real)) + "\n").encode()
    cells = class_cells(real, read_labels())
    for name in arguments.models:
        folder = RELEASED / name
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        known = manifest.setdefault("metrics", {}).get("heads") or [None] * len(manifest["heads"])
        manifest["metrics"]["heads"] = [
            {**{key: value for key, value in (one or {}).items() if key != "profiles"}, "caution": caution} if caution else None
            for one, head in zip(known, manifest["heads"], strict=True)
            for caution in [CAUTIONS.get(head["phenotype"])]
        ]
        for head in manifest["heads"]:
            for one in head["classes"]:
                one["cells"] = cells[head["phenotype"]][one["label"]]
        (folder / "seen.json").write_bytes(content)
        manifest["files"]["seen"] = {
            "path": "seen.json",
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
        }
        validate(manifest)
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"{name}: {len(content)} bytes of hashes")


if __name__ == "__main__":
    main()
