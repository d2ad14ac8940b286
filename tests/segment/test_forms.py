"""Forms whose fields hold the plan: the names of the fields are its sections."""

from __future__ import annotations

import io

import docx
import pytest

import plancli
from plancli.model.bulletin import Plan

FIELDS = [
    ["学科", "语文", "姓名", "何苇"],
    ["教学现状", "学生阅读量不足，作业质量不一。"],
    ["指导思想", "以提高课堂质量为中心，抓实常规。"],
    ["工作目标", "1.完善集体备课。\n2.开展听课评课。"],
    ["主要工作", "1.3月组织集体备课，教务处负责。\n2.4月开展听课评课，教研组负责。"],
    ["时间安排", "3月：集体备课\n4月：听课评课"],
    ["填表日期", "2031年2月"],
]
WITHIN = [
    ["课题名称", "数字图书馆"],
    ["主要任务：\n1.搭建书目平台\n2.整理古籍图片"],
    ["进度安排：\n2031年3月1日—3月20日：搭建书目平台\n2031年4月1日—5月5日：整理古籍图片"],
    ["指导教师签字："],
]


def form(rows: list[list[str]], *, styled: bool = False) -> Plan:
    """A document with these rows as a table, cells that have a row to themselves across it; or as headings and text."""
    document = docx.Document()
    document.add_heading("柳渡镇2031年教研活动计划", 0)
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=width) if not styled else None
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            lines = text.split("\n")
            if table is None:
                document.add_heading(lines[0]) if c == 0 else [document.add_paragraph(line) for line in lines]
                continue
            cell = table.cell(r, c)
            cell = cell.merge(table.cell(r, width - 1)) if c == len(row) - 1 < width - 1 else cell
            cell.paragraphs[0].text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    [plan] = plancli.parse(out.getvalue()).plans
    return plan


@pytest.mark.parametrize("styled", [False, True])
def test_the_names_of_fields_are_sections(styled: bool) -> None:
    plan = form(FIELDS[3:6] if styled else FIELDS, styled=styled)
    assert plan.title == "柳渡镇2031年教研活动计划"
    assert [section.title for section in plan.sections] == ["工作目标", "主要工作", "时间安排"]
    assert [task.title[:6] for task in plan.tasks] == ["完善集体备课", "开展听课评课", "3月组织集体", "4月开展听课"]
    assert all(len(task.time_nodes) == 1 for task in plan.tasks[2:])


def test_a_name_may_stand_on_the_first_line_of_its_field() -> None:
    plan = form(WITHIN)
    assert [section.title for section in plan.sections] == ["主要任务", "进度安排"]
    assert [task.title for task in plan.tasks] == ["搭建书目平台", "整理古籍图片"]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["姓名", "何苇", "性别", "女"],
            ["单位", "图书馆"],
            ["简历", "1990年生，2012年起任教，爱好诵读。"],
            ["电话", "5550101"],
        ],
        [["序号", "书名", "册数"], ["1", "水利志", "20"], ["2", "农业志", "30"], ["3", "教育志", "40"]],
    ],
)
def test_another_form_gives_no_tasks(rows: list[list[str]]) -> None:
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    out = io.BytesIO()
    document.save(out)
    assert not any(plan.tasks for plan in plancli.parse(out.getvalue()).plans)
