from __future__ import annotations

import datetime
from typing import Any

import pytest

from plancli.comparison.changes import changes
from plancli.comparison.items import ComparedItem
from plancli.model.bulletin import Department, Leader, Role, TimeKind, TimeNode

from .years import made, one_plan


def item(year: int | None = 2025, title: str = "建设学校", **values: Any) -> ComparedItem:
    task = made(title, **values)
    return ComparedItem("a.txt", one_plan([task]).plans[0].model_copy(update={"year": year}), task, 0.0)


def found(old: ComparedItem, new: ComparedItem) -> list[tuple[str, str | None, str | None]]:
    return [(change.field, change.old, change.new) for change in changes(old, new)]


def body(key: str, role: Role = "lead") -> Department:
    return Department(name=f"澄浦区{key}", key=key, role=role)


def node(raw: str, kind: TimeKind, start: str | None, end: str | None, rrule: str | None = None) -> TimeNode:
    first, last = (value and datetime.date.fromisoformat(value) for value in (start, end))
    return TimeNode(raw=raw, kind=kind, start=first or None, end=last or None, rrule=rrule)


def test_bodies_and_roles() -> None:
    old = item(departments=(body("教育局"), body("财政局", "support"), body("住建局", "support")))
    new = item(departments=(body("教育局"), body("财政局", "lead"), body("水务局", "support")))
    assert found(old, new) == [
        ("role", "财政局: support", "财政局: lead"),
        ("department", "住建局", None),
        ("department", None, "水务局"),
    ]


def test_leaders() -> None:
    old, new = item(leaders=(Leader(name="林知远", role="lead"),)), item(leaders=(Leader(name="白岩", role="lead"),))
    assert found(old, new) == [("leader", "林知远", None), ("leader", None, "白岩")]


JUNE_24, JUNE_25 = (node("6月底前", "deadline", None, f"{year}-06-30") for year in (2024, 2025))
LEAP, COMMON = (node("2月底前", "deadline", None, day) for day in ("2024-02-29", "2025-02-28"))
FEAST_24, FEAST_25 = (node("春节前", "deadline", None, day) for day in ("2024-02-09", "2025-01-28"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([JUNE_24], [JUNE_25], []),  # the same day of its year
        ([LEAP], [COMMON], []),
        ([FEAST_24], [FEAST_25], []),
        (
            [JUNE_24],
            [node("9月底前", "deadline", None, "2025-09-30")],
            [("time", "6月底前 (2024-06-30)", "9月底前 (2025-09-30)")],
        ),
        ([JUNE_24], [], [("time", "6月底前 (2024-06-30)", None)]),
        (
            [],
            [node("每月", "recurring", "2025-01-01", "2025-12-31", "FREQ=MONTHLY")],
            [("time", None, "每月")],
        ),
        (
            [node("6月", "period", "2024-06-01", "2024-06-30")],
            [JUNE_25],
            [("time", "6月 (2024-06-01 – 2024-06-30)", "6月底前 (2025-06-30)")],
        ),
    ],
)
def test_times_from_year_to_year(old: list[TimeNode], new: list[TimeNode], expected: list[Any]) -> None:
    assert found(item(2024, time_nodes=tuple(old)), item(2025, time_nodes=tuple(new))) == expected


def test_times_of_one_year_or_of_none() -> None:
    assert found(item(time_nodes=(JUNE_24,)), item(time_nodes=(JUNE_25,))) == []  # the words are the same
    shown = node("6月30日", "deadline", None, "2025-06-30")
    assert len(found(item(2025, time_nodes=(JUNE_24,)), item(2025, time_nodes=(shown,)))) == 1
    assert len(found(item(None, time_nodes=(JUNE_24,)), item(2025, time_nodes=(shown,)))) == 1


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("改造学校100所。", "改造学校120所。", [("100所", "120所")]),
        ("改造学校100所，新增学位5000个。", "新增学位6000个，改造学校100所。", [("5000个", "6000个")]),
        ("改造学校100所，培训三场。", "培训3场，改造幼儿园和学校100所。", []),
        ("占比80%以上", "占比达到85.5%以上", [("80%", "85.5%")]),
        ("投资3.5亿元", "投资3.5亿元，增长5个百分点", [(None, "5个百分点")]),
        ("培训2,000人次", "培训2000人次", []),
        ("2024年6月15日前完成第3批（3）项", "2025年9月10日前完成第4批（4）项", []),
        ("澄政办〔2024〕12号", "澄政办〔2025〕8号", []),
        ("面向3-6岁儿童", "面向0-6岁儿童", [("3-6岁", "0-6岁")]),
        ("新建一批站点", "新建两批站点", [(None, "两批")]),
        ("新建站点10个", "", [("10个", None)]),
    ],
)
def test_figures(old: str, new: str, expected: list[tuple[str | None, str | None]]) -> None:
    got = found(item(text=old), item(text=new))
    assert [(before, after) for field, before, after in got if field == "figure"] == expected
    assert {field for field, _, _ in got} <= {"figure"}


def test_figures_of_the_title() -> None:
    assert found(item(title="改造学校100所"), item(title="改造学校120所")) == [("figure", "100所", "120所")]
