"""Cells of bodies that only line breaks part: where a full line may end a name, a blank tells so."""

from __future__ import annotations

import pytest

from plancli.clean.tables_over_pages import join_cell_lines, join_tables
from plancli.model.source import Cell, Line, Table

SIZE = 10.0


def cell(row: int, column: int, text: str, ems: float) -> Cell:
    """A cell as wide as `ems` characters, whose lines were broken by its width or by their writer."""
    left = 100.0 * column
    lines = [
        Line(part, page=1, x0=left, x1=left + SIZE * len(part), left=left, right=left + ems * SIZE, size=SIZE)
        for part in text.split("\n")
    ]
    found = Cell(row, column, lines=lines, page=1)
    join_cell_lines(found)
    return found


def column(header: str, cells: list[str], ems: float) -> list[str]:
    rows = [[cell(0, 0, "序号", 2), cell(0, 1, "工作任务", 6), cell(0, 2, header, len(header))]]
    rows += [
        [cell(r, 0, str(r), 2), cell(r, 1, "清点卷宗", 6), cell(r, 2, text, ems)] for r, text in enumerate(cells, 1)
    ]
    (table,) = join_tables([Table(rows, page=1)])
    assert isinstance(table, Table)
    return [row[2].text for row in table.rows[1:]]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["库房科\n保卫科", "人事\n库房科"], ["库房科 保卫科", "人事\n库房科"]),
        (["人力资\n源部\n档案部", "办公室"], ["人力资源部\n档案部", "办公室"]),
        (["住房城\n乡建设\n局\n库房科", "县农业\n农村局"], ["住房城乡建设局\n库房科", "县农业农村局"]),
        (
            ["档案部\n宣传部\n库房科", "宣传部", "库房科", "档案部"],
            ["档案部 宣传部 库房科", "宣传部", "库房科", "档案部"],
        ),
        (["库房科\n档案数字\n化中心", "档案数\n字化中心", "/"], ["库房科 档案数字化中心", "档案数字化中心", "/"]),
        (["保卫科\n宣教部", "宣教部", "/"], ["保卫科 宣教部", "宣教部", "/"]),
        (
            ["库房科\n图书馆\n宣教部", "保卫科\n图书馆\n人事", "宣教部"],
            ["库房科 图书馆 宣教部", "保卫科 图书馆人事", "宣教部"],
        ),
        (["住房城\n乡建设\n局", "住房城\n乡建设\n局\n库房科"], ["住房城乡建设局", "住房城乡建设局\n库房科"]),
        (["机关党\n委", "机关党\n委宣传\n部", "宣传部"], ["机关党委", "机关党委宣传部", "宣传部"]),
        (["县社会\n保障局", "人事\n库房科"], ["县社会保障局", "人事\n库房科"]),
        (["老干部\n服务局", "人事\n库房科"], ["老干部服务局", "人事\n库房科"]),
        (["县社会\n工作部\n库房科", "人事\n库房科"], ["县社会工作部 库房科", "人事\n库房科"]),
    ],
    ids=[
        "full and short",
        "torn name",
        "ends that end no office",
        "names by themselves",
        "an office before a name over two lines",
        "an office before a name by itself",
        "whole names",
        "a torn name twice",
        "torn names",
        "a word that ends like an office",
        "another",
        "such a word before an office",
    ],
)
def test_a_full_line_that_ends_as_an_office(cells: list[str], read: list[str]) -> None:
    assert column("责任部门", cells, 3) == read


def test_where_stops_part_the_names_a_break_is_one_of_width() -> None:
    assert column("责任部门", ["公安局\n法制科、\n库房科", "保卫\n库房科"], 3)[0] == "公安局法制科、库房科"


def test_other_columns_keep_their_text() -> None:
    assert column("工作措施", ["设立库\n房科室\n并挂牌", "编\n上架"], 3) == ["设立库房科室并挂牌", "编\n上架"]
