"""In which process a document is read: in this one, unless a command has put a guarded worker in its place.

    with read_by(worker.call): bulletin = parse_bytes(…)

`pipeline` asks here; the command line says. It stands below both, and costs nothing to import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
# `caller(name, function, arguments)`: what the function gives for them; `name` is the document's, for people
Caller = Callable[..., object]

_CALLER: ContextVar[Caller | None] = ContextVar("caller", default=None)


def isolated(name: str, function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
    """What `function`, one of a module, gives for arguments that can be pickled. Raises what it raises, and the errors
    of the guards where there are some."""
    caller = _CALLER.get()
    if caller is None:
        return function(*arguments, **named)
    return caller(name, function, *arguments, **named)  # type: ignore[return-value]


@contextmanager
def read_by(caller: Caller | None) -> Iterator[None]:
    """Documents are read by `caller` while this lasts; None is this process itself."""
    token = _CALLER.set(caller)
    try:
        yield
    finally:
        _CALLER.reset(token)
