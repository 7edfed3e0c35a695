"""What is asked of every file, and a digest by which earlier parts and results are known to be of the same question."""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from phenolens import command_line
from phenolens.files import sha256
from phenolens.limits import Limits

#: Commands that `phenolens part` and `phenolens merge` take.
COMMANDS = ("analyze", "evaluate", "compare", "attribute", "survey")
#: Given by this program, or of no meaning for parts.
OURS = ("--out", "--cells", "--lanes", "--quiet", "--sample")


class Refused(Exception):
    """A question that cannot be taken: one sentence."""


@dataclass(frozen=True)
class Question:
    """A command of phenolens and its options, with what every task needs to ask them: it is sent to the workers."""

    command: str
    words: tuple[str, ...]
    lanes: int
    limits: Limits
    #: Relative paths in `words` are from here, on every worker.
    cwd: str
    #: sha256 of the command line: workers with another one are refused.
    build: str
    digest: str


def question(words: list[str], lanes: int, limits: Limits, command: str = "analyze") -> Question:
    for word in words:
        # Of attribute it is how many cells of a group are explained.
        if word.split("=")[0] in OURS and (command, word.split("=")[0]) != ("attribute", "--cells"):
            raise Refused(f"{word} cannot be given after --: files, cells, lanes and the folder are chosen by phenolens-cluster.")
    build = command_line.build()
    asked = {"format": "phenolens-cluster/1", "command": command, "words": words, "build": build, "contents": _contents(words)}
    digest = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
    return Question(command, tuple(words), lanes, limits, os.getcwd(), build, digest)


def _contents(words: list[str]) -> dict[str, str]:
    """sha256 of models and tables that are named, of the released models where none is."""
    released = command_line.script().parent.parent / "models" / "released"
    values = [value for word in words for value in (word, word.partition("=")[2]) if value]
    named = [path for value in values for path in (Path(value), released / value) if path.exists()]
    if not any(word.split("=")[0] == "--model" for word in words):
        named.append(released)
    return {str(path): _digest(path) for path in named}


def _digest(path: Path) -> str:
    if path.is_file():
        return sha256(path)
    files = sorted(file for file in path.rglob("*") if file.is_file())
    return hashlib.sha256(json.dumps([(str(file.relative_to(path)), sha256(file)) for file in files]).encode()).hexdigest()
