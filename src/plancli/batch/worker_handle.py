"""A worker process as its parent sees it: the job at work, and the next one handed in meanwhile.

Between a result and the next job lie two messages and two wake-ups; for small files that is a tenth of their time. So the
next job lies in the worker's channel already. One that was handed in to a worker which ended before it was its turn has
lost nothing.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import cached_property

from ..errors import OutOfMemory, Timeout
from ..pace import Listener
from . import memory
from .channel import ROOM, GarbledError, packed
from .job import Call, Job, Outcome, PageRead
from .processes import Processes

_READY = 120.0  # seconds for a worker to say so, which may have to load everything
_PATIENCE = 60.0  # seconds for a worker that is idle to take a message
_SMALL = ROOM // 4  # bytes of a message that a busy worker's channel takes at once
_AT_ONCE = 2  # jobs that a worker holds


@dataclass(frozen=True, slots=True)
class Guards:
    """What a worker may take: `seconds` for a file, or for each page of one that is read page by page (OCR), `memory` in bytes,
    `files` before it is renewed, `pages` at once (0: as many as there are cores)."""

    seconds: float = 120.0
    memory: int = 2 << 30
    files: int = 1000
    pages: int = 1


@dataclass(eq=False)
class Order:
    """A job on its way to its outcome. `began` is when it came to be at work for the first time; `listener` is told of pages."""

    job: Job | Call
    guards: Guards
    listener: Listener | None = None
    future: Future[Outcome] = field(default_factory=Future)
    began: float = 0.0
    crashes: int = 0

    @cached_property
    def message(self) -> bytes:
        """What a worker is sent."""
        return packed((self.job, self.guards.seconds, self.guards.pages))

    @property
    def seconds(self) -> float:
        """The time taken up to now."""
        return time.monotonic() - self.began if self.began else 0.0


class DeadError(Exception):
    """The worker is gone, for a reason that may have been its own."""


class Worker:
    """One worker process and its orders, the first of which is at work.

    `jobs` are those that it has finished; `peak` is the most memory that was seen while this one is at work, in bytes.
    """

    def __init__(self, processes: Processes, guards: Guards) -> None:
        """Raises `DeadError` where it does not come up."""
        try:
            self.pid, self._channel = processes.start(guards.memory)
        except (EOFError, OSError) as error:
            raise DeadError from error
        self.guards = guards
        self.orders: deque[Order] = deque()
        self.jobs = 0
        self.peak = 0
        self._processes = processes
        self._up = False
        self._deadline = time.monotonic() + _READY

    def fileno(self) -> int:
        """For a selector."""
        return self._channel.fileno()

    def takes(self, order: Order) -> bool:
        """Whether the order may be handed in now. One that a worker has died of gets a fresh one."""
        if order.guards != self.guards or self.jobs + len(self.orders) >= self.guards.files:
            return False
        if order.crashes and (self.jobs or self.orders):
            return False
        return not self.orders or (len(self.orders) < _AT_ONCE and len(order.message) <= _SMALL)

    def hand_in(self, order: Order) -> None:
        """Hands it an order. A worker that is dead shows it when its outcomes are asked for."""
        self.orders.append(order)
        with contextlib.suppress(OSError):
            self._channel.put(order.message, patience=_PATIENCE)
        del order.message  # a second copy of the file's bytes
        if len(self.orders) == 1:
            self._begin()

    def _begin(self) -> None:
        """The clock of the first order starts, unless the worker is still coming up."""
        now = time.monotonic()
        self.peak = 0
        if self._up:
            self._deadline = now + self.guards.seconds
        if self.orders:
            self.orders[0].began = self.orders[0].began or now

    def outcomes(self) -> Iterator[tuple[Order, Outcome]]:
        """What has come of its orders by now. Raises `DeadError`."""
        try:
            for message in self._channel.arrived():
                if not self._up:
                    self._up = True
                    self._begin()
                    continue
                if isinstance(message, PageRead) and self.orders:
                    self._deadline = time.monotonic() + self.guards.seconds
                    if (listener := self.orders[0].listener) is not None:
                        listener(message.done, message.of)
                    continue
                if not isinstance(message, Outcome) or not self.orders:
                    raise DeadError
                order = self.orders.popleft()
                self.jobs += 1
                self._begin()
                yield order, message
        except (EOFError, OSError, GarbledError) as error:
            raise DeadError from error

    @property
    def late(self) -> bool:
        """Whether it has had its time."""
        return time.monotonic() > self._deadline

    def look(self) -> None:
        """Raises `Timeout` or `OutOfMemory` where the order at work goes beyond its guards, `DeadError` where no worker
        comes up."""
        if not self.orders:
            return
        if self._up:
            self.peak = max(self.peak, memory.resident(self.pid))
            if self.peak > self.guards.memory:
                raise too_much(self.guards)
        if self.late:
            raise too_long(self.guards) if self._up else DeadError

    def kill(self) -> int:
        """Ends the worker and all that it started, once; how it had ended, if it had."""
        self._channel.close()
        return self._processes.ended(self.pid)


def too_much(guards: Guards) -> OutOfMemory:
    """The error of a file that needs more than its worker may have."""
    return OutOfMemory(
        "needs more than {memory} MiB of memory",
        "Split the file, or allow more with --max-memory.",
        memory=guards.memory >> 20,
    )


def too_long(guards: Guards) -> Timeout:
    """The error of a file that takes more time than it has."""
    return Timeout("takes longer than {seconds:g} s", seconds=guards.seconds)
