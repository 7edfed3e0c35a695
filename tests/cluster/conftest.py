import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "cluster"))
# Workers are processes of their own.
os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "cluster"), os.environ.get("PYTHONPATH", "")])

#: The cheapest question that still has labels, a merge and metrics.
ASKED = ["--model", "tiny-random", "--per-group", "none", "--labels", "cell_type"]


@pytest.fixture(scope="session")
def fixtures(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("fixtures")
    made = subprocess.run(["node", ROOT / "tests/fixtures/make.mjs", folder], check=True, capture_output=True, text=True)
    return {name: Path(path) for name, path in (line.split("\t") for line in made.stdout.splitlines())}


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    with LocalCluster(n_workers=3, threads_per_worker=1, memory_limit=0, dashboard_address=None, silence_logs=50) as cluster:
        with Client(cluster) as client:
            yield client


def phenolens(*words: str | Path) -> None:
    from phenolens import command_line

    subprocess.run([*command_line.command(), *map(str, words), "--lanes", "1", "--quiet"], check=True)


def files_of(folder: Path) -> dict[str, str]:
    """Every file by its path; how long it took and how much memory is of the run, not of the results."""
    untimed = re.compile(r'"(seconds|cellsPerSecond|peak_memory_bytes)": [\d.e+-]+')
    return {
        str(path.relative_to(folder)): untimed.sub(r'"\1": 0', path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def failures_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "failures.csv").open(newline="") as file:
        return list(csv.DictReader(file))
