"""Tables pasted as text into Word documents and web pages: each way of dumping, a line a paragraph."""

from __future__ import annotations

import html
import io

import pytest
from docx import Document

import plancli
from tests.extract.text.dumps import DUMPS, rows_of

TITLE = "松岭镇2030年重点工作任务表"
ROWS = rows_of(
    """
    序号 | 工作任务 | 责任单位 | 完成时限
    1 | 新修通往西坡的机耕道两公里 | 交通站 | 11月底前
    2 | 把村卫生室全部改建一遍 | 卫生院、民政办 | 8月底前
    3 | 建成镇养老服务中心 | 民政办 | 10月底前
    4 | 在校舍旧址办起图书馆 | 文化站 | 6月底前
    """.strip("\n ")
)
TASKS = [(row[0], row[1], row[3]) for row in ROWS[1:]]
NARROW = ("stacked_broken", "set_in")  # lines that only a page's width tells, and the source of a page
BLANKS = ("columns", "boxed", "counted")  # what a web page does not keep


def word(lines: list[str]) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def page(lines: list[str]) -> bytes:
    shown = "".join(f"<p>{html.escape(line).replace(chr(9), '&nbsp;' * 4)}</p>" for line in lines)
    return f"<html><head><meta charset='utf-8'></head><body>{shown}</body></html>".encode()


def read(data: bytes) -> list[tuple[str | None, str, str]]:
    (plan,) = plancli.parse(data).plans
    assert plan.title == TITLE
    return [(task.number, task.title, task.time_nodes[0].raw) for task in plan.tasks]


@pytest.mark.parametrize("dump", [name for name in DUMPS if name not in NARROW])
def test_word(dump: str) -> None:
    assert read(word([TITLE, *DUMPS[dump](ROWS)])) == TASKS


@pytest.mark.parametrize("dump", [name for name in DUMPS if name not in (*NARROW, *BLANKS)])
def test_web_pages(dump: str) -> None:
    assert read(page([TITLE, *DUMPS[dump](ROWS)])) == TASKS


def test_tables_are_numbered_as_they_stand() -> None:
    document = Document(io.BytesIO(word([TITLE, *DUMPS["tabs"](ROWS)])))
    table = document.add_table(rows=3, cols=2)
    for row, texts in zip(
        table.rows, (("工作任务", "完成时限"), ("修剪行道树", "3月"), ("更换路灯", "5月")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    tasks = [task for plan in plancli.parse(buffer.getvalue()).plans for task in plan.tasks]
    assert [task.location.table for task in tasks] == [1] * 4 + [2] * 2


@pytest.mark.parametrize(
    "lines",
    [
        ["工作任务", "一、修剪行道树。（园林站）", "二、更换路灯。（城建办）"],
        ["责任单位：园林站", "完成时限：5月", "工作任务：修剪行道树"],
        ["序号", "本章说明各项工作的序号如何编排。", "时间", "本章说明各项工作的时间如何安排。"],
    ],
)
def test_words_of_headers_alone_make_no_table(lines: list[str]) -> None:
    read_by = [task.location.table for plan in plancli.parse(word([TITLE, *lines])).plans for task in plan.tasks]
    assert set(read_by) <= {None}
