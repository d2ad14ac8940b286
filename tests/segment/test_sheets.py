"""Workbooks of several sheets: what a sheet without tasks says is no part of the plan on the next."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pytest
import xlwt

import plancli

PLAN = [["工作任务", "责任科室", "完成时间"], ["清点水表", "营业科", "4月9日"], ["更换阀门", "管网科", "6月底前"]]


def workbook(sheets: Mapping[str, Sequence[Sequence[str | float | None]]]) -> bytes:
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        written = book.add_sheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                written.write(r, c, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


OTHERS: dict[str, list[list[str | float | None]]] = {
    "a directory": [
        ["通讯录说明"],
        ["姓名", "科室", "电话"],
        ["何苇", "营业科", "5550101"],
        ["周岭", "管网科", "5550102"],
    ],
    "figures": [["年度指标"], ["指标", "单位", "数量", "占比"], ["水表", "只", 400, 0.5], ["阀门", "个", 30, 0.2]],
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("title", [[], [["2031年管网维护计划"]]])
def test_a_sheet_without_tasks_gives_no_title(name: str, title: list[list[str]]) -> None:
    plans = plancli.parse(workbook({name: OTHERS[name], "维护工作安排": [*title, *PLAN]})).plans
    assert [plan.title for plan in plans] == ["2031年管网维护计划" if title else "维护工作安排"]
    assert [task.title for task in plans[0].tasks] == ["清点水表", "更换阀门"]


FORM = [["水表更换进度表"], ["项目名称", "水表更换", "版本号", "二"], ["项目负责人", None, "开发周期", "20工作日"]]


@pytest.mark.parametrize(
    "above", [FORM, [["注：时间以收到水表为准"]], [["水表更换进度表"], ["注：时间以收到水表为准"]]]
)
def test_what_stands_above_a_header(above: list[list[str | None]]) -> None:
    [plan] = plancli.parse(workbook({"Sheet1": [*above, *PLAN]})).plans
    assert plan.title == ("水表更换进度表" if above[0] == FORM[0] else "")
    assert [task.title for task in plan.tasks] == ["清点水表", "更换阀门"]
    assert all(task.departments and task.time_nodes for task in plan.tasks)


@pytest.mark.parametrize(
    ("names", "times"),
    [
        (("4月", "5月"), ["4月", "5月"]),
        (("第一季度", "第二季度"), ["第一季度", "第二季度"]),
        (("第3周", "第4周"), ["第3周", "第4周"]),
        (("2031年4月", "2031年5月"), ["2031年4月", "2031年5月"]),
        (("Sheet1", "Sheet2"), [None, None]),
        (("甲组", "乙组"), [None, None]),
    ],
)
def test_a_sheet_named_for_a_part_of_the_year(names: tuple[str, str], times: list[str | None]) -> None:
    deeds = ("清点水表", "更换阀门")
    book = workbook(
        {name: [["工作任务", "责任科室"], [deed, "营业科"]] for name, deed in zip(names, deeds, strict=True)}
    )
    tasks = [task for plan in plancli.parse(book).plans for task in plan.tasks]
    assert [task.title for task in tasks] == list(deeds)
    assert [task.time_nodes[0].raw if task.time_nodes else None for task in tasks] == times


@pytest.mark.parametrize(("title", "year"), [("管网维护计划", 2031), ("2030年管网维护计划", 2030)])
def test_a_sheet_named_for_the_year_of_its_plan(title: str, year: int) -> None:
    [plan] = plancli.parse(workbook({"2031年": [[title], *PLAN]})).plans
    assert (plan.title, plan.year) == (title, year)
    assert [node.end.year for task in plan.tasks for node in task.time_nodes if node.end] == [year, year]
