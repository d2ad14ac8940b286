"""A schedule of a PDF that is told by the colour of cells alone."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import HexColor

from plancli.extract.filled_cells import MARK, mark_filled
from plancli.model.source import Source, Table

from .drawing import Sheet, grid

TASKS = [("翻修球场", (2, 3)), ("整理库房", (4,)), ("验收", (5,))]
XS = [60, 100, 220, *range(250, 431, 30)]


def schedule(ground: str, *, head: str = "", bar: float = 24, stripe: str = "") -> Sheet:
    """Six months, whose cells beneath are filled, or have a bar of another height over them; the header's colour, that of every other row."""
    sheet = Sheet()
    ys = [700 - 24 * k for k in range(len(TASKS) + 2)]

    def fill(left: float, top: float, right: float, high: float, said: str) -> None:
        sheet.canvas.setFillColor(HexColor(said))
        sheet.canvas.rect(left, top - 12 - high / 2, right - left, high, stroke=0, fill=1)
        sheet.canvas.setFillColor(HexColor("#000000"))

    if head:
        fill(XS[0], ys[0], XS[-1], 24, head)
    for (_, months), top in zip(TASKS, ys[1:], strict=False):
        if stripe:
            fill(XS[0], top, XS[-1], 24, stripe)
        if months:
            fill(XS[months[0] + 1], top, XS[months[-1] + 2], bar, ground)
    sheet.rules(XS, ys)
    rows = [["序号", "工作任务", *(f"{k}月" for k in range(1, 7))], *([str(k), t] for k, (t, _) in enumerate(TASKS, 1))]
    sheet.cells(XS, ys, rows)
    return sheet


def table_of(source: Source) -> Table:
    mark_filled(source)
    return next(block for block in source.blocks if isinstance(block, Table))


@pytest.mark.parametrize("ground", ["#4a90d9", "#d9d9d9"])
@pytest.mark.parametrize("head", ["", "#eeeeee"])
@pytest.mark.parametrize("bar", [24, 8])
@pytest.mark.parametrize("stripe", ["", "#f0f0ff"])
def test_cells_that_say_months_by_their_colour(ground: str, head: str, bar: float, stripe: str) -> None:
    source = schedule(ground, head=head, bar=bar, stripe=stripe).read()
    found = [
        (row[1], [month for month, cell in enumerate(row[2:], 1) if cell == MARK]) for row in grid(table_of(source))[1:]
    ]
    assert found == [(task, list(months)) for task, months in TASKS]
    assert [code for code, _, _ in source.notes] == ["colour-read"]


def test_white_and_stripes_say_nothing() -> None:
    source = schedule("#ffffff", head="#eeeeee", stripe="#f0f0ff").read()
    assert not any(MARK in row for row in grid(table_of(source)))
