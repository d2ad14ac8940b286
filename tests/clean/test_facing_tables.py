"""Tables over two facing pages become one; two tables that merely follow each other stay two."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Block, Cell, Line, Source, Table

EDGES = (700, 680, 650, 620)
LEFT = [["序号", "工作任务"], ["1", "检修泵站"], ["2", "补植乔木"]]
RIGHT = [["责任科室", "完成时限"], ["排水科", "4月底前"], ["园林科", "6月底前"]]


def table(rows: list[list[str]], page: int, edges: tuple[float, ...] = EDGES) -> Table:
    cells = [
        [Cell(r, c, lines=[Line(text, page=page)], page=page) for c, text in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    return Table(cells, page=page, edges=edges)


def placed(rows: list[list[str]], page: int, step: float, lines: int) -> Table:
    """The same without rules: each row in mid height, its last cell of so many lines."""
    made = table(rows, page, ())
    for r, row in enumerate(made.rows):
        for c, cell in enumerate(row):
            count = lines if c + 1 == len(row) else 1
            tops = [700 - step * r + 6 * (count - 1) - 12 * k for k in range(count)]
            cell.lines = [
                Line(
                    cell.lines[0].text if k == 0 else "等",
                    page=page,
                    x0=90 * c,
                    x1=90 * c + 60,
                    top=top,
                    bottom=top - 10,
                )
                for k, top in enumerate(tops)
            ]
    return made


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


# Rows of a printed sheet, over two pages, and the columns that a page each of three bands holds.
SHEET = [
    ["序号", "工作任务", "责任科室", "配合单位", "完成时限"],
    ["1", "检修泵站", "排水科", "水务所", "4月底前"],
    ["2", "补植乔木", "园林科", "养护队", "6月底前"],
    ["3", "清理河道", "水务科", "河长办", "7月底前"],
    ["4", "更换路灯", "照明科", "供电所", "8月底前"],
]


@pytest.mark.parametrize("headed", [True, False], ids=["headings on each page", "headings once"])
@pytest.mark.parametrize("again", [0, 1, 2], ids=["nothing again", "numbers again", "numbers and tasks again"])
@pytest.mark.parametrize(
    "bands", [[slice(0, 2), slice(2, 5)], [slice(0, 2), slice(2, 4), slice(4, 5)]], ids=["two", "three"]
)
@pytest.mark.parametrize("down", [True, False], ids=["down, then over", "over, then down"])
def test_a_printed_sheet_in_bands(down: bool, bands: list[slice], again: int, headed: bool) -> None:
    parts = [SHEET[:3], [*(SHEET[:1] if headed else []), *SHEET[3:]]]
    places = [(band, part) for band in bands for part in parts] if down else [(b, p) for p in parts for b in bands]
    pages = [
        table([[*(row[:again] if band.start else []), *row[band]] for row in part], page, EDGES[: len(part) + 1])
        for page, (band, part) in enumerate(places, 1)
    ]
    assert cleaned(*pages) == [SHEET]


@pytest.mark.parametrize("again", [0, 1])
@pytest.mark.parametrize("lines", [1, 3])
def test_rows_without_rules_stand_at_the_heights_of_their_texts(lines: int, again: int) -> None:
    right = [[*row[:again], *row[2:]] for row in SHEET]
    ((first, *rest),) = cleaned(placed([row[:2] for row in SHEET], 1, 40, 1), placed(right, 2, 40, lines))
    assert [row[:4] for row in (first, *rest)] == [row[:4] for row in SHEET]


def test_what_a_page_shows_of_the_title_is_none_between_the_parts() -> None:
    title = Line("梧桐区绿化任务台账", page=1, x0=200, x1=400, top=740, bottom=725)
    piece = Line("梧桐区绿", page=2, x0=330, x1=400, top=740, bottom=725)
    source = clean(Source([title, table(LEFT, 1), piece, table(RIGHT, 2)], "application/pdf", pages=2))
    assert [
        [[cell.text for cell in row] for row in block.rows] for block in source.blocks if isinstance(block, Table)
    ] == [BOTH]
    assert cleaned(title, table(LEFT, 1), Line("梧桐区联系名单", page=2, top=740), table(RIGHT, 2)) == [LEFT, RIGHT]


def test_a_row_across_the_table_goes_on_in_the_right_part() -> None:
    left, right = (
        table([LEFT[0], ["一、排水", ""], *LEFT[1:]], 1, (*EDGES, 600)),
        table([RIGHT[0], ["", ""], *RIGHT[1:]], 2, (*EDGES, 600)),
    )
    left.rows[1] = [left.rows[1][0]] * 2
    left.rows[1][0].colspan = 2
    source = clean(Source([left, right], "application/pdf", pages=2))
    (whole,) = [block for block in source.blocks if isinstance(block, Table)]
    assert len({id(cell) for cell in whole.rows[1]}) == 1


@pytest.mark.parametrize(
    ("second", "edges"),
    [
        (RIGHT, (700, 660, 640, 620)),
        ([["序号", "责任科室"], ["1", "排水科"], ["2", "园林科"]], (700, 660, 640, 620)),
        ([["序号", "责任科室"], ["3", "排水科"], ["4", "园林科"]], EDGES),
        ([["责任科室", "工作任务"], ["排水科", "疏浚"], ["园林科", "修剪"]], EDGES),
        ([["责任科室", "工作任务", "完成时限"], ["排水科", "疏浚", "3月"], ["园林科", "修剪", "4月"]], EDGES),
    ],
    ids=[
        "rows at other heights",
        "its numbers at other heights",
        "numbers of its own",
        "tasks of its own",
        "more columns, tasks of its own",
    ],
)
def test_two_tables_stay_two(second: list[list[str]], edges: tuple[float, ...]) -> None:
    assert cleaned(table(LEFT, 1), table(second, 2, edges)) == [LEFT, second]


@pytest.mark.parametrize("known", [1, 2, 3])
def test_the_height_of_one_row_puts_no_tables_side_by_side(known: int) -> None:
    left, right = placed(LEFT, 1, 30, 1), placed(RIGHT, 2, 30, 1)
    for row in right.rows[known:]:
        for cell in row:
            cell.lines = [Line(line.text, page=2) for line in cell.lines]
    assert cleaned(left, right) == ([BOTH] if known > 1 else [LEFT, RIGHT])
