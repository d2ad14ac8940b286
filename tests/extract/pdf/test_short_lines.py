"""Pages on which all lines are short: nothing tells how far they may reach, and a table may be a cell a line."""

from __future__ import annotations

import pytest

import plancli

from .drawing import Sheet

TITLE = "松岭中学2030年少先队工作安排"


def titles(lines: list[str], size: float = 14, left: float = 118) -> list[str]:
    """The titles of the tasks of a page of lines, all set in alike."""
    sheet = Sheet()
    sheet.text(180, 760, TITLE, size)
    for k, line in enumerate(lines):
        sheet.text(left, 730 - 24 * k, line, size)
    return [task.title for plan in plancli.parse(sheet.data()).plans for task in plan.tasks]


@pytest.mark.parametrize(
    "longest", ["大合唱比赛与新队员入队仪式一并举行邀请家长", "清明祭扫烈士墓和诵读比赛由各中队自行组织进行"]
)
def test_the_longest_of_short_lines_is_not_full(longest: str) -> None:
    lines = ["三月份", "植树活动", "四月份", longest, "五月份", "护鸟活动", "六月份", "文艺汇演", "九月份", "开学典礼"]
    assert titles(lines) == [line for line in lines if not line.endswith("月份")]


@pytest.mark.parametrize("field", ["负责人：何苇、周岭", "完成日期：5.20"])
def test_lines_that_end_in_a_value_tell_no_edge(field: str) -> None:
    items = [f"{number}、清查仓库的账目和器材  {field}" for number in "一二三四"]
    lines = [line for item in items for line in (item, "逐项登记。")]
    assert titles(lines) == ["清查仓库的账目和器材"] * 4


@pytest.mark.parametrize("size", [10.5, 14])
def test_a_table_a_cell_a_line(size: float) -> None:
    rows = [
        ("1", "新修机耕道两公里。", "交通站", "11月底前"),
        ("2", "改建村卫生室。", "卫生院", "8月底前"),
        ("3", "建成养老中心。", "民政办", "6月底前"),
    ]
    lines = ["序号", "工作任务", "责任单位", "完成时限", *(cell for row in rows for cell in row)]
    assert titles(lines, size) == [row[1] for row in rows]
