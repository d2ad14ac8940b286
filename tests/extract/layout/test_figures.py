"""Pictures among text that may hold words, told from seals, logos, grounds and ornaments."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from plancli.extract.layout.figures import figures_of, is_among, repeated
from plancli.extract.layout.sheet import Box, Run, Sheet

from ..pdf.drawing import Sheet as Drawn

A4 = (595.0, 842.0)


def page(*figures: Box, lines: int = 20, top: float = 760, size: float = 16, pitch: float = 28) -> Sheet:
    """An A4 page with pictures, and lines of thirty characters from `top` down."""
    runs = []
    for k in range(lines):
        lefts = [80 + size * 0.9 * n for n in range(30)]
        runs.append(Run("字" * 30, lefts[0], lefts[-1] + size, top - pitch * k, size, lefts, [x + size for x in lefts]))
    return Sheet(1, *A4, runs=runs, figures=list(figures))


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ([(80.0, 100.0, 500.0, 190.0)], 1),  # a table pasted as a picture
        ([(80.0, 40.0, 300.0, 190.0)], 1),
        ([(360.0, 60.0, 480.0, 180.0)], 0),  # a seal
        ([(60.0, 790.0, 220.0, 830.0)], 0),  # a logo
        ([(0.0, 780.0, 595.0, 800.0)], 0),  # an ornament under the head
        ([(0.0, 0.0, 595.0, 842.0)], 0),  # the ground of the page
        ([(90.0, 260.0, 520.0, 700.0)], 0),  # a watermark behind the text
        ([(80.0, 170.0, 500.0, 200.0), (80.0, 140.0, 500.0, 170.0), (80.0, 110.0, 500.0, 140.0)], 1),  # one in strips
        ([(80.0, 60.0, 280.0, 190.0), (300.0, 60.0, 500.0, 190.0)], 2),
        ([(600.0, 60.0, 900.0, 190.0)], 0),  # beside the page
    ],
)
def test_pictures_that_may_hold_words(figures: list[Box], found: int) -> None:
    assert len(figures_of(page(*figures, lines=18))) == found


@pytest.mark.parametrize(("lines", "top", "found"), [(1, 800, 1), (1, 30, 1), (2, 430, 0)])
def test_a_scan_with_a_head_put_on_it_and_a_cover(lines: int, top: float, found: int) -> None:
    assert len(figures_of(page((0.0, 0.0, *A4), lines=lines, top=top))) == found


def test_a_picture_at_one_place_on_several_pages_is_an_ornament() -> None:
    head, table = (60.0, 760.0, 540.0, 830.0), (80.0, 100.0, 500.0, 300.0)
    places = repeated([[head], [head, table], [head]])
    assert is_among(head, places) and not is_among(table, places)


def picture() -> io.BytesIO:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), (120, 160, 200)).save(data, "PNG")
    data.seek(0)
    return data


@pytest.mark.parametrize(("size", "noted"), [((400, 180), True), ((110, 110), False)])
def test_the_page_is_named(size: tuple[float, float], noted: bool) -> None:
    from reportlab.lib.utils import ImageReader

    sheet = Drawn()
    sheet.text(80, 760, "一、更新公交站牌，六月底前完成。")
    sheet.page()
    sheet.text(80, 760, "二、检修电梯，详见下表。")
    sheet.canvas.drawImage(ImageReader(picture()), 90, 400, *size)
    notes = [(code, page) for code, _, page in sheet.read().notes]
    assert notes == ([("picture-unread", 2)] if noted else [])
