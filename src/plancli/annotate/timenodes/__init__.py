"""Time nodes: when work is to be done, as dates, EDTF and RRULE.

    text ─► folding ─► rulebook (atoms) ─► compose (ranges, lists, modifiers) ─► gate (look-alikes)
                                                             ─► settle (days) ─► evaluate (kinds) ─► actions ─► TimeNode

`reading.py` holds them together; start there. One folder a family, rules beside their corpus. Nothing here looks at a clock: the year is the caller's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from ...model.bulletin import TimeNode
from ...model.draft import ScheduleLine
from .context import Found, Printed, Problem, TimeContext, TimeReading, nowhere
from .dating.almanac import Almanac, almanac_of
from .kept import note, of_task
from .reading import read_text

TimeCell = tuple[
    str, bool, int
]  # of a schedule: its text, whether its header names a limit, where a header that is a time ends

__all__ = [
    "Problem",
    "TimeContext",
    "TimeReading",
    "find_time_nodes",
    "of_task",
    "read",
    "read_column",
    "read_task_text",
]


def find_time_nodes(text: str, *, year: int | None = None, reference: date | None = None) -> list[TimeNode]:
    """Any text → its time nodes, in text order.

    `year` is the year of expressions that name none; `reference` the day that 本月 and 明年 start from (without one
    they are conditional). Total: it raises on no text.
    """
    return read(text, TimeContext(year=year, reference=reference))


def read(text: str, context: TimeContext) -> list[TimeNode]:
    """The time nodes of a text in a context (`read_text` gives refusals and problems too)."""
    return [node.node(text) for node in read_text(text, context).found]


def read_task_text(
    text: str,
    lines: Iterable[ScheduleLine] = (),
    *,
    year: int | None = None,
    reference: date | None = None,
    first_month: int = 1,
    month: int = 0,
    calendar: Mapping[str, Any] | None = None,
    printed: Printed = nowhere,
    known: dict[TimeCell, TimeReading] | None = None,
) -> tuple[list[TimeNode], list[Problem]]:
    """A task's text → its nodes, spans in that text, and the problems in it.

    `lines` says which parts came from a schedule column and how; text outside them is prose. A column's header that is
    a time (第一季度) gives a node without a span and bounds what stands in its cell. `printed` tells the boxes of a range of
    the text. `known` keeps the cells of one plan's schedule, of which many say the same (全年).
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
                header_end = max(0, part.header_end - start) if part is not None and part.header_is_time else 0
                scheduled, limit = part is not None, part is not None and part.limit
                context = _context(year, reference, scheduled, limit, header_end, first_month, almanac, month)
                reading = _read(text[start:end], context, known if part is not None else None)
                _collect(reading, start, part, nodes, problems)
        position = line.end
    if position < len(text):
        context = _context(year, reference, False, False, 0, first_month, almanac, month)
        _collect(_read(text[position:], context), position, None, nodes, problems)
    return [node.node(text, printed) for node in nodes], problems


@lru_cache(maxsize=64)  # of a few plans, whose tasks are read one by one
def _context(
    year: int | None,
    reference: date | None,
    schedule: bool,
    limit: bool,
    header_end: int,
    first_month: int,
    almanac: Almanac,
    month: int,
) -> TimeContext:
    return TimeContext(year, reference, schedule, limit, None, header_end, first_month, almanac, month)


def read_column(
    text: str,
    *,
    year: int | None = None,
    reference: date | None = None,
    limit: bool = False,
    inherited: bool = False,
    first_month: int = 1,
    month: int = 0,
    calendar: Mapping[str, Any] | None = None,
    printed: Printed = nowhere,
) -> tuple[list[TimeNode], list[Problem]]:
    """A time column's cell, or a heading, that is no part of a task's text → nodes without spans. `limit`: its header names
    a limit; `inherited`: it stands for several tasks."""
    almanac = almanac_of(calendar)
    reading = _read(
        text, TimeContext(year, reference, True, limit, first_month=first_month, almanac=almanac, month=month)
    )
    for node in reading.found:
        node.header, node.inherited = True, inherited
    return [node.node(text, printed) for node in reading.found], reading.problems


def _read(text: str, context: TimeContext, known: dict[TimeCell, TimeReading] | None = None) -> TimeReading:
    if known is None:
        reading = read_text(text, context)
    else:
        cell = (text, context.limit, context.header_end)
        reading = known.get(cell) or read_text(text, context)
        known[cell] = reading
    note(text, context, reading)
    return reading


def _collect(
    reading: TimeReading, offset: int, line: ScheduleLine | None, nodes: list[Found], problems: list[Problem]
) -> None:
    """Add what was read of a part of the text, in its place there; a reading may serve again, and is left as it is."""
    for node in reading.found:
        end = node.end + offset
        header = line is not None and line.header_is_time and end <= line.header_end
        inherited = line is not None and line.inherited
        if offset or header or inherited:
            node = replace(node, start=node.start + offset, end=end, header=header, inherited=inherited)
        nodes.append(node)
    problems += [Problem(p.code, p.message, p.start + offset, p.end + offset) for p in reading.problems]
