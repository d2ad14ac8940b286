"""本月, 下季度, 本学期 → days, from a reference day."""

from __future__ import annotations

from datetime import date, timedelta

from ..model import Atom
from .almanac import Almanac
from .days import DAY, Days, NoSuchDayError, between, edge_of, month_end, third, whole_months


def resolve_relative(atom: Atom, reference: date | None, almanac: Almanac) -> Days | None:
    """The days of a relative atom; None without a reference."""
    if reference is None:
        return None
    shift = atom.values[0]
    unit = atom.relative
    days: Days | None
    if unit in ("month", "quarter"):
        size = 1 if unit == "month" else 3
        index = (reference.year * 12 + reference.month - 1) // size + shift
        year, place = divmod(index, 12 // size)
        edtf = f"{year:04d}-{33 + place}" if unit == "quarter" else ""
        days = whole_months(year, place * size + 1, place * size + size, edtf)
        if atom.grain == "day":  # 次月5日
            if atom.values[1] > days.end.day:
                raise NoSuchDayError
            day = days.start.replace(day=atom.values[1])
            days = between(day, day)
        elif atom.grain == "third":  # 下月上旬
            days = third(days.start.year, days.start.month, atom.values[1])
    elif unit == "week":
        monday = reference - reference.weekday() * DAY + timedelta(days=7 * shift)
        days = between(monday, monday + 6 * DAY)
    elif unit == "weekday":
        monday = reference - reference.weekday() * DAY + timedelta(days=7 * shift + atom.values[1])
        days = between(monday, monday)
    elif unit in ("span", "offset", "within"):
        far = _moved(reference, shift, atom.unit)
        near = far if unit == "offset" else reference
        days = between(min(near, far), max(near, far))
    elif unit == "day":
        days = between(reference + shift * DAY, reference + shift * DAY)
    else:
        days = _term(reference, shift, almanac)
    if days is not None and atom.edge is not None:
        days = edge_of(days, unit, atom.edge)
    return days


def _term(reference: date, shift: int, almanac: Almanac) -> Days | None:
    """The term that the day falls in, or the next where it falls in a vacation."""
    terms = [
        term
        for year in range(reference.year - 1, reference.year + 2)
        for name in ("spring-term", "autumn-term")
        if (term := almanac.school(name, year)) is not None
    ]
    for place, term in enumerate(terms):
        if reference <= term.end:
            return terms[place + shift] if 0 <= place + shift < len(terms) else None
    return None


def _moved(day: date, count: int, unit: str) -> date:
    """The day `count` units away; a month's end stays within its month."""
    if unit in ("天", "日"):
        return day + count * DAY
    if unit in ("周", "星期"):
        return day + 7 * count * DAY
    index = day.year * 12 + day.month - 1 + count * (12 if unit == "年" else 1)
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1)))
