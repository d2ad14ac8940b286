"""Where jobs run: a `concurrent.futures.Executor`, a pool of worker processes here or a Dask cluster there.

In both `supervise.supervised` is what is submitted. On a cluster's machines it has a pool of its own, so a file that hangs,
crashes or eats memory costs itself alone there as well.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from ..errors import InternalError, MissingExtra, UsageError, WorkerCrashed
from . import supervise
from .job import Outcome, failure

_CONNECT = "10s"
_WRITERS = 4  # results that are being written at once, where that takes long


@dataclass(frozen=True, slots=True)
class Bench:
    """An executor, and how many jobs it works on at once.

    `writers` takes what is to be done with a result; None where the executor's own thread may take the time for it.
    """

    executor: Executor
    width: int
    writers: Executor | None = None


@contextlib.contextmanager
def local(jobs: int, *, far: bool = False) -> Iterator[Bench]:
    """`jobs` workers on this machine; when the block ends, they are gone. `far` says that results go over a network."""
    with contextlib.ExitStack() as stack:
        writers = stack.enter_context(ThreadPoolExecutor(_WRITERS, "plancli-write")) if far else None
        yield Bench(stack.enter_context(supervise.Pool(jobs)), jobs, writers)


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
        raise UsageError(
            "there is no Dask scheduler at {scheduler}: {error}",
            "Start one: dask scheduler",
            scheduler=scheduler,
            error=error,
        ) from error
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
            "the scheduler at {scheduler} has no workers", "Start some: dask worker {scheduler}", scheduler=scheduler
        ) from error
    except ImportError as error:
        raise UsageError(
            "the cluster's workers cannot load plancli: {error}",
            "Install {version} there.",
            error=error,
            version=__version__,
        ) from error
    if versions != {__version__}:
        others = ", ".join(sorted(versions - {__version__}))
        raise UsageError(
            "the cluster's workers have plancli {others}",
            "Install {version} there.",
            others=others,
            version=__version__,
        )


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
        return failure(WorkerCrashed("the process that parsed it was lost: {error}", error=error))
    except Exception as error:  # a cluster raises errors of its own
        if type(error).__name__ == "KilledWorker":
            return failure(WorkerCrashed("the cluster's workers that parsed it died, one after another"))
        return failure(InternalError("{kind}: {words}", kind=type(error).__name__, words=" ".join(str(error).split())))
