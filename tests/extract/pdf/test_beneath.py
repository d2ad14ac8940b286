"""A picture drawn over visible text is told from the ground on which text stands, and from a scan with its reading."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from .drawing import Sheet, texts

LINES = [f"{k}. 检修第{k}处泵站，{k}月底前完成，由水务科负责。" for k in range(1, 11)]
PART = (40.0, 40.0, 515.0, 650.0)  # reaches over the lower lines
PAGE = (0.0, 0.0, 595.0, 842.0)


def picture(alpha: int) -> ImageReader:
    data = io.BytesIO()
    Image.new("RGBA", (40, 30), (120, 160, 200, alpha)).save(data, "PNG")
    data.seek(0)
    return ImageReader(data)


@pytest.mark.parametrize(
    ("place", "alpha", "first", "mode", "noted"),
    [
        (PART, 255, False, None, True),
        ((40.0, 500.0, 515.0, 200.0), 255, False, None, True),
        (PART, 255, True, None, False),  # a ground
        (PAGE, 255, True, None, False),
        (PART, 60, False, None, False),  # a watermark over the text, which is seen through it
        (PAGE, 0, False, None, False),
        (PART, 255, False, 3, False),  # the reading of a scan, hidden, before or behind its picture
        (PAGE, 255, False, 3, False),
        (PAGE, 255, True, 3, False),
        (PAGE, 255, False, None, False),  # the reading of a scan, not hidden, beneath its picture
    ],
)
def test_a_picture_over_text_is_not_its_ground(
    place: tuple[float, float, float, float], alpha: int, first: bool, mode: int | None, noted: bool
) -> None:
    sheet = Sheet()
    if first:
        sheet.canvas.drawImage(picture(alpha), *place, mask="auto")
    for k, line in enumerate(LINES):
        sheet.text(60, 780 - 24 * k, line, mode=mode)
    if not first:
        sheet.canvas.drawImage(picture(alpha), *place, mask="auto")
    source = sheet.read()
    assert texts(source) == LINES
    assert [(code, page) for code, _, page in source.notes] == ([("picture-unread", 1)] if noted else [])


def test_a_picture_over_text_of_a_page_that_stands_on_its_side() -> None:
    sheet = Sheet()
    sheet.canvas.translate(595, 0)
    sheet.canvas.rotate(90)
    for k, line in enumerate(LINES):
        sheet.text(60, 550 - 24 * k, line)
    sheet.canvas.drawImage(picture(255), 40, 40, 700, 400)
    source = sheet.read()
    assert texts(source) == LINES
    assert [code for code, _, _ in source.notes] == ["picture-unread"]
