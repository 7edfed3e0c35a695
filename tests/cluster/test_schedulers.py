import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ASKED, files_of, phenolens
from phenolens.driver import Driver
from phenolens.layout import open_folder, places
from phenolens.limits import Limits
from phenolens.parts import Size
from phenolens.progress import Progress
from phenolens.question import Refused, question
from phenolens.schedulers import connect, slurm


def test_a_slurm_profile_makes_the_jobs_it_says(tmp_path):
    profile = tmp_path / "slurm.toml"
    profile.write_text(
        'maximum = 8\n[cluster]\nqueue = "short"\ncores = 4\nprocesses = 4\nmemory = "16GB"\nwalltime = "02:00:00"\n'
        'job_script_prologue = ["module load nodejs"]\nscheduler_options = { dashboard_address = ":0" }\n'
    )
    with slurm(str(profile)) as cluster:
        script = cluster.job_script()
    lines = script.splitlines()
    assert "#SBATCH -p short" in lines
    assert "#SBATCH --cpus-per-task=4" in lines
    assert "#SBATCH -t 02:00:00" in lines
    assert "module load nodejs" in lines
    assert "--nworkers 4" in script and "--nthreads 1" in script


def test_a_profile_without_a_number_of_jobs_is_refused(tmp_path):
    profile = tmp_path / "slurm.toml"
    profile.write_text('[cluster]\nqueue = "short"\n')
    with pytest.raises(Refused, match="does not say how many jobs"):
        slurm(str(profile))
    profile.write_text("[cluster\n")
    with pytest.raises(Refused, match="cannot be read"):
        slurm(str(profile))


def test_a_scheduler_that_is_started_again_goes_on(fixtures, tmp_path):
    phenolens("analyze", fixtures["csr"], *ASKED, "--out", tmp_path / "one")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    out = tmp_path / "out"
    asked = question(ASKED, 1, Limits())
    open_folder(out)
    first = _scheduler(port)
    with connect(f"tcp://127.0.0.1:{port}", seconds=60) as client, ThreadPoolExecutor() as pool:
        driver = Driver(client, asked, Size(cells=60), Progress(1, quiet=True))
        running = pool.submit(driver.run, places([fixtures["csr"]], out, asked))
        deadline = time.monotonic() + 120
        while not list(out.glob(".work/*/csr/cells-*/part.json")):
            assert not running.done() and time.monotonic() < deadline
            time.sleep(0.05)
        (done,) = out.glob(".work/*/csr/cells-*/part.json")
        written = done.stat().st_mtime_ns
        first.kill()
        first.wait()
        second = _scheduler(port)
        try:
            while done.exists():
                assert done.stat().st_mtime_ns == written
                assert time.monotonic() < deadline
                time.sleep(0.02)
            (file,) = running.result(timeout=60)
        finally:
            second.kill()
            second.wait()
    assert file.failures == []
    assert driver.computed <= 1
    assert files_of(out / "files/csr") == files_of(tmp_path / "one")


def _scheduler(port: int) -> subprocess.Popen:
    """A scheduler and its one worker in one process."""
    code = f"""
from distributed import LocalCluster
with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, scheduler_port={port}, dashboard_address=None, silence_logs=50):
    import time
    time.sleep(300)
"""
    return subprocess.Popen([sys.executable, "-c", code])
