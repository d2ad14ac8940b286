"""How a document of many pages is read where a page takes long: how many at once, and who is told how far it is.

`extract` asks here; whoever waits for a document says. It stands below both, and costs nothing to import.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]  # so many pages are read, of so many
_AT_ONCE: ContextVar[int] = ContextVar("at_once", default=0)
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


def cores() -> int:
    """How many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def at_once() -> int:
    """How many pages may be read at once; 0 where nobody has said."""
    return _AT_ONCE.get()


def page_read(done: int, of: int) -> None:
    """Tells whoever waits how many pages are read."""
    if (listener := _LISTENER.get()) is not None:
        listener(done, of)


@contextmanager
def paced(at_once: int, listener: Listener | None) -> Iterator[None]:
    """While this lasts, so many pages are read at once (0: as many as this machine has cores), and `listener` is told."""
    pages, told = _AT_ONCE.set(at_once), _LISTENER.set(listener)
    try:
        yield
    finally:
        _AT_ONCE.reset(pages)
        _LISTENER.reset(told)
