"""A box round a table that has no rules inside is its frame; one round prose is a box."""

from __future__ import annotations

import pytest

from plancli.model.source import Table

from ..pdf.drawing import Sheet

COLUMNS = (90.0, 130.0, 330.0, 450.0)
HEAD = ("序号", "工作任务", "责任单位", "完成时限")
ROWS = [
    ("1", "清点库房档案并登记造册", ("档案科",), "3月底前"),
    ("2", "修缮阅览室", ("后勤科", "保卫科"), "5月"),
    ("3", "举办读书讲座四场", ("宣教科",), "10月中旬"),
    ("4", "更新目录卡片", ("编目科", "信息科"), "年底前"),
]


def drawn(*, headed_inside: bool) -> Sheet:
    sheet = Sheet()
    sheet.text(200, 770, "星河图书馆2031年重点工作表", 14)
    y = 730.0
    for x, word in zip(COLUMNS, HEAD, strict=True):
        sheet.text(x, y, word, 10)
    top = y + 16 if headed_inside else y - 8
    y -= 34
    for number, task, bodies, when in ROWS:
        for x, word in zip(COLUMNS, (number, task, "", when), strict=True):
            if word:
                sheet.text(x, y, word, 10)
        for k, body in enumerate(bodies):
            sheet.text(COLUMNS[2], y + 7 * (len(bodies) - 1) - 14 * k, body, 10)
        y -= 40
    sheet.canvas.rect(80, y + 20, 450, top - y - 20, stroke=1, fill=0)
    return sheet


@pytest.mark.parametrize("headed_inside", [True, False])
def test_the_frame_of_a_table_without_rules_inside_hides_no_table(headed_inside: bool) -> None:
    [table] = [block for block in drawn(headed_inside=headed_inside).read().blocks if isinstance(block, Table)]
    said = ["/".join(line.text for line in cell.lines) for cell in table.rows[2]]
    assert said == ["2", "修缮阅览室", "后勤科/保卫科", "5月"]
    assert len(table.rows) == 1 + len(ROWS)


def test_a_box_of_prose_is_no_table() -> None:
    sheet = Sheet()
    for k in range(6):
        sheet.text(90, 700 - 20 * k, "各科室要按照分工抓好落实并按月报送进展情况", 10)
    sheet.canvas.rect(80, 590, 300, 130, stroke=1, fill=0)
    assert not any(isinstance(block, Table) for block in sheet.read().blocks)
