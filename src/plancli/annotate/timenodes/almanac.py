"""The calendar behind the names: festivals, days of note, the school year, five-year plans, and the user's own days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from ...lexicon import load
from .days import DAY, Days, between, nth_weekday

_NO_SETTINGS: Mapping[str, Any] = {}


class Almanac:
    """What the lexicon says, with the user's `[calendar]` over it: `{"2025": {"summer": ["2025-07-05", "2025-08-31"]}}`."""

    def __init__(self, settings: Mapping[str, Any] = _NO_SETTINGS) -> None:
        self._shipped = load("calendar")
        self._settings = settings
        self._columns = {name: place for place, name in enumerate(self._shipped["festivals"]["columns"])}

    @property
    def names(self) -> tuple[str, ...]:
        """All names of holidays and days of note, the user's too, longest first."""
        shipped = [name for part in ("holidays", "weekdays", "lunar") for name in self._shipped[part]]
        return tuple(sorted([*shipped, *self._shipped["occasions"]["names"]], key=len, reverse=True))

    def own(self, name: str, year: int) -> Days | None:
        """A stretch that the user's settings give for that year."""
        given = (self._settings.get(str(year)) or self._settings.get(year) or {}).get(name)  # type: ignore[call-overload]
        if given is None:
            return None
        days = [given] if isinstance(given, (str, date)) else list(given)
        start, end = (day if isinstance(day, date) else date.fromisoformat(day) for day in (days[0], days[-1]))
        return between(start, end)

    def holiday(self, name: str, year: int) -> Days | None:
        """The days of a holiday in a year; None where the table does not reach."""
        if (own := self.own(name, year)) is not None:
            return own
        if fixed := self._shipped["holidays"].get(name):
            days = [date.fromisoformat(f"{year:04d}-{day}") for day in fixed]
            return between(days[0], days[-1])
        if nth := self._shipped["weekdays"].get(name):
            month, which, weekday = nth
            day = nth_weekday(year, month, which, weekday - 1)
            return between(day, day)
        if lunar := self._shipped["lunar"].get(name):
            column, length = lunar
            first = self.festival(column, year)
            return between(first, first + timedelta(days=length - 1)) if first else None
        return None

    def festival(self, column: str, year: int) -> date | None:
        """The day of a lunar festival or solar term from the table."""
        row = self._shipped["festivals"].get(str(year))
        return date.fromisoformat(f"{year:04d}-{row[self._columns[column]]}") if row else None

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
                spring = self.festival("spring", year)
                first, last = self._shipped["school"]["winter"]
                found = between(spring + first * DAY, spring + last * DAY, approximate=True) if spring else None
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


@cache
def shipped() -> Almanac:
    """The calendar without any settings."""
    return Almanac()
