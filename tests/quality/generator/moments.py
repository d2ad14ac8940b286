"""An expression of time and the days that it means."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from .meaning import Node


@dataclass
class Moment:
    """An expression of time with its truth."""

    raw: str
    use: str
    nodes: list[Node]


def day(year: int, month: int, number: int) -> str:
    return datetime.date(year, month, number).isoformat()


def last(year: int, month: int) -> str:
    return day(year, month, calendar.monthrange(year, month)[1])


def node(raw: str, kind: str, start: str | None = None, end: str | None = None, *, open_days: bool = False) -> Node:
    found: Node = {"raw": raw, "kind": kind, "start": start, "end": end}
    return {**found, "any_dates": True} if open_days else found


def one(
    raw: str, use: str, kind: str, start: str | None = None, end: str | None = None, open_days: bool = False
) -> Moment:
    return Moment(raw, use, [node(raw, kind, start, end, open_days=open_days)])
