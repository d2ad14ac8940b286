"""What a token of a dump may be, and which numbers run through a table."""

from __future__ import annotations

import pytest

from plancli.extract.text.tables.broken_cells import are_two_cells
from plancli.extract.text.tables.costs import FAR
from plancli.extract.text.tables.tokens import Token, begins_anew, go_on, is_ordinal, look_at, mark_chain, token
from plancli.language.headers import lexicon_of
from plancli.model.source import Line

LOOKS = [
    ("—", {"dash"}),
    ("√", {"mark"}),
    ("合计", {"total"}),
    ("3", {"number"}),
    ("（12）", {"number"}),
    ("1.2", {"number", "time"}),
    ("第三周", {"ordinal"}),
    ("一", {"ordinal"}),
    ("3月底前", {"time"}),
    ("教育局、财政局", {"bodies"}),
    ("幼儿园、小学", {"bodyish"}),
    ("教育局。", {"sentence", "bodies"}),
    ("王平、李建国", {"short", "person"}),
    ("王平、李建国、赵明、孙立、周海波", {"text", "person"}),  # sixteen
    ("王平、李建国、赵明、孙立国、周海波", {"text"}),
    ("修缮农村校舍围墙", {"short"}),  # eight characters
    ("修缮农村校舍围墙等", {"text"}),
    ("甲" * 24, {"text"}),
    ("甲" * 25, {"sentence"}),
    ("修缮校舍。", {"sentence"}),
    ("修缮校舍；", {"sentence"}),
    ("校舍于3月修缮", {"short", "timed"}),
]


@pytest.mark.parametrize(("text", "expected"), LOOKS)
def test_looks(text: str, expected: set[str]) -> None:
    one = token(Line(text), text, 0)
    look_at([one], lexicon_of({}))
    assert one.looks == expected


@pytest.mark.parametrize(
    ("text", "value", "item", "form", "heading"),
    [
        ("3", 3, 0, "", False),
        ("03.", 3, 0, "1.", False),
        ("2.1", 201, 0, "1.", False),
        ("1.修缮校舍", 0, 1, "1.", False),
        ("（2）修缮校舍", 0, 2, "（1）", False),
        ("③修缮校舍", 0, 3, "1", False),
        ("二、队伍建设", 0, 2, "一、", True),
        ("第三部分", 0, 0, "", True),
        ("", 0, 0, "", False),
    ],
)
def test_numbers_and_labels(text: str, value: int, item: int, form: str, heading: bool) -> None:
    one = token(Line(text), text, 0)
    look_at([one], lexicon_of({}))
    assert (one.value, one.item, one.heading) == (value, item, heading)
    assert not form or one.form == form


def chained(*texts: str, reach: int | None = None, rows: tuple[int, ...] = ()) -> list[str]:
    """The texts that are marked as numbers of the series; a token at one of `rows` begins a row."""
    tokens: list[Token] = [
        token(Line(text), text, k, cell=0.0, row=0.0 if k in rows else FAR) for k, text in enumerate(texts)
    ]
    look_at(tokens, lexicon_of({}))
    mark_chain(tokens, reach=reach)
    return [f"{k}:{each.bare}" for k, each in enumerate(tokens) if "chain" in each.looks]


def test_the_best_rising_chain_is_marked() -> None:
    assert chained("1", "修路", "2", "造桥", "3", "通航") == ["0:1", "2:2", "4:3"]
    assert chained("3", "修路", "68", "造桥", "69", "通航", "70", "验收") == ["0:3", "2:68", "4:69", "6:70"]
    assert chained("1", "修路", "2", "造桥", "一、水利", "1", "清淤", "2", "筑坝") == ["0:1", "2:2", "5:1", "7:2"]
    assert chained("1", "修路") == []
    assert chained("1", "2", "3") == []  # neighbours are no numbers of two rows


def test_the_number_of_a_total_is_none_of_them() -> None:
    assert chained("1", "修路", "2", "造桥", "3", "合计", "—") == ["0:1", "2:2"]
    assert chained("1", "修路", "2", "造桥", "3", "", "合计") == ["0:1", "2:2"]
    assert chained("1", "修路", "2", "造桥", "3", "通航", "合计") == ["0:1", "2:2", "4:3"]


def test_numbers_stand_at_the_head_of_rows_where_rows_are_told() -> None:
    texts = ("1", "修路", "9", "2", "造桥", "8", "3", "通航", "7")
    assert chained(*texts, reach=1, rows=(0, 3, 6)) == ["0:1", "3:2", "6:3"]
    assert chained("甲", "1", "修路", "乙", "2", "造桥", "丙", "3", "通航", reach=1, rows=(0, 3, 6)) == [
        "1:1",
        "4:2",
        "7:3",
    ]
    assert chained("甲", "1", "修路", "乙", "2", "造桥", "丙", "3", "通航", reach=0, rows=(0, 3, 6)) == []


def test_a_step_may_be_wide_but_not_of_any_width() -> None:
    assert chained("1", "修路", "2", "造桥", "201", "通航") == ["0:1", "2:2", "4:201"]
    assert chained("1", "修路", "2", "造桥", "202", "通航") == ["0:1", "2:2"]


def test_pieces_of_a_field_go_on() -> None:
    one = token(Line("修缮"), "修缮", 4)
    go_on(one, Line("校舍"), "校舍", 5)
    go_on(one, Line(""), "", 6)
    go_on(one, Line("1.围墙"), "1.围墙", 7)
    assert (one.text, one.until) == ("修缮\n校舍\n1.围墙", 7)
    assert [line.ending for line in one.lines[:2]] == ["soft", "unknown"]


@pytest.mark.parametrize(
    ("above", "text", "expected"),
    [("完成。", "修缮", True), ("完成；", "修缮", True), ("完成", "修缮", False), ("完成", "（2）修缮", True)],
)
def test_what_begins_a_line_anew(above: str, text: str, expected: bool) -> None:
    assert begins_anew(Line(above), text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("一", True), ("第三周", True), ("第12周", True), ("（二）", True), ("12", False), ("一组", False)],
)
def test_ordinals(text: str, expected: bool) -> None:
    assert is_ordinal(text) is expected


@pytest.mark.parametrize(
    "line", [Line("甲 乙", x1=30.0), Line("甲 乙", computed="1."), Line("甲 乙", bold=True), Line("甲 乙", outline=1)]
)
def test_a_piece_of_a_line_keeps_what_is_known_of_it(line: Line) -> None:
    (piece,) = token(line, "甲", 0).lines
    assert (piece.x1, piece.computed, piece.bold, piece.outline) == (line.x1, line.computed, line.bold, line.outline)


@pytest.mark.parametrize(
    ("upper", "lower", "two"),
    [
        ("第1周", "第2周", True),
        ("第1周", "修缮校舍", False),
        ("修缮校舍", "第2周", False),
        ("3月底前", "4月底前", True),
        ("3月底前", "完成修缮", False),
        ("完成修缮", "4月底前", False),
        ("王平", "李建国", True),
        ("王平", "修缮校舍", False),
    ],
)
def test_a_whole_week_time_or_person_below_another_is_a_cell_of_its_own(upper: str, lower: str, two: bool) -> None:
    assert are_two_cells(upper, lower) is two
