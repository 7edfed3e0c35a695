"""A child process under limits of time and memory, ended as a group."""

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

import psutil

# Loaded before any fork: a child between fork and exec must not load a library.
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
_PR_SET_PDEATHSIG = 1
_LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class Limits:
    """`seconds` and `bytes` that one command may take, resident memory of its processes taken together; None: as it likes."""

    seconds: float | None = None
    bytes: int | None = None


class CommandFailed(Exception):
    """A command that did not end well: one sentence. `is_usage`: it was asked wrongly, and trying again will not help."""

    def __init__(self, sentence: str, is_usage: bool = False):
        super().__init__(sentence)
        self.is_usage = is_usage


def run(words: list[str], limits: Limits, cwd: str | None = None) -> str:
    """Runs a command to its end and gives what it printed. Throws CommandFailed."""
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as told:
        child = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=said, stderr=told, cwd=cwd, start_new_session=True, preexec_fn=_end_with_parent
        )
        try:
            _wait(child, limits)
        finally:
            _end(child)
        said.seek(0)
        told.seek(0)
        if child.returncode != 0:
            raise CommandFailed(_sentence(child.returncode, told.read().decode(errors="replace")), child.returncode == 2)
        return said.read().decode(errors="replace")


def _end_with_parent() -> None:
    """Where the worker is killed, its child ends too and does not go on beside the next attempt (Linux)."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _wait(child: subprocess.Popen, limits: Limits) -> None:
    start = time.monotonic()
    while True:
        try:
            child.wait(_LOOK_SECONDS)
            return
        except subprocess.TimeoutExpired:
            pass
        if limits.seconds is not None and time.monotonic() - start > limits.seconds:
            raise CommandFailed(f"It took longer than {limits.seconds:g} seconds and was stopped (--time-limit).")
        if limits.bytes is not None and _resident(child.pid) > limits.bytes:
            raise CommandFailed(f"It needed more than {limits.bytes / 1e9:.3g} GB of memory and was stopped (--memory-limit).")


def _resident(pid: int) -> int:
    try:
        parent = psutil.Process(pid)
        processes = [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    total = 0
    for process in processes:
        try:
            total += process.memory_info().rss
        except psutil.NoSuchProcess:
            pass
    return total


def _end(child: subprocess.Popen) -> None:
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    child.wait()


def _sentence(status: int, told: str) -> str:
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    if status < 0:
        return f"It was ended by the signal {signal.Signals(-status).name}, as the system does where memory runs out."
    named = [line for line in lines if line.startswith("phenolens: ")]
    return (named or lines or [f"It ended with status {status} and said nothing."])[-1].removeprefix("phenolens: ")
