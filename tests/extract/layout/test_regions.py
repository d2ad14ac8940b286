"""Columns, spreads and boxes: one reading order; tables by gaps are none of these."""

from __future__ import annotations

import pytest

from plancli.model.source import Line

from ..pdf.drawing import Sheet, grid, tables, texts

LEFT = [
    "推进城区排水管网改造，更换",
    "老旧管段三十处，整治易涝点",
    "十二处，汛前完成全部施工任",
    "务并组织验收，由排水处负责。",
]
RIGHT = [
    "开展公园绿地提升行动，新建",
    "口袋公园六个，补植乔木两千",
    "株，修缮步道和座椅，由园林",
    "科负责，十月底前全部开放。",
]
HEAD = "云岭县园林排水工作要点，本页上端通栏排版的一整行文字写满版心宽度"
FOOT = "以上各项由办公室督促检查，本页下端仍然是通栏排版的一整行文字写满"


def columns(sheet: Sheet, x0: float, x1: float, y: float, shift: float = 0.0) -> None:
    for k, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        sheet.text(x0, y - 20 * k, left)
        sheet.text(x1, y - 20 * k - shift, right)


@pytest.mark.parametrize("shift", [0.0, 4.0, 9.0], ids=["one grid of lines", "off by a third", "off by half"])
def test_two_columns_between_lines_across_the_page(shift: float) -> None:
    sheet = Sheet()
    sheet.text(80, 700, HEAD)
    columns(sheet, 80, 300, 660, shift)
    sheet.text(80, 540, FOOT)
    assert texts(sheet.read()) == [HEAD, *LEFT, *RIGHT, FOOT]


def test_a_stop_that_hangs_into_the_gutter_joins_no_columns() -> None:
    """The last line of a column before a narrow gutter ends in a stop that is set beyond the edge (标点悬挂)."""
    sheet = Sheet()
    columns(sheet, 80, 257, 660)
    assert texts(sheet.read()) == [*LEFT, *RIGHT]


def test_two_columns_parted_by_a_rule_closer_than_a_gap() -> None:
    sheet = Sheet()
    columns(sheet, 80, 255, 660)
    sheet.canvas.line(251.5, 680, 251.5, 590)
    assert texts(sheet.read()) == [*LEFT, *RIGHT]


def test_the_pages_of_a_spread() -> None:
    sheet = Sheet((1191, 842))
    for k in range(20):
        sheet.text(80, 760 - 24 * k, f"左页第{k}行，写满左边一页版心的一整行文字，共三十个字左右。")
        sheet.text(680, 760 - 24 * k, f"右页第{k}行，写满右边一页版心的一整行文字，共三十个字左右。")
    assert [text[0] for text in texts(sheet.read())] == ["左"] * 20 + ["右"] * 20


def test_boxes_beside_each_other_are_read_one_by_one() -> None:
    sheet = Sheet()
    for x, lines in ((80, LEFT), (320, RIGHT)):
        sheet.canvas.rect(x - 8, 580, 200, 110)
        for k, line in enumerate(lines):
            sheet.text(x, 665 - 20 * k, line)
    source = sheet.read()
    assert texts(source) == [*LEFT, *RIGHT]
    frames = [block.frame for block in source.blocks if isinstance(block, Line)]
    assert len(set(frames)) == 2 and 0 not in frames


def test_a_box_beside_a_heading_is_read_behind_it() -> None:
    """A text box in the margin says whose the item is that it begins beside."""
    sheet = Sheet()
    for k, (heading, body) in enumerate((("1.举办花展", "三月在公园举办。"), ("2.修缮书院", "年底前完工。"))):
        y = 700 - 90 * k
        sheet.text(80, y, heading)
        sheet.text(80, y - 20, body)
        sheet.canvas.rect(360, y - 26, 140, 42)
        sheet.text(366, y, f"牵头单位：第{k + 1}科", 10)
        sheet.text(366, y - 16, "配合单位：各街道", 10)
    boxed = ["牵头单位：第1科", "配合单位：各街道"], ["牵头单位：第2科", "配合单位：各街道"]
    assert texts(sheet.read()) == ["1.举办花展", *boxed[0], "三月在公园举办。", "2.修缮书院", *boxed[1], "年底前完工。"]


def test_a_table_beside_a_column_of_prose() -> None:
    sheet = Sheet()
    for k, line in enumerate(LEFT):
        sheet.text(80, 665 - 20 * k, line)
    sheet.rules([320, 360, 520], [690, 670, 650, 630])
    sheet.cells([320, 360], [690, 670, 650], [["序号", "任务"], ["1", "清淤"], ["2", "补植"]])
    source = sheet.read()
    assert texts(source) == LEFT
    assert grid(tables(source)[0]) == [["序号", "任务"], ["1", "清淤"], ["2", "补植"]]
    assert isinstance(source.blocks[0], Line)


def test_a_border_round_the_page_is_no_box() -> None:
    sheet = Sheet()
    sheet.canvas.rect(40, 40, 515, 760)
    columns(sheet, 80, 300, 660)
    source = sheet.read()
    assert texts(source) == [*LEFT, *RIGHT]


def test_columns_of_a_table_without_rules_are_none_of_prose() -> None:
    sheet = Sheet()
    rows = [
        ["序号", "工作任务", "责任科室", "时限"],
        ["1", "检修泵站", "排水处", "4月"],
        ["2", "补植乔木", "园林科", "6月"],
    ]
    for k, row in enumerate(rows):
        for x, text in zip((80, 120, 320, 430), row, strict=True):
            sheet.text(x, 700 - 22 * k, text)
    assert grid(tables(sheet.read())[0]) == rows


def test_the_last_page_of_columns_may_fill_the_first_alone() -> None:
    sheet = Sheet()
    for _ in range(2):
        columns(sheet, 80, 300, 660)
        sheet.page()
    for k, line in enumerate(LEFT[:3]):
        sheet.text(80, 660 - 20 * k, line)
    sheet.text(80, 600, "末行。")
    lines = [block for block in sheet.read().blocks if isinstance(block, Line) and block.page == 3]
    assert [line.text for line in lines] == [*LEFT[:3], "末行。"]
    assert all(line.frame and line.right < 260 for line in lines)


@pytest.mark.parametrize("shift", [7.0, 11.0])
def test_columns_of_short_lines_that_are_not_level(shift: float) -> None:
    """Each column goes on by itself; the rows of a table would stand at one height."""
    sheet = Sheet()
    left = [f"（{k}）左栏短项" for k in range(1, 13)]
    right = [f"（{k}）右栏短项" for k in range(1, 13)]
    for k, (one, other) in enumerate(zip(left, right, strict=True)):
        sheet.text(80, 700 - 22 * k, one)
        sheet.text(310, 700 - shift - 22 * k, other)
    assert texts(sheet.read()) == [*left, *right]


def test_columns_of_short_lines_go_on_where_those_of_the_page_before_stood() -> None:
    sheet = Sheet()
    columns(sheet, 80, 300, 660)
    sheet.page()
    for k in range(6):
        sheet.text(80, 660 - 20 * k, f"（{k}）左栏短项")
        sheet.text(300, 660 - 20 * k, f"（{k}）右栏短项")
    assert [text[3] for text in texts(sheet.read())[8:]] == ["左"] * 6 + ["右"] * 6


def spread_table(sheet: Sheet, x: float, y: float, rows: list[list[str]]) -> None:
    for k, row in enumerate(rows):
        for shift, text in zip((0, 40, 240, 350), row, strict=True):
            sheet.text(x + shift, y - 24 * k, text)


def test_a_table_by_gaps_goes_on_on_the_other_page_of_a_spread() -> None:
    sheet = Sheet((1191, 842))
    head = ["序号", "工作任务", "责任科室", "时限"]
    spread_table(sheet, 80, 300, [head, *([str(k), "检修泵站", "排水处", f"{k}月"] for k in range(1, 6))])
    spread_table(sheet, 80 + 1191 / 2, 760, [["6", "补植乔木", "园林科", "7月"], ["7", "修缮步道", "园林科", "8月"]])
    left, right = tables(sheet.read())
    assert len(left.rows) == 6
    assert grid(right) == [["6", "补植乔木", "园林科", "7月"], ["7", "修缮步道", "园林科", "8月"]]


@pytest.mark.parametrize("foot", [[], ["主办单位：云岭县排水处", "网站地图"]])
def test_one_row_of_a_table_by_gaps_overleaf(foot: list[str]) -> None:
    """It is no columns of a page, though the pages before had such, and no row of headings."""
    sheet = Sheet()
    columns(sheet, 80, 300, 760)
    sheet.page()
    head = ["序号", "工作任务", "责任科室", "时限"]
    spread_table(sheet, 80, 300, [head, *([str(k), "检修泵站", "排水处", f"{k}月"] for k in range(1, 6))])
    sheet.page()
    spread_table(sheet, 80, 760, [["6", "补植乔木并且修剪灌木", "园林科", "7月"]])
    for k, text in enumerate(["修缮步道", *foot]):
        sheet.text(120 if not k else 80, 744 - 24 * k, text)
    assert grid(tables(sheet.read())[1]) == [["6", "补植乔木并且修剪灌木\n修缮步道", "园林科", "7月"]]


@pytest.mark.parametrize("size", [12, 16])
def test_a_title_over_a_table_by_gaps_is_no_heading_over_its_columns(size: float) -> None:
    sheet = Sheet()
    sheet.text(180, 745, "云岭县水利任务", size)
    spread_table(sheet, 80, 720, [["序号", "工作任务", "责任科室", "时限"]])
    spread_table(sheet, 80, 696, [[str(k), "检修泵站", "排水处", f"{k}月"] for k in range(1, 6)])
    assert (grid(tables(sheet.read())[0])[0] == ["序号", "工作任务", "责任科室", "时限"]) or size == 12


def test_tables_and_an_outline_on_the_pages_of_a_spread() -> None:
    """Numbers stand on the left alone, as in one wide table; but the lines are not level."""
    sheet = Sheet((1191, 842))
    spread_table(sheet, 60, 740, [["序号", "工作任务", "责任科室", "时限"]])
    spread_table(sheet, 60, 716, [[str(k), "检修泵站", "排水处", f"{k}月"] for k in range(1, 6)])
    outline = [
        "一、库房",
        "（一）清点卷宗",
        "库房科负责。",
        "（二）更换柜架",
        "保卫科负责。",
        "二、阅览",
        "（一）延长开放时间",
    ] * 2
    for k, text in enumerate(outline):
        sheet.text(670, 752 - 19 * k, text)
    source = sheet.read()
    assert texts(source) == outline
    assert len(tables(source)[0].rows) == 6


def test_a_heading_of_one_character_a_line_close_to_the_next() -> None:
    """序 / 号 in a narrow column, 2 points before a centred heading."""
    sheet = Sheet()
    for k, (one, other) in enumerate((("序", "工作任务"), ("号", ""))):
        for x, text in ((80, one), (94, other), (200, "责任" if not k else "科室"), (300, "时" if not k else "限")):
            sheet.text(x, 700 - 16 * k, text)
    for k in range(1, 4):
        for x, text in ((80, str(k)), (93, "检修泵站"), (200, "排水处"), (300, "5月")):
            sheet.text(x, 680 - 24 * k, text)
    [table] = tables(sheet.read())
    assert grid(table)[0] == ["序\n号", "工作任务", "责任\n科室", "时\n限"]


def test_a_spread_whose_pages_are_not_full() -> None:
    sheet = Sheet((1191, 842))
    for k, line in enumerate(("关于印发工作要点的通知", "各科室：", "现印发给你们。", "云岭县档案局", "2026年3月1日")):
        sheet.text(80, 760 - 24 * k, line)
    for k, line in enumerate(("附件", "2026年工作要点", "一、库房管理", "1.核对目录。", "2.修缮库房。")):
        sheet.text(680, 760 - 24 * k, line)
    assert texts(sheet.read())[4:6] == ["2026年3月1日", "附件"]


@pytest.mark.parametrize("rest", [1, 2], ids=["one line", "two"])
def test_a_second_column_of_a_line_or_two(rest: int) -> None:
    sheet = Sheet()
    for k in range(3):
        columns(sheet, 110, 700, 760 - 80 * k)
    for k, line in enumerate(RIGHT[:rest]):
        sheet.text(310, 752 - 20 * k, line)
    assert texts(sheet.read())[:12] == LEFT * 3


def test_two_columns_of_short_items() -> None:
    sheet = Sheet()
    items = [
        "一、动员部署阶段（4月）",
        "1.扎实开展库房安全和消防检查",
        "牵头：库房科",
        "责任：办公室",
        "2.培训馆员",
        "牵头：人事科",
    ] * 3
    for k, line in enumerate(items):
        sheet.text(110, 760 - 20 * k, line)
        sheet.text(312, 753 - 20 * k, line)
    assert texts(sheet.read()) == items * 2


def test_lines_beyond_the_columns_of_the_page_before_stay_in_them() -> None:
    """An edge that is ragged: a line of the page may reach farther than any of the page before."""
    sheet = Sheet()
    columns(sheet, 110, 310, 660)
    sheet.page()
    longer = [*LEFT[:2], LEFT[2] + "务", LEFT[3]]
    for k, line in enumerate(longer):
        sheet.text(110, 660 - 20 * k, line)
    sheet.text(310, 600, RIGHT[3])
    assert texts(sheet.read())[8:] == [*longer, RIGHT[3]]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (["云岭政务", "2026年第2期"], []),
        (["云岭政务"], []),
        ([], ["云岭县档案局编", "二月号"]),
        (["2026年第2期"], ["云岭县", "内部交流"]),
    ],
)
def test_heads_and_feet_are_no_lines_of_columns(head: list[str], foot: list[str]) -> None:
    sheet = Sheet()
    columns(sheet, 80, 300, 700)
    sheet.page()
    for y, pieces in ((800, head), (40, foot)):
        for x, text in zip((80, 400), pieces, strict=False):
            sheet.text(x, y, text, 9)
    columns(sheet, 80, 300, 740)
    found = [block for block in sheet.read().blocks if isinstance(block, Line) and block.page == 2]
    edges = ["".join(pieces) for pieces in (head, foot)]
    assert "".join(line.text.replace(" ", "") for line in found) == "".join([edges[0], *LEFT, *RIGHT, edges[1]])
    assert all(bool(line.frame) == (line.size == 12) for line in found)


@pytest.mark.parametrize("filled", ["left", "right"])
@pytest.mark.parametrize("heads", [["- 1 -", "- 2 -"], ["云岭政务", "云岭政务"]])
def test_a_spread_of_which_one_page_is_empty(filled: str, heads: list[str]) -> None:
    """Both pages have their number or head; the title's lines are centred in their page, not in the sheet."""
    sheet = Sheet((1191, 842))
    x = 80 if filled == "left" else 80 + 1191 / 2
    for k, text in enumerate(heads):
        sheet.text(270 + 1191 / 2 * k, 40 if text[0] == "-" else 800, text, 9)
    sheet.text(x + 37, 720, "云岭县档案局二〇二六年度馆藏保护与利", 20)
    sheet.text(x + 167, 690, "用工作要点", 20)
    for k in range(6):
        sheet.text(x, 650 - 24 * k, f"（{k}）写到版心右边的一整行文字，用来说明这一页的版心一共有多么宽广。")
    lines = [block for block in sheet.read().blocks if isinstance(block, Line) and block.size == 20]
    assert [line.centered for line in lines] == [True, True]


def test_a_table_of_two_wide_columns_is_no_columns_of_prose() -> None:
    """Its headings stand on one line over both."""
    sheet = Sheet()
    rows = [["序号", "工作任务名称", "责任科室"]]
    rows += [[str(k), "检修泵站和管网并补植沿线的乔木灌木", "排水处、园林科和水务站"] for k in range(1, 7)]
    y = 720
    for row in rows:
        for x, text in zip((80, 110, 350), row, strict=True):
            sheet.text(x, y, text)
        y -= 24
        if row[0] in ("2", "4"):
            sheet.text(350, y + 8, "共同负责")
            y -= 16
    assert [row[0] for row in grid(tables(sheet.read())[0])] == [row[0] for row in rows]


def test_headings_said_again_overleaf_begin_the_table() -> None:
    """Centred over columns whose cells begin at their left edges."""
    sheet = Sheet()
    head = [(90, "序号"), (184, "工作任务"), (350, "责任科室"), (440, "时限")]
    for page in range(2):
        for x, text in head:
            sheet.text(x, 760, text)
        sheet.text(250, 734, f"第{page + 1}片")
        for k in range(1, 5):
            row = [(100, str(4 * page + k)), (128, "检修泵站并清理河道"), (320, "排水处和水务站"), (424, f"{k}月底")]
            for x, text in row:
                sheet.text(x, 734 - 26 * k, text)
        if not page:
            sheet.page()
    rows = [grid(table) for table in tables(sheet.read())]
    assert [[row[0] for row in table] for table in rows] == [
        ["序号", "第1片", "1", "2", "3", "4"],
        ["序号", "第2片", "5", "6", "7", "8"],
    ]


def narrow_table(sheet: Sheet, x: float, y: float, rows: list[list[str]]) -> float:
    """Rows of small type in a column of a page, each cell's lines below each other; the height of what is next."""
    for row in rows:
        for shift, text in zip((0, 24, 90, 150), row, strict=True):
            for k, line in enumerate(text.split("\n")):
                sheet.text(x + shift, y - 13 * k, line, 10)
        y -= 13 * max(text.count("\n") + 1 for text in row) + 9
    return y


SMALL_HEAD = ["序\n号", "工作任务", "具体措施", "时\n限"]
SMALL_ROWS = [[str(k), "检修泵站\n清理河道", "更换水泵\n加固堤段", f"{k}\n月\n底"] for k in range(1, 10)]


def test_a_table_in_columns_says_its_headings_in_each() -> None:
    """No rules, and no prose that would tell the columns: the same headings stand twice, in the same places."""
    sheet = Sheet()
    sheet.text(80, 790, "云岭县河道管护安排表", 16)
    narrow_table(sheet, 80, 760, [SMALL_HEAD, *SMALL_ROWS[:7]])
    narrow_table(sheet, 310, 790, [SMALL_HEAD, *SMALL_ROWS[7:]])
    rows = [row for table in tables(sheet.read()) for row in grid(table)]
    assert [row[0] for row in rows if row[0].isdecimal()] == [str(k) for k in range(1, 10)]


def test_a_table_in_the_columns_of_the_page_before_is_ruled_as_they_are_wide() -> None:
    """Its rest stands in the second column without headings."""
    sheet = Sheet()
    for k in range(3):
        columns(sheet, 80, 300, 760 - 80 * k)
    sheet.page()
    low = narrow_table(sheet, 82, 700, [SMALL_HEAD, *SMALL_ROWS[:6]])
    for y in (714, 682, low + 14):
        sheet.canvas.line(76, y, 240, y)
    low = narrow_table(sheet, 302, 760, SMALL_ROWS[6:])
    sheet.canvas.line(296, low + 14, 460, low + 14)
    rows = [row for table in tables(sheet.read()) for row in grid(table)]
    assert [row[0] for row in rows if row[0].isdecimal()] == [str(k) for k in range(1, 10)]


def test_a_table_on_one_page_of_a_spread_whose_other_is_empty() -> None:
    sheet = Sheet((1191, 842))
    sheet.text(290, 30, "第3页", 9)
    sheet.text(885, 30, "第4页", 9)
    narrow_table(sheet, 80, 760, [SMALL_HEAD, *SMALL_ROWS[:4]])
    assert len(grid(tables(sheet.read())[0])) == 5


@pytest.mark.parametrize("head", [None, 250, 271], ids=["no head", "in the middle", "beside it"])
def test_a_page_whose_first_column_alone_is_filled(head: int | None) -> None:
    sheet = Sheet()
    if head is not None:
        sheet.text(head, 800, "云岭政务 2031年第3期", 9)
    for k, line in enumerate(LEFT * 3):
        sheet.text(110, 740 - 20 * k, line)
    lines = [block for block in sheet.read().blocks if isinstance(block, Line) and block.size == 12]
    assert {round(line.right) for line in lines} == {278}


@pytest.mark.parametrize(
    "second", [["云岭县园林排水处", "2031年3月5日"], ["株，修缮步道。"]], ids=["who signs", "the rest"]
)
@pytest.mark.parametrize("inset", [0, 32])
def test_a_second_column_that_has_just_begun(second: list[str], inset: int) -> None:
    """Its lines stand at heights of their own, and tell neither edge of the column."""
    sheet = Sheet()
    for k, line in enumerate([*LEFT * 3, *LEFT[:2]]):
        sheet.text(110, 740 - 20 * k, line)
    for k, line in enumerate(second):
        sheet.text(329 + inset, 747 - 20 * k, line)
    lines = [block for block in sheet.read().blocks if isinstance(block, Line)]
    assert [line.text for line in lines] == [*LEFT * 3, *LEFT[:2], *second]
    assert all(line.left < 330 for line in lines[14:])


@pytest.mark.parametrize("cell", ["第{}课时", "{}月", "第{}档案科"])
def test_short_items_and_what_is_said_of_each_on_its_line_are_rows(cell: str) -> None:
    """Though the second column begins as far from the middle of the page as the first ends."""
    deeds = ["清点库房", "检修门窗和防盗报警设备", "整理卷宗", "更换标签及书架名牌", "抄录目录", "修补残页"] * 2
    sheet = Sheet()
    for k, deed in enumerate(deeds, 1):
        sheet.text(135, 740 - 20 * k, deed)
        sheet.text(316, 740 - 20 * k, cell.format(k))
    assert texts(sheet.read()) == [f"{deed} {cell.format(k)}" for k, deed in enumerate(deeds, 1)]
