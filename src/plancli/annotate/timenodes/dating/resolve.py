"""From an atom to days, in a year that is known by then."""

from __future__ import annotations

from datetime import date

from ..model import Atom
from .almanac import Almanac
from .days import (
    DAY,
    Days,
    NoSuchDayError,
    between,
    edge_of,
    monday_week,
    month_end,
    nth_weekday,
    season,
    third,
    whole_months,
    whole_years,
    working_day,
)


def resolve(atom: Atom, value: int, year: int, known: Almanac) -> Days | None:
    """One value of an atom, its edge taken → its days; None where the calendar does not know them.

    Raises NoSuchDayError where the numbers name none.
    """
    days = plain(atom, value, year, known)
    if days is not None and atom.through and len(atom.values) > 1:
        last = plain(atom, atom.values[-1], year, known)
        if last is not None:
            days = join(days, last)
    if days is not None and atom.edge is not None:
        days = edge_of(days, atom.grain, atom.edge)
    if days is not None and atom.approximate:
        days.approximate = True
    return days


def join(first: Days, last: Days) -> Days:
    """From the first day of the one to the last day of the other."""
    edtf = f"{first.first}/{last.last}"
    return Days(first.start, last.end, edtf, first.first, last.last, first.approximate or last.approximate, last)


def plain(atom: Atom, value: int, year: int, known: Almanac) -> Days | None:
    """One value of an atom in a given year → its days; None where the calendar does not know them.

    Raises NoSuchDayError where the numbers name none.
    """
    month = atom.month or 0
    match atom.grain:
        case "year":
            return whole_years(year, year)
        case "half":
            return whole_months(year, 6 * value - 5, 6 * value, f"{year:04d}-{39 + value}")
        case "quarter":
            return whole_months(year, 3 * value - 2, 3 * value, f"{year:04d}-{32 + value}")
        case "month":
            if not 1 <= value <= 12:
                raise NoSuchDayError
            return whole_months(year, value, value)
        case "half-month":
            last = month_end(year, month)
            return between(date(year, month, 1 if value == 1 else 16), date(year, month, 15 if value == 1 else last))
        case "third":
            return third(year, month, value)
        case "day":
            if 1 <= month <= 12 and value < 0:  # 最后三天
                value += month_end(year, month) + 1
            if not (1 <= month <= 12 and 1 <= value <= month_end(year, month)):
                raise NoSuchDayError
            return between(date(year, month, value), date(year, month, value))
        case "working-day":
            return between(*[working_day(year, month, value)] * 2)
        case "week":
            if atom.weekday is not None:
                return between(*[nth_weekday(year, month, value, atom.weekday)] * 2)
            return monday_week(year, month, value, whole=known.whole_weeks)
        case "season":
            return season(year, value)
        case "lunar":
            return known.lunar(year, month, value, leap=atom.leap)
        case "holiday":
            return known.holiday(atom.names[0], year)
        case "school":
            days = known.school(atom.names[0], year, value)
            if days is not None and atom.weekday is not None:
                days = between(*[days.start + atom.weekday * DAY] * 2, approximate=days.approximate)
            return days
        case "years":
            return whole_years(*known.five_years(value))
    return None
