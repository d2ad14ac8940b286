"""`inherited`: a value that a merged cell, a heading or a cell above gives to a task."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

import plancli
from plancli.model.bulletin import Task

HEAD = ["序号", "工作任务", "完成时限", "责任单位"]


def tasks(rows: list[list[str]], *merged: tuple[int, int, int]) -> list[Task]:
    """A table's tasks; `merged` are the column, the first and the last row of each merged cell, header as row 0."""
    document = docx.Document()
    document.add_paragraph("云岭县2025年重点工作任务清单")
    table = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    for column, first, last in merged:
        text = rows[first][column]
        table.cell(first, column).merge(table.cell(last, column)).text = text
    return list(parsed(document).plans[0].tasks)


def parsed(document: Any) -> plancli.Bulletin:
    stream = io.BytesIO()
    document.save(stream)
    return plancli.parse(stream.getvalue())


def inherited(task: Task) -> tuple[dict[str, bool], dict[str, bool]]:
    return {one.name: one.inherited for one in task.departments}, {one.raw: one.inherited for one in task.time_nodes}


ROWS = [
    HEAD,
    ["1", "修缮校舍", "6月底前", "教育局"],
    ["2", "巡查河道", "", "水务局"],
    ["3", "清理库岸", "9月底前", "水务局、各镇"],
]


def test_a_row_of_its_own_inherits_nothing() -> None:
    assert next(inherited(task) for task in tasks(ROWS)) == ({"教育局": False}, {"6月底前": False})


def test_a_merged_cell_gives_to_each_of_its_rows() -> None:
    rows = [*ROWS[:3], ["3", "清理库岸", "9月底前", ""]]
    found = tasks(rows, (2, 1, 2), (3, 2, 3))
    assert [inherited(task) for task in found] == [
        ({"教育局": False}, {"6月底前": True}),
        ({"水务局": True}, {"6月底前": True}),
        ({"水务局": True}, {"9月底前": False}),
    ]


def test_a_cell_merged_over_the_rows_of_one_task_is_its_own() -> None:
    rows = [HEAD, ["1", "修缮校舍", "6月：设计。", "教育局"], ["", "", "9月：完工。", ""]]
    (only,) = tasks(rows, (0, 1, 2), (1, 1, 2), (3, 1, 2))
    assert inherited(only) == ({"教育局": False}, {"6月": False, "9月": False})


def test_the_cell_above_for_the_same() -> None:
    rows = [HEAD, ["1", "修缮校舍", "6月底前", "教育局"], ["2", "巡查河道", "7月底前", "同上"]]
    assert inherited(tasks(rows)[1]) == ({"教育局": True}, {"7月底前": False})


def test_a_row_across_the_table_that_is_a_time() -> None:
    document = docx.Document()
    document.add_paragraph("云岭县2025年重点工作任务清单")
    table = document.add_table(3, 3)
    for r, row in enumerate([["序号", "工作任务", "责任单位"], ["", "", ""], ["1", "修缮校舍", "教育局"]]):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(1, 0).merge(table.cell(1, 2)).text = "二季度"
    (only,) = parsed(document).plans[0].tasks
    assert inherited(only) == ({"教育局": False}, {"二季度": True})


OUTLINE = """云岭县2025年工作要点
（一）三月份
责任单位：教育局
1.修缮校舍。组织施工队进场，逐校核对图纸。
2.采购课桌。{own}
（二）四月份
3.巡查河道（责任单位：水务局）。
"""


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("公开招标，分批到货。", ({"教育局": True}, {"三月份": True})),
        ("5月底前分批到货（责任单位：财政局）。", ({"财政局": False}, {"5月底前": False})),
    ],
)
def test_a_heading_gives_to_those_beneath_that_say_nothing(own: str, expected: object) -> None:
    first, second, third = plancli.parse(OUTLINE.format(own=own).encode()).plans[0].tasks
    assert inherited(first) == ({"教育局": True}, {"三月份": True})
    assert inherited(second) == expected
    assert inherited(third) == ({"水务局": False}, {"四月份": True})


def test_who_leads_a_section_leads_its_items_that_name_bodies_of_their_own() -> None:
    text = (
        "云岭县2025年重点项目清单\n\n一、产业项目\n牵头领导：何静\n责任单位：县工信局\n\n"
        "1.新建产业园。\n2.技改生产线。（责任单位：县生态环境局）\n3.建设仓库。责任领导：周明远\n"
    )
    found = plancli.parse(text.encode()).plans[0].tasks
    assert [([one.name for one in task.leaders], [one.name for one in task.departments]) for task in found] == [
        (["何静"], ["县工信局"]),
        (["何静"], ["县生态环境局"]),
        (["周明远"], ["县工信局"]),
    ]


@pytest.mark.parametrize(
    ("bracket", "raw", "end"),
    [
        ("4月10日前", "4月10日前", "2025-04-10"),
        ("6月底之前", "6月底之前", "2025-06-30"),
        ("2025年10月前完成", "2025年10月前完成", "2025-09-30"),
        ("年底前", "年底前", "2025-12-31"),
        ("年内完成", "年内完成", "2025-12-31"),
    ],
)
def test_a_deadline_in_the_brackets_of_a_heading_passes_to_what_states_none(bracket: str, raw: str, end: str) -> None:
    text = f"云岭县2025年排查方案\n一、全面自查（{bracket}）\n1.登记造册。逐户登记。\n2.上报。3月1日前上报清单。\n"
    first, second = plancli.parse(text.encode()).plans[0].tasks
    assert [(one.raw, str(one.end), one.inherited) for one in first.time_nodes] == [(raw, end, True)]
    assert [one.inherited for one in second.time_nodes] == [False]


@pytest.mark.parametrize("title", ["初一建队仪式", "初三家长会", "8日表彰会", "十五日读书会"])
def test_a_title_beneath_a_month_that_begins_like_a_day_has_words_for_each_time(title: str) -> None:
    text = f"云岭中学2025年活动计划\n\n三月\n\n1、{title}\n\n2、植树活动\n\n四月\n\n1、春游\n\n2、运动会\n"
    [first, *_] = plancli.parse(text.encode()).plans[0].tasks
    assert [bool(node.raw) for node in first.time_nodes] == [True]


@pytest.mark.parametrize("line", ["责任部门：{}", "（责任部门：{}）", "牵头单位：{}；配合单位：校医室"])
def test_a_line_that_names_the_same_as_the_item_above(line: str) -> None:
    first = "责任部门：德育处、校团委" if line.startswith(("责", "（")) else "牵头单位：德育处；配合单位：校团委"
    text = f"松岭学校2026年工作计划\n1.建立成长档案。一人一册。\n{first}\n2.开放沙盘室。每周两次。\n{line.format('同上')}\n3.布置展板。\n责任部门：总务处\n"
    given = plancli.parse(text.encode()).plans[0].tasks
    shared = ["德育处", "校团委"] if line.startswith(("责", "（")) else ["德育处", "校医室"]
    assert [body.name for body in given[1].departments] == shared
    assert (given[1].departments[0].inherited, given[1].departments[0].span) == (True, None)
    assert [body.name for body in given[2].departments] == ["总务处"]


@pytest.mark.parametrize("heading", ["八月下旬", "8月底", "8月份"])
def test_bare_days_beneath_a_month_or_a_part_of_one(heading: str) -> None:
    text = f"云岭中学2029年工作行事历\n{heading}\n28日 教师培训\n29-30日 军训\n九月\n1日 开学典礼\n4日 家长会\n十月\n9日 运动会\n"
    tasks = plancli.parse(text.encode()).plans[0].tasks
    days = ["2029-08-28", "2029-08-30", "2029-09-01", "2029-09-04", "2029-10-09"]
    assert [str(task.time_nodes[0].end) for task in tasks] == days
