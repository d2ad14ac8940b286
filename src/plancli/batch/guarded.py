"""Documents that a command reads, one after another in one worker under guards: by the pool that `batch` has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import TracebackType

from .. import errors
from .job import Call, Outcome
from .processes import for_few
from .supervise import Pool
from .worker_handle import Guards


class TraceFromWorker(Exception):  # noqa: N818 - what stands in it is the trace of an error, printed as its cause
    """The trace of an error that was raised in another process."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


class Guarded:
    """One worker, started when it is first asked for something; `with` it, so that it goes away in the end."""

    def __init__(self, guards: Guards, listener: Callable[[str, int, int], None] | None = None) -> None:
        """`listener` is told of the pages that are read: the document's name, how many, of how many."""
        self._guards = guards
        self._listener = listener
        self._pool: Pool | None = None

    def __enter__(self) -> Guarded:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def call(self, name: str, function: object, /, *arguments: object, **named: object) -> object:
        """See `isolation.Caller`. Raises the errors of plancli that the function raises, `Timeout`, `OutOfMemory`,
        `WorkerCrashed`, and `InternalError` for any other."""
        self._pool = self._pool or Pool(1, for_few())
        listener = partial(self._listener, name) if self._listener is not None else None
        outcome = self._pool.attend(Call(name, function, arguments, named), self._guards, listener)  # type: ignore[arg-type]
        if outcome.error is not None:
            raise _error(outcome) from (TraceFromWorker(outcome.trace) if outcome.trace else None)
        return outcome.value


def _error(outcome: Outcome) -> errors.PlancliError:
    """The error that an outcome tells of, of the class that states its code; of a file of another kind (`skipped`) an `Unsupported`."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.PlancliError)]
    for kind in kinds:
        other_kind = issubclass(kind, errors.Unsupported) == (outcome.status == "skipped")
        if kind is not errors.PlancliError and vars(kind).get("code") == outcome.error and other_kind:
            return kind(outcome.what, outcome.remedy)
    return errors.InternalError(outcome.what, outcome.remedy)
