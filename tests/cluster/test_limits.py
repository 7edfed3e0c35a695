import os
import subprocess
import sys
import time

import psutil
import pytest
from phenolens.limits import CommandFailed, Limits, run

#: A command whose memory is its child's, as a lane's or a helper's would be.
HUNGRY = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'b = bytearray(400_000_000); import time; time.sleep(60)'])"


def test_a_command_gives_what_it_prints():
    assert run([sys.executable, "-c", "print('well')"], Limits(60, 10**9)) == "well\n"


def test_a_command_that_takes_too_long_is_stopped_with_its_children(tmp_path):
    pid = tmp_path / "pid"
    code = f"import subprocess, sys; c = subprocess.Popen(['sleep', '60']); open({str(pid)!r}, 'w').write(str(c.pid)); c.wait()"
    with pytest.raises(CommandFailed, match="longer than 1.5 seconds and was stopped"):
        run([sys.executable, "-c", code], Limits(seconds=1.5))
    child = int(pid.read_text())
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


def test_memory_is_that_of_all_its_processes():
    start = time.monotonic()
    with pytest.raises(CommandFailed, match=r"more than 0.3 GB of memory and was stopped"):
        run([sys.executable, "-c", HUNGRY], Limits(bytes=300_000_000))
    assert time.monotonic() - start < 30


def test_failures_are_the_commands_own_sentence():
    told = "import sys; print('a notice', file=sys.stderr); print('phenolens: bad-file: It is cut short.', file=sys.stderr); sys.exit({})"
    with pytest.raises(CommandFailed, match="^bad-file: It is cut short.$") as failed:
        run([sys.executable, "-c", told.format(1)], Limits())
    assert not failed.value.is_usage
    with pytest.raises(CommandFailed) as failed:
        run([sys.executable, "-c", told.format(2)], Limits())
    assert failed.value.is_usage
    with pytest.raises(CommandFailed, match="ended by the signal SIGKILL"):
        run([sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"], Limits())


@pytest.mark.skipif(sys.platform != "linux", reason="the child is told of its parent's end by Linux alone")
def test_a_child_ends_with_a_parent_that_is_killed():
    code = "from phenolens.limits import *; run(['sleep', '60.25'], Limits())"
    parent = subprocess.Popen([sys.executable, "-c", code], env=os.environ)
    child = None
    while child is None:
        child = next(iter(psutil.Process(parent.pid).children()), None)
        time.sleep(0.05)
    # Until it is `sleep`, it is a copy of its parent that has not asked to be told yet.
    while child.name() != "sleep":
        time.sleep(0.05)
    parent.kill()
    parent.wait()
    _, alive = psutil.wait_procs([child], timeout=10)
    assert alive == []
