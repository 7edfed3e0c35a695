"""One run: every file inspected, cut into parts, merged, as workers are free; what fails is tried again, then reported."""

import queue
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from distributed import Client, Future
from distributed.scheduler import KilledWorker

from phenolens import tasks
from phenolens.files import remove
from phenolens.layout import Place, finish, finished, forget, stamp
from phenolens.parts import Size, planned, ranges, remember_plan
from phenolens.progress import Progress
from phenolens.question import Question
from phenolens.report import Failure
from phenolens.schedulers import connect
from phenolens.tasks import Outcome

_TICK_SECONDS = 0.5
#: A merge ends a file and frees its parts; parts come before files not yet looked at.
_PRIORITY = {"merge": 2, "part": 1, "inspect": 0}


class SchedulerLost(Exception):
    """The scheduler does not come back: a sentence."""


@dataclass
class File:
    """What is known of a file while it is worked on."""

    place: Place
    cells: int = 0
    parts: list[tuple[int, int]] = field(default_factory=list)
    left: int = 0
    seconds: float = 0.0
    failures: list[Failure] = field(default_factory=list)
    done: dict | None = None


@dataclass
class Work:
    kind: str
    file: File
    first: int = 0
    end: int = 0
    attempts: int = 0
    #: Addresses of workers it failed on.
    tried: set[str] = field(default_factory=set)


@dataclass
class Driver:
    client: Client
    question: Question
    size: Size
    progress: Progress
    #: How often a task that failed is tried again.
    retries: int = 2
    #: Resources of Dask's workers that a task takes.
    resources: dict[str, float] = field(default_factory=dict)
    #: How long a scheduler that is gone is waited for.
    patience: float = 120.0

    def __post_init__(self) -> None:
        # Of use once the client is closed and no longer knows it.
        self._address = self.client.scheduler.address
        self._ended: queue.SimpleQueue[Future] = queue.SimpleQueue()
        self._pending: dict[str, tuple[Future, Work]] = {}
        self._lost: list[Work] = []
        self._computed = 0

    @property
    def computed(self) -> int:
        """Parts that were computed, and not found."""
        return self._computed

    def run(self, places: list[Place]) -> list[File]:
        """Throws SchedulerLost; what was done until then is kept for the next run."""
        files = [File(place) for place in places]
        for file in files:
            file.done = finished(file.place)
            if file.done:
                self.progress.files_done += 1
                continue
            forget(file.place)
            plan = planned(file.place, self.size)
            if plan:
                self._submit_parts(file, *plan)
            else:
                # Parts of the file as it was, or of another size.
                remove(file.place.work)
                self._submit(Work("inspect", file))
        while self._pending or self._lost:
            self._step()
        return files

    def _step(self) -> None:
        try:
            self._end(self._ended.get(timeout=_TICK_SECONDS))
        except queue.Empty:
            pass
        if self._lost or self.client.status not in ("running", "connecting"):
            self._resubmit()
        self.progress.workers = len(self.client.scheduler_info(n_workers=-1)["workers"]) if self.client.status == "running" else 0
        self.progress.show()

    def _submit(self, work: Work) -> None:
        arguments: dict[str, tuple[Any, ...]] = {
            "inspect": (work.file.place,),
            "part": (work.file.place, work.first, work.end),
            "merge": (work.file.place, work.file.parts),
        }
        workers = set(self.client.scheduler_info(n_workers=-1)["workers"]) if work.tried else set()
        others = list(workers - work.tried)
        future = self.client.submit(
            getattr(tasks, work.kind),
            *arguments[work.kind],
            self.question,
            key=f"{work.kind}-{uuid.uuid4().hex}",
            pure=False,
            priority=_PRIORITY[work.kind],
            **({"resources": self.resources} if self.resources else {}),
            **({"workers": others, "allow_other_workers": True} if others else {}),
        )
        self._pending[future.key] = (future, work)
        future.add_done_callback(self._ended.put)

    def _submit_parts(self, file: File, cells: int, parts: list[tuple[int, int]]) -> None:
        file.cells, file.parts, file.left = cells, parts, len(parts)
        self.progress.cells += cells
        self.progress.cells_left += cells
        self.progress.parts += len(parts)
        for first, end in parts:
            self._submit(Work("part", file, first, end))

    def _end(self, future: Future) -> None:
        _, work = self._pending.pop(future.key, (None, None))
        if work is None:
            return
        if future.status == "finished":
            outcome = future.result()
        elif future.status == "error":
            outcome = _of_error(future.exception())
        else:
            # The scheduler forgot it.
            self._lost.append(work)
            return
        work.file.seconds += outcome.seconds
        if not outcome.failure:
            self._go_on(work, outcome)
        elif outcome.is_final or work.attempts >= self.retries:
            self._fail(work, outcome.failure)
        else:
            work.attempts += 1
            work.tried.add(outcome.worker)
            self._submit(work)

    def _go_on(self, work: Work, outcome: Outcome) -> None:
        file = work.file
        if work.kind == "inspect" and outcome.value["cells"] == 0:
            self._fail(work, "The file has no cells.")
        elif work.kind == "inspect":
            parts = ranges(outcome.value["cells"], outcome.value["bytes"], self.size)
            remember_plan(file.place, outcome.value["cells"], parts, self.size)
            self._submit_parts(file, outcome.value["cells"], parts)
        elif work.kind == "part":
            self.progress.parts_done += 1
            self.progress.parts_kept += not outcome.is_computed
            self.progress.cells_done += (work.end - work.first) * outcome.is_computed
            self._computed += outcome.is_computed
            self._part_ended(work)
        else:
            done = {
                "stamp": stamp(file.place.file),
                "cells": file.cells,
                "parts": len(file.parts),
                "seconds": file.seconds,
                **outcome.value,
            }
            finish(file.place, done)
            file.done = done
            for first, end in file.parts:
                remove(file.place.part(first, end))
            self.progress.files_done += 1

    def _fail(self, work: Work, sentence: str) -> None:
        cells = f"{work.first}:{work.end}" if work.kind == "part" else ""
        work.file.failures.append(Failure(str(work.file.place.file), cells, work.kind, work.attempts + 1, sentence))
        if work.kind == "part":
            self.progress.parts_failed += 1
            self._part_ended(work)
        else:
            self.progress.files_failed += 1

    def _part_ended(self, work: Work) -> None:
        file = work.file
        file.left -= 1
        self.progress.cells_left -= work.end - work.first
        if file.left > 0:
            return
        if file.failures:
            self.progress.files_failed += 1
        else:
            self._submit(Work("merge", file))

    def _resubmit(self) -> None:
        """After the scheduler was away: Dask's client comes back by itself to one that is started again, or we do."""
        since = time.monotonic()
        while self.client.status != "running":
            if time.monotonic() - since > self.patience:
                raise SchedulerLost(
                    f"The scheduler {self._address} no longer answers. Start it and its workers again, then give the same command: "
                    "parts that are done are not computed again."
                )
            time.sleep(_TICK_SECONDS)
            if self.client.status == "closed":
                self.client = _again(self.client, self._address)
        self._lost += [work for future, work in self._pending.values() if future.client is not self.client]
        self._pending = {key: (future, work) for key, (future, work) in self._pending.items() if future.client is self.client}
        lost, self._lost = self._lost, []
        for work in lost:
            self._submit(work)


def _again(client: Client, address: str) -> Client:
    try:
        return connect(address, 5)
    except Exception:  # noqa: BLE001 - whatever it is, it is tried again until patience ends
        return client


def _of_error(error: BaseException | None) -> Outcome:
    if isinstance(error, KilledWorker):
        return Outcome("The workers that did it died, each time. The system may have ended them where memory ran out.", is_final=True)
    return Outcome(f"The worker failed: {type(error).__name__}: {error}")
