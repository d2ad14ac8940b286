"""Tables without uprights whose rows are numbered: by the distance and the rules of rows, groups, headings of several tiers."""

from __future__ import annotations

import pytest

from plancli.model.source import Line

from .drawing import FONT, Sheet, grid, numbered_table, tables, texts

XS = [80.0, 116.0, 290.0, 390.0, 470.0]
HEAD = ["序号", "整治事项", "牵头单位", "协同单位", "办结时间"]
ROWS = [
    ["1", "疏通南岭街下水管网", "排水所", "街道办", "4月底前"],
    ["2", "拆除青杨巷违章棚屋，\n平整场地", "城管中队", "综合执\n法队", "6月底前"],
    ["3", "更换破损井盖", "排水所", "养护站", "全年"],
    ["4", "增设公共座椅", "公园管理站", "街道办", "9月底前"],
]
GROUPED = [HEAD, ["市政设施整治"], *ROWS[:2], ["公园绿地"], *ROWS[2:]]


@pytest.mark.parametrize("number", ["", "- 1 -", "—1—", "第1页 共3页", "1"])
@pytest.mark.parametrize("rules", ["none", "three", "rows"])
@pytest.mark.parametrize("pitch", [20.0, 26.0, 32.0, 36.0])
def test_rows_at_any_distance_and_no_page_number_among_them(pitch: float, rules: str, number: str) -> None:
    sheet = Sheet()
    numbered_table(sheet, 740, XS, [HEAD, *ROWS], pitch=pitch, rules=rules)
    if number:
        sheet.text(285, 40, number, 10.5)
    source = sheet.read()
    (table,) = tables(source)
    assert grid(table) == [HEAD, *ROWS]
    assert len(texts(source)) == bool(number)


@pytest.mark.parametrize("rules", ["none", "three", "rows"])
@pytest.mark.parametrize("pitch", [22.0, 28.0, 34.0])
def test_groups_tell_no_columns(pitch: float, rules: str) -> None:
    sheet = Sheet()
    numbered_table(sheet, 740, XS, GROUPED, pitch=pitch, rules=rules)
    (table,) = tables(sheet.read())
    assert [[text for text in row if text] for row in grid(table)] == GROUPED


@pytest.mark.parametrize("pitch", [22.0, 30.0])
def test_a_page_that_begins_with_a_group(pitch: float) -> None:
    sheet = Sheet()
    numbered_table(sheet, 740, XS, [HEAD, *ROWS], pitch=pitch)
    sheet.page()
    numbered_table(sheet, 760, XS, [["桥梁隧道"], ["5", "检测拱桥", "养护站", "质监站", "5月"]], pitch=pitch)
    _, second = tables(sheet.read())
    assert [[text for text in row if text] for row in grid(second)] == [
        ["桥梁隧道"],
        ["5", "检测拱桥", "养护站", "质监站", "5月"],
    ]


def test_categories_in_the_middle_of_their_rows() -> None:
    sheet = Sheet()
    xs = [80.0, 150.0, 190.0, 360.0, 450.0]
    rows = [["类别", "序号", "事项", "单位", "时间"], *(["", *row[:3], row[4]] for row in ROWS)]
    numbered_table(sheet, 740, xs, rows, pitch=24, rules="three")
    # Under headings of 24: the first category's rows are 24 and 36 high, the other's 24 each.
    for text, middle in (("市政设施", 740 - 24 - 30), ("公园绿地", 740 - 24 - 60 - 24)):
        sheet.text(80, middle - 4, text, 11)
    (table,) = tables(sheet.read())
    assert [row[0] for row in grid(table)] == ["类别", "市政设施", None, "公园绿地", None]
    assert [row[1:3] for row in grid(table)][1:] == [row[:2] for row in ROWS]


def test_the_end_of_a_row_from_the_page_before_is_none_of_the_first_number() -> None:
    sheet = Sheet()
    numbered_table(sheet, 740, XS, [HEAD, *ROWS], pitch=26)
    sheet.page()
    sheet.text(XS[1], 760, "并清运余土", 11)
    rest = [["5", "补种行道树，\n设立围挡", "园林科", "街道办", "3月"], ["6", "粉刷护栏", "养护站", "街道办", "5月"]]
    numbered_table(sheet, 750, XS, rest, pitch=26)
    _, second = tables(sheet.read())
    assert grid(second) == [["", "并清运余土", "", "", ""], *rest]


@pytest.mark.parametrize("middle", [True, False])
@pytest.mark.parametrize("pitch", [24.0, 34.0])
def test_headings_span_the_rule_beneath_them(pitch: float, middle: bool) -> None:
    sheet = Sheet()
    xs = [80.0, 116.0, 220.0, 310.0, 400.0, 490.0]
    for text, left, right in (("头两季", 216, 390), ("后两季", 396, 570)):
        sheet.text((left + right) / 2 - 16, 727, text, 11)
        sheet.canvas.line(left, 721, right, 721)
    for x, text in zip(xs[2:], ("一季", "二季", "三季", "四季"), strict=True):
        sheet.text(x + 14, 709, text, 11)
    for x, text in zip(xs, ("序号", "项目"), strict=False):
        sheet.text(x, 718 if middle else 709, text, 11)
    for y in (740, 703):
        sheet.canvas.line(74, y, 574, y)
    rows = [
        ["1", "改造旧泵房", "完成勘测设计", "招标", "管线铺设施工", "试运行"],
        ["2", "建设雨水湿地", "征地", "土方开挖施工", "栽植", "验收移交使用"],
        ["3", "加固拦河坝", "检测", "编制方案", "坝体灌浆施工", "完工"],
    ]
    y = 703 - pitch / 2
    for row in rows:
        for x, text in zip(xs, row, strict=True):
            sheet.text(x, y - 4, text, 11)
        y -= pitch
    sheet.canvas.line(74, y + pitch / 2, 574, y + pitch / 2)
    (table,) = tables(sheet.read())
    assert [text for text in grid(table)[0] if text] == ["序号", "项目", "头两季", "后两季"]
    assert [cell.colspan for cell in table.rows[0]] == [1, 1, 2, 2, 2, 2]
    assert grid(table)[1][2:] == ["一季", "二季", "三季", "四季"]
    assert grid(table)[2:] == rows


@pytest.mark.parametrize("rows", [ROWS[:2], ROWS])
def test_the_rest_of_a_broad_table_is_no_spread_of_two_pages(rows: list[list[str]]) -> None:
    sheet = Sheet((842.0, 595.0))
    xs = [90.0, 120.0, 300.0, 470.0, 700.0]
    numbered_table(sheet, 500, xs, [HEAD, *ROWS], pitch=30)
    sheet.text(411, 40, "- 1 -", 10.5)
    sheet.page()
    rest = [[str(k), *row[1:]] for k, row in enumerate(rows, 5)]
    numbered_table(sheet, 540, xs, rest, pitch=30)
    sheet.text(411, 40, "- 2 -", 10.5)
    _, second = tables(sheet.read())
    assert grid(second) == rest


def test_numbers_of_one_and_of_two_digits_centred_are_no_line_numbers() -> None:
    sheet = Sheet()
    for k in range(8, 13):
        y = 740.0 - 16 * k
        sheet.canvas.setFont(FONT, 11)
        sheet.canvas.drawCentredString(91, y, str(k))
        sheet.text(120, y, "检修第三水厂配电设备，更换老旧电缆", 11)
    source = sheet.read()
    assert [text.split()[0] for text in texts(source)] == ["8", "9", "10", "11", "12"]
    assert not source.notes


def test_the_number_of_a_spread_is_no_line_of_its_right_page() -> None:
    sheet = Sheet((1190.0, 842.0))
    for x in (80.0, 640.0):
        for k in range(12):
            sheet.text(
                x + 36 * (k % 3 == 0), 760 - 32 * k, "沿河步道今年完成铺装并开放使用，"[: 16 - 2 * (k % 3 == 0)], 18
            )
    sheet.text(580, 40, "— 1 —", 10.5)
    lines = [block for block in sheet.read().blocks if isinstance(block, Line)]
    assert {round(line.left) for line in lines[12:24]} == {640}


@pytest.mark.parametrize("rules", ["none", "three", "rows"])
@pytest.mark.parametrize("rows", [2, 3])
def test_a_number_column_as_close_as_words_stand(rules: str, rows: int) -> None:
    """The head of the number column is one character wide over another, and less than half an em from the next column."""
    sheet = Sheet()
    xs = [80.0, 95.0, *XS[2:]]
    head = ["序\n号", "整治\n事项", *HEAD[2:]]
    numbered_table(sheet, 740, xs, [head, *ROWS[1 : rows + 1]], pitch=28, rules=rules)
    assert grid(tables(sheet.read())[0]) == [head, *ROWS[1 : rows + 1]]


def test_a_column_whose_text_fills_it() -> None:
    sheet = Sheet()
    xs = [80.0, 116.0, 290.0, 360.5, 470.0]
    rows = [ROWS[0], ["2", "更换井盖", "城管执法中队", "街道办", "6月底前"], *ROWS[2:]]
    numbered_table(sheet, 740, xs, [HEAD, *rows], pitch=28)
    assert grid(tables(sheet.read())[0]) == [HEAD, *rows]


def test_what_a_page_cut_off_the_row_before_is_no_part_of_the_first_row() -> None:
    """A rest of many lines stands apart from the cell beneath it by as much as one of a line does."""
    sheet = Sheet()
    numbered_table(sheet, 740, XS, [HEAD, *ROWS[:2]], pitch=28, rules="rows")
    sheet.page()
    rest = ["", "", "", "综\n合\n执\n法\n队", ""]
    numbered_table(sheet, 740, XS, [HEAD, rest, *ROWS[2:]], pitch=21, rules="three")
    assert grid(tables(sheet.read())[1]) == [HEAD, rest, *ROWS[2:]]
