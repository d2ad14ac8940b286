"""Days without a month beneath a heading, a row or a title that names it."""

from __future__ import annotations

import pytest

import plancli
from plancli.language.times import month_of_title, number_of_month

CELLS = {
    "5日": [("period", "2031-03-05", "2031-03-05")],
    "20-22日": [("period", "2031-03-20", "2031-03-22")],
    "12、19日": [("period", "2031-03-12", "2031-03-12"), ("period", "2031-03-19", "2031-03-19")],
    "下旬": [("period", "2031-03-21", "2031-03-31")],
    "25日前": [("deadline", "None", "2031-03-25")],
    "3月28日": [("period", "2031-03-28", "2031-03-28")],
    "每周": [("recurring", "2031-01-01", "2031-12-31")],
}
ROWS = "\n".join(f"| {when} | 排演第{n}幕 | 文艺科 |" for n, when in enumerate(CELLS, 1))
HEAD = "| 时间 | 工作内容 | 责任科室 |\n|---|---|---|\n"


def _dates(text: str) -> list[list[tuple[str, str, str]]]:
    plan = plancli.parse(text.encode()).plans[0]
    return [[(node.kind, str(node.start), str(node.end)) for node in task.time_nodes] for task in plan.tasks]


@pytest.mark.parametrize(
    "text",
    [
        f"松岭剧团2031年3月份工作安排\n{HEAD}{ROWS}\n",
        f"松岭剧团2031年三月工作计划\n{HEAD}{ROWS}\n",
        f"松岭剧团2031年工作安排\n{HEAD}| 3月 |||\n{ROWS}\n",
        f"松岭剧团2031年工作安排\n{HEAD}| 3月份 | | |\n{ROWS}\n",
    ],
)
def test_days_in_a_column_of_times(text: str) -> None:
    assert _dates(text) == list(CELLS.values())


@pytest.mark.parametrize("word", ["日", "日期"])
def test_bare_numbers_are_days_by_the_word_above(word: str) -> None:
    rows = "\n".join(f"{day}\t排演第{n}幕\t文艺科" for n, day in enumerate(("5", "12", "20-22"), 1))
    expected = [[("period", f"2031-03-{a}", f"2031-03-{b}")] for a, b in (("05", "05"), ("12", "12"), ("20", "22"))]
    assert _dates(f"松岭剧团2031年3月工作安排表\n{word}\t工作内容\t责任科室\n{rows}\n") == expected


def test_days_with_which_items_begin_and_a_column_of_months_beside_one_of_days() -> None:
    items = "1. 5日召开剧本会。责任科室：文艺科。\n2. 12日前交布景图。责任科室：舞美科。\n3. 整理剧本库。\n"
    assert _dates(f"松岭剧团2031年3月份重点工作\n{items}") == [[("period", "2031-03-05", "2031-03-05")], [("deadline", "None", "2031-03-12")], []]  # fmt: skip
    assert _dates(f"松岭剧团2031年重点工作\n{items}") == [[], [], []]
    cells = [
        "月",
        "日",
        "活动内容",
        "负责部门",
        "3",
        "5",
        "读剧会",
        "文艺科",
        "12",
        "试装",
        "舞美科",
        "4",
        "3",
        "彩排",
        "文艺科",
    ]
    dates = _dates("\n".join(["松岭剧团2031年排演计划", *cells]))
    assert [end for ((_, _, end),) in dates] == ["2031-03-05", "2031-03-12", "2031-04-03"]


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("松岭县2031年3月份工作安排", "3月"),
        ("松岭县十一月重点工作任务", "十一月"),
        ("二〇三一年十二月教学工作行事历", "十二月"),
        ("松岭县2031年3月—5月工作安排", ""),
        ("松岭县“五月花海”活动安排", ""),
        ("松岭县2031年3月12日植树活动安排", ""),
        ("松岭县2031年工作安排", ""),
    ],
)
def test_the_month_of_a_title(title: str, month: str) -> None:
    assert month_of_title(title) == month


@pytest.mark.parametrize(
    "head", ["松岭剧团2031年十一月份工作计划", "松岭剧团2031年工作计划\n十一月份", "松岭剧团2031年工作计划\n（一）11月"]
)
@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("整理剧本库，月底前交目录", ("deadline", "None", "2031-11-30")),
        ("征集新戏（截止本月20日）", ("deadline", "None", "2031-11-20")),
        ("修补布景，本月内完成", ("deadline", "None", "2031-11-30")),
        ("排演新戏，下月初公演", ("period", "2031-12-01", "2031-12-10")),
        ("排演新戏，中旬彩排", ("period", "2031-11-11", "2031-11-20")),
    ],
)
def test_the_month_of_a_title_or_heading_is_that_of_times_that_name_none(
    head: str, work: str, expected: tuple[str, str, str]
) -> None:
    assert _dates(f"{head}\n1.{work}。\n2.清点灯具。\n")[0] == [expected]


@pytest.mark.parametrize(
    ("text", "month"), [("3月", 3), ("十一月份", 11), ("2031年元月", 1), ("13月", 0), ("一季度", 0), ("", 0)]
)
def test_the_number_of_a_month(text: str, month: int) -> None:
    assert number_of_month(text) == month


def test_a_plan_of_a_year_has_no_month() -> None:
    assert _dates("松岭剧团2031年工作计划\n1.整理剧本库，月底前交目录。\n2.清点灯具。\n")[0] == [
        ("deadline", "None", "None")
    ]
