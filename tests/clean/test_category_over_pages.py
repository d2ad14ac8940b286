"""A category whose merged cell is cut by a page's end, in mid-word; cells of letter-spaced type."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Table

from ..extract.pdf.drawing import Sheet

XS = [60.0, 112.0, 152.0, 420.0]


def rows(sheet: Sheet, top: float, category: str, tasks: list[tuple[str, str]], head: bool = False) -> float:
    """A merged category and its numbered rows, each 30 points high; the height of what is next."""
    if head:
        sheet.rules(XS, [top, top - 30])
        sheet.cells(XS, [top], [["类别", "序号", "工作任务"]])
        top -= 30
    low = top - 30 * len(tasks)
    sheet.rules(XS[:2], [top, low])
    sheet.rules(XS[1:], [top - 30 * k for k in range(len(tasks) + 1)])
    sheet.cells(XS, [top], [[category]])
    sheet.cells(XS[1:], [top - 30 * k for k in range(len(tasks))], tasks)
    return low


@pytest.mark.parametrize(("number", "category"), [("2", "夯实馆藏安全基础设施"), ("1", "设施")])
def test_where_each_category_counts_anew(number: str, category: str) -> None:
    """Number 2 goes on with the category above, whose name the page's end cuts; number 1 begins another."""
    sheet = Sheet()
    y = rows(sheet, 700, "馆藏", [("1", "清点卷宗"), ("2", "修补残页")], head=True)
    y = rows(sheet, y, "利用", [("1", "开放阅览"), ("2", "编研出版")])
    rows(sheet, y, "夯实馆藏\n安全基础", [("1", "更换柜架\n并登记造册")])
    sheet.page()
    rows(sheet, 760, "设施", [(number, "检修管线")])
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    assert table.rows[-1][0].text == category
    assert len(table.rows) == 7


def test_names_of_letter_spaced_type_are_cut_by_the_cell() -> None:
    sheet = Sheet()
    xs = [60.0, 300.0, 345.0]
    sheet.rules(xs, [720, 690, 640])
    sheet.cells(xs, [720], [["工作任务", "单位"]])
    for x, y, line in ((64, 677, "清点卷宗并登记造册"), (304, 677, "编研办"), (304, 664, "公室")):
        sheet.canvas.setFont("STSong-Light", 10)
        sheet.canvas.drawString(x, y, line, charSpace=1.5)
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    assert table.rows[-1][1].text == "编研办公室"
