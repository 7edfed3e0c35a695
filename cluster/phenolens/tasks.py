"""What is done on a worker: each task runs the built command line, and never throws for what a file does to it."""

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from distributed import get_worker

from phenolens import command_line
from phenolens.dataset import write_tables
from phenolens.files import read_json
from phenolens.layout import Place
from phenolens.limits import CommandFailed, run
from phenolens.parts import holds
from phenolens.question import Question


@dataclass(frozen=True)
class Outcome:
    """How a task ended. `failure`: one sentence, empty where it went well. `is_final`: trying again will not help."""

    failure: str = ""
    is_final: bool = False
    #: Of `inspect` cells and bytes, of `merge` the file's summary and its labels.
    value: Any = None
    #: False where an earlier run had left it.
    is_computed: bool = True
    seconds: float = 0.0
    #: Address of the worker.
    worker: str = ""


def inspect(place: Place, question: Question) -> Outcome:
    """How many cells a file has."""

    def work() -> Outcome:
        info = json.loads(_phenolens(question, "inspect", str(place.file), *_reading(question), "--json"))
        return Outcome(value={"cells": info["cells"], "bytes": info["bytes"]})

    return _told(question, work)


def part(place: Place, first: int, end: int, question: Question) -> Outcome:
    """Does the command's part of cells `first` to `end` of a file, unless an earlier run did."""
    folder = place.part(first, end)

    def work() -> Outcome:
        if holds(folder, first, end):
            return Outcome(is_computed=False)
        folder.parent.mkdir(parents=True, exist_ok=True)
        words = ["part", question.command, str(place.file), "--cells", f"{first}:{end}", *question.words, *_lanes(question), "--quiet"]
        _phenolens(question, *words, "--out", str(folder))
        return Outcome()

    return _told(question, work)


def merge(place: Place, runs: list[tuple[int, int]], question: Question) -> Outcome:
    """Writes what one run of the command over the file writes, and its tables of the data sets."""

    def work() -> Outcome:
        folders = [str(place.part(first, end)) for first, end in runs]
        _phenolens(question, "merge", *folders, *_lanes(question), "--quiet", "--out", str(place.results))
        summary = read_json(place.results / "summary.json")
        return Outcome(value={"fingerprint": summary["file"]["fingerprint"], "labels": write_tables(place)})

    return _told(question, work)


def nothing(number: int) -> int:
    """An empty task, to measure what scheduling costs."""
    return number


def _reading(question: Question) -> list[str]:
    """Options that say how a file is read: `inspect` takes them too."""
    words = list(question.words)
    column = [word for i, word in enumerate(words) if word.startswith("--genes-from=") or "--genes-from" in words[max(0, i - 1) : i + 1]]
    return [*column, *(word for word in words if word == "--transposed")]


def _lanes(question: Question) -> list[str]:
    return ["--lanes", str(question.lanes)]


def _phenolens(question: Question, *words: str) -> str:
    if command_line.build() != question.build:
        raise CommandFailed("The worker has another build of the command line. Install the same one on all workers.")
    cwd = question.cwd if os.path.isdir(question.cwd) else None
    return run([*command_line.command(), *words], question.limits, cwd)


def _told(question: Question, work: Callable[[], Outcome]) -> Outcome:
    start = time.monotonic()
    try:
        outcome = work()
    except CommandFailed as failed:
        outcome = Outcome(str(failed), failed.is_usage)
    except command_line.NotFound as lacking:
        outcome = Outcome(str(lacking))
    except OSError as error:
        outcome = Outcome(f"The worker cannot read or write: {error}.")
    return Outcome(outcome.failure, outcome.is_final, outcome.value, outcome.is_computed, time.monotonic() - start, _address())


def _address() -> str:
    try:
        return get_worker().address
    except ValueError:
        return ""
