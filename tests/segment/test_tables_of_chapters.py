"""Tables beneath the chapters of a plan, each with a title of its own: sections of that plan, no plans and no tasks."""

from __future__ import annotations

import io

import docx
import pytest

import plancli

TITLE = "岚湾新区2027年度工作任务清单"
CHAPTERS = [
    ("产业发展", [("建成标准厂房4万平方米", "招商局"), ("引进项目6个", "经发局")]),
    ("民生保障", [("改造老旧小区3个", "住建局")]),
    ("生态环境", [("整治排口20处", "生态环境局")]),
]


def _document(caption: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE).alignment = 1
    for number, (chapter, rows) in enumerate(CHAPTERS):
        document.add_paragraph(f"{'一二三'[number]}、{chapter}")
        document.add_paragraph(caption.format(number + 1, chapter)).alignment = 1
        table = document.add_table(rows=1, cols=3)
        for cell, word in zip(table.rows[0].cells, ("序号", "工作任务", "责任部门"), strict=True):
            cell.text = word
        for place, row in enumerate(rows, 1):
            for cell, word in zip(table.add_row().cells, (str(place), *row), strict=True):
                cell.text = word
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


@pytest.mark.parametrize(
    "caption", ["表{} {}任务清单", "附表{}：{}项目清单", "（{}）{}工作任务表", "{}.{}重点工作安排表", "{1}任务分解表"]
)
def test_a_table_with_a_title_stands_beneath_its_chapter(caption: str) -> None:
    (plan,) = plancli.parse(_document(caption)).plans
    assert plan.title == TITLE
    assert [(task.title, task.section_path[0]) for task in plan.tasks] == [
        (title, chapter) for chapter, rows in CHAPTERS for title, _ in rows
    ]


def test_an_item_above_a_table_stays_one() -> None:
    (plan,) = plancli.parse(_document("{}.编制{}任务清单")).plans
    assert [task.title for task in plan.tasks][:2] == ["编制产业发展任务清单", "建成标准厂房4万平方米"]
