"""A job in a worker process, under guards: time, memory, the death of the worker; one retry after a crash.

`supervised` is a plain function of a job, so that any `concurrent.futures.Executor` can run it. Each thread that calls
it sits at a desk, its own or one that it shares with another thread. The worker there is reused, renewed after a number
of files, and thrown away after any failure.
"""

from __future__ import annotations

import signal
import threading
import time

from ..errors import OutOfMemory, Timeout, WorkerCrashed
from .desk import DeadError, Desk, Guards, Worker, too_much
from .job import Job, Outcome, failure
from .nursery import Nursery

_CLOSE_TO = 0.8  # of the memory limit: who crashes there died of it


class StoppedError(Exception):
    """The run is being stopped; what was not finished is not done."""


class Crew:
    """The workers of this process, each at a desk."""

    def __init__(self) -> None:
        self._nursery = Nursery()
        self._own = threading.local()
        self._all: set[Worker] = set()
        self._turn = threading.Lock()
        self._stopped = False

    def sit(self, desk: Desk) -> None:
        """Gives this thread its place."""
        self._own.desk = desk

    @property
    def desk(self) -> Desk:
        """This thread's place."""
        if not hasattr(self._own, "desk"):
            self.sit(Desk())
        place: Desk = self._own.desk
        return place

    def run(self, job: Job, guards: Guards) -> Outcome:
        """What came of the job; a crash is tried once more in a fresh worker. Raises `StoppedError`."""
        began = time.monotonic()
        crashes, ending = 0, ""
        while crashes < 2:
            self._check()
            try:
                with self.desk.at_work(job, guards, self._hire) as worker:
                    if worker is not None:
                        return self._outcome(worker, guards, began)
            except DeadError as error:
                crashes, ending = crashes + 1, str(error)
        return failure(WorkerCrashed(f"the process that parsed it died twice{ending}"), time.monotonic() - began)

    def _outcome(self, worker: Worker, guards: Guards, began: float) -> Outcome:
        """Waits for the worker, and ends it where it is of no more use. Raises `DeadError` with how it had ended."""
        try:
            outcome = worker.outcome()
        except (Timeout, OutOfMemory) as error:
            self._dismiss()
            return failure(error, time.monotonic() - began, worker.peak)
        except DeadError:
            ending = _words(self._dismiss())
            if worker.peak > _CLOSE_TO * guards.memory:
                return failure(too_much(guards), time.monotonic() - began, worker.peak)
            raise DeadError(ending) from None
        if outcome.status == "failed" or worker.jobs >= guards.files:
            self._dismiss()
        return outcome

    def stop(self) -> None:
        """Kills every worker; whoever waits for one gets `StoppedError`."""
        with self._turn:
            self._stopped = True
            workers = list(self._all)
        for worker in workers:
            worker.kill()
        self._nursery.close()

    def _check(self) -> None:
        if self._stopped:
            raise StoppedError

    def _hire(self, guards: Guards) -> Worker:
        worker = Worker(self._nursery, guards)
        with self._turn:
            self._all = {worker, *(other for other in self._all if not other.gone)}
        if self._stopped:  # meanwhile
            worker.kill()
        return worker

    def _dismiss(self) -> int:
        """Ends this desk's worker; how it had ended, if it had. Raises `StoppedError` where it was stopped from outside."""
        ending = self.desk.dismiss()
        self._check()
        return ending


def _words(code: int) -> str:
    """How a process ended, for people. Killed is what remains when nothing else was seen: it is not told."""
    if code < 0 and code != -signal.SIGKILL:
        return f" ({signal.Signals(-code).name})"
    return f" (exit code {code})" if code > 0 else ""


_crew = Crew()


def supervised(job: Job, guards: Guards) -> Outcome:
    """A job under guards, by the worker at this thread's desk. Raises `StoppedError`."""
    return _crew.run(job, guards)


def sit(desk: Desk) -> None:
    """Gives this thread a desk to work at; without one it gets its own."""
    _crew.sit(desk)


def stop() -> None:
    """Ends all workers of this process; later jobs get new ones."""
    global _crew
    before, _crew = _crew, Crew()
    before.stop()
