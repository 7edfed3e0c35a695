"""What a run leaves at the top of the folder: summary.json and failures.csv."""

import csv
import io
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from phenolens.files import publish, remove, write_json, write_whole
from phenolens.layout import Place
from phenolens.question import Question

FORMAT = "phenolens-cluster/1"


@dataclass(frozen=True)
class Failure:
    """What could not be done: `cells` FROM:TO (empty: of the whole file), while `step`, after so many attempts."""

    file: str
    cells: str
    step: str
    attempts: int
    sentence: str


def write_report(out: Path, question: Question, files: list[tuple[Place, dict | None, list[Failure]]], seconds: float) -> dict:
    """`files`: each with what was noted when it was finished, else why it was not. Gives the summary."""
    failures = [failure for _, _, failed in files for failure in failed]
    finished = [(place, done) for place, done, _ in files if done]
    labels: dict[str, dict[str, dict[str, int]]] = {}
    for _, done in finished:
        for model, heads in done["labels"].items():
            for head, counts in heads.items():
                total = labels.setdefault(model, {}).setdefault(head, {})
                for label, cells in counts.items():
                    total[label] = total.get(label, 0) + cells
    summary = {
        "format": FORMAT,
        "command": question.command,
        "options": list(question.words),
        "question": question.digest,
        "seconds": seconds,
        "files_asked": len(files),
        "files_done": len(finished),
        "cells": sum(done["cells"] for _, done in finished),
        "labels": {m: {h: dict(sorted(counts.items())) for h, counts in heads.items()} for m, heads in sorted(labels.items())},
        "files": [
            {
                "file": str(place.file),
                "results": f"files/{place.key}",
                "fingerprint": done["fingerprint"],
                "cells": done["cells"],
                "parts": done["parts"],
                "worker_seconds": done["seconds"],
            }
            for place, done in finished
        ],
        "failures": [asdict(failure) for failure in failures],
    }
    _write_failures(out, failures)
    write_schemas(out / "cells")
    write_json(out / "summary.json", summary)
    return summary


def _write_failures(out: Path, failures: list[Failure]) -> None:
    """With no failure there is no row, and a reader of the file sees so."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in fields(Failure)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(failure) for failure in failures)
    write_whole(out / "failures.csv", text.getvalue())


def write_schemas(cells: Path) -> None:
    """`_common_metadata` of each model's data set: the columns of all its files (species and position are of some alone)."""
    for folder in sorted(path for path in cells.glob("*") if path.is_dir()):
        schemas = [pq.read_schema(path).remove_metadata() for path in sorted(folder.glob("file=*/cells.parquet"))]
        if not schemas:
            remove(folder)
            continue
        draft = folder / "._common_metadata-draft"
        pq.write_metadata(pa.unify_schemas(schemas), draft)
        publish(draft, folder / "_common_metadata")
