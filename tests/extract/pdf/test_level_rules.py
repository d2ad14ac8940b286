"""Tables with level rules alone: headings on two lines, and another table overleaf."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .drawing import Sheet, grid, tables

XS = [76.0, 110.0, 230.0, 300.0, 420.0]
HEAD = ["编\n号", "项目名称", "承办单\n位", "上半年", "下半年"]
ROWS = [
    ["1", "修缮库房屋面", "库房\n科、基\n建科", "完成招标并进\n场施工", "竣工验收"],
    ["2", "开放阅览室", "编研科", "布展", "试运行，收集\n读者意见"],
]


def drawn(sheet: Sheet, y: float, xs: Sequence[float], rows: Sequence[Sequence[str]], every: bool = True) -> None:
    """Rows under each other; a rule round each, or as of a 三线表."""
    edge = y + 4
    for k, row in enumerate(rows):
        if every or k < 2:
            sheet.canvas.line(70, edge, 525, edge)
        height = 14 * max(cell.count("\n") + 1 for cell in row) + 9
        for x, cell in zip(xs, row, strict=True):
            for n, line in enumerate(cell.split("\n")):
                sheet.text(x, edge - 16 - 14 * n, line, 10.5)
        edge -= height
    sheet.canvas.line(70, edge, 525, edge)


def joined(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[cell.replace("\n", "") for cell in row] for row in rows]


@pytest.mark.parametrize("every", [True, False], ids=["a rule a row", "three rules"])
def test_the_rest_of_a_heading_is_no_heading_over_columns(every: bool) -> None:
    sheet = Sheet()
    drawn(sheet, 700, XS, [HEAD, *ROWS], every)
    (table,) = tables(sheet.read())
    assert joined(grid(table)) == joined([HEAD, *ROWS])


@pytest.mark.parametrize("wide", [False, True])
def test_another_table_overleaf_has_columns_of_its_own(wide: bool) -> None:
    sheet = Sheet()
    drawn(sheet, 700, XS, [HEAD, *ROWS])
    sheet.page()
    xs = [76.0, 150.0, 420.0] if wide else [76.0, 134.0, 350.0]
    rows = [["序号", "工作事项", "完成时限"], ["1", "清点卷宗", "每周五"], ["2", "更换柜架", "汛期前"]]
    drawn(sheet, 700, xs, rows)
    _, second = tables(sheet.read())
    assert grid(second) == rows
