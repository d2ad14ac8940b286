"""Tables without uprights, and prose that must never become one."""

from __future__ import annotations

import pytest

from .drawing import Sheet, grid, numbered_table, tables, texts

XS = [80.0, 120.0, 320.0, 430.0]
HEAD = ["序号", "重点任务", "责任单位", "完成时限"]
ROWS = [
    ["1", "清理东河河道漂浮物，", "水务所", "3月底前"],
    ["", "修复护岸两处。", "", ""],
    ["2", "更新公交站牌。", "交通科、城管科", "全年"],
    ["3", "开展窗口服务评比，", "政务中心、", "9—10月"],
    ["", "评选服务标兵，并", "人事科", ""],
    ["", "公布结果。", "", ""],
]
READ = [
    HEAD,
    ["1", "清理东河河道漂浮物，\n修复护岸两处。", "水务所", "3月底前"],
    ["2", "更新公交站牌。", "交通科、城管科", "全年"],
    ["3", "开展窗口服务评比，\n评选服务标兵，并\n公布结果。", "政务中心、\n人事科", "9—10月"],
]


def draw(sheet: Sheet, top: float, rows: list[list[str]], pitch: float = 16, room: float = 0) -> float:
    """Rows of lines from `top` down; `room` before each line that has a number. Gives the height of the last line."""
    y = top
    for k, row in enumerate(rows):
        y -= (pitch if k else 0) + (room if k and row[0] else 0)
        for x, text in zip(XS, row, strict=True):
            if text:
                sheet.text(x, y, text, 11)
    return y


def test_three_rules() -> None:
    sheet = Sheet()
    sheet.text(220, 760, "重点任务表", 18)
    for y in (740, 720):
        sheet.canvas.line(70, y, 520, y)
    sheet.cells([x - 4 for x in XS], [740], [HEAD])
    end = draw(sheet, 705, ROWS)
    sheet.canvas.line(70, end - 6, 520, end - 6)
    sheet.text(80, end - 26, "注：按季通报。")
    source = sheet.read()
    (table,) = tables(source)
    assert grid(table) == READ and not table.ruled
    assert texts(source) == ["重点任务表", "注：按季通报。"]


def test_a_rule_under_each_row() -> None:
    sheet = Sheet()
    sheet.canvas.line(70, 740, 520, 740)
    sheet.cells([x - 4 for x in XS], [740], [HEAD])
    y = 720.0
    sheet.canvas.line(70, y, 520, y)
    for row in READ[1:]:
        height = 13 * max(text.count("\n") + 1 for text in row) + 8
        sheet.cells([x - 4 for x in XS], [y], [row])
        y -= height
        sheet.canvas.line(70, y, 520, y)
    (table,) = tables(sheet.read())
    assert grid(table) == READ


def test_no_rules_with_room_between_rows() -> None:
    sheet = Sheet()
    draw(sheet, 740, [HEAD, *ROWS], room=6)
    sheet.text(80, 540, "以上任务由办公室督办，各单位按月报送进展情况，年底考核。")
    source = sheet.read()
    (table,) = tables(source)
    assert grid(table) == READ
    assert texts(source) == ["以上任务由办公室督办，各单位按月报送进展情况，年底考核。"]


def test_numbers_half_way_down_their_rows() -> None:
    sheet = Sheet()
    y = 740.0
    for x, text in zip(XS, HEAD, strict=True):
        sheet.text(x, y, text, 11)
    for row in READ[1:]:
        height = max(text.count("\n") + 1 for text in row)
        for x, text in zip(XS, row, strict=True):
            parts = text.split("\n")
            for k, part in enumerate(parts):
                sheet.text(x, y - 16 * (1 + k + (height - len(parts)) / 2), part, 11)
        y -= 16 * height
    (table,) = tables(sheet.read())
    assert grid(table) == READ


def test_spaced_headings_and_a_group_across_the_table() -> None:
    sheet = Sheet()
    for x, text in zip(XS, ["序 号", "任 务", "责 任 单 位", "备 注"], strict=True):
        sheet.text(x - 4, 740, text, 11)
    for k, row in enumerate([["1", "巡查堤坝", "水利站", "无"], ["2", "疏浚河道", "水务所", "无"]]):
        for x, text in zip(XS, row, strict=True):
            sheet.text(x, 720 - 16 * k, text, 11)
    sheet.text(80, 688, "二、道路养护方面的各项任务", 11)
    for x, text in zip(XS, ["3", "修补路面", "公路段", "无"], strict=True):
        sheet.text(x, 672, text, 11)
    (table,) = tables(sheet.read())
    assert [[(text or "").replace(" ", "") for text in row] for row in grid(table)] == [
        ["序号", "任务", "责任单位", "备注"],
        ["1", "巡查堤坝", "水利站", "无"],
        ["2", "疏浚河道", "水务所", "无"],
        ["二、道路养护方面的各项任务", "", "", ""],
        ["3", "修补路面", "公路段", "无"],
    ]
    assert table.rows[3][0].colspan == 4


def test_groups_between_rules_under_the_headings_and_before_rows_that_begin_with_one_cell() -> None:
    sheet = Sheet()
    columns = [76.0, 112.0, 240.0, 430.0, 520.0]
    rows = [
        ["序号", "工作事项", "进度安排", "责任人"],
        ["甲、桥梁养护与日常巡查"],
        ["一", "检测主桥拉索", "每季度\n出具报告", "常远"],
        ["乙、隧道照明和通风改造"],
        ["（一）东线两座隧道的改造"],
        ["二", "更换灯具", "上半年招标\n下半年安装\n年底前验收", "毕成"],
    ]
    y = 740.0
    sheet.canvas.line(70, y, 520, y)
    for row in rows:
        height = 13 * max(text.count("\n") + 1 for text in row) + 6
        for x, text in zip(columns, row, strict=False):
            lower = 13 * (max(cell.count("\n") for cell in row) - text.count("\n")) / 2  # cells in mid height
            sheet.cells([x], [y - lower], [[text]])
        y -= height
        sheet.canvas.line(70, y, 520, y)
    (table,) = tables(sheet.read())
    assert grid(table) == [row + [""] * (4 - len(row)) for row in rows]


def test_the_end_of_a_row_overleaf_is_ruled_off_from_the_next() -> None:
    sheet = Sheet()
    draw(sheet, 140, [HEAD, *ROWS[:3]], room=6)
    sheet.page()
    sheet.canvas.line(70, 776, 520, 776)
    sheet.text(120, 764, "补种行道树。", 11)
    for y in (758, 708, 690, 672, 654):
        sheet.canvas.line(70, y, 520, y)
    draw(sheet, 744, [["", "整修校舍屋面，", "", ""], ["4", "更换门窗，", "后勤科", "8月"], ["", "粉刷外墙。", "", ""]])
    rest = [
        ["5", "检测水质。", "卫生所", "每月"],
        ["6", "培训骨干。", "人事科", "全年"],
        ["7", "盘点图书。", "图书馆", "6月"],
    ]
    draw(sheet, 696, rest, 18)
    _, second = tables(sheet.read())
    assert grid(second) == [
        ["", "补种行道树。", "", ""],
        ["4", "整修校舍屋面，\n更换门窗，\n粉刷外墙。", "后勤科", "8月"],
        *rest,
    ]


def test_rules_with_a_gap_at_a_merged_cell_part_the_rows_on_both_sides() -> None:
    sheet = Sheet()
    columns = [80.0, 130.0, 220.0, 400.0]
    rows = [
        ["序号", "类别", "工作", "单位"],
        ["1", "堤防", "割草", "管护站"],
        ["2", "", "补土", "工程科"],
        ["3", "", "植树", "园林科"],
    ]
    for k, row in enumerate(rows):
        y = 740 - 20 * k
        for x0, x1 in [(70, 120), (210, 520)] if k > 1 else [(70, 520)]:
            sheet.canvas.line(x0, y, x1, y)
        sheet.cells(columns, [y], [row])
    sheet.canvas.line(70, 660, 520, 660)
    (table,) = tables(sheet.read())
    assert grid(table) == [rows[0], rows[1], ["2", None, "补土", "工程科"], ["3", None, "植树", "园林科"]]


def test_headings_end_at_their_rule_however_close_the_lines_beneath() -> None:
    sheet = Sheet()
    for y in (742, 716, 690, 664):
        sheet.canvas.line(70, y, 520, y)
    for k, lines in enumerate(
        (
            ["工作任", "务名称"],
            ["对南湖一带的老旧路灯全面检修", "并更换灯泡。"],
            ["对东山一带的健身步道全面整修", "并增设座椅。"],
        )
    ):
        y = 732 - 26 * k
        for n, line in enumerate(lines):
            sheet.text(120, y - 11 * n, line, 11)
        for x, text in zip(
            [80.0, 330.0, 430.0],
            [["序号", "单位", "时间"], ["1", "照明所", "5月"], ["2", "园林科", "6月"]][k],
            strict=True,
        ):
            sheet.text(x, y - 5.6, text, 11)
    (table,) = tables(sheet.read())
    assert grid(table)[1:] == [
        ["1", "对南湖一带的老旧路灯全面检修\n并更换灯泡。", "照明所", "5月"],
        ["2", "对东山一带的健身步道全面整修\n并增设座椅。", "园林科", "6月"],
    ]


def test_a_page_may_cut_a_row_and_begin_or_end_with_a_group() -> None:
    sheet = Sheet()
    for y in (740, 720, 700, 680, 660, 640):
        sheet.canvas.line(70, y, 520, y)
    rows = [HEAD, ["1", "检修水泵。", "泵站", "3月"], ["（一）堤"], ["2", "修补堤坡。", "工程科", "5月"], ["（二）闸"]]
    for k, row in enumerate(rows):
        sheet.cells([x - 4 for x in XS], [738 - 20 * k], [row])
    sheet.cells([x - 4 for x in XS], [638], [["3", "更换启闭机，\n试运行", "闸管所", "7月底前"]])
    sheet.page()
    for y in (780, 760, 740, 720, 700):
        sheet.canvas.line(70, y, 520, y)
    overleaf = [
        ["（三）管理与巡查值守方面"],
        ["4", "排定值班表。", "办公室", "1月"],
        ["5", "检查防汛库。", "物资科", "2月"],
        ["6", "组织演练。", "防办", "4月"],
    ]
    for k, row in enumerate(overleaf):
        sheet.cells([x - 4 for x in XS], [778 - 20 * k], [row])
    first, second = tables(sheet.read())
    wide = [row + [""] * (4 - len(row)) for row in (*rows, *overleaf)]
    assert grid(first) == [*wide[:5], ["3", "更换启闭机，\n试运行", "闸管所", "7月底前"]] and first.open_bottom
    assert grid(second) == wide[5:]


def test_goes_on_overleaf_without_its_headings() -> None:
    sheet = Sheet()
    draw(sheet, 140, [HEAD, *ROWS[:3]], room=6)
    sheet.page()
    draw(sheet, 760, [["4", "整修校舍屋面。", "后勤科", "8月"], ["5", "检测水质。", "卫生所", "每月"]])
    sheet.text(80, 700, "附件的正文从这里另起一段，与上表没有关系，只是一段普通的话。")
    source = sheet.read()
    first, second = tables(source)
    assert grid(first) == READ[:3]
    assert grid(second) == [["4", "整修校舍屋面。", "后勤科", "8月"], ["5", "检测水质。", "卫生所", "每月"]]


@pytest.mark.parametrize(
    "head", [[HEAD], [["序号", "重点任务", "责任单", "完成"], ["", "", "位", "时限"]]], ids=["line", "two"]
)
def test_headings_said_again_above_the_rest_of_a_row(head: list[list[str]]) -> None:
    sheet = Sheet()
    draw(sheet, 140, [*head, *ROWS[:3]], room=6)
    sheet.page()
    draw(
        sheet,
        760,
        [
            *head,
            ["", "并补种树苗。", "苗圃", ""],
            ["4", "整修校舍屋面。", "后勤科", "8月"],
            ["5", "检测水质。", "卫生所", "每月"],
        ],
        room=6,
    )
    first, second = tables(sheet.read())
    said = ["".join(parts) if len(head) == 1 else "\n".join(filter(None, parts)) for parts in zip(*head, strict=True)]
    assert grid(first)[0] == grid(second)[0] == said
    assert grid(second)[1:3] == [["", "并补种树苗。", "苗圃", ""], ["4", "整修校舍屋面。", "后勤科", "8月"]]


@pytest.mark.parametrize("month", ["6月", "每月通报一次，11月底前"])
def test_a_text_that_runs_over_into_an_empty_column_joins_no_columns(month: str) -> None:
    """A sheet prints what its column has no room for over the next one, where that is empty."""
    sheet = Sheet()
    xs, head = [80, 120, 260, 360, 440], ["序号", "重点任务", "责任单位", "时限", "备注"]
    pages = [
        [["1", "检修水泵", "泵站", "3月", "两处"], ["2", "修补堤坡", "工程科", "5月", ""]],
        [
            ["3", "更换闸门", "闸管所", month, ""],
            ["4", "排定值班", "办公室", "1月", "汛期"],
            ["5", "演练", "防办", "4月", ""],
        ],
    ]
    for rows in pages:
        for k, row in enumerate([head, *rows]):
            for x, text in zip(xs, row, strict=True):
                sheet.text(x, 740 - 30 * k, text, 11)
        sheet.page()
    found = tables(sheet.read())
    assert [grid(table) for table in found] == [[head, *rows] for rows in pages]


@pytest.mark.parametrize("gap", [0, 20])
def test_the_mark_of_an_attachment_ends_the_table_of_the_page_before(gap: int) -> None:
    sheet = Sheet()
    draw(sheet, 140, [HEAD, *ROWS[:3]], room=6)
    sheet.page()
    sheet.text(80, 770, "附件", 11)
    sheet.text(104 + gap, 770, "2", 11)
    draw(sheet, 740, [["4", "整修校舍屋面。", "后勤科", "8月"], ["5", "检测水质。", "卫生所", "每月"]])
    source = sheet.read()
    assert [text.replace(" ", "") for text in texts(source)] == ["附件2"]
    assert [row[0] for row in grid(tables(source)[1])] == ["4", "5"]


def test_prose_lists_and_signatures_are_no_tables() -> None:
    sheet = Sheet()
    prose = [
        "一、加强组织领导。各单位要高度重视，明确分工，落实责任，",
        "按时报送进展。二、强化督查。办公室每季度通报一次，对进度",
        "滞后的单位进行约谈。三、注重宣传，及时总结推广好的做法。",
        "联系人：白岩    电话：5550123    传真：5550124",
        "目　录",
        "一、总体要求 …………………………………… 1",
        "二、重点任务 …………………………………… 3",
        "三、保障措施 …………………………………… 9",
        "（一）水务所　　（二）城管科　　（三）交通科",
    ]
    for k, text in enumerate(prose):
        sheet.text(80, 740 - 20 * k, text, 14)
    sheet.text(330, 540, "东河县人民政府")
    sheet.text(340, 520, "2031年3月1日")
    source = sheet.read()
    assert not tables(source)
    assert len(texts(source)) == len(prose) + 2


def test_a_category_before_the_numbers_does_not_swallow_rows() -> None:
    sheet = Sheet()
    xs = [80.0, 170.0, 210.0, 420.0]
    rows = [
        ["类别", "序号", "任务", "单位"],
        ["水利工程", "1", "清理河道漂浮物，", "水务所"],
        ["", "", "修复护岸。", ""],
        ["", "2", "疏浚支渠，", "灌区站"],
        ["", "", "更换闸门，", ""],
        ["", "", "检修泵站。", ""],
        ["道路养护", "3", "修补路面，", "公路段"],
        ["", "", "补划标线。", ""],
    ]
    for k, row in enumerate(rows):
        for x, text in zip(xs, row, strict=True):
            if text:
                sheet.text(x, 740 - 16 * k, text, 11)
    (table,) = tables(sheet.read())
    assert grid(table) == [
        rows[0],
        ["水利工程", "1", "清理河道漂浮物，\n修复护岸。", "水务所"],
        ["", "2", "疏浚支渠，\n更换闸门，\n检修泵站。", "灌区站"],
        ["道路养护", "3", "修补路面，\n补划标线。", "公路段"],
    ]


BENEATH = [["1", "清理河道", "水务所", "城管科", "3月"], ["2", "更新站牌", "交通科", "公路段", "5月"]]


def two_rows_of_headings(sheet: Sheet, middle: float) -> None:
    """A heading over two columns; the others `middle` beneath it."""
    xs = [80.0, 120.0, 220.0, 320.0, 420.0]
    sheet.text(265, 740, "责任分工", 11)
    for x, text in zip((74, 120, 420), ("序号", "任务", "时限"), strict=True):
        sheet.text(x, 740 - middle, text, 11)
    sheet.text(215, 727, "牵头科室", 11)
    sheet.text(315, 727, "配合科室", 11)
    for k, row in enumerate(BENEATH):
        for x, text in zip(xs, row, strict=True):
            sheet.text(x, 705 - 16 * k, text, 11)


@pytest.mark.parametrize("middle", [0.0, 6.5, 13.0])
def test_a_heading_over_two_columns(middle: float) -> None:
    sheet = Sheet()
    sheet.text(150, 780, "商务科任务安排表", 18)
    two_rows_of_headings(sheet, middle)
    source = sheet.read()
    (table,) = tables(source)
    assert grid(table) == [
        ["序号", "任务", "责任分工", None, "时限"],
        [None, None, "牵头科室", "配合科室", None],
        *BENEATH,
    ]
    assert (table.rows[0][0].rowspan, table.rows[0][2].colspan) == (2, 2)
    assert texts(source) == ["商务科任务安排表"]


def test_headings_between_two_rules_are_one_row_however_they_break() -> None:
    sheet = Sheet()
    xs = [80.0, 110.0, 300.0, 420.0]
    for y in (760, 722, 640):
        sheet.canvas.line(76, y, 520, y)
    for x, lines in zip(xs, (("序", "号"), ("工作任务",), ("责任单", "位"), ("时", "限")), strict=True):
        for k, text in enumerate(lines):
            sheet.text(x, 745 - 14 * k, text, 11)
    for k, row in enumerate((("1", "检修泵站", "排水科", "4月"), ("2", "补植乔木", "园林科", "6月"))):
        for x, text in zip(xs, row, strict=True):
            sheet.text(x, 700 - 22 * k, text, 11)
    (table,) = tables(sheet.read())
    assert grid(table)[0] == ["序\n号", "工作任务", "责任单\n位", "时\n限"]
    assert grid(table)[1] == ["1", "检修泵站", "排水科", "4月"]


def test_names_with_blanks_between_them_are_prose() -> None:
    """Names of a committee, in lines that fill the width: gaps, but no columns."""
    names = "方立 钱小雨 孟达 欧阳青 石磊 田甜 左明远 白帆 于海 柳依依 江平 尚武 段成林 崔莹 范一舟 贺然 康宁 乔伊 陶然 万青山"
    sheet = Sheet()
    sheet.text(80, 760, "工作专班成员名单", 16)
    said = names.split()
    for k, gap in enumerate((7.0, 9.0, 6.5, 8.0, 7.5, 9.5, 6.0, 8.5)):
        x, y = 80.0, 720 - 18 * k
        for name in (said[k:] + said[:k])[:10]:
            sheet.text(x, y, name, 11)
            x += 11 * len(name) + gap
    source = sheet.read()
    assert not tables(source)
    assert len("".join(texts(source)).replace(" ", "")) == 8 + sum(
        len(name) for k in range(8) for name in (said[k:] + said[:k])[:10]
    )


def test_a_running_head_above_the_rules_is_no_heading() -> None:
    sheet = Sheet()
    sheet.text(105, 800, "内部", 9)  # over two columns, and far above the upper rule
    sheet.text(330, 800, "简报", 9)
    for y in (760, 735, 600):
        sheet.canvas.line(70, y, 520, y)
    draw(sheet, 745, [HEAD], 16)
    draw(sheet, 718, ROWS, 16, 6)
    source = sheet.read()
    (table,) = tables(source)
    assert grid(table) == READ
    assert texts(source) == ["内部 简报"]


def test_headings_of_another_table_overleaf_tell_its_columns() -> None:
    sheet = Sheet()
    draw(sheet, 700, [HEAD, *ROWS], 16, 6)
    sheet.page()
    sheet.text(80, 780, "附件2", 11)
    lines = [
        ["序号", "工作内容", "责任部门", "完成时间"],
        ["1", "修缮北门桥并检测桥面承重能力和护栏高度", "建设科", "6月底前"],
        ["2", "清查账目", "财务科", "全年"],
    ]
    for k, line in enumerate(lines):
        for x, text in zip((80, 123, 360, 432), line, strict=True):
            sheet.text(x, 740 - 24 * k, text, 11)
    assert [grid(table) for table in tables(sheet.read())] == [READ, lines]


@pytest.mark.parametrize("label", ["附件 2", "附件 3 之一"])
def test_words_of_a_title_that_stand_where_columns_begin(label: str) -> None:
    """The headings stand between two rules beneath it."""
    sheet = Sheet()
    for x, word in zip(XS, label.split(), strict=False):
        sheet.text(x, 760, word)
    sheet.text(150, 735, "云岭县窗口服务提升安排", 14)
    low = draw(sheet, 700, [HEAD, *ROWS], room=10)
    for y in (716, 690, low - 8):
        sheet.canvas.line(76, y, 500, y)
    source = sheet.read()
    assert grid(tables(source)[0]) == READ
    assert len(texts(source)) == 2


def laid(rows: list[list[str]], xs: list[float], pitch: float = 26, size: float = 11, leading: float = 13) -> Sheet:
    """Rows in mid height under headings that begin at the `+` points named behind them (`牵头股室+20`), between three rules."""
    sheet = Sheet()
    y = 740.0
    sheet.canvas.line(70, y, 540, y)
    for k, row in enumerate(rows):
        height = pitch + leading * max(text.count("\n") for text in row)
        for x, text in zip(xs, row, strict=True):
            text, _, shift = text.partition("+")
            for n, line in enumerate(lines := text.split("\n")):
                low = y - height / 2 + leading * (len(lines) - 1) / 2 - leading * n - 0.35 * size
                if line:
                    sheet.text(x + float(shift or 0), low, line, size)
        y -= height
        if k in (0, len(rows) - 1):
            sheet.canvas.line(70, y, 540, y)
    return sheet


WIDE = [76.0, 110.0, 290.0, 410.0]
LONG = [
    ["1", "疏通桂溪村排灌渠，清淤\n4公里", "水利站", "县农业农村局、", "5月底前"],
    ["2", "修补机耕桥", "水利站", "交通所", "全年"],
    [
        "3",
        "登记小型水库，化解权\n属争议6宗",
        "确权办",
        "县不动产登记所、\n司法所",
        "上半年完成登\n记，年底前完\n成化解",
    ],
    ["4", "培训管水员", "水利站", "各村", "每季度"],
]


@pytest.mark.parametrize("size", [9.0, 11.0])
def test_a_stop_that_hangs_out_of_its_column_joins_no_columns(size: float) -> None:
    xs = [
        76.0,
        100.0,
        265.0,
        330.0,
        330.0 + 8 * size + 2,
    ]  # the stop behind eight characters ends at the next column's edge
    head = ["序号", "重点工作", "牵头股室", "配合单位", "时间安排"]
    rows = [[text.replace("县农业农村局、", "县农业农村局") for text in row] for row in LONG]
    (table,) = tables(laid([head, *rows], xs, size=size).read())
    assert grid(table) == [head, *rows]


@pytest.mark.parametrize("rows", [[0, 1, 2, 3], [1, 3, 0, 2], [3, 2, 1, 0]])
@pytest.mark.parametrize("shifts", [(40.0, 30.0, 34.0), (60.0, 50.0, 40.0)])
def test_a_heading_in_the_middle_of_a_wide_column_of_short_texts(shifts: tuple[float, ...], rows: list[int]) -> None:
    head = ["序号", "重点工作", "牵头股室", "时间安排"]
    drawn = ["序号", *(f"{text}+{shift}" for text, shift in zip(head[1:], shifts, strict=True))]
    body = [[row[0], row[1], row[2], row[4]] for row in (LONG[k] for k in rows)]
    body = [[str(k), *row[1:]] for k, row in enumerate(body, 1)]
    (table,) = tables(laid([drawn, *body], WIDE).read())
    assert grid(table) == [head, *body]


@pytest.mark.parametrize("hangs", [True, False])
def test_full_columns_are_parted_at_their_edges_in_lines_of_few_pieces(hangs: bool) -> None:
    end = "所、" if hangs else "所"  # the stop fills the gap
    xs = [76.0, 200.0, 200.0 + 11 * 8 + (0 if hangs else 4), 400.0]
    head = ["重点工作", "牵头股室", "配合单位", "时间安排"]
    rows = [
        ["疏通排灌渠", "水利站", "农技站", "5月"],
        ["修补机耕桥", "水利站", "交通所", "全年"],
        ["登记水库", f"县不动产登记{end}\n确权办", "县供销合作社、\n司法所", "6月"],
        ["培训管水员", "水利站", "各村", "8月"],
    ]
    (table,) = tables(laid([head, *rows], xs).read())
    assert grid(table) == [head, *rows]


def test_the_first_row_is_parted_from_headings_that_no_rule_ends() -> None:
    head = ["重点工作", "牵头股室", "时间安排"]
    rows = [
        ["检修泵站", "县农业农村局、县水利\n局", "全年"],
        *([f"疏通第{n}支渠", "水利站", "每季度"] for n in "一二三四五六七八"),
    ]
    sheet = Sheet()
    numbered_table(sheet, 740, [80.0, 230.0, 400.0], [head, *rows], pitch=26)
    (table,) = tables(sheet.read())
    assert grid(table) == [head, *rows]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (("工作内容", "完成时间"), ["2月20日", "2月底前", "3月中旬", "4月", "6月"]),
        (("工作任务", "责任部门"), ["库房科", "保卫科", "人事科", "宣教部", "档案部"]),
    ],
)
@pytest.mark.parametrize("x", [200, 311, 420])
def test_two_headings_tell_a_table_of_two_columns(head: tuple[str, str], cells: list[str], x: int) -> None:
    deeds = ["清点库房", "检修门窗", "整理卷宗", "更换标签", "抄录目录"]
    rows = [head, *zip(deeds, cells, strict=True)]
    for swapped in (False, True):
        sheet = Sheet()
        for k, row in enumerate(rows):
            for place, text in zip((90, x), row[::-1] if swapped else row, strict=True):
                sheet.text(place, 740 - 22 * k, text, 12)
        (table,) = tables(sheet.read())
        assert grid(table) == [list(row[::-1] if swapped else row) for row in rows]


def test_two_headings_over_prose_or_over_few_rows_are_none() -> None:
    for rows in (
        [("时间", "地点"), ("9月", "档案馆")],
        [("任务", "时限"), ("各科室要明确分工，落实责任，按时报送进展，", "")] * 3,
    ):
        sheet = Sheet()
        for k, row in enumerate(rows):
            for place, text in zip((90, 311), row, strict=True):
                sheet.text(place, 740 - 22 * k, text, 12) if text else None
        assert not tables(sheet.read())


@pytest.mark.parametrize("fields", [3, 5])
def test_labels_of_values_that_alone_are_underlined(fields: int) -> None:
    """A cover: no rule stands beneath the labels, each of which is level with its value."""
    sheet = Sheet()
    rows = [
        ["填报单位", "桃源区文旅局"],
        ["项目名称", "古桥修缮"],
        ["负责科室", "文物科"],
        ["起止年份", "2031"],
        ["编号", "W7"],
    ]
    for k, (label, value) in enumerate(rows[:fields]):
        sheet.text(180, 500 - 32 * k, label, 14)
        sheet.text(280, 500 - 32 * k, value, 14)
        sheet.canvas.line(262, 496 - 32 * k, 420, 496 - 32 * k)
    assert [grid(table) for table in tables(sheet.read())] == [rows[:fields]]
