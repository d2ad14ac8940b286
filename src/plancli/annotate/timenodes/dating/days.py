"""From what was said to days: a stretch with its first and last day, and its EDTF (ISO 8601-2) parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ....model.record import Record
from ..model import Edge, Grain

DAY = timedelta(days=1)


class NoSuchDayError(ValueError):
    """February 30: the numbers say no day of that year."""


@dataclass(slots=True, eq=False, repr=False)
class Days(Record):
    """A stretch of days, both inclusive. `edtf` names the whole, `first` and `last` its ends in the same grain."""

    start: date
    end: date
    edtf: str
    first: str
    last: str
    approximate: bool = False
    final: Days | None = None  # of a range: what its second end said

    def marked(self) -> str:
        """Its EDTF, with ~ where it is approximate."""
        if not self.approximate:
            return self.edtf
        return "/".join(part + "~" for part in self.edtf.split("/"))


def month_end(year: int, month: int) -> int:
    """The number of the month's last day."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def between(start: date, end: date, *, approximate: bool = False) -> Days:
    """A stretch that has no name of its own in EDTF."""
    first, last = start.isoformat(), end.isoformat()
    return Days(start, end, first if first == last else f"{first}/{last}", first, last, approximate)


def whole_months(year: int, first: int, last: int, name: str = "") -> Days:
    """Months of one year; `name` is the EDTF of the whole where it has one."""
    a, b = f"{year:04d}-{first:02d}", f"{year:04d}-{last:02d}"
    edtf = name or (a if a == b else f"{a}/{b}")
    return Days(date(year, first, 1), date(year, last, month_end(year, last)), edtf, a, b)


def whole_years(first: int, last: int) -> Days:
    """Whole years."""
    a, b = f"{first:04d}", f"{last:04d}"
    return Days(date(first, 1, 1), date(last, 12, 31), a if a == b else f"{a}/{b}", a, b)


def third(year: int, month: int, value: int) -> Days:
    """旬: days 1–10, 11–20, 21–end."""
    last = month_end(year, month)
    return between(date(year, month, 10 * value - 9), date(year, month, (10, 20, last)[value - 1]))


def edge_of(days: Days, grain: str, edge: Edge) -> Days:
    """初 中 底 of a month (its 旬), a quarter or half (its months), a year (its first month, its middle, its last ten days)."""
    start, end = days.start, days.end
    if grain == "years":
        return whole_years(*[start.year if edge == "start" else end.year] * 2)
    if edge == "turn":  # 岁末年初
        last = edge_of(days, grain, "end")
        following = whole_months(end.year + 1, 1, 1)
        return Days(last.start, following.end, f"{last.first}/{following.last}", last.first, following.last, True)
    if grain == "month":
        found = third(start.year, start.month, {"start": 1, "middle": 2, "end": 3}[edge])
    elif edge == "end":
        found = between(date(end.year, end.month, 21), end)
    elif grain == "year" and edge == "middle":
        found = whole_months(start.year, 6, 7)
    else:
        month = start.month + (0 if edge == "start" else (end.month - start.month) // 2)
        found = whole_months(start.year, month, month)
    found.approximate = True
    return found


def monday_week(year: int, month: int, value: int, *, whole: bool = True) -> Days:
    """The n-th whole Monday week of a month, -1 the last one that begins in it; not `whole`: the first holds its first day."""
    first = date(year, month, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    if not whole and value > 0:
        value -= monday.day > 1
        if value == 0:
            return between(monday - 7 * DAY, monday - DAY)
    count = (month_end(year, month) - monday.day) // 7 + 1
    if value > count:
        raise NoSuchDayError
    monday += timedelta(days=7 * ((count if value == -1 else value) - 1))
    return between(monday, monday + timedelta(days=6))


def nth_weekday(year: int, month: int, value: int, weekday: int) -> date:
    """The n-th (-1: last) given weekday of a month; Monday is 0."""
    first = date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % 7
    if value == -1:
        day += (month_end(year, month) - day) // 7 * 7
    else:
        day += 7 * (value - 1)
    if day > month_end(year, month):
        raise NoSuchDayError
    return date(year, month, day)


def season(year: int, value: int) -> Days:
    """Spring (1) is March to May, and so on; winter (4) runs into the next year, 5 is the spring behind it."""
    if value == 5:
        return season(year + 1, 1)
    months = whole_months(year, 3 * value, 3 * value + 2) if value < 4 else None
    if months is None:
        end = date(year + 1, 2, month_end(year + 1, 2))
        months = Days(
            date(year, 12, 1), end, f"{year:04d}-12/{year + 1:04d}-02", f"{year:04d}-12", f"{year + 1:04d}-02"
        )
    months.approximate = True
    return months


def last_day(days: Days, grain: Grain, edge: Edge | None) -> date:
    """The last day allowed by `…前`: the day itself, the end of an edge (月底前), else the day before the stretch."""
    if edge == "middle":
        if grain == "year":
            return date(days.start.year, 6, 30)
        return date(days.start.year, days.start.month, 15) if grain == "month" else days.end
    if edge or (grain in ("day", "working-day", "lunar") and days.start == days.end):
        return days.end
    return days.start - DAY


def edtf_until(last: date, grain: Grain) -> str:
    """`../2025-06` where a month's end is meant, `../2025-06-30` where a day was said."""
    if grain not in ("day", "working-day") and last.day == month_end(last.year, last.month):
        return f"../{last.year:04d}-{last.month:02d}"
    return f"../{last.isoformat()}"


def working_day(year: int, month: int, value: int) -> date:
    """The n-th day from Monday to Friday of a month, counted from its end where negative; holidays are not known."""
    days = [date(year, month, day) for day in range(1, month_end(year, month) + 1)]
    working = [day for day in days if day.weekday() < 5]
    if not 0 < abs(value) <= len(working):
        raise NoSuchDayError
    return working[value - 1 if value > 0 else value]
