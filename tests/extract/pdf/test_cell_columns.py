"""Columns of prose within one cell of a table with rules."""

from __future__ import annotations

import pytest

from plancli.clean import clean
from plancli.model.source import Table

from .drawing import Sheet, grid

ITEMS = [
    "1.翻修体育馆木地板，六月底前完工并报验收。",
    "2.为两处球场安装照明灯具，九月底前投用。",
    "3.举办社区运动会，十月上旬开幕，赛期三天。",
    "4.培训社会体育指导员，每季度一期共四期。",
    "5.清点健身器材并张榜公布，四月底前办结。",
    "6.开放学校操场，寒暑假每日不少于四小时。",
]


def cell(columns: int, gap: float, size: float = 10.0) -> Sheet:
    """A table whose lower right cell is merged and holds the items in so many columns."""
    sheet = Sheet()
    xs, ys = [50, 110, 320, 550], [700, 670, 520]
    sheet.rules([xs[0], xs[1], xs[3]], [ys[0], ys[1], ys[2]])
    sheet.canvas.line(xs[2], ys[0], xs[2], ys[1])
    sheet.cells(xs, ys, [["名称", "体育工作要点", "编制单位：体育科"], ["要点"]])
    wide = (xs[3] - xs[1] - 12 - (columns - 1) * gap) / columns
    width = int(wide / size)
    share = -(-len(ITEMS) // columns)
    for k in range(columns):
        x, y = xs[1] + 6 + k * (wide + gap), 652.0
        for item in ITEMS[k * share : (k + 1) * share]:
            for start in range(0, len(item), width):
                sheet.text(x, y, item[start : start + width], size)
                y -= 1.4 * size
    return sheet


@pytest.mark.parametrize(("columns", "size"), [(2, 10.0), (2, 11.0), (3, 9.0)])
@pytest.mark.parametrize("gap", [16, 28])
def test_a_list_in_columns_is_read_down_each(columns: int, size: float, gap: float) -> None:
    source = clean(cell(columns, gap, size).read())
    [table] = [block for block in source.blocks if isinstance(block, Table)]
    assert table.rows[1][1].text.split("\n") == ITEMS


@pytest.mark.parametrize("words", [["姓名", "科室", "电话"], ["张榜", "公布", "办结"]])
def test_words_of_rows_within_a_cell_are_no_columns(words: list[str]) -> None:
    sheet = Sheet()
    xs, ys = [50, 110, 550], [700, 520]
    sheet.rules(xs, ys)
    for k in range(4):
        for x, word in zip((120, 260, 400), words, strict=True):
            sheet.text(x, 680 - 16 * k, f"{word}{'甲乙丙丁'[k]}", 10)
    [table] = [block for block in sheet.read().blocks if isinstance(block, Table)]
    assert grid(table)[0][1].split("\n")[0].split() == [f"{word}甲" for word in words]


UPRIGHT = ["重点任务", "（含上年结转、新增两类）"]


@pytest.mark.parametrize("texts", [UPRIGHT, ["专项行动", "（四至十月）"], ["水利工程建设", "和管护", "2025年度"]])
@pytest.mark.parametrize("pitch", [1.0, 1.1])
def test_upright_text_in_two_columns_is_read_from_right_to_left(texts: list[str], pitch: float) -> None:
    sheet = Sheet()
    sheet.rules([50, 110, 300], [700, 520])
    sheet.text(120, 640, "检修排涝泵站", 10)
    for k, text in enumerate(texts):
        for row, character in enumerate(text):
            sheet.text(90 - 16 * k, 685 - 12 * pitch * row, character, 12)
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    assert table.rows[0][0].text == "".join(texts)


@pytest.mark.parametrize("rows", [["综合", "保障", "项目"], ["姓名", "性别", "年龄", "学历"]])
def test_letter_spaced_lines_are_read_one_beneath_the_other(rows: list[str]) -> None:
    sheet = Sheet()
    sheet.rules([50, 110, 300], [700, 520])
    sheet.text(120, 640, "检修排涝泵站", 10)
    for row, text in enumerate(rows):
        for k, character in enumerate(text):
            sheet.text(58 + 26 * k, 685 - 12 * 1.3 * row, character, 12)
    [table] = [block for block in clean(sheet.read()).blocks if isinstance(block, Table)]
    assert "".join(table.rows[0][0].text.split()) == "".join(rows)
