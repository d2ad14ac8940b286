"""The tables of lunar years and solar terms in the lexicon, made again with lunar_python; and the years beyond them."""

from __future__ import annotations

from datetime import date

import pytest

from plancli import find_time_nodes
from plancli.annotate.timenodes.dating.almanac import Almanac, shipped
from plancli.annotate.timenodes.dating.days import NoSuchDayError
from plancli.errors import UsageError
from plancli.language.lexicon import load

YEARS = range(2000, 2061)
FESTIVALS = {"春节": (1, 1), "元宵节": (1, 15), "端午节": (5, 5), "七夕": (7, 7), "中秋": (8, 15), "重阳节": (9, 9)}


def first_day(name: str, year: int) -> date:
    found = shipped().holiday(name, year)
    assert found is not None
    return found.start


def test_the_tables_cover_their_years() -> None:
    calendar = load("lunar")
    for table in ("lunar_years", "solar_terms"):
        assert {int(key) for key in calendar[table] if key.isdigit()} == set(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_every_lunar_month(year: int) -> None:
    lunar = pytest.importorskip("lunar_python")
    months = [month for month in lunar.LunarYear.fromYear(year).getMonths() if month.getYear() == year]
    assert len(months) in (12, 13)
    for month in months:
        start = lunar.Solar.fromJulianDay(month.getFirstJulianDay())
        found = shipped().lunar(year, abs(month.getMonth()), leap=month.getMonth() < 0)
        assert found is not None
        assert found.start == date(start.getYear(), start.getMonth(), start.getDay())
        assert (found.end - found.start).days + 1 == month.getDayCount()


@pytest.mark.parametrize("year", YEARS)
def test_every_solar_term(year: int) -> None:
    lunar = pytest.importorskip("lunar_python")
    for name in load("calendar")["terms"].values():
        day = first_day(name, year)
        assert lunar.Solar.fromYmd(day.year, day.month, day.day).getLunar().getJieQi() == name


@pytest.mark.parametrize("year", YEARS)
def test_festivals_fall_on_their_lunar_days(year: int) -> None:
    lunar = pytest.importorskip("lunar_python")
    for name, (month, day) in FESTIVALS.items():
        found = first_day(name, year)
        there = lunar.Solar.fromYmd(found.year, found.month, found.day).getLunar()
        assert (there.getYear(), there.getMonth(), there.getDay()) == (year, month, day), name
    assert (first_day("春节", year) - first_day("除夕", year)).days == 1


def test_days_that_a_lunar_year_has_not() -> None:
    with pytest.raises(NoSuchDayError):
        shipped().lunar(2025, 5, 5, leap=True)  # 2025 has a leap sixth month
    assert shipped().lunar(1990, 1, 1) is None


def test_a_year_without_table_gives_no_date() -> None:
    (node,) = find_time_nodes("春节前", year=1990)
    assert (node.kind, node.end) == ("deadline", None)


def test_settings_win_over_the_usual_days() -> None:
    own = Almanac({"2025": {"汛期": ["2025-06-15", "2025-09-30"], "春节": "2025-01-28"}})
    flood, spring = own.holiday("汛期", 2025), own.holiday("春节", 2025)
    assert flood is not None and spring is not None
    assert (flood.end, spring.start) == (date(2025, 9, 30), date(2025, 1, 28))
    assert own.holiday("汛期", 2024) is None


@pytest.mark.parametrize(
    "settings",
    [
        {"2025": {"summer": "July"}},
        {"2025": {"summer": []}},
        {"2025": {"summer": ["2025-08-31", "2025-07-05"]}},
        {"2025": "2025-07-05"},
        {"next": {"summer": "2025-07-05"}},
    ],
)
def test_a_calendar_that_cannot_be_read_is_told_by_name(settings: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=r"calendar\.(2025|next)"):
        Almanac(settings)


def test_days_that_toml_has_read_already_are_taken() -> None:
    own = Almanac({"2025": {"summer": [date(2025, 7, 5), date(2025, 8, 31)]}})
    summer = own.school("summer", 2025)
    assert summer is not None and (summer.start, summer.approximate) == (date(2025, 7, 5), False)
