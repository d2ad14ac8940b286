"""Which lines at a page's foot are footnotes: by their type, by the room above them, by the number that leads them."""

from __future__ import annotations

import pytest

from plancli.clean.footnotes import foot_of_page
from plancli.model.source import Line


def _page(note: str, size: float, room: float) -> list[Line]:
    """Two lines in type of 14 points, and so much of it below them a note."""
    text = [
        Line(words, top=top, bottom=top - 14, size=14.0)
        for words, top in (("巡查河道。", 540.0), ("补植乔木。", 520.0))
    ]
    top = 506.0 - room * 14
    return [*text, Line(note, top=top, bottom=top - size, size=size)]


@pytest.mark.parametrize("note", ["①巡查办法另发。", "[1]巡查办法另发。", "1巡查办法另发。", "*巡查办法另发。"])
@pytest.mark.parametrize(
    ("size", "room", "found"),
    [(12.0, 1.0, False), (12.0, 1.4, True), (10.0, 0.2, True), (11.0, 0.2, False), (13.0, 3.0, False)],
)
def test_small_type_or_room_above_smaller_type(note: str, size: float, room: float, found: bool) -> None:
    assert [line.text for line in foot_of_page(_page(note, size, room), 14.0)] == [note] * found


def test_what_no_number_leads_is_no_footnote() -> None:
    assert foot_of_page(_page("巡查办法另发。", 10.0, 3.0), 14.0) == []
