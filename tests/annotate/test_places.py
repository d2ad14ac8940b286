"""Boxes of fields and values, from lines made by hand: each character is ten points wide, each line on a height of its own."""

from __future__ import annotations

from array import array

import pytest

from plancli.annotate.places import Boxes, Places
from plancli.model.source import Line

HEIGHTS = [800.0, 600.0]


def line(text: str, number: int = 1, *, page: int | None = 1, edges: bool = True, x: float = 100.0) -> Line:
    """A line whose foot is `number` × 20 points from the page's top; blanks take room as well."""
    places = [x + 10 * k for k in range(len(text))]
    made = Line(text, number, page, x0=x, x1=x + 10 * len(text))
    if page:
        made.bottom = HEIGHTS[page - 1] - 20 * number
        made.top = made.bottom + 12
    if edges:
        made.lefts, made.rights = array("f", places), array("f", [place + 10 for place in places])
    return made


def rows(boxes: Boxes) -> list[tuple[int, float, float, float]]:
    """page, left, right, the line's number."""
    return [(page, x0, x1, y1 / 20) for page, x0, _, x1, y1 in boxes or ()]


def test_a_value_on_one_line() -> None:
    places = Places([line("1.修缮校舍。6月底前完成。")], HEIGHTS)
    title, text = places.title("1.", "修缮校舍"), places.field("6月底前完成。")
    assert rows(title.boxes(0, 4)) == [(1, 120, 160, 1)]
    assert rows(text.boxes(0, 4)) == [(1, 170, 210, 1)]
    assert places.around() == ((1, 100, 8, 240, 20),), "the stop between title and text is in it"


def test_a_value_over_two_lines_and_over_two_pages_has_two_boxes() -> None:
    places = Places(
        [line("2.巡查河道，由教"), line("育局负责。", 2), line("7月", 3), line("底前完成。", 1, page=2)], HEIGHTS
    )
    text = places.field("巡查河道，由教育局负责。7月底前完成。")
    assert rows(text.boxes(6, 9)) == [(1, 180, 190, 1), (1, 100, 120, 2)]
    assert rows(text.boxes(12, 16)) == [(1, 100, 120, 3), (2, 100, 120, 1)]


def test_blanks_take_room_and_are_no_characters() -> None:
    places = Places([line("责 任 部 门： 教 育 局")], HEIGHTS)
    text = places.field("责任部门：教育局")
    assert rows(text.boxes(5, 8)) == [(1, 190, 240, 1)]
    assert rows(text.boxes(0, 8)) == [(1, 100, 240, 1)]


def test_traditional_characters_stand_for_simplified_ones() -> None:
    assert rows(Places([line("責任單位：發展改革局")], HEIGHTS).field("责任单位：发展改革局").boxes(5, 10)) == [
        (1, 150, 200, 1)
    ]


def test_without_edges_characters_fill_the_line_evenly() -> None:
    places = Places([line("由教育局A1负责", edges=False)], HEIGHTS)
    found = places.field("由教育局A1负责").boxes(1, 4)
    assert found is not None
    (_, left, _, right, _) = found[0]
    assert (left, right) == pytest.approx((100 + 80 * 2 / 14, 100 + 80 * 8 / 14), abs=0.02)


def test_columns_with_headers_before_them() -> None:
    lines = [
        line("一季度"),
        line("摸底排查，", 2),
        line("建立台账。", 3),
        line("二季度", x=300),
        line("整改。", 2, x=300),
    ]
    places = Places([line("3"), line("排查隐患", x=200), *lines], HEIGHTS)
    text = "一季度：摸底排查，建立台账。\n二季度：整改。"
    title, field = places.title("3", "排查隐患"), places.field(text)
    assert rows(title.boxes(0, 4)) == [(1, 200, 240, 1)]
    assert rows(field.boxes(0, 3)) == [(1, 100, 130, 1)]
    assert rows(field.boxes(text.index("建立"), text.index("建立") + 4)) == [(1, 100, 140, 3)]
    assert rows(field.boxes(text.index("二"), text.index("二") + 3)) == [(1, 300, 330, 1)]
    assert rows(field.boxes(text.index("整改"), text.index("整改") + 2)) == [(1, 300, 320, 2)]


def test_a_title_that_its_cell_breaks() -> None:
    assert rows(Places([line("修缮"), line("校舍", 2)], HEIGHTS).title("", "修缮校舍").boxes(1, 3)) == [
        (1, 110, 120, 1),
        (1, 100, 110, 2),
    ]


def test_names_are_found_in_their_order() -> None:
    places = Places([line("教育局、"), line("教育局团委", 2)], HEIGHTS)
    assert rows(places.find("教育局")) == [(1, 100, 130, 1)]
    assert rows(places.find("教育局")) == [(1, 100, 130, 2)]
    assert rows(places.find("教育局团委")) == [(1, 100, 150, 2)]


@pytest.mark.parametrize(
    ("lines", "heights"),
    [
        ([line("由教育局负责")], []),
        ([line("由教育局负责", page=None)], HEIGHTS),
        ([], HEIGHTS),
        ([line("由民政局负责")], HEIGHTS),
    ],
)
def test_no_box_where_there_is_no_page_or_no_such_text(lines: list[Line], heights: list[float]) -> None:
    places = Places(lines, heights)
    assert places.field("由教育局负责").boxes(1, 4) is None
    assert places.find("教育局") is None
    assert places.around() is None


def test_a_stretch_that_begins_later_in_its_field_than_in_its_lines() -> None:
    field = Places([line("16"), line("水利巡查", 2)], HEIGHTS).field("第一季度：水利巡查")
    assert field.boxes(0, 4) is None, "a column's header that is on no line"
    assert rows(field.boxes(5, 7)) == [(1, 100, 120, 2)]
    assert rows(field.boxes(7, 9)) == [(1, 120, 140, 2)]


def test_the_blanks_of_a_field_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "甲乙 丙丁 " * 20
    field = Places([line(words)], HEIGHTS).field(words)
    found: list[tuple[int, int]] = []
    asked: list[str] = []
    monkeypatch.setattr(Places, "boxes", lambda places, start, end: found.append((start, end)) or ())
    monkeypatch.setattr("plancli.annotate.places.bare", lambda text: asked.append(text) or text.replace(" ", ""))
    for at in range(0, len(words), 3):
        field.boxes(at, at + 2)
    assert found == [(at, at + 2) for at in range(0, 80, 2)]
    assert "".join(asked) == words
