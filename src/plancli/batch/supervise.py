"""Jobs in worker processes, under guards: time, memory, the death of the worker; one retry after a crash.

One thread serves all workers of a pool: it hears what has arrived, looks after those that are at work, and hands out what
waits. A worker is reused, renewed after a number of files, and thrown away after any failure but those that a reader tells.
"""

from __future__ import annotations

import contextlib
import selectors
import signal
import socket
import threading
import time
from collections import deque
from concurrent.futures import Executor, Future
from typing import Any

from ..errors import InternalError, OutOfMemory, PlancliError, Timeout, WorkerCrashed
from ..pace import Listener
from .job import Call, Job, Outcome, failure
from .processes import Processes, for_many
from .worker_handle import DeadError, Guards, Order, Worker, too_long, too_much

_GLANCE = 0.05  # seconds between two looks at the workers
_CLOSE_TO = 0.8  # of the memory limit: who crashes there died of it


class StoppedError(Exception):
    """The run is being stopped; what was not finished is not done."""


class Pool(Executor):
    """At most `width` workers, as many as there are orders without it. Futures are resolved in the pool's own thread.

    What is submitted is `supervised`, a job and its guards: a cluster's executor sends that function to another machine,
    a pool is what it comes to there. With `processes` the pool has no thread: `attend` does the work in the caller's, as
    processes that fork ask for.
    """

    def __init__(self, width: int | None = None, processes: Processes | None = None) -> None:
        self._width = width
        self._processes = processes or for_many()
        self._workers: list[Worker] = []
        self._open: set[Order] = set()  # that have no outcome yet
        self._waiting: deque[Order] = deque()  # those of them that no worker holds
        self._next_look = 0.0
        self._turn = threading.Lock()  # held while it is decided whether the pool is at work
        self._stopped = False
        self._door, self._bell = socket.socketpair()
        self._selector = selectors.DefaultSelector()
        for end in (self._door, self._bell):
            end.setblocking(False)
        self._selector.register(self._door, selectors.EVENT_READ)
        self._thread: threading.Thread | None = None
        if processes is None:
            self._thread = threading.Thread(target=self._serve, name="plancli-pool", daemon=True)
            self._thread.start()

    def submit(self, task: Any, /, *args: Any, **_: Any) -> Future[Any]:
        """The outcome to come of a job under guards. It raises `StoppedError`, and `InternalError` where no worker can be
        started; nothing cancels it but the end of the pool."""
        order = Order(*args)
        order.future.set_running_or_notify_cancel()
        with self._turn:
            if self._stopped:
                order.future.set_exception(StoppedError())
                return order.future
            self._open.add(order)
            self._waiting.append(order)
            first = len(self._waiting) == 1  # behind one that has to wait, it has to wait as well
        if first:
            self._ring()
        return order.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """Kills every worker at once; whoever waits for an outcome gets `StoppedError`."""
        self._stopped = True
        if self._thread is None:
            self._end(StoppedError())
            return
        self._ring()
        if wait:
            self._thread.join()

    def attend(self, job: Job | Call, guards: Guards, listener: Listener | None = None) -> Outcome:
        """The outcome of a job, in a pool without a thread of its own; `listener` is told of pages. Raises `InternalError`
        where no worker can be started."""
        future = self.submit(supervised, job, guards, listener)
        while not future.done():
            self._turn_round()
        outcome: Outcome = future.result()
        return outcome

    def _ring(self) -> None:
        with contextlib.suppress(OSError):  # it is over
            self._bell.send(b"!")

    def _serve(self) -> None:
        fault: BaseException = StoppedError()
        try:
            while not self._stopped:
                self._turn_round()
        except BaseException as error:  # a fault in here must leave no one waiting
            fault = error
        finally:
            self._end(fault)

    def _turn_round(self) -> None:
        """Waits until something happens, or it is time to look at the workers, and does what is to be done."""
        busy = any(worker.orders for worker in self._workers)
        for key, _ in self._selector.select(_GLANCE if busy else None):
            if isinstance(key.fileobj, Worker):
                self._hear(key.fileobj)
            else:
                with contextlib.suppress(BlockingIOError):
                    self._door.recv(1 << 12)
        self._look_after()
        self._hand_out()

    def _end(self, fault: BaseException) -> None:
        with self._turn:
            self._stopped = True
        for worker in list(self._workers):
            self._dismiss(worker)
        self._processes.close()
        for order in list(self._open):
            self._fail(order, fault)
        for thing in (self._selector, self._door, self._bell):
            thing.close()

    def _hear(self, worker: Worker) -> None:
        """Takes what a worker has to say; its next order is on its way before anything is done with an outcome."""
        if worker not in self._workers:
            return  # dismissed for what another one said
        try:
            for order, outcome in worker.outcomes():
                if outcome.wild or worker.jobs >= worker.guards.files:
                    self._dismiss(worker)
                self._hand_out()
                self._settle(order, outcome)
                if worker not in self._workers:
                    return
        except DeadError:
            self._bury(worker)

    def _look_after(self) -> None:
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + _GLANCE
        for worker in list(self._workers):
            if worker.late:
                self._hear(worker)  # its outcome may have come while a result was written that took long
            if worker not in self._workers:
                continue
            try:
                worker.look()
            except (Timeout, OutOfMemory) as error:
                self._give_up(worker, error)
            except DeadError:
                self._bury(worker)

    def _bury(self, worker: Worker) -> None:
        """A worker that is dead: why, and what that means for the order that it was at."""
        if not worker.orders:
            self._dismiss(worker)
        elif worker.late:  # this machine is so busy that the worker's own alarm clock came first
            self._give_up(worker, too_long(worker.guards))
        elif worker.peak > _CLOSE_TO * worker.guards.memory:
            self._give_up(worker, too_much(worker.guards))
        else:
            order = worker.orders.popleft()
            self._crashed(order, self._dismiss(worker))

    def _give_up(self, worker: Worker, error: PlancliError) -> None:
        order = worker.orders.popleft()
        self._dismiss(worker)
        self._settle(order, failure(error, order.seconds, worker.peak))

    def _crashed(self, order: Order, code: int) -> None:
        order.crashes += 1
        if order.crashes < 2:
            self._waiting.appendleft(order)
        else:
            error = _died(code)
            self._settle(order, failure(error, order.seconds))

    def _settle(self, order: Order, outcome: Outcome) -> None:
        self._open.discard(order)
        order.future.set_result(outcome)

    def _fail(self, order: Order, error: BaseException) -> None:
        self._open.discard(order)
        order.future.set_exception(error)

    def _dismiss(self, worker: Worker) -> int:
        """Ends a worker; how it had ended, if it had. Its orders are as good as new."""
        self._selector.unregister(worker)
        self._workers.remove(worker)
        self._waiting.extendleft(reversed(worker.orders))
        return worker.kill()

    def _hand_out(self) -> None:
        while self._waiting:
            order = self._waiting[0]
            try:
                worker = self._place(order)
            except DeadError:
                self._waiting.popleft()
                self._crashed(order, 0)
            except InternalError as error:
                self._waiting.popleft()
                self._fail(order, error)
            else:
                if worker is None:
                    return
                self._waiting.popleft()
                worker.hand_in(order)

    def _place(self, order: Order) -> Worker | None:
        """The worker for an order: an idle one, a new one, or one that is at work; None where it has to wait."""
        idle = [worker for worker in self._workers if not worker.orders]
        for worker in idle:
            if worker.takes(order):
                return worker
        if idle:
            self._dismiss(idle[0])
        if self._width is None or len(self._workers) < self._width:
            return self._hire(order.guards)
        return next((worker for worker in self._workers if worker.takes(order)), None)

    def _hire(self, guards: Guards) -> Worker:
        worker = Worker(self._processes, guards)
        self._selector.register(worker, selectors.EVENT_READ)
        self._workers.append(worker)
        return worker


def _died(code: int) -> WorkerCrashed:
    """How a process ended twice. Killed is what remains when nothing else was seen: it is not told."""
    if code < 0 and code != -9:  # SIGKILL
        return WorkerCrashed("the process that parsed it died twice ({signal})", signal=signal.Signals(-code).name)
    if code > 0:
        return WorkerCrashed("the process that parsed it died twice (exit code {code})", code=code)
    return WorkerCrashed("the process that parsed it died twice")


_own: Pool | None = None  # of this process, for `supervised`
_turn = threading.Lock()  # held while it begins or ends


def supervised(job: Job | Call, guards: Guards) -> Outcome:
    """A job under guards, in this process's own pool: what a cluster runs, once for each of its threads at a time.

    Raises `StoppedError`, and `InternalError` where no worker can be started.
    """
    global _own
    with _turn:
        _own = pool = _own or Pool()
    outcome: Outcome = pool.submit(supervised, job, guards).result()
    return outcome


def stop() -> None:
    """Ends the workers of this process's own pool; later jobs get new ones."""
    global _own
    with _turn:
        before, _own = _own, None
    if before is not None:
        before.shutdown()
