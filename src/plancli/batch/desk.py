"""A worker process and its desk: one job at work, and the next one handed in meanwhile.

Between a result and the next job lie two messages, two wake-ups and the turn of another thread; for small files that is
a tenth of their time. So two threads may share a desk: while one waits for its result, the other one's job lies in the
worker's channel already. A job that was handed in to a worker which ended before it was its turn has lost nothing.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..errors import OutOfMemory, Timeout
from . import memory
from .channel import ROOM, GarbledError, packed
from .job import Job, Outcome
from .nursery import Nursery

_GLANCE = 0.05  # seconds between two looks at a worker's memory
_READY = 60.0  # seconds for a forked worker to say so
_SMALL = ROOM // 4  # bytes of a message that a busy worker's channel takes at once


@dataclass(frozen=True, slots=True)
class Guards:
    """What a worker may take: `seconds` for a file, `memory` in bytes, `files` before it is renewed."""

    seconds: float = 120.0
    memory: int = 2 << 30
    files: int = 1000


class DeadError(Exception):
    """The worker is gone, for a reason that may have been its own."""


class Worker:
    """One worker process and what has been asked of it. `gone` is True once it was ended from here."""

    def __init__(self, nursery: Nursery, guards: Guards) -> None:
        """Raises `DeadError` where it does not come up."""
        self.guards = guards
        self.jobs = 0
        self.peak = 0
        self.gone = False
        self._nursery = nursery
        self._turn = threading.Lock()
        self._ending: int | None = None
        try:
            self.pid, self._channel = nursery.fork(guards.memory)
        except (EOFError, OSError) as error:
            raise DeadError from error
        try:
            self._channel.receive(patience=_READY)
        except (EOFError, OSError, GarbledError) as error:
            self.kill()
            raise DeadError from error

    def hand_in(self, message: bytes) -> None:
        """Puts a job before the worker. One that is dead takes nothing, which shows when its result is waited for."""
        with contextlib.suppress(OSError):
            self._channel.put(message, patience=2 * self.guards.seconds)  # longer than who is at work may take

    def outcome(self) -> Outcome:
        """What came of the job at work. Raises `DeadError`, `Timeout` or `OutOfMemory`; the worker is of no use then."""
        self.jobs += 1
        self.peak = 0
        deadline = time.monotonic() + self.guards.seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                outcome = self._channel.receive(patience=min(left, _GLANCE))
            except TimeoutError:
                self.peak = max(self.peak, memory.resident(self.pid))
                if self.peak > self.guards.memory:
                    raise too_much(self.guards) from None
            except (EOFError, OSError, GarbledError) as error:
                if time.monotonic() > deadline:  # this machine is so busy that its own alarm clock came first
                    break
                raise DeadError from error
            else:
                if isinstance(outcome, Outcome):
                    return outcome
                raise DeadError
        raise Timeout(f"takes longer than {self.guards.seconds:g} s")

    def kill(self) -> int:
        """Ends the worker and all that it started; how it had ended, if it had."""
        with self._turn:
            self.gone = True
            if self._ending is None:  # once: after that the process id may be another's
                for kill in (os.killpg, os.kill):
                    with contextlib.suppress(OSError):
                        kill(self.pid, signal.SIGKILL)
                self._channel.close()
                self._ending = self._nursery.ended(self.pid)
            return self._ending


class Desk:
    """The place of one worker at a time, for one or two threads."""

    def __init__(self) -> None:
        self.worker: Worker | None = None
        self._door = threading.Lock()  # held while a job is handed in, until it is its turn
        self._turn = threading.Lock()  # held while a job is at work

    @contextlib.contextmanager
    def at_work(self, job: Job, guards: Guards, hire: Callable[[Guards], Worker]) -> Iterator[Worker | None]:
        """The worker that has the job, for as long as it is the job's turn.

        None where the worker ended before that: the job is as good as new. `hire` gives a worker under `guards`; what it
        raises is raised.
        """
        message = packed((job, guards.seconds))
        with self._door:
            worker = self.worker
            if worker is not None and worker.guards == guards and len(message) <= _SMALL:
                worker.hand_in(message)
                self._turn.acquire()
            else:
                self._turn.acquire()
                try:
                    worker = self._ready(guards, hire)
                    worker.hand_in(message)
                except BaseException:
                    self._turn.release()
                    raise
        try:
            yield None if worker.gone else worker
        finally:
            self._turn.release()

    def _ready(self, guards: Guards, hire: Callable[[Guards], Worker]) -> Worker:
        if self.worker is not None and self.worker.guards != guards:
            self.dismiss()
        if self.worker is None:
            self.worker = hire(guards)
        return self.worker

    def dismiss(self) -> int:
        """Ends the worker; how it had ended, if it had. Called by whose turn it is."""
        worker, self.worker = self.worker, None
        return worker.kill() if worker is not None else 0


def too_much(guards: Guards) -> OutOfMemory:
    """The error of a file that needs more than its worker may have."""
    return OutOfMemory(
        f"needs more than {guards.memory >> 20} MiB of memory", "Split the file, or allow more with --max-memory."
    )
