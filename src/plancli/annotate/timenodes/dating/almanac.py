"""The calendar behind the names: festivals, days of note, the school year, five-year plans, and the user's own days."""

from __future__ import annotations

import re
import reprlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from ....errors import UsageError, nearest, one_of
from ....language.lexicon import load
from ....language.times import names_of_days
from ....messages import Message
from .days import DAY, Days, NoSuchDayError, between, nth_weekday

_NO_SETTINGS: Mapping[str, Any] = {}
_WEEKS = ("whole", "from-first")
_LONGEST_REMEDY = 60  # characters: a name to choose, not all of them
_SCHOOL = (
    "summer", "winter", "spring-term", "autumn-term", "school-year", "spring-final", "autumn-final", "spring-opening",
    "autumn-opening",
    "opening",
    "closing",
    *(f"{before}期{part}" for before in ("", "学") for part in "初中末"),
)  # fmt: skip


class Almanac:
    """What the lexicon says, with the user's `[calendar]` over it: `{"2025": {"summer": ["2025-07-05", "2025-08-31"]}}`.

    `weeks = "from-first"` makes the week that holds a month's first day its week one, instead of the first whole one.
    """

    def __init__(self, settings: Mapping[str, Any] = _NO_SETTINGS) -> None:
        self._shipped = load("calendar")
        self._own: dict[tuple[int, str], Days] = {}
        weeks = settings.get("weeks", "whole")
        if weeks not in _WEEKS:
            raise UsageError("calendar.weeks is {weeks!r}", one_of(_WEEKS), weeks=weeks)
        self.whole_weeks = weeks != "from-first"
        for year, stretches in settings.items():
            if year != "weeks":
                for name, given in _stretches(year, stretches, (*_SCHOOL, *names_of_days())):
                    self._own[int(year), name] = given

    def own(self, name: str, year: int) -> Days | None:
        """A stretch that the user's settings give for that year."""
        own = self._own.get((year, name))
        return replace(own) if own is not None else None

    def holiday(self, name: str, year: int) -> Days | None:
        """The days of a holiday in a year; None where the table does not reach."""
        if (own := self.own(name, year)) is not None:
            return own
        if fixed := self._shipped["holidays"].get(name):
            days = [date.fromisoformat(f"{year:04d}-{day}") for day in fixed]
            return between(days[0], days[-1])
        if nth := self._shipped["weekdays"].get(name):
            month, which, weekday = nth
            return _day(nth_weekday(year, month, which, weekday - 1))
        if lunar := self._shipped["lunar"].get(name):
            month, day, length = lunar
            found = self.lunar(year, month, day)
            return between(found.start, found.start + timedelta(days=length - 1)) if found else None
        if name == "除夕":
            spring = self.lunar(year, 1, 1)
            return between(spring.start - DAY, spring.start - DAY) if spring else None
        if term := self._shipped["terms"].get(name):
            table = load("lunar")["solar_terms"]
            place = table["names"].index(term)
            days_of_year = table.get(str(year))
            return _day(date(year, place // 2 + 1, int(days_of_year.split()[place]))) if days_of_year else None
        return None

    def fixed(self, name: str) -> tuple[date, date] | None:
        """The first and last day, in a year without a leap day, of a holiday that falls on the same days every year."""
        days = self._shipped["holidays"].get(name)
        return (date.fromisoformat(f"2001-{days[0]}"), date.fromisoformat(f"2001-{days[-1]}")) if days else None

    def lunar(self, year: int, month: int, day: int = 0, *, leap: bool = False) -> Days | None:
        """A day of a lunar year, or the whole month where `day` is 0; None where the table does not reach.

        Raises NoSuchDayError for a day or a leap month that the year has not.
        """
        row = load("lunar")["lunar_years"].get(str(year))
        if row is None:
            return None
        first, leap_month, lengths = row
        if leap and leap_month != month:
            raise NoSuchDayError
        place = month - 1 + (1 if leap_month and (month > leap_month or leap) else 0)
        start = date.fromisoformat(f"{year:04d}-{first}")
        start += sum(30 if length == "大" else 29 for length in lengths[:place]) * DAY
        length = 30 if lengths[place] == "大" else 29
        if day > length:
            raise NoSuchDayError
        return _day(start + (day - 1) * DAY) if day else between(start, start + (length - 1) * DAY)

    def school(self, name: str, year: int, value: int = 0) -> Days | None:
        """A stretch of the school calendar in a calendar year.

        summer, winter, spring-term, autumn-term (begins in that year), school-year (year to year + 1), spring-final,
        autumn-final, spring-opening, autumn-opening; `value` picks a week of a term. None where nothing is known.
        """
        if (own := self.own(name, year)) is not None and not value:
            return own
        found: Days | None = None
        match name:
            case "summer":
                first, last = self._shipped["school"]["summer"]
                days = [date.fromisoformat(f"{year:04d}-{day}") for day in (first, last)]
                found = between(days[0], days[1], approximate=True)
            case "winter":
                spring = self.lunar(year, 1, 1)
                first, last = self._shipped["school"]["winter"]
                found = (
                    between(spring.start + first * DAY, spring.start + last * DAY, approximate=True) if spring else None
                )
            case "school-year":
                found = between(date(year, 9, 1), date(year + 1, 8, 31), approximate=True)
            case "spring-term" | "autumn-term":
                found = self._term(name, year)
            case "spring-final" | "autumn-final" | "spring-opening" | "autumn-opening":
                term = self.school(name.split("-")[0] + "-term", year)
                if term is not None and name.endswith("final"):
                    days_off = self._shipped["school"]["final_days"] - 1
                    found = between(term.end - days_off * DAY, term.end, approximate=True)
                elif term is not None:
                    found = between(term.start, term.start, approximate=term.approximate)
        if found is None:
            return None
        if value:
            monday = found.start - timedelta(days=found.start.weekday()) + timedelta(days=7 * (value - 1))
            found = between(monday, monday + 6 * DAY, approximate=found.approximate)
        return found

    def _term(self, name: str, year: int) -> Days | None:
        before, after = ("winter", "summer") if name == "spring-term" else ("summer", "winter")
        first = self.school(before, year)
        second = self.school(after, year if name == "spring-term" else year + 1)
        if first is None or second is None:
            return None
        return between(first.end + DAY, second.start - DAY, approximate=first.approximate or second.approximate)

    def five_years(self, value: int) -> tuple[int, int]:
        """The years of the n-th five-year plan: the 14th runs from 2021 to 2025."""
        return 1951 + 5 * value, 1955 + 5 * value


def _stretches(year: Any, stretches: Any, names: tuple[str, ...]) -> Iterator[tuple[str, Days]]:
    """The named stretches of one year of the user's calendar. Raises UsageError where one cannot be read."""
    remedy = 'Write [calendar.2025] with lines such as summer = ["2025-07-05", "2025-08-31"].'
    if not re.fullmatch(r"[12]\d{3}", str(year)) or not isinstance(stretches, Mapping):
        raise UsageError("calendar.{year} is no table of a year", remedy, year=str(year)[:20])
    for name, given in stretches.items():
        if name not in names:
            near = nearest(str(name), names)
            raise UsageError(
                "calendar.{year} knows no {name!r}",
                near
                if len(near) < _LONGEST_REMEDY
                else Message("Give {names}, or a holiday.", names=", ".join(_SCHOOL)),
                year=year,
                name=str(name)[:40],
            )
        days = [given] if isinstance(given, (str, date)) else given
        try:
            first, *last = (day if isinstance(day, date) else date.fromisoformat(day) for day in days)
            if len(last) > 1:
                raise ValueError("more than two days")
        except (TypeError, ValueError):
            raise UsageError(
                "calendar.{year}.{name} is no day and no pair of days: {given}",
                remedy,
                year=year,
                name=name,
                given=reprlib.repr(given),
            ) from None
        if first > (last or [first])[0]:
            raise UsageError("calendar.{year}.{name} ends before it begins", remedy, year=year, name=name)
        yield str(name), between(first, (last or [first])[0])


def _day(day: date) -> Days:
    return between(day, day)


@cache
def shipped() -> Almanac:
    """The calendar without any settings."""
    return Almanac()


_MADE: dict[str, Almanac] = {}


def almanac_of(settings: Mapping[str, Any] | None) -> Almanac:
    """The calendar with the user's `[calendar]` over it, made once for the same settings. Raises UsageError."""
    if not settings:
        return shipped()
    key = repr(settings)
    if key not in _MADE:
        _MADE.clear()  # a run has one
        _MADE[key] = Almanac(settings)
    return _MADE[key]
