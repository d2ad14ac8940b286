"""Time nodes: when work is to be done, as dates, EDTF and RRULE.

    text ─► folding ─► rulebook (atoms) ─► compose (ranges, lists, modifiers) ─► gate (look-alikes)
                                                             ─► settle (days) ─► evaluate (kinds) ─► actions ─► TimeNode

`reading.py` holds them together; start there. One folder a family, rules beside their corpus. Nothing here looks at a clock: the year is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ...model.bulletin import TimeNode
from ...model.draft import ScheduleLine
from .context import Context, Found, Problem, Reading
from .dating.almanac import almanac_of
from .kept import note, of_task
from .reading import read_text

__all__ = ["Context", "Problem", "Reading", "find_time_nodes", "of_task", "read", "read_column", "read_task_text"]


def find_time_nodes(text: str, *, year: int | None = None, reference: date | None = None) -> list[TimeNode]:
    """Any text → its time nodes, in text order.

    `year` is the year of expressions that name none; `reference` the day that 本月 and 明年 start from (without one
    they are conditional). Total: it raises on no text.
    """
    return read(text, Context(year=year, reference=reference))


def read(text: str, context: Context) -> list[TimeNode]:
    """The time nodes of a text in a context (`read_text` gives refusals and problems too)."""
    return [node.node(text) for node in read_text(text, context).found]


def read_task_text(
    text: str,
    lines: Iterable[ScheduleLine] = (),
    *,
    year: int | None = None,
    reference: date | None = None,
    first_month: int = 1,
    calendar: Mapping[str, Any] | None = None,
) -> tuple[list[TimeNode], list[Problem]]:
    """A task's text → its nodes, spans in that text, and the problems in it.

    `lines` says which parts came from a schedule column and how; text outside them is prose. A column's header that is
    a time (第一季度) gives a node without a span and bounds what stands in its cell.
    """
    almanac = almanac_of(calendar)
    nodes: list[Found] = []
    problems: list[Problem] = []
    position = 0
    for line in sorted(lines, key=lambda line: line.start):
        if line.start < position:
            continue
        for start, end, part in ((position, line.start, None), (line.start, line.end, line)):
            if start < end:
                context = Context(
                    year,
                    reference,
                    schedule=part is not None,
                    limit=part is not None and part.limit,
                    header_end=max(0, part.header_end - start) if part is not None and part.header_is_time else 0,
                    first_month=first_month,
                    almanac=almanac,
                )
                _collect(_read(text[start:end], context), start, part, nodes, problems)
        position = line.end
    if position < len(text):
        context = Context(year, reference, first_month=first_month, almanac=almanac)
        _collect(_read(text[position:], context), position, None, nodes, problems)
    return [node.node(text) for node in nodes], problems


def read_column(
    text: str,
    *,
    year: int | None = None,
    reference: date | None = None,
    limit: bool = False,
    first_month: int = 1,
    calendar: Mapping[str, Any] | None = None,
) -> tuple[list[TimeNode], list[Problem]]:
    """A time column's cell that is no part of a task's text → nodes without spans. `limit`: its header names a limit."""
    almanac = almanac_of(calendar)
    reading = _read(text, Context(year, reference, True, limit, first_month=first_month, almanac=almanac))
    return [node.node(text).model_copy(update={"span": None}) for node in reading.found], reading.problems


def _read(text: str, context: Context) -> Reading:
    reading = read_text(text, context)
    note(text, context, reading)
    return reading


def _collect(
    reading: Reading, offset: int, line: ScheduleLine | None, nodes: list[Found], problems: list[Problem]
) -> None:
    if offset:
        for node in reading.found:
            node.start += offset
            node.end += offset
    if line is not None and line.header_is_time:
        for node in reading.found:
            node.header = node.end <= line.header_end
    nodes += reading.found
    problems += [Problem(p.code, p.message, p.start + offset, p.end + offset) for p in reading.problems]
