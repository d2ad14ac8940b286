"""A stretch of days as a person names it: 2026, 2026Q2, 2026-05, 2026-04..2026-06, next-quarter."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import UsageError
from ..grammar.pattern import Pattern

_EXAMPLES = "Write 2026, 2026Q2, 2026-05, 2026-05-20, 2026-04..2026-06, this-month or next-quarter."
_NAMED = Pattern(r"(\d{4})(?:Q([1-4])|-(\d{1,2})(?:-(\d{1,2}))?)?", re.IGNORECASE)
_RELATIVE = Pattern(r"(this|next)-(week|month|quarter|year)")
RELATIVE = tuple(f"{which}-{unit}" for which in ("this", "next") for unit in ("week", "month", "quarter", "year"))
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class DaySpan:
    """From the first day to the last, both inclusive."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def span_of(text: str, *, today: date) -> DaySpan:
    """The days that `text` names; `this-` and `next-` count from `today`. Raises `UsageError`."""
    try:
        if relative := _RELATIVE.fullmatch(text):
            return _relative(relative[2], relative[1] == "next", today)
        first, dots, last = text.partition("..")
        if not dots:
            return _named(first)
        span = DaySpan(_named(first).first, _named(last).last)
    except ValueError:
        raise UsageError("{text!r} is no span of days", _EXAMPLES, text=text) from None
    if span.first > span.last:
        raise UsageError("{text!r} ends before it begins", _EXAMPLES, text=text)
    return span


def _named(text: str) -> DaySpan:
    match = _NAMED.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    year, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    if match[3]:
        first = date(year, month, day or 1)  # raises where there is no such month or day
        return DaySpan(first, first) if match[4] else _months(year, month, 1)
    if quarter:
        return _months(year, quarter * 3 - 2, 3)
    return _months(year, 1, 12)


def _months(year: int, month: int, count: int) -> DaySpan:
    """`count` months from `month` on, which may lie beyond December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end_year, end_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return DaySpan(date(year, month, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1]))


def _relative(unit: str, following: bool, today: date) -> DaySpan:
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * following)
        return DaySpan(monday, monday + timedelta(days=6))
    size = _MONTHS[unit]
    begin = (today.month - 1) // size * size + 1 + size * following
    return _months(today.year, begin, size)
