"""The table of festivals in the lexicon, made again with lunar_python; and the years it does not reach."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plancli import find_time_nodes
from plancli.annotate.timenodes.almanac import Almanac, shipped
from plancli.lexicon import load

LUNAR = {
    "spring": (1, 1),
    "lantern": (1, 15),
    "dragon-boat": (5, 5),
    "qixi": (7, 7),
    "mid-autumn": (8, 15),
    "double-ninth": (9, 9),
}
TERMS = {"qingming": "清明", "dongzhi": "冬至"}
YEARS = range(2000, 2061)


def solar(year: int, month: int, day: int) -> date:
    from lunar_python import Lunar

    found = Lunar.fromYmd(year, month, day).getSolar()
    return date(found.getYear(), found.getMonth(), found.getDay())


def test_the_table_covers_its_years() -> None:
    table = load("calendar")["festivals"]
    assert {int(key) for key in table if key.isdigit()} == set(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_lunar_festivals(year: int) -> None:
    pytest.importorskip("lunar_python")
    for name, (month, day) in LUNAR.items():
        assert shipped().festival(name, year) == solar(year, month, day), name
    assert shipped().festival("eve", year) == solar(year, 1, 1) - timedelta(days=1)


@pytest.mark.parametrize("year", YEARS)
def test_solar_terms(year: int) -> None:
    lunar = pytest.importorskip("lunar_python")
    for column, name in TERMS.items():
        expected = shipped().festival(column, year)
        assert expected is not None
        assert lunar.Solar.fromYmd(expected.year, expected.month, expected.day).getLunar().getJieQi() == name


def test_a_year_without_table_gives_no_date() -> None:
    assert shipped().holiday("春节", 1990) is None
    (node,) = find_time_nodes("春节前", year=1990)
    assert (node.kind, node.end) == ("deadline", None)


def test_settings_win_over_the_usual_days() -> None:
    own = Almanac({"2025": {"汛期": ["2025-06-15", "2025-09-30"], "春节": "2025-01-28"}})
    assert own.holiday("汛期", 2025).end == date(2025, 9, 30)  # type: ignore[union-attr]
    assert own.holiday("春节", 2025).start == date(2025, 1, 28)  # type: ignore[union-attr]
    assert own.holiday("汛期", 2024) is None
