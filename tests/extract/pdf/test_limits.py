"""Pages made to take for ever end: in a result, or in an error that names the limit."""

from __future__ import annotations

import random

import pytest

from plancli.errors import TooLarge
from plancli.extract.pdf import objects

from .drawing import Sheet, tables, texts


@pytest.mark.parametrize("step", [0, 10], ids=["anywhere", "on a grid"])
def test_thousands_of_scattered_characters_are_all_there(step: int) -> None:
    choice = random.Random(7)
    sheet = Sheet()
    for _ in range(3000):
        x, y = choice.randrange(20, 570), choice.randrange(20, 820)
        sheet.text(x // step * step if step else x, y // step * step if step else y, "工", 8)
    source = sheet.read()
    inside = [line.text for table in tables(source) for cell in table.cells() for line in cell.lines]
    found = sum(text.count("工") for text in texts(source) + inside)
    assert 1500 < found <= 3000  # of those on one place PDFium gives one


def nested(depth: int, width: int) -> Sheet:
    """Forms within forms: the innermost is drawn `width` to the power of `depth` times."""
    sheet = Sheet()
    canvas = sheet.canvas
    canvas.beginForm("form0")
    sheet.text(60, 700, "正文")
    canvas.endForm()
    for k in range(1, depth + 1):
        canvas.beginForm(f"form{k}")
        for _ in range(width):
            canvas.doForm(f"form{k - 1}")
        canvas.endForm()
    canvas.doForm(f"form{depth}")
    return sheet


def test_forms_within_forms() -> None:
    assert texts(nested(3, 4).read()) == ["正文"]


@pytest.mark.parametrize("limit", ["MOST_TEXTS", "MOST_OBJECTS"])
def test_more_than_a_page_may_draw(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(objects, limit, 60)
    with pytest.raises(TooLarge, match="more than 60"):
        nested(3, 4).read()
    assert texts(nested(2, 4).read()) == ["正文"]
