"""The days on which a time node falls due (RFC 5545 for what comes again)."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.bulletin import TimeNode
    from .spans import DaySpan

_MOST = 4000  # days of one node: ten years of a daily one


def due_days(node: TimeNode, span: DaySpan | None = None) -> list[date]:
    """The days on which a node is due, those in `span` where one is given.

    A deadline and a period are due on their last day, what comes again at each turn of its rule within its own days.
    What goes on all year or waits for an event is due on no day.
    """
    if node.kind == "recurring":
        return [day for day in _turns(node) if span is None or day in span]
    if node.kind in ("deadline", "period") and node.end is not None and (span is None or node.end in span):
        return [node.end]
    return []


def _turns(node: TimeNode) -> list[date]:
    if node.rrule is None or node.start is None or node.end is None:
        return []
    from dateutil.rrule import rrulestr

    rule = rrulestr(node.rrule, dtstart=datetime.combine(node.start, time()))
    turns: list[date] = []
    for turn in rule:
        if turn.date() > node.end or len(turns) == _MOST:
            break
        turns.append(turn.date())
    return turns
