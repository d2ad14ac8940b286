"""A list that has fewer columns on pages of its own than beneath a form's head."""

from __future__ import annotations

import pytest

from plancli.clean.tables_over_pages import join_tables
from plancli.model.source import Table
from tests.table_drawing import draw

EDGES = [60.0, 130.0, 230.0, 300.0, 400.0, 520.0]
LIST = [0, 1, 4, 5]  # the edges of the list's columns among those
HEAD = "项目 | 库房改造 | < | 负责人 | 张三\n编号 | A-7 | 科室 | 档案科 | <\n日期 | 进展 | < | < | 意见\n"
FOOT = "附件 | 清单 | < | < | 照片\n审核 | 李四 | 日期 | 6月 | <"


def placed(text: str, page: int, edges: list[float]) -> Table:
    """A table whose lines stand in columns with these edges."""
    table = draw(text, page=page)
    for cell in table.cells():
        left, right = edges[cell.column], edges[cell.column + cell.colspan]
        for line in cell.lines:
            line.left, line.right, line.x0, line.x1 = left, right, left, left + 20
    return table


def narrow(text: str, page: int, shift: float = 0.0) -> Table:
    return placed(text, page, [EDGES[k] + shift for k in LIST])


def texts(table: Table) -> list[list[str]]:
    return [list(dict.fromkeys(cell.text for cell in row)) for row in table.rows]


def test_a_list_beneath_a_forms_head_goes_on_overleaf() -> None:
    first = placed(HEAD + "3月4日 | 清点门窗 | < | < | 可行", 1, EDGES)
    (table,) = join_tables([first, narrow("3月9日 | 登记造册 | 属实\n4月2日 | 安装报警器 | 照办", 2)])
    assert isinstance(table, Table)
    assert texts(table)[-2:] == [["3月9日", "登记造册", "属实"], ["4月2日", "安装报警器", "照办"]]
    assert {len(row) for row in table.rows} == {5}
    assert [(cell.column, cell.colspan) for cell in table.cells()][-3:] == [(0, 1), (1, 3), (4, 1)]


def test_a_list_ends_above_a_forms_foot() -> None:
    first = narrow("日期 | 进展 | 意见\n3月4日 | 清点门窗 | 可行", 1)
    second = placed("4月2日 | 安装报警器 | < | < | 照办\n" + FOOT, 2, EDGES)
    (table,) = join_tables([first, second])
    assert isinstance(table, Table)
    assert texts(table)[1:3] == [["3月4日", "清点门窗", "可行"], ["4月2日", "安装报警器", "照办"]]


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("3月9日 | 登记造册 | 属实", 30.0),  # stands elsewhere
        ("3月9日 | 登记造册", 0.0),  # of other columns
        ("序号 | 工作任务 | 责任单位\n1 | 登记造册 | 档案科", 0.0),  # has headings of its own
    ],
)
def test_another_table_is_another(text: str, shift: float) -> None:
    first = placed(HEAD + "3月4日 | 清点门窗 | < | < | 可行", 1, EDGES)
    assert len(join_tables([first, narrow(text, 2, shift)])) == 2
