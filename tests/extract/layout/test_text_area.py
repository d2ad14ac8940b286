"""How far lines may reach, where few of them fill their page, their column or their half of a sheet."""

from __future__ import annotations

import pytest

from plancli.extract.layout.text_area import mirrored, shared_edge
from plancli.model.source import Line

from ..pdf.drawing import Sheet

PROSE = "馆藏卷宗今年全部数字化，各科室按月报送进度并逐级审核归档"


def lines(sheet: Sheet) -> list[Line]:
    return [block for block in sheet.read().blocks if isinstance(block, Line)]


@pytest.mark.parametrize("ends", [[300.0] * 3, [306.0, 300.4, 300.0, 299.8]], ids=["even", "one hangs over"])
def test_lines_that_differ_end_at_one_edge(ends: list[float]) -> None:
    assert abs((shared_edge((72 + 10 * k, end, 20 + k) for k, end in enumerate(ends)) or 0) - 300) < 1


@pytest.mark.parametrize("ends", [[300.0] * 2, [300.0, 270, 240, 210], [400.0, 300, 300, 300]])
def test_short_lines_share_no_edge(ends: list[float]) -> None:
    assert shared_edge((72 + 10 * k, end, 20 + k) for k, end in enumerate(ends)) is None


def test_lines_of_one_form_share_no_edge() -> None:
    assert shared_edge((72, 300, 20) for _ in range(5)) is None


def test_the_left_half_of_a_broad_sheet_has_margins_of_its_own() -> None:
    assert mirrored(72, 520, 1190, 842) == 523
    assert mirrored(72, 700, 1190, 842) == 1118
    assert mirrored(72, 280, 595, 842) == 523


@pytest.mark.parametrize(("size", "x", "right"), [((1190.0, 842.0), 72.0, 523.0), ((595.0, 842.0), 72.0, 240.0)])
def test_a_text_that_fills_half_a_page(size: tuple[float, float], x: float, right: float) -> None:
    """A spread whose right page is empty, and two columns of which the second is."""
    sheet = Sheet(size)
    width = int((right - x) / 12)
    for k in range(6):
        inset = 2 if k % 3 == 0 else 0
        sheet.text(x + 12 * inset, 700 - 22 * k, (PROSE * 2)[: width - inset] if k % 3 < 2 else PROSE[:5], 12)
    assert all(right - 30 < line.right < right + 12 for line in lines(sheet))


def test_an_even_page_of_short_items_is_as_wide_as_the_odd_ones() -> None:
    sheet = Sheet()
    for k in range(10):
        sheet.text(72 + 24 * (k % 3 == 0), 760 - 22 * k, (PROSE * 2)[: 37 - 2 * (k % 3 == 0)], 12)
    sheet.page()
    for k in range(10):
        sheet.text(96, 760 - 22 * k, PROSE[: 12 + k], 12)
    assert {round(line.left) for line in lines(sheet)} == {72}


def test_titles_within_columns_are_centred_in_them() -> None:
    sheet = Sheet((1190.0, 842.0))
    for x in (72.0, 667.0):
        sheet.text(x + 162, 760, "一年工作要点", 20)
        for k in range(12):
            sheet.text(x + 24 * (k % 3 == 0), 700 - 22 * k, (PROSE * 2)[: 37 - 2 * (k % 3 == 0)], 12)
    assert [line.text for line in lines(sheet) if line.centered] == ["一年工作要点"] * 2


def test_a_page_of_one_column_of_two_is_as_wide_as_the_column() -> None:
    """Nothing but a head stands in its right half, and the edge of its lines is ragged."""
    sheet = Sheet()
    sheet.text(267, 800, "工作简报", 15)
    for k in range(10):
        sheet.text(72, 760 - 22 * k, PROSE[: 17 - k % 3], 12)
    assert {round(line.right) for line in lines(sheet)[1:]} == {276}


def test_short_items_make_no_column() -> None:
    sheet = Sheet()
    for k in range(10):
        sheet.text(72, 760 - 22 * k, PROSE[: 6 + k], 12)
    assert {round(line.right) for line in lines(sheet)} == {523}
