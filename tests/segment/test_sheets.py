"""Workbooks of several sheets: what a sheet without tasks says is no part of the plan on the next."""

from __future__ import annotations

import io

import pytest
import xlwt

import plancli

PLAN = [["工作任务", "责任科室", "完成时间"], ["清点水表", "营业科", "4月9日"], ["更换阀门", "管网科", "6月底前"]]
OTHERS = {
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
    book = xlwt.Workbook()
    for sheet, rows in ((name, OTHERS[name]), ("维护工作安排", [*title, *PLAN])):
        written = book.add_sheet(sheet)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                written.write(r, c, value)
    out = io.BytesIO()
    book.save(out)
    plans = plancli.parse(out.getvalue()).plans
    assert [plan.title for plan in plans] == ["2031年管网维护计划" if title else "维护工作安排"]
    assert [task.title for task in plans[0].tasks] == ["清点水表", "更换阀门"]


FORM = [["水表更换进度表"], ["项目名称", "水表更换", "版本号", "二"], ["项目负责人", None, "开发周期", "20工作日"]]


@pytest.mark.parametrize(
    "above", [FORM, [["注：时间以收到水表为准"]], [["水表更换进度表"], ["注：时间以收到水表为准"]]]
)
def test_what_stands_above_a_header(above: list[list[str | None]]) -> None:
    book = xlwt.Workbook()
    written = book.add_sheet("Sheet1")
    for r, row in enumerate([*above, *PLAN]):
        for c, value in enumerate(row):
            written.write(r, c, value)
    out = io.BytesIO()
    book.save(out)
    [plan] = plancli.parse(out.getvalue()).plans
    assert plan.title == ("水表更换进度表" if above[0] == FORM[0] else "")
    assert [task.title for task in plan.tasks] == ["清点水表", "更换阀门"]
    assert all(task.departments and task.time_nodes for task in plan.tasks)
