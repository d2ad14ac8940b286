"""PDFium's functions called in bulk give what they give one by one."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pytest

from plancli.extract.pdf import native
from plancli.extract.pdf.binding import Room

from .drawing import Sheet

COUNT = Room.MOST + 100  # characters: more than are asked at once
ACROSS = 60


@pytest.fixture
def page() -> Iterator[pypdfium2.PdfPage]:
    sheet = Sheet((700, 900))
    for k in range(0, COUNT, ACROSS):
        sheet.text(30, 880 - 9 * (k // ACROSS), "水" * min(ACROSS, COUNT - k), 8)
    document = pypdfium2.PdfDocument(sheet.data())
    yield document[0]
    document.close()


def address(handle: object) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def test_many_calls_give_what_each_gives(page: pypdfium2.PdfPage) -> None:
    text = page.get_textpage()
    count = text.count_chars()
    boxes = native.char_boxes(address(text.raw), count)
    assert count > COUNT and len(boxes) == 4 * count
    for k in (0, 1, Room.MOST - 1, native.Room.MOST, count - 1):
        left, bottom, right, top = text.get_charbox(k, loose=True)
        assert boxes[4 * k : 4 * k + 4] == [left, top, right, bottom]


def test_what_a_call_does_not_tell_is_nought_and_not_what_another_told(page: pypdfium2.PdfPage) -> None:
    text = page.get_textpage()
    known = native.origins(address(text.raw), [0, 1])
    assert all(known)
    assert native.origins(address(text.raw), [0, 10**6]) == [*known[:2], 0.0, 0.0]
