"""The derivations of a whole run, kept for who asks: `plancli explain FILE --task` prints what parse did, and reads nothing again.

    with keep("p1.t7") as kept: parse_bytes(…)

Nothing is kept, and nothing costs, where nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...model.record import Record
from .context import TimeContext, TimeReading

if TYPE_CHECKING:
    from .explain import Explanation


@dataclass(slots=True, eq=False, repr=False)
class Kept(Record):
    """What was read of the task that is asked for, text by text, in the order read."""

    task: str
    current: str = ""
    readings: list[Explanation] = field(default_factory=list)


_KEPT: ContextVar[Kept | None] = ContextVar("kept", default=None)


@contextmanager
def keep(task: str) -> Iterator[Kept]:
    """Keep the derivations of one task's times while this lasts."""
    kept = Kept(task)
    token = _KEPT.set(kept)
    try:
        yield kept
    finally:
        _KEPT.reset(token)


def of_task(task: str) -> None:
    """What is read from now on belongs to this task."""
    if (kept := _KEPT.get()) is not None:
        kept.current = task


def note(text: str, context: TimeContext, reading: TimeReading) -> None:
    """A text was read, with this result: called before positions are moved to where the text stands."""
    kept = _KEPT.get()
    if kept is not None and kept.current == kept.task:
        from .explain import explanation

        kept.readings.append(explanation(text, context, reading, "the plan"))
