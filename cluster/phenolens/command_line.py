"""Where the built command line is, and which one it is."""

import hashlib
import os
import shutil
from functools import lru_cache
from pathlib import Path


class NotFound(Exception):
    """There is no Node or no built command line here; a sentence with the remedy."""


def node() -> str:
    found = os.environ.get("PHENOLENS_NODE") or shutil.which("node")
    if not found:
        raise NotFound("There is no Node on the PATH. Install Node 20 or later, or name it in PHENOLENS_NODE.")
    return found


def script() -> Path:
    """phenolens.mjs as built: named in PHENOLENS_CLI, in the repository of this package, or on the PATH."""
    named = os.environ.get("PHENOLENS_CLI")
    beside = Path(__file__).resolve().parents[2] / "dist-cli" / "phenolens.mjs"
    on_path = shutil.which("phenolens")
    for path in [Path(named)] if named else [beside, *([Path(on_path)] if on_path else [])]:
        if path.is_file():
            return path.resolve()
    where = f"PHENOLENS_CLI names {named}, which is no file" if named else f"it is neither {beside} nor `phenolens` on the PATH"
    raise NotFound(
        f"The command line is not built: {where}. Run npm run build:cli in the repository, or name its phenolens.mjs in PHENOLENS_CLI."
    )


def command() -> list[str]:
    return [node(), str(script())]


def build() -> str:
    """sha256 of the program: two builds that differ may say different things."""
    path = script()
    return _sha256(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _sha256(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
