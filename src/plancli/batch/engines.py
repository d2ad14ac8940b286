"""Where jobs run: a `concurrent.futures.Executor`, made of threads here or of a Dask cluster there.

In both `supervise.supervised` is what is submitted: each thread that runs it keeps a worker process under guards, so a
file that hangs, crashes or eats memory costs itself alone on a cluster as well.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from ..errors import InternalError, MissingExtra, UsageError, WorkerCrashed
from . import supervise
from .desk import Desk
from .job import Outcome, failure

_CONNECT = "10s"
_SEATS = 2  # threads at a desk: one waits for its result, the other has handed in the next job
_WRITERS = 4  # results of a cluster on their way to the disk at once


@dataclass(frozen=True, slots=True)
class Bench:
    """An executor, and how many jobs it works on at once.

    `writers` takes what is to be done with a result; None where the executor's own threads may take the time for it.
    """

    executor: Executor
    width: int
    writers: Executor | None = None


@contextlib.contextmanager
def local(jobs: int) -> Iterator[Bench]:
    """`jobs` workers on this machine; when the block ends, they are gone."""
    desks = itertools.cycle([Desk() for _ in range(jobs)])
    executor = ThreadPoolExecutor(_SEATS * jobs, "plancli", initializer=lambda: supervise.sit(next(desks)))
    try:
        yield Bench(executor, jobs)
    finally:
        supervise.stop()
        executor.shutdown(wait=True, cancel_futures=True)


@contextlib.contextmanager
def dask(scheduler: str) -> Iterator[Bench]:
    """The workers of the cluster whose scheduler listens at this address. Raises `MissingExtra`, `UsageError`."""
    try:
        import distributed
    except ImportError:
        raise MissingExtra(
            "the engine dask needs distributed", "Run: python -m pip install 'plancli[cluster]'"
        ) from None
    try:
        connect: Any = distributed.Client
        client = connect(scheduler, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"there is no Dask scheduler at {scheduler}: {error}", "Start one: dask scheduler") from error
    with ThreadPoolExecutor(_WRITERS, "plancli-write") as writers, client:
        _check(client, scheduler)
        yield Bench(client.get_executor(pure=False), max(sum(client.nthreads().values()), 1), writers)


def _check(client: Any, scheduler: str) -> None:
    """Refuses a cluster without workers, or with another plancli than this one."""
    from .. import __version__

    try:
        client.wait_for_workers(1, timeout=_CONNECT)
        versions = set(client.run(_version).values())
    except TimeoutError as error:
        raise UsageError(
            f"the scheduler at {scheduler} has no workers", f"Start some: dask worker {scheduler}"
        ) from error
    except ImportError as error:
        raise UsageError(
            f"the cluster's workers cannot load plancli: {error}", f"Install {__version__} there."
        ) from error
    if versions != {__version__}:
        others = ", ".join(sorted(versions - {__version__}))
        raise UsageError(f"the cluster's workers have plancli {others}", f"Install {__version__} there.")


def _version() -> str:
    from .. import __version__

    return __version__


def outcome_of(future: Future[Outcome]) -> Outcome:
    """What came of a job, where the engine itself failed too. Raises `InternalError` where no worker can be started, and
    `StoppedError`."""
    try:
        return future.result()
    except (InternalError, supervise.StoppedError):
        raise  # no fault of the file
    except BrokenExecutor as error:
        return failure(WorkerCrashed(f"the process that parsed it was lost: {error}"))
    except Exception as error:  # a cluster raises errors of its own
        if type(error).__name__ == "KilledWorker":
            return failure(WorkerCrashed("the cluster's workers that parsed it died, one after another"))
        return failure(InternalError(f"{type(error).__name__}: {' '.join(str(error).split())}"))
