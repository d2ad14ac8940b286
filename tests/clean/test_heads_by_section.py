"""Running heads that name the section at hand, and what is none: a first item, the first line of a contents page."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.clean.heads_by_section import heads_by_section
from plancli.model.source import Line

from ..extract.pdf.drawing import Sheet

SECTIONS = ["一、修缮库房", "二、清点善本", "三、举办讲座"]


def drawn(head: list[tuple[float, str]], pages: int, size: float, foot: bool = False) -> Sheet:
    """A section a page, each under a head whose pieces stand at their places; # is the section's name, % the page's number."""
    sheet = Sheet()
    for page, section in enumerate(SECTIONS[:pages], 1):
        for x, piece in head:
            sheet.text(x, 40 if foot else 800, piece.replace("#", section).replace("%", str(page)), size)
        sheet.text(104, 740, section, 14)
        for k in range(8):
            sheet.text(80, 710 - 24 * k, f"第{k + 1}排书架由典藏科逐架查验，结果按月报送馆务会议。", 14)
        sheet.page()
    return sheet


@pytest.mark.parametrize(
    ("head", "pages", "size"),
    [
        ([(80, "#"), (440, "馆务汇编")], 3, 9),
        ([(80, "#"), (440, "馆务汇编")], 1, 9),
        ([(80, "%"), (440, "#")], 2, 10),
        ([(80, "#")], 2, 9),
        ([(80, "#"), (500, "%")], 3, 14),  # a book's, in the type of its text
        ([(80, "第一编 馆务"), (500, "%")], 2, 14),
    ],
)
@pytest.mark.parametrize("foot", [False, True])
def test_the_name_of_the_section_over_a_page(
    head: list[tuple[float, str]], pages: int, size: float, foot: bool
) -> None:
    blocks = clean(drawn(head, pages, size, foot).read()).blocks
    said = [block.text for block in blocks if not block.left_out and block.text[1:2] == "、"]
    assert said == SECTIONS[:pages]


def test_an_item_at_the_head_of_a_page_is_none() -> None:
    sheet = Sheet()
    sheet.text(80, 800, "一、修缮库房", 9)
    sheet.text(440, 800, "后勤科", 9)
    for k in range(8):
        sheet.text(80, 740 - 24 * k, f"第{k + 1}排书架由典藏科逐架查验，结果按月报送馆务会议。", 14)
    first = next(block.text for block in clean(sheet.read()).blocks if not block.left_out)
    assert first.startswith("一、修缮库房")


@pytest.mark.parametrize(("ems", "head"), [(1.0, False), (1.8, False), (2.4, True), (6.0, True)])
def test_two_ems_part_the_pieces_of_a_head(ems: float, head: bool) -> None:
    """A narrower blank stands within a text, whose words nothing says again."""
    size, text = 10.0, "一、修缮库房 馆务汇编"
    lefts = [80.0 + size * k + (ems - 1) * size * (k > 6) for k in range(len(text))]
    rights = [left + size * (ems if k == 6 else 1.0) for k, left in enumerate(lefts)]
    line = Line(text, page=1, x0=80, top=800, bottom=790, size=size, lefts=lefts, rights=rights)
    title = Line("一、修缮库房", page=1, x0=80, top=740, bottom=726, size=14.0)
    assert bool(heads_by_section([line], 12.0, [], [line, title])) is head
