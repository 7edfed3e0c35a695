"""The command `phenolens-cluster`."""

import argparse
import glob
import importlib.util
import re
import signal
import sys
import time
from pathlib import Path

import psutil

from phenolens import command_line
from phenolens.check import check
from phenolens.driver import Driver, SchedulerLost
from phenolens.layout import open_folder, places
from phenolens.limits import Limits
from phenolens.parts import Size
from phenolens.progress import Progress
from phenolens.question import COMMANDS, Refused, question
from phenolens.report import write_report
from phenolens.schedulers import Where, client_of

_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}


def main(words: list[str] | None = None) -> int:
    """Exit status 0; 1 where a file failed or nothing could be run; 2 for wrong usage."""
    said = sys.argv[1:] if words is None else words
    at = said.index("--") if "--" in said else len(said)
    arguments = _parser().parse_args(said[:at])
    # A job that is ended by its scheduler ends its workers too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return arguments.run(arguments, said[at + 1 :])
    except (Refused, SchedulerLost, command_line.NotFound) as refused:
        print(f"phenolens-cluster: {refused}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("phenolens-cluster: Stopped. The same command goes on from here.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="phenolens-cluster", description="phenolens on many processes or computers, by Dask")
    commands = parser.add_subparsers(required=True)
    for command in COMMANDS:
        _add_command(commands, command)
    worker_check = commands.add_parser("worker-check", help="whether workers can run the command line")
    _where(worker_check)
    worker_check.set_defaults(run=_worker_check)
    return parser


def _add_command(commands: argparse._SubParsersAction, command: str) -> None:
    parser = commands.add_parser(
        command,
        help=f"files, each as `phenolens {command}` does",
        usage=f"%(prog)s FILE... --out FOLDER [options] [-- options of phenolens {command}]",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="files, or patterns such as 'atlas/*.h5ad'")
    parser.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    _where(parser)
    parser.add_argument("--part-cells", type=_whole, default=Size.cells, metavar="N", help="cells of a part, at most (%(default)s)")
    parser.add_argument("--part-bytes", type=_bytes, default=Size.bytes, metavar="SIZE", help="bytes of the file a part, at most (2G)")
    parser.add_argument("--lanes", type=_whole, default=1, metavar="N", help="threads of a task (%(default)s)")
    parser.add_argument("--time-limit", type=_seconds, default=3600.0, metavar="SECONDS", help="of a task (3600)")
    parser.add_argument("--memory-limit", type=_bytes, metavar="SIZE", help="of a task, such as 8G (--local: 0.9 of the memory, shared)")
    parser.add_argument("--retries", type=_count, default=2, metavar="N", help="how often what failed is tried again (%(default)s)")
    parser.add_argument("--resource", action="append", default=[], metavar="NAME=N", help="resource of Dask's workers that a task takes")
    parser.add_argument("--quiet", action="store_true")
    parser.set_defaults(run=_run, command=command)


def _where(parser: argparse.ArgumentParser) -> None:
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://10.0.0.1:8786")
    one.add_argument("--local", type=_whole, metavar="N", help="N processes of this computer")
    one.add_argument("--slurm", metavar="PROFILE", help="Slurm jobs as a TOML file says")
    one.add_argument("--kubernetes", metavar="SPEC", help="a DaskCluster resource for Dask's operator")


def _run(arguments: argparse.Namespace, words: list[str]) -> int:
    start = time.monotonic()
    where = _place(arguments)
    files = _files(arguments.files)
    limits = Limits(arguments.time_limit, arguments.memory_limit or _share(where))
    asked = question(words, arguments.lanes, limits, arguments.command)
    out = arguments.out.resolve()
    open_folder(out)
    with client_of(where, arguments.retries) as client:
        # A cluster started here has a dashboard only where Bokeh is installed.
        if not arguments.quiet and (where.scheduler or importlib.util.find_spec("bokeh")):
            print(f"dashboard: {client.dashboard_link}", file=sys.stderr)
        progress = Progress(len(files), arguments.quiet)
        size = Size(arguments.part_cells, arguments.part_bytes)
        driver = Driver(client, asked, size, progress, arguments.retries, _resources(arguments.resource))
        done = driver.run(places(files, out, asked))
        progress.show(is_last=True)
    summary = write_report(out, asked, [(file.place, file.done, file.failures) for file in done], time.monotonic() - start)
    if not arguments.quiet:
        print(f"{summary['files_done']:,} of {len(files):,} files, {summary['cells']:,} cells; {driver.computed:,} parts computed.")
    for failure in summary["failures"]:
        cells = f", cells {failure['cells']}" if failure["cells"] else ""
        print(f"phenolens-cluster: {failure['file']}{cells}: {failure['sentence']}", file=sys.stderr)
    return 1 if summary["failures"] else 0


def _worker_check(arguments: argparse.Namespace, words: list[str]) -> int:
    if words:
        raise Refused("worker-check takes no options after --.")
    where = _place(arguments)
    if where == Where():
        return check(None)
    with client_of(where, 0) as client:
        return check(client)


def _place(arguments: argparse.Namespace) -> Where:
    return Where(arguments.scheduler, arguments.local, arguments.slurm, arguments.kubernetes)


def _files(patterns: list[str]) -> list[Path]:
    """Files by whole paths, each once, in the order of their names."""
    found: set[Path] = set()
    for pattern in patterns:
        paths = [pattern] if Path(pattern).exists() else glob.glob(pattern, recursive=True)
        if not paths:
            raise Refused(f"There is no file {pattern}.")
        found |= {Path(path).resolve() for path in paths}
    return sorted(found)


def _share(where: Where) -> int | None:
    """What a process of this computer may take; other computers have limits that their schedulers know."""
    if where.scheduler or where.slurm or where.kubernetes:
        return None
    return int(0.9 * psutil.virtual_memory().total / (where.local or psutil.cpu_count() or 1))


def _resources(said: list[str]) -> dict[str, float]:
    pairs = [text.partition("=") for text in said]
    try:
        return {name: float(number) for name, _, number in pairs if name}
    except ValueError as error:
        raise Refused(f"--resource takes NAME=N, such as GPU=1 ({error}).") from error


def _whole(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must be 0 or more")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not number > 0:
        raise argparse.ArgumentTypeError("must be above 0")
    return number


def _bytes(text: str) -> int:
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([KMGT]?)B?", text.upper())
    if not match or not float(match[1]):
        raise argparse.ArgumentTypeError("is a size such as 500M or 8G")
    return int(float(match[1]) * _UNITS[match[2]])
