"""Boxes side by side: cards, read row by row; those of a page's columns, read with them."""

from __future__ import annotations

import pytest

from ..pdf.drawing import Sheet, texts

WIDTH, HEIGHT, GAP = 200.0, 90.0, 12.0
WORDS = ("时间：三月", "牵头科室：档案科", "配合科室：保卫科")


def card(sheet: Sheet, x: float, top: float, title: str, radius: float) -> list[str]:
    """A box and its lines."""
    sheet.canvas.roundRect(x, top - HEIGHT, WIDTH, HEIGHT, radius, stroke=1, fill=0)
    lines = [title, *WORDS]
    for k, words in enumerate(lines):
        sheet.text(x + 10, top - 20 - 18 * k, words, 10)
    return lines


@pytest.mark.parametrize("radius", [0.01, 4, 12])
@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_cards_are_read_row_by_row(radius: float, numbered: bool, count: int) -> None:
    sheet = Sheet()
    held = ["馆藏工作安排"]
    sheet.text(80, 760, held[0], 14)
    for k in range(count):
        title = f"{k + 1}.清点库房" if numbered else "甲乙丙丁戊"[k] + "组清点库房"
        held += card(sheet, 80 + (k % 2) * (WIDTH + GAP), 740 - (k // 2) * (HEIGHT + GAP), title, radius)
    assert texts(sheet.read()) == held


@pytest.mark.parametrize("months", ["三四五六", "四五六", "三五四六", "三四五七"])
@pytest.mark.parametrize("ending", ["月", "月份"])
def test_tables_of_months_side_by_side_are_read_as_the_months_count(months: str, ending: str) -> None:
    sheet = Sheet()
    sheet.text(250, 780, "馆藏室行事历", 14)
    captions = [month + ending for month in months]
    for k, caption in enumerate(captions):
        x, top = 60 + k % 2 * 250, 740 - k // 2 * 160
        sheet.text(x + 90, top, caption, 12)
        sheet.rules([x, x + 50, x + 220], [top - 10 - 22 * row for row in range(5)])
        rows = [("日期", "工作"), *((f"{k}{day}", "清点第几间库房") for day in range(3))]
        sheet.cells([x, x + 50], [top - 10 - 22 * row for row in range(5)], rows)
    down = captions[::2] + captions[1::2]
    assert texts(sheet.read())[1:] == (captions if months in ("三四五六", "四五六") else down)


def test_cards_that_count_down_their_columns_are_read_so() -> None:
    sheet = Sheet()
    held: list[str] = []
    for k in range(4):
        held += card(sheet, 80 + (k // 2) * (WIDTH + GAP), 740 - (k % 2) * (HEIGHT + GAP), f"{k + 1}.清点库房", 6)
    assert texts(sheet.read()) == held


def test_boxes_in_two_columns_of_prose_stay_in_them() -> None:
    sheet = Sheet()
    held: list[str] = []
    for x, side in ((80.0, "左"), (80.0 + WIDTH + GAP, "右")):
        held += card(sheet, x, 740, f"{side}栏导读", 6)
        for k in range(12):
            held.append(f"{side}栏正文继续说明第{k + 1:02}项工作的要求和步骤")
            sheet.text(x, 620 - 18 * k, held[-1], 9)
    assert texts(sheet.read()) == held


@pytest.mark.parametrize("shape", ["ellipse", "rounded like a pill"])
def test_other_round_shapes_are_no_boxes(shape: str) -> None:
    """Words in a ring belong to the line that goes on beside it."""
    sheet = Sheet()
    if shape == "ellipse":
        sheet.canvas.ellipse(100, 690, 160, 716)
    else:
        sheet.canvas.roundRect(100, 690, 60, 26, 13)
    sheet.text(80, 700, "完成时限三月底前，由档案科负责", 12)
    assert texts(sheet.read()) == ["完成时限三月底前，由档案科负责"]
