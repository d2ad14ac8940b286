"""EDTF and RRULE strings, held against independent implementations: edtf and python-dateutil."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from edtf import parse_edtf

from plancli import find_time_nodes
from plancli.annotate.timenodes import TimeContext, read
from plancli.annotate.timenodes.forms import FAMILIES, corpus_of
from plancli.annotate.timenodes.reading import read_text
from plancli.model.bulletin import TimeNode


def nodes_of(family: str) -> list[TimeNode]:
    found = []
    for example in corpus_of(family).examples:
        options = {key: value for key, value in example.options.items() if key != "calendar"}
        for year in (options.pop("year", 2025), None):
            found += read(example.text, TimeContext(year=year, **options))
    return found


@pytest.mark.parametrize("family", FAMILIES)
def test_edtf_is_valid_and_says_the_same_days(family: str) -> None:
    for node in nodes_of(family):
        if node.edtf is None:
            continue
        parsed = parse_edtf(node.edtf)
        if node.start is not None and node.kind in ("period", "ongoing", "recurring"):
            assert date(*parsed.lower_strict()[:3]) == node.start, node
        if node.end is not None:
            assert date(*parsed.upper_strict()[:3]) == node.end, node
        assert ("~" in node.edtf) <= node.approximate


def occurrences(text: str, year: int = 2025) -> list[date]:
    """The days that the rule of a text's first node gives within its bounds."""
    node = find_time_nodes(text, year=year)[0]
    assert node.start is not None and node.end is not None and node.rrule is not None
    start = datetime.combine(node.start, datetime.min.time())
    end = datetime.combine(node.end, datetime.max.time())
    return [moment.date() for moment in rrulestr(node.rrule, dtstart=start).between(start, end, inc=True)]


def days(*said: str) -> list[date]:
    return [date.fromisoformat(f"2025-{day}") for day in said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每月25日前", days(*(f"{m:02d}-25" for m in range(1, 13)))),
        ("每季度末", days("03-31", "06-30", "09-30", "12-31")),
        ("每季度首月10日前", days("01-10", "04-10", "07-10", "10-10")),
        ("每季度", days("01-01", "04-01", "07-01", "10-01")),
        ("每半年", days("01-01", "07-01")),
        ("逢双月", days("02-01", "04-01", "06-01", "08-01", "10-01", "12-01")),
        ("每年9月到11月", days("09-01", "10-01", "11-01")),
        ("每年6月底前", days("06-30")),
        (
            "每月第一个周一：例会",
            days(
                "01-06",
                "02-03",
                "03-03",
                "04-07",
                "05-05",
                "06-02",
                "07-07",
                "08-04",
                "09-01",
                "10-06",
                "11-03",
                "12-01",
            ),
        ),
        ("每年", days("01-01")),
    ],
)
def test_rules_expand_to_the_days_meant(text: str, expected: list[date]) -> None:
    assert occurrences(text) == expected


QUARTER_STARTS, QUARTER_ENDS = (1, 4, 7, 10), (3, 6, 9, 12)
# Unit → the months in which a turn begins, those in which it ends, and whether a turn is a month, with days of its own.
UNITS = {
    "每月": (tuple(range(1, 13)), tuple(range(1, 13)), True),
    "每季度": (QUARTER_STARTS, QUARTER_ENDS, False),
    "每半年": ((1, 7), (6, 12), False),
    "每年": ((1,), (12,), False),
    "每逢双月": ((2, 4, 6, 8, 10, 12),) * 2 + (True,),
    "每逢单月": ((1, 3, 5, 7, 9, 11),) * 2 + (True,),
    "每季度第一个月": (QUARTER_STARTS, QUARTER_STARTS, True),
    "每季度末月": (QUARTER_ENDS, QUARTER_ENDS, True),
}


def _weekdays(month: int) -> list[date]:
    days = [date(2025, month, day) for day in range(1, calendar.monthrange(2025, month)[1] + 1)]
    return [day for day in days if day.weekday() < 5]


def _last(month: int) -> date:
    return date(2025, month, calendar.monthrange(2025, month)[1])


def _monday(month: int) -> date:
    return next(date(2025, month, day) for day in range(1, 8) if date(2025, month, day).weekday() == 0)


# Part → whether it stands at the turn's beginning or end (None: a day of a month), and which day it is there.
PARTS: dict[str, tuple[str | None, Callable[[int], date]]] = {
    "初": ("first", lambda month: date(2025, month, 1)),
    "底": ("last", _last),
    "末": ("last", _last),
    "底前": ("last", _last),
    "最后一天": ("last", _last),
    "上旬": (None, lambda month: date(2025, month, 10)),
    "中旬": (None, lambda month: date(2025, month, 20)),
    "下旬": (None, _last),
    "15日前": (None, lambda month: date(2025, month, 15)),
    "的10日": (None, lambda month: date(2025, month, 10)),
    "第一周": ("first", _monday),
    "第一个周一": ("first", _monday),
    "第一个工作日": ("first", lambda month: _weekdays(month)[0]),
    "第3个工作日前": ("first", lambda month: _weekdays(month)[2]),
    "最后一个工作日": ("last", lambda month: _weekdays(month)[-1]),
    "前5日内": ("first", lambda month: date(2025, month, 5)),
}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_recurring_unit_is_read_whole_and_falls_on_its_days(unit: str, part: str) -> None:
    """A part that the unit has not leaves the unit's own rule, and a problem says so."""
    first, last, is_month = UNITS[unit]
    where, day = PARTS[part]
    reading = read_text(unit + part, TimeContext(year=2025))
    (node,) = [found.node(unit + part) for found in reading.found]
    assert (node.raw, node.kind) == (unit + part, "recurring")
    if where is None and not is_month:
        assert [problem.code for problem in reading.problems] == ["recurrence-unfit"]
        assert occurrences(unit + part) == occurrences(unit)
    else:
        assert reading.problems == []
        assert occurrences(unit + part) == [day(month) for month in (last if where == "last" else first)]


def test_month_ends_follow_the_calendar() -> None:
    assert [day.day for day in occurrences("每月底前", 2024)] == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_weeks_are_counted_through_the_year() -> None:
    assert len(occurrences("每周四")) == 52  # 2025 begins on a Wednesday
    assert len(occurrences("每日", 2024)) == 366
    assert occurrences("每两周")[:3] == days("01-01", "01-15", "01-29")
    assert occurrences("每周二、四")[:3] == days("01-02", "01-07", "01-09")


@pytest.mark.parametrize("family", FAMILIES)
def test_every_rule_is_one_that_dateutil_knows(family: str) -> None:
    for node in nodes_of(family):
        if node.rrule is not None:
            rrulestr(node.rrule, dtstart=datetime(2025, 1, 1))
