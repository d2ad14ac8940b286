"""Tables over two facing pages become one; two tables that merely follow each other stay two."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Block, Cell, Line, Source, Table

LEFT = [["序号", "工作任务"], ["1", "检修泵站"], ["2", "补植乔木"]]
RIGHT = [["责任科室", "完成时限"], ["排水科", "4月底前"], ["园林科", "6月底前"]]


def table(rows: list[list[str]], page: int, edges: tuple[float, ...] = (700, 680, 650, 620)) -> Table:
    cells = [
        [Cell(r, c, lines=[Line(text, page=page)], page=page) for c, text in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    return Table(cells, page=page, edges=edges)


def cleaned(*blocks: Block) -> list[list[list[str]]]:
    source = clean(Source(list(blocks), "application/pdf", pages=4))
    return [[[cell.text for cell in row] for row in block.rows] for block in source.blocks if isinstance(block, Table)]


BOTH = [a + b for a, b in zip(LEFT, RIGHT, strict=True)]


@pytest.mark.parametrize("page", [1, 2], ids=["one sheet", "two pages"])
def test_the_right_half_goes_beside_the_left(page: int) -> None:
    assert cleaned(table(LEFT, 1), table(RIGHT, page)) == [BOTH]


def test_a_second_pair_without_headings_goes_on() -> None:
    more = [["3", "清理河道"], ["4", "更换路灯"], ["5", "修补路面"]]
    beside = [["水务科", "7月底前"], ["照明科", "8月底前"], ["道路科", "9月底前"]]
    assert cleaned(table(LEFT, 1), table(RIGHT, 2), table(more, 3), table(beside, 4)) == [
        [*BOTH, *(a + b for a, b in zip(more, beside, strict=True))]
    ]


@pytest.mark.parametrize(
    ("second", "edges"),
    [
        (RIGHT, (700, 660, 640, 620)),
        ([["序号", "责任科室"], ["1", "排水科"], ["2", "园林科"]], (700, 680, 650, 620)),
        ([["责任科室", "工作任务"], ["排水科", "疏浚"], ["园林科", "修剪"]], (700, 680, 650, 620)),
    ],
    ids=["rows at other heights", "numbers of its own", "tasks of its own"],
)
def test_two_tables_stay_two(second: list[list[str]], edges: tuple[float, ...]) -> None:
    assert cleaned(table(LEFT, 1), table(second, 2, edges)) == [LEFT, second]
