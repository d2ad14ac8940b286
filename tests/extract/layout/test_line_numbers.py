"""The numbers of lines in a margin are no part of the text; those of a list and of a table are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from plancli.model.source import Source

from ..pdf.drawing import Sheet, tables, texts

ITEMS = ["一、整理库房", "（一）清点卷宗", "完成年度清册并上报。", "（二）更换柜架", "库房科负责。", "二、开放阅览"] * 2
PROSE = [f"正文的第{k}行，写满整个版心，左右都对齐。" for k in range(1, 21)]


def reasons(source: Source) -> set[str]:
    return {code for code, _, _ in source.notes}


def column(
    sheet: Sheet, x: float, lines: Sequence[str], every: int, first: int = 1, insets: Sequence[int] = (0,)
) -> None:
    """Lines from a left edge on, each so far in; the numbers of every first or fifth are set to the right, before them."""
    for k, line in enumerate(lines):
        y = 760 - 22 * k
        sheet.text(x + insets[k % len(insets)], y, line, 10.5)
        if (first + k) % every == 0:
            sheet.text(x - 10 - 4 * len(str(first + k)), y, str(first + k), 8)


@pytest.mark.parametrize("every", [1, 5])
@pytest.mark.parametrize("x", [40, 560], ids=["left", "right"])
def test_beside_prose(every: int, x: float) -> None:
    sheet = Sheet()
    for k, line in enumerate(PROSE, 1):
        sheet.text(80, 760 - 22 * k, line)
        if k % every == 0:
            sheet.text(x, 760 - 22 * k, str(k), 8)
    source = sheet.read()
    assert texts(source) == PROSE
    assert reasons(source) == {"line-number"}


@pytest.mark.parametrize(("every", "insets"), [(1, (0, 24, 24, 24, 24)), (5, (0,))])
def test_beside_short_lines(every: int, insets: Sequence[int]) -> None:
    """Lines that begin now here, now there, are no list; and no list is numbered 5, 10, 15."""
    sheet = Sheet()
    column(sheet, 80, ITEMS, every, insets=insets)
    source = sheet.read()
    assert texts(source) == ITEMS
    assert reasons(source) == {"line-number"}


@pytest.mark.parametrize("every", [1, 5])
@pytest.mark.parametrize("rest", [2, 14], ids=["few", "many"])
def test_between_two_columns_the_count_goes_on(every: int, rest: int) -> None:
    sheet = Sheet()
    column(sheet, 80, [line[:16] for line in PROSE], every)
    column(sheet, 300, [line[:16] for line in PROSE[:rest]], every, 21)
    if every == 5 and rest < 5:
        sheet.text(282, 760 - 22 * 4, "25", 8)
        sheet.text(300, 760 - 22 * 4, "末行", 10.5)
    source = sheet.read()
    assert reasons(source) == {"line-number"}
    assert not any(character.isdecimal() for text in texts(source)[20:] for character in text[:1])


def test_the_longer_column_may_be_the_one_that_goes_on() -> None:
    """It holds nothing but short lines that begin alike, as a list does; the first shows headings and first lines."""
    short = [line[: 10 - 3 * (k % 3)] for k, line in enumerate(PROSE)]
    sheet = Sheet()
    column(sheet, 80, short[:12], 1, insets=(18, 0, 24, 0, 0))
    column(sheet, 230, short[:14], 1, 13)
    source = sheet.read()
    assert reasons(source) == {"line-number"}
    assert not any(text[:1].isdecimal() for text in texts(source))


@pytest.mark.parametrize("shift", [0.0, 3.4], ids=["level", "hanging over"])
def test_between_columns_that_are_close(shift: float) -> None:
    """The lines of one column end right before the numbers of the next, or hang a little over its lines; and one ends in digits."""
    sheet = Sheet()
    lines = [line[:14] for line in PROSE]
    lines[6] = "正文的第7行，自2025至2026"
    for k, line in enumerate(lines, 1):
        for x, number, drop in ((72, k, shift), (260, 20 + k, 0.0)):
            sheet.text(x, 760 - 22 * k - drop, line, 12)
            sheet.text(x - 8 - 4 * len(str(number)), 760 - 22 * k - drop, str(number), 8)
    source = sheet.read()
    assert reasons(source) == {"line-number"}
    assert texts(source) == lines * 2


def test_on_the_next_pages_they_stand_in_the_same_place() -> None:
    sheet = Sheet()
    column(sheet, 80, PROSE, 5)
    sheet.page()
    column(sheet, 80, ["附表填报说明", "按月填写。", "逐级上报。", "统一归档。", "附件"], 5)
    source = sheet.read()
    assert [page for code, _, page in source.notes if code == "line-number"] == [1, 2]
    assert texts(source)[-1] == "附件"


@pytest.mark.parametrize("empty", [{3}, {3, 6, 10, 11, 14}])
def test_beside_empty_lines(empty: set[int]) -> None:
    """A notice's first page: a title, few lines, and numbers that count the empty ones too."""
    lines = iter(
        [
            "云岭市水务局",
            "关于检修水闸的通知",
            "各乡镇水管站：",
            "现将检修安排印发给你们，请认真组织实施，",
            "并按月报送。",
            *PROSE,
        ]
    )
    held: list[str] = []
    sheet = Sheet()
    for k in range(1, 15):
        sheet.text(40, 760 - 28 * k, str(k), 9)
        if k not in empty:
            held.append(next(lines))
            sheet.text((80, 104, 190)[k % 3], 760 - 28 * k, held[-1], 14)
    source = sheet.read()
    assert texts(source) == held
    assert reasons(source) == {"line-number"}


def test_beside_an_outline_of_short_lines() -> None:
    """Its lines have labels of their own, of two levels."""
    lines = [
        "一、修缮库房",
        "1.更换柜架",
        "2.检修管线",
        "二、开放阅览",
        "1.编印目录",
        "2.延长时间，节假日照常开放并公布全部预约电话",
    ]
    sheet = Sheet()
    column(sheet, 80, lines, 1)
    source = sheet.read()
    assert texts(source) == lines
    assert reasons(source) == {"line-number"}


def test_a_number_alone_counts_the_lines_down_to_it() -> None:
    sheet = Sheet()
    column(sheet, 80, ITEMS[:7], 5)
    source = sheet.read()
    assert texts(source) == ITEMS[:7]
    assert reasons(source) == {"line-number"}


@pytest.mark.parametrize(
    "lines", [["2026年工作清单"], ["2026年工作清单", "（列第一位的为牵头单位）"], ["附件", "2026年", "清单"]]
)
def test_a_line_or_two_over_a_table_are_counted(lines: list[str]) -> None:
    sheet = Sheet()
    column(sheet, 80, lines, 1)
    low = 760 - 22 * len(lines)
    sheet.rules([76, 120, 500], [low, low - 22, low - 44])
    sheet.cells([76, 120], [low, low - 22], [["序号", "任务"], ["1", "清淤"]])
    source = sheet.read()
    assert texts(source) == lines
    assert reasons(source) == {"line-number"}


def test_a_title_is_counted_and_the_rows_of_a_table_by_gaps_are_not() -> None:
    sheet = Sheet()
    lines = ["首页 / 通知", "来源：库房科", "2026年清单", "（内部使用）"]
    for k, line in enumerate(lines, 1):
        sheet.text(80 if k != 3 else 240, 780 - 24 * k, line, 16 if k == 3 else 10.5)
        sheet.text(66, 780 - 24 * k, str(k), 8)
    rows = [("序号", "任务", "时限"), *((str(k), f"整修第{k}间库房", f"{k}月") for k in range(1, 7))]
    for k, row in enumerate(rows):
        for x, text in zip((90, 140, 400), row, strict=True):
            sheet.text(x, 660 - 22 * k, text, 10.5)
    sheet.text(80, 500, "下一篇：值班安排", 10.5)
    sheet.text(66, 500, "5", 8)
    source = sheet.read()
    assert reasons(source) == {"line-number"}
    assert [row[0].text or row[0].lines[0].text for row in tables(source)[0].rows[:7]] == [row[0] for row in rows]


def test_the_numbers_of_a_list_are_its_own() -> None:
    sheet = Sheet()
    for k in range(1, 6):
        sheet.text(80, 700 - 60 * k, str(k))
        for part in range(3):
            sheet.text(120, 700 - 60 * k - 18 * part, f"第{k}项的第{part}行文字，说明要做的事。")
    assert "line-number" not in reasons(sheet.read())


def test_the_numbers_of_items_of_a_line_each_are_their_own() -> None:
    sheet = Sheet()
    sheet.text(200, 780, "民生实事", 16)
    column(sheet, 80, ["修缮库房", "更换柜架并登记造册", "开放阅览室", "清点卷宗", "培训馆员和志愿者"], 1)
    assert "line-number" not in reasons(sheet.read())


@pytest.mark.parametrize("every", [5])
def test_a_number_of_a_table_without_rules_is_its_own(every: int) -> None:
    sheet = Sheet()
    for x, text in zip((60, 100, 260, 420), ("序号", "项目", "牵头单位", "时限"), strict=True):
        sheet.text(x, 760, text, 10.5)
    for k in range(1, 11):
        y = 760 - 22 * k
        for x, text in zip(
            (64, 100, 260, 420), (str(every * k), "修缮库房" * (1 + k % 2), "库房科", "年底前"), strict=True
        ):
            sheet.text(x, y, text, 10.5)
    assert "line-number" not in reasons(sheet.read())


@pytest.mark.parametrize("heads", [1, 2])
def test_heads_and_feet_with_counts_of_their_own(heads: int) -> None:
    """A word processor numbers the lines of a page's head and foot as well, each from 1 on."""
    sheet = Sheet()
    for k in range(heads):
        sheet.text(200, 815 - 16 * k, "县档案馆"[k:], 9)
        sheet.text(40, 815 - 16 * k, str(k + 1), 9)
    for k, line in enumerate(PROSE, 1):
        sheet.text(80, 760 - 22 * k, line)
        sheet.text(44.5 - 4.5 * len(str(k)), 760 - 22 * k, str(k), 9)
    sheet.text(300, 40, "内部资料", 9)
    sheet.text(40, 40, "2", 9)
    source = sheet.read()
    assert texts(source) == ["县档案馆"[k:] for k in range(heads)] + PROSE + ["内部资料"]
    assert reasons(source) == {"line-number"}
