"""The folder of results, and what of an earlier run in it still holds."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from phenolens.files import read_json, remove, sha256, write_json
from phenolens.question import Question, Refused


@dataclass(frozen=True)
class Place:
    """Where everything of one file is written."""

    key: str
    file: Path
    #: What the command writes.
    results: Path
    #: Folder of the data sets, one a model.
    cells: Path
    #: Parts, the plan, and the note that the file is finished.
    work: Path

    @property
    def plan(self) -> Path:
        return self.work / "plan.json"

    @property
    def done(self) -> Path:
        return self.work / "done.json"

    def part(self, first: int, end: int) -> Path:
        return self.work / f"cells-{first}-{end}"

    def tables(self) -> list[Path]:
        return sorted(self.cells.glob(f"*/file={self.key}"))


def places(files: list[Path], out: Path, question: Question) -> list[Place]:
    """Files of one name are told apart by their folders."""
    stems = Counter(path.stem for path in files)
    work = out / ".work" / question.digest[:16]

    def key(path: Path) -> str:
        return path.stem if stems[path.stem] == 1 else f"{path.stem}-{hashlib.sha256(str(path).encode()).hexdigest()[:8]}"

    return [Place(key(path), path, out / "files" / key(path), out / "cells", work / key(path)) for path in files]


def open_folder(out: Path) -> None:
    """Throws Refused where the folder holds what another program wrote."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / ".work").is_dir())):
        raise Refused(f"{out} already holds other files. Choose an empty or new folder for --out.")
    (out / ".work").mkdir(parents=True, exist_ok=True)


def stamp(path: Path) -> dict | None:
    """By which a file is known not to have changed; None where it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return {"path": str(path), "bytes": status.st_size, "changed": status.st_mtime_ns}


def finished(place: Place) -> dict | None:
    """What was noted of a file when it was finished, where its results are still there."""
    done = read_json(place.done)
    if not done or done["stamp"] != stamp(place.file) or not (place.results / "summary.json").is_file():
        return None
    return done if done["written"] == _written(place) else None


def finish(place: Place, done: dict) -> None:
    write_json(place.done, {**done, "written": _written(place)})


def forget(place: Place) -> None:
    """Results of another question, or of the file as it was, must not stand among those of this run."""
    for path in [place.results, *place.tables()]:
        remove(path)


def _written(place: Place) -> dict:
    """Sizes of all files of results, and the checksum of the summary."""
    files = [path for folder in [place.results, *place.tables()] for path in sorted(folder.rglob("*")) if path.is_file()]
    sizes = {str(path.relative_to(place.cells.parent)): path.stat().st_size for path in files}
    return {"sizes": sizes, "summary": sha256(place.results / "summary.json")}
