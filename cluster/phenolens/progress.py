"""How far a run is, on one line."""

import sys
import time
from dataclasses import dataclass, field

_EVERY_SECONDS = 30


@dataclass
class Progress:
    """Cells are counted as their parts are done; those of an earlier run do not count for the rate."""

    files: int
    quiet: bool = False
    files_done: int = 0
    files_failed: int = 0
    parts: int = 0
    parts_done: int = 0
    parts_kept: int = 0
    parts_failed: int = 0
    cells: int = 0
    cells_done: int = 0
    cells_left: int = 0
    workers: int = 0
    start: float = field(default_factory=time.monotonic)
    _shown: float = -1e9

    def rate(self) -> float:
        """Cells a second since the start."""
        return self.cells_done / max(time.monotonic() - self.start, 1e-9)

    def line(self) -> str:
        rate = self.rate()
        left = f", {_span(self.cells_left / rate)} left of what is planned" if rate > 0 and self.cells_left > 0 else ""
        kept = f" ({self.parts_kept:,} from an earlier run)" if self.parts_kept else ""
        failed = f", {self.parts_failed:,} failed" if self.parts_failed else ""
        lost = f", {self.files_failed:,} failed" if self.files_failed else ""
        workers = f"{self.workers:,} workers" if self.workers else "waiting for workers"
        return (
            f"files {self.files_done:,}/{self.files:,}{lost}; parts {self.parts_done:,}/{self.parts:,}{kept}{failed}; "
            f"{rate:,.0f} cells/s{left}; {workers}"
        )

    def show(self, is_last: bool = False) -> None:
        """On a terminal one line that changes; in a log a line now and then."""
        if self.quiet:
            return
        is_terminal = sys.stderr.isatty()
        if not is_last and time.monotonic() - self._shown < (0.5 if is_terminal else _EVERY_SECONDS):
            return
        self._shown = time.monotonic()
        sys.stderr.write(f"\r\x1b[K{self.line()}{chr(10) if is_last else ''}" if is_terminal else f"{self.line()}\n")
        sys.stderr.flush()


def _span(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{seconds:.0f} s" if seconds < 90 else f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
