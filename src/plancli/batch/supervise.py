"""A job in a worker process, under guards: time, memory, the death of the worker; one retry after a crash.

`supervised` is a plain function of a job, so that any `concurrent.futures.Executor` can run it. Each thread that calls
it keeps a worker of its own, which is reused, renewed after a number of files, and thrown away after any failure.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from dataclasses import dataclass

from ..errors import OutOfMemory, Timeout, WorkerCrashed
from . import memory
from .channel import GarbledError
from .job import Job, Outcome, failure
from .nursery import Nursery

_GLANCE = 0.05  # seconds between two looks at a worker's memory
_READY = 60.0  # seconds for a forked worker to say so
_CLOSE_TO = 0.8  # of the memory limit: who crashes there died of it


@dataclass(frozen=True, slots=True)
class Guards:
    """What a worker may take: `seconds` for a file, `memory` in bytes, `files` before it is renewed."""

    seconds: float = 120.0
    memory: int = 2 << 30
    files: int = 200


class StoppedError(Exception):
    """The run is being stopped; what was not finished is not done."""


class _DeadError(Exception):
    """The worker is gone, for a reason that may have been its own."""


class _Worker:
    """One worker process and what has been asked of it."""

    def __init__(self, nursery: Nursery, guards: Guards) -> None:
        self.guards = guards
        self.jobs = 0
        self.peak = 0
        self._nursery = nursery
        self._turn = threading.Lock()
        self._ending: int | None = None
        try:
            self._pid, self._channel = nursery.fork(guards.memory)
        except (EOFError, OSError) as error:
            raise _DeadError from error
        try:
            self._channel.receive(patience=_READY)
        except (EOFError, OSError, GarbledError) as error:
            self.kill()
            raise _DeadError from error

    def do(self, job: Job) -> Outcome:
        """Raises `_DeadError`, `Timeout` or `OutOfMemory`; the worker is of no use then."""
        self.jobs += 1
        self.peak = 0
        deadline = time.monotonic() + self.guards.seconds
        try:
            self._channel.send((job, self.guards.seconds), patience=self.guards.seconds)
            while True:
                left = deadline - time.monotonic()
                if left <= 0:
                    raise Timeout(f"takes longer than {self.guards.seconds:g} s")
                with contextlib.suppress(TimeoutError):
                    outcome = self._channel.receive(patience=min(left, _GLANCE))
                    if not isinstance(outcome, Outcome):
                        raise _DeadError
                    return outcome
                self.peak = max(self.peak, memory.resident(self._pid))
                if self.peak > self.guards.memory:
                    raise _too_much(self.guards)
        except TimeoutError:
            raise Timeout(f"takes longer than {self.guards.seconds:g} s") from None
        except (EOFError, OSError, GarbledError) as error:
            if time.monotonic() > deadline:  # this machine is so busy that its own alarm clock came first
                raise Timeout(f"takes longer than {self.guards.seconds:g} s") from error
            raise _DeadError from error

    def kill(self) -> int:
        """Ends the worker and all that it started; how it had ended, if it had."""
        with self._turn:
            if self._ending is None:  # once: after that the process id may be another's
                for kill in (os.killpg, os.kill):
                    with contextlib.suppress(OSError):
                        kill(self._pid, signal.SIGKILL)
                self._channel.close()
                self._ending = self._nursery.ended(self._pid)
            return self._ending


class Crew:
    """The workers of this process, one a thread."""

    def __init__(self) -> None:
        self._nursery = Nursery()
        self._own = threading.local()
        self._all: set[_Worker] = set()
        self._turn = threading.Lock()
        self._stopped = False

    def run(self, job: Job, guards: Guards) -> Outcome:
        """What came of the job; a crash is tried once more in a fresh worker. Raises `StoppedError`."""
        began = time.monotonic()
        ending = ""
        for _ in range(2):
            try:
                worker = self._worker(guards)
            except _DeadError:
                self._check()
                continue
            try:
                outcome = worker.do(job)
            except (Timeout, OutOfMemory) as error:
                self._dismiss(worker)
                self._check()
                return failure(error, time.monotonic() - began, worker.peak)
            except _DeadError:
                ending = _words(self._dismiss(worker))
                self._check()
                if worker.peak > _CLOSE_TO * guards.memory:
                    return failure(_too_much(guards), time.monotonic() - began, worker.peak)
                continue
            if outcome.status == "failed" or worker.jobs >= guards.files:
                self._dismiss(worker)
            return outcome
        return failure(WorkerCrashed(f"the process that parsed it died twice{ending}"), time.monotonic() - began)

    def stop(self) -> None:
        """Kills every worker; whoever waits for one gets `StoppedError`."""
        with self._turn:
            self._stopped = True
            workers = list(self._all)
            self._all.clear()
        for worker in workers:
            worker.kill()
        self._nursery.close()

    def _check(self) -> None:
        if self._stopped:
            raise StoppedError

    def _worker(self, guards: Guards) -> _Worker:
        self._check()
        worker: _Worker | None = getattr(self._own, "worker", None)
        if worker is not None and worker.guards != guards:
            self._dismiss(worker)
            worker = None
        if worker is None:
            worker = self._own.worker = _Worker(self._nursery, guards)
            with self._turn:
                self._all.add(worker)
            if self._stopped:  # meanwhile
                self._dismiss(worker)
                raise StoppedError
        return worker

    def _dismiss(self, worker: _Worker) -> int:
        self._own.worker = None
        with self._turn:
            self._all.discard(worker)
        return worker.kill()


def _too_much(guards: Guards) -> OutOfMemory:
    return OutOfMemory(
        f"needs more than {guards.memory >> 20} MiB of memory", "Split the file, or allow more with --max-memory."
    )


def _words(code: int) -> str:
    """How a process ended, for people. Killed is what remains when nothing else was seen: it is not told."""
    if code < 0 and code != -signal.SIGKILL:
        return f" ({signal.Signals(-code).name})"
    return f" (exit code {code})" if code > 0 else ""


_crew = Crew()


def supervised(job: Job, guards: Guards) -> Outcome:
    """A job under guards, by a worker of this thread in this process. Raises `StoppedError`."""
    return _crew.run(job, guards)


def stop() -> None:
    """Ends all workers of this process; later jobs get new ones."""
    global _crew
    before, _crew = _crew, Crew()
    before.stop()
