"""Blanks that typesetting puts around numbers are no signs between cells."""

from __future__ import annotations

import pytest

from plancli.extract.text.tables.set_numbers import joined_numbers, place_of_numbers, sets_numbers_off
from plancli.model.source import Line


@pytest.mark.parametrize(
    ("text", "own", "pieces"),
    [
        ("一 9 月 1 日—5 日 召开例会", -1, ["一", "9 月 1 日—5 日", "召开例会"]),
        ("1 新建公厕 40 座 住建局 10 月底前", 0, ["1", "新建公厕", "40 座", "住建局", "10 月底前"]),
        ("德育 1 举办运动会 5 月", 1, ["德育", "1", "举办运动会", "5 月"]),
        ("7 月 体育馆", -1, ["7 月", "体育馆"]),
        ("3 抽查企业 8 县应急局", 0, ["3", "抽查企业", "8", "县应急局"]),
        ("4 满意率达 95% 以上", 0, ["4", "满意率达", "95% 以上"]),
        ("5 3 月  6 月", 0, ["5", "3 月", "6 月"]),
    ],
)
def test_numbers_with_what_they_count(text: str, own: int, pieces: list[str]) -> None:
    line = text.replace("  ", " \0").split(" ")
    cut = [("" if not n else "  " if piece[0] == "\0" else " ", piece.strip("\0")) for n, piece in enumerate(line)]
    assert [piece for _, piece in joined_numbers(cut, own, due=True)] == pieces


def test_a_number_that_is_not_due_may_begin_a_time() -> None:
    assert joined_numbers([("", "12"), (" ", "月底")], 0, due=False) == [("", "12 月底")]
    assert joined_numbers([("", "12"), (" ", "月底")], 0, due=True) == [("", "12"), (" ", "月底")]
    assert joined_numbers([("", "68"), (" ", "修路")], 0, due=False) == [("", "68"), (" ", "修路")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 新建公厕 40 座\n2 清淤 3 公里 6 月", True),
        ("1 新建公厕40座\n2 清淤3公里 6月", False),
        ("1 修路\n2 造桥", False),
        ("1 建站2座\n2 建桥3座 4 月 5 日", False),
    ],
)
def test_whether_blanks_set_them_off(text: str, found: bool) -> None:
    assert sets_numbers_off([Line(line) for line in text.split("\n")]) is found


@pytest.mark.parametrize(
    ("header", "place"), [("序号 任务 时限", 0), ("类别 编号 任务", 1), ("月份 任务", -1), ("任务 责任单位 序号", 2)]
)
def test_where_rows_have_their_numbers(header: str, place: int) -> None:
    assert place_of_numbers(header) == place
