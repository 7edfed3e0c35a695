"""Whole runs on three processes, with the built command line."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pyarrow.dataset as dataset
import pytest
from conftest import ASKED, ROOT, failures_of, files_of, phenolens
from distributed import Client
from phenolens.driver import Driver
from phenolens.layout import open_folder, places
from phenolens.limits import Limits
from phenolens.parts import Size
from phenolens.progress import Progress
from phenolens.question import question
from phenolens.report import write_report

LIMITS = Limits(seconds=120, bytes=4_000_000_000)
GOOD = ["csr", "dense", "csc"]


@pytest.fixture(scope="module")
def single(fixtures, tmp_path_factory) -> dict[str, dict[str, str]]:
    """What one command writes of each file."""
    folder = tmp_path_factory.mktemp("single")
    for name in GOOD:
        phenolens("analyze", fixtures[name], *ASKED, "--out", folder / name)
    return {name: files_of(folder / name) for name in GOOD}


def run(client: Client, files: list[Path], out: Path, limits: Limits = LIMITS, retries: int = 1) -> int:
    """Gives how many parts were computed."""
    asked = question(ASKED, 1, limits)
    open_folder(out)
    driver = Driver(client, asked, Size(cells=40), Progress(len(files), quiet=True), retries)
    done = driver.run(places(files, out, asked))
    write_report(out, asked, [(file.place, file.done, file.failures) for file in done], 1.0)
    return driver.computed


def test_files_are_those_of_one_command_byte_for_byte_and_a_second_run_computes_nothing(client, fixtures, single, tmp_path):
    files = [fixtures[name] for name in GOOD]
    assert run(client, files, tmp_path) == 6
    for name in GOOD:
        assert files_of(tmp_path / "files" / name) == single[name]
    assert failures_of(tmp_path) == []
    summary = json.loads((tmp_path / "summary.json").read_text())
    assert (summary["files_done"], summary["cells"]) == (3, 180)

    table = dataset.dataset(tmp_path / "cells" / "tiny-random", partitioning="hive", format="parquet").to_table().to_pandas()
    for name in GOOD:
        lines = single[name]["tiny-random/cells.csv"].splitlines()[1:]
        rows = table[table["file"] == name]
        assert rows["cell_id"].tolist() == [line.split(",")[0] for line in lines]
        # A cell without genes of the model has no label.
        assert rows["cell_type_label"].fillna("").tolist() == [line.split(",")[1] for line in lines]
        assert rows["cell_type_probability"].fillna(-1).tolist() == [float(line.split(",")[2] or -1) for line in lines]
    labels = table["cell_type_label"].value_counts().to_dict()
    assert summary["labels"]["tiny-random"]["cell_type"] == labels

    assert run(client, files, tmp_path) == 0
    # Results that were touched are made again, and those alone.
    (tmp_path / "files/dense/tiny-random/cells.csv").write_text("cell_id\n")
    assert run(client, files, tmp_path) == 2
    assert files_of(tmp_path / "files/dense") == single["dense"]


def test_a_worker_killed_while_it_works_is_made_good(client, fixtures, single, tmp_path):
    pids = set(client.run(os.getpid).values())
    killed: list[psutil.Process] = []

    def kill() -> None:
        while not killed:
            for pid in pids:
                # A command may have ended between its listing and its words.
                with contextlib.suppress(psutil.Error):
                    for child in psutil.Process(pid).children():
                        # Whole by its words only once it is Node.
                        if "part" in child.cmdline():
                            os.kill(pid, signal.SIGKILL)
                            killed.append(child)
                            return
            time.sleep(0.02)

    thread = threading.Thread(target=kill)
    thread.start()
    run(client, [fixtures["csr"]], tmp_path)
    thread.join(timeout=1)
    # The command that the worker had started ended with it.
    assert killed and psutil.wait_procs(killed, timeout=5)[1] == []
    assert files_of(tmp_path / "files/csr") == single["csr"]
    assert failures_of(tmp_path) == []


def test_poisoned_files_are_tried_again_and_reported_and_the_rest_completes(client, fixtures, single, tmp_path):
    gone = tmp_path / "gone.h5ad"
    out = tmp_path / "out"
    assert run(client, [gone, fixtures["truncated"], fixtures["csr"]], out) == 2
    assert files_of(out / "files/csr") == single["csr"]
    told = {Path(row["file"]).name: row for row in failures_of(out)}
    assert set(told) == {"gone.h5ad", "truncated.h5ad"}
    assert {row["attempts"] for row in told.values()} == {"2"}
    assert "gone.h5ad" in told["gone.h5ad"]["sentence"]
    assert told["truncated.h5ad"]["sentence"].startswith("bad-file: truncated.h5ad is cut short")

    # A time in which no command so much as starts.
    late = tmp_path / "late"
    assert run(client, [fixtures["dense"]], late, Limits(seconds=0.1)) == 0
    # Of one part or of both, as for memory below.
    assert {(row["attempts"], row["sentence"]) for row in failures_of(late)} == {
        ("2", "It took longer than 0.1 seconds and was stopped (--time-limit).")
    }
    assert not (late / "files/dense").exists()

    # The file comes back: it alone is computed.
    shutil.copy(fixtures["dense"], gone)
    assert run(client, [gone, fixtures["csr"]], out) == 2
    assert files_of(out / "files/gone")["tiny-random/cells.csv"] == single["dense"]["tiny-random/cells.csv"]


def test_too_little_memory_is_told(client, fixtures, tmp_path):
    assert run(client, [fixtures["csr"]], tmp_path, Limits(seconds=60, bytes=20_000_000), retries=0) == 0
    # Of one part or of both: the second is not begun where the first has failed by then.
    assert {row["sentence"] for row in failures_of(tmp_path)} == {"It needed more than 0.02 GB of memory and was stopped (--memory-limit)."}


def test_a_run_that_is_killed_goes_on_with_the_parts_that_hold(fixtures, single, tmp_path):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "phenolens", "analyze", fixtures["csr"], "--out", out, "--local", "1", "--part-cells", "20"]
    first = subprocess.Popen([*map(str, command), "--quiet", "--", *ASKED], cwd=ROOT)
    deadline = time.monotonic() + 120
    while not list(out.glob(".work/*/csr/cells-*/part.json")):
        assert first.poll() is None and time.monotonic() < deadline
        time.sleep(0.05)
    workers = psutil.Process(first.pid).children(recursive=True)
    first.kill()
    first.wait()
    # What the workers had begun may still be finished.
    psutil.wait_procs(workers, timeout=60)
    parts = sorted(out.glob(".work/*/csr/cells-*"))
    # One of them was damaged since.
    damaged = parts[0] / "cells.arrow"
    damaged.write_bytes(damaged.read_bytes()[:-9])
    held = len(parts) - 1
    second = subprocess.run([*map(str, command), "--", *ASKED], cwd=ROOT, capture_output=True, text=True)
    assert second.returncode == 0, second.stderr
    assert f"1 of 1 files, 60 cells; {3 - held} parts computed." in second.stdout
    assert files_of(out / "files/csr") == single["csr"]
