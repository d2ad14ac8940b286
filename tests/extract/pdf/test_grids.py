"""Cells from ruling lines, however they are drawn."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from plancli.errors import TooLarge
from plancli.model.settings import Limits, Settings

from .drawing import Sheet, grid, tables, texts

XS = [60.0, 100.0, 300.0, 400.0, 535.0]
YS = [760.0, 740.0, 700.0, 660.0]
ROWS = [
    ["序号", "工作任务", "责任部门", "完成时限"],
    ["1", "修缮东河码头，\n更换护栏", "港务科", "6月底前"],
    ["2", "编印安全手册。", "办公室、\n宣传科", "全年"],
]


def strokes(sheet: Sheet) -> None:
    sheet.rules(XS, YS)


def thin_rectangles(sheet: Sheet) -> None:
    for x in XS:
        sheet.canvas.rect(x - 0.3, YS[-1], 0.6, YS[0] - YS[-1], stroke=0, fill=1)
    for y in YS:
        sheet.canvas.rect(XS[0], y - 0.3, XS[-1] - XS[0], 0.6, stroke=0, fill=1)


def box_per_cell(sheet: Sheet) -> None:
    for left, right in itertools.pairwise(XS):
        for top, bottom in itertools.pairwise(YS):
            sheet.canvas.rect(left, bottom, right - left, top - bottom)


def box_per_cell_with_gaps(sheet: Sheet) -> None:
    for left, right in itertools.pairwise(XS):
        for top, bottom in itertools.pairwise(YS):
            sheet.canvas.rect(left + 1, bottom + 1, right - left - 2, top - bottom - 2)


def dash_pattern(sheet: Sheet) -> None:
    sheet.canvas.setDash(3, 3)
    sheet.rules(XS, YS)


def separate_dashes(sheet: Sheet) -> None:
    for y in YS:
        x = XS[0]
        while x < XS[-1]:
            sheet.canvas.line(x, y, min(x + 4, XS[-1]), y)
            x += 7
    for x in XS:
        y = YS[-1]
        while y < YS[0]:
            sheet.canvas.line(x, y, x, min(y + 4, YS[0]))
            y += 7


def dots(sheet: Sheet) -> None:
    for y in YS:
        for k in range(int((XS[-1] - XS[0]) / 3) + 1):
            sheet.canvas.rect(XS[0] + 3 * k, y, 1, 1, stroke=0, fill=1)
    for x in XS:
        for k in range(int((YS[0] - YS[-1]) / 3) + 1):
            sheet.canvas.rect(x, YS[-1] + 3 * k, 1, 1, stroke=0, fill=1)


def double_rules(sheet: Sheet) -> None:
    for offset in (0, 2.5):
        sheet.rules([x + offset for x in XS], [y + offset for y in YS])


def one_path(sheet: Sheet) -> None:
    path = sheet.canvas.beginPath()
    for x in XS:
        path.moveTo(x, YS[0])
        path.lineTo(x, YS[-1])
    for y in YS:
        path.moveTo(XS[0], y)
        path.lineTo(XS[-1], y)
    sheet.canvas.drawPath(path)


def pieces_per_cell(sheet: Sheet) -> None:
    """Each side of each cell of its own, a little short or long, as word processors do."""
    for left, right in itertools.pairwise(XS):
        for y in YS:
            sheet.canvas.line(left + 0.5, y, right - 0.5, y + 0.01)
    for x in XS:
        for top, bottom in itertools.pairwise(YS):
            sheet.canvas.line(x, top - 0.5, x + 0.01, bottom + 0.5)


def in_a_form(sheet: Sheet) -> None:
    sheet.canvas.beginForm("frame")
    sheet.canvas.saveState()
    for x in XS:
        sheet.canvas.line(x - 60, YS[-1] - 600, x - 60, YS[0] - 600)
    for y in YS:
        sheet.canvas.line(XS[0] - 60, y - 600, XS[-1] - 60, y - 600)
    sheet.canvas.restoreState()
    sheet.canvas.endForm()
    sheet.canvas.saveState()
    sheet.canvas.translate(60, 600)
    sheet.canvas.doForm("frame")
    sheet.canvas.restoreState()


WAYS = [
    strokes,
    thin_rectangles,
    box_per_cell,
    box_per_cell_with_gaps,
    dash_pattern,
    separate_dashes,
    dots,
    double_rules,
    one_path,
    pieces_per_cell,
    in_a_form,
]


@pytest.mark.parametrize("draw", WAYS, ids=lambda way: way.__name__)
def test_cells_are_exact_however_the_rules_are_drawn(draw: Callable[[Sheet], None]) -> None:
    sheet = Sheet()
    sheet.text(200, 790, "东河县2031年重点任务表", 18)
    draw(sheet)
    sheet.cells(XS, YS, ROWS)
    sheet.text(60, 630, "注：以上任务按季通报。")
    source = sheet.read()
    (table,) = tables(source)
    assert grid(table) == ROWS
    assert table.ruled and not table.open_top and not table.open_bottom
    assert texts(source) == ["东河县2031年重点任务表", "注：以上任务按季通报。"]
    assert source.blocks.index(table) == 1


def test_merged_cells_stand_in_every_slot_they_cover() -> None:
    sheet = Sheet()
    xs, ys = [60.0, 160.0, 260.0, 360.0], [760.0, 735.0, 710.0, 685.0]
    for y in (760, 685):
        sheet.canvas.line(60, y, 360, y)
    sheet.canvas.line(60, 735, 360, 735)
    sheet.canvas.line(160, 710, 360, 710)
    for x in (60, 360):
        sheet.canvas.line(x, 685, x, 760)
    sheet.canvas.line(160, 685, 160, 735)
    sheet.canvas.line(260, 685, 260, 710)
    sheet.cells(xs, ys, [["一、水利工程"], ["河道", "疏浚两条支流，清除淤泥"], ["", "水务所", "9月"]])
    (table,) = tables(sheet.read())
    assert grid(table) == [
        ["一、水利工程", None, None],
        ["河道", "疏浚两条支流，清除淤泥", None],
        [None, "水务所", "9月"],
    ]
    assert (table.rows[0][2].colspan, table.rows[2][0].rowspan, table.rows[1][2].colspan) == (3, 2, 2)
    assert table.rows[0][0] is table.rows[0][2] and table.rows[1][0] is table.rows[2][0]
    assert len(table.cells()) == 5


def test_outer_uprights_may_be_missing() -> None:
    sheet = Sheet()
    for x in XS[1:-1]:
        sheet.canvas.line(x, YS[0], x, YS[-1])
    for y in YS:
        sheet.canvas.line(XS[0], y, XS[-1], y)
    sheet.cells(XS, YS, ROWS)
    (table,) = tables(sheet.read())
    assert grid(table) == ROWS


def test_a_row_across_a_table_without_outer_uprights_is_its_own() -> None:
    rows = [
        ["序号", "工作", "单位"],
        ["（一）堤防养护"],
        ["1", "割草", "管护站"],
        ["（二）清淤"],
        ["2", "疏浚", "疏浚队"],
    ]
    xs, ys = [60.0, 120.0, 300.0], [760.0, 736.0, 712.0, 688.0, 664.0, 640.0]
    sheet = Sheet()
    for y in ys:
        sheet.canvas.line(xs[0], y, 420, y)
    for k, row in enumerate(rows):
        for x in xs[1:] if len(row) > 1 else []:
            sheet.canvas.line(x, ys[k], x, ys[k + 1])
        sheet.cells(xs, [ys[k]], [row])
    (table,) = tables(sheet.read())
    assert grid(table) == [row if len(row) > 1 else [*row, None, None] for row in rows]


def test_two_columns_parted_by_one_upright() -> None:
    sheet = Sheet()
    sheet.canvas.line(200, 700, 200, 760)
    for y in (760, 730, 700):
        sheet.canvas.line(60, y, 400, y)
    sheet.cells([60, 200], [760, 730], [["时间", "内容"], ["三月", "植树"]])
    (table,) = tables(sheet.read())
    assert grid(table) == [["时间", "内容"], ["三月", "植树"]]


def test_a_row_that_the_page_cuts_without_a_rule_is_open() -> None:
    sheet = Sheet()
    xs = [60.0, 100.0, 400.0]
    for y in (200, 170):
        sheet.canvas.line(60, y, 400, y)
    for x in xs:
        sheet.canvas.line(x, 60, x, 200)
    sheet.cells(xs, [200, 170], [["序号", "内容"], ["1", "修订防汛预案，"]])
    sheet.page()
    for y in (720, 690):
        sheet.canvas.line(60, y, 400, y)
    for x in xs:
        sheet.canvas.line(x, 690, x, 780)
    sheet.cells(xs, [780, 720], [["", "开展演练。"], ["2", "检修水闸"]])
    first, second = tables(sheet.read())
    assert grid(first) == [["序号", "内容"], ["1", "修订防汛预案，"]]
    assert (first.open_top, first.open_bottom) == (False, True)
    assert grid(second) == [["", "开展演练。"], ["2", "检修水闸"]]
    assert (second.open_top, second.open_bottom) == (True, False)
    assert (first.page, second.page, first.number, second.number) == (1, 2, 1, 2)


def test_a_row_that_fills_its_page_has_no_level_rule_at_all() -> None:
    sheet = Sheet()
    for x in (60, 100, 400, 500):
        sheet.canvas.line(x, 60, x, 780)
    sheet.cells([60, 100, 400], [780], [["7", "推进灌区改造", "水利站"]])
    (table,) = tables(sheet.read())
    assert grid(table) == [["7", "推进灌区改造", "水利站"]]
    assert table.open_top and table.open_bottom


def test_text_that_touches_in_neighbouring_cells_is_parted_by_the_rule() -> None:
    sheet = Sheet()
    sheet.rules([60, 120, 180], [760, 740, 720])
    sheet.text(60, 745, "甲乙丙丁戊己", 20)
    sheet.text(64, 725, "子丑", 10)
    (table,) = tables(sheet.read())
    assert grid(table) == [["甲乙丙", "丁戊己"], ["子丑", ""]]


def test_a_lone_frame_is_no_table() -> None:
    sheet = Sheet()
    sheet.canvas.rect(50, 700, 400, 60)
    sheet.text(60, 735, "框中的一段话，")
    sheet.text(60, 715, "不是表格。")
    source = sheet.read()
    assert not tables(source)
    assert texts(source) == ["框中的一段话，", "不是表格。"]


def test_a_page_border_around_a_table_is_no_part_of_it() -> None:
    sheet = Sheet()
    sheet.canvas.rect(30, 30, 535, 780)
    sheet.rules([60, 200, 400], [700, 670, 640])
    sheet.cells([60, 200], [700, 670], [["任务", "单位"], ["巡堤", "一队"]])
    sheet.text(60, 600, "附注")
    source = sheet.read()
    assert [grid(table) for table in tables(source)] == [[["任务", "单位"], ["巡堤", "一队"]]]
    assert texts(source) == ["附注"]


def test_underlines_and_grounds_are_no_rules() -> None:
    sheet = Sheet()
    sheet.canvas.setFillGray(0.8)
    sheet.canvas.rect(60, 740, 475, 20, stroke=0, fill=1)
    sheet.canvas.setFillGray(0)
    sheet.rules(XS, YS)
    sheet.canvas.line(104, 724, 180, 724)
    sheet.canvas.line(100, 684, 180, 684)
    sheet.cells(XS, YS, ROWS)
    (table,) = tables(sheet.read())
    assert grid(table) == ROWS


def test_level_rules_alone_leave_lines_alone() -> None:
    sheet = Sheet()
    for y in (140, 120, 100):
        sheet.canvas.line(80, y, 515, y)
    sheet.text(90, 125, "抄送：县委办公室，县人大常委会办公室。")
    sheet.text(90, 105, "东河县人民政府办公室")
    sheet.text(380, 105, "2031年3月2日印发")
    source = sheet.read()
    assert not tables(source)
    assert texts(source) == ["抄送：县委办公室，县人大常委会办公室。", "东河县人民政府办公室 2031年3月2日印发"]


def test_cell_lines_know_the_inner_edges_of_their_cell() -> None:
    sheet = Sheet()
    sheet.rules([60, 160, 300], [760, 720])
    sheet.cells([60, 160], [760], [["一二三四五六七八九\n十", "短"]])
    (table,) = tables(sheet.read())
    full, rest = table.rows[0][0].lines
    assert full.left == pytest.approx(64, abs=1) and full.right == pytest.approx(156, abs=1)
    assert full.right - full.x1 < 10 < rest.right - rest.x1
    assert full.ending == "unknown" and full.size == 10


def test_more_cells_than_the_limit() -> None:
    sheet = Sheet()
    sheet.rules([50 + 10 * k for k in range(40)], [50 + 10 * k for k in range(40)])
    sheet.text(100, 780, "格子")
    with pytest.raises(TooLarge):
        sheet.read(Settings(limits=Limits(table_cells=1000)))


@pytest.mark.parametrize("stop", ["，", "。", "、", "；"])
def test_a_stop_that_hangs_over_the_edge_stays_in_its_cell(stop: str) -> None:
    sheet = Sheet()
    xs, ys = [80.0, 140.0, 300.0], [740.0, 700.0]
    sheet.rules(xs, ys)
    sheet.text(81, 725, "修补堤坡四" + stop, 12)
    sheet.text(82, 710, "处", 12)
    sheet.text(160, 718, "水务所", 12)
    (table,) = tables(sheet.read())
    assert grid(table) == [[f"修补堤坡四{stop}\n处", "水务所"]]


@pytest.mark.parametrize("beyond", ["", "已办"])
def test_a_text_that_runs_over_an_upright_rule_into_an_empty_cell(beyond: str) -> None:
    sheet = Sheet()
    sheet.rules([80, 200, 300, 400], [700, 680, 660])
    sheet.cells([80, 200, 300], [700, 680], [("任务", "时限", "备注"), ("清点库房", "", beyond)])
    sheet.text(204, 667, "每季度一次，年底前完", 10.3)
    (table,) = tables(sheet.read())
    whole = "每季度一次，年底前完"
    assert grid(table)[1] == ["清点库房", whole, ""] if not beyond else grid(table)[1][0] == "清点库房"


@pytest.mark.parametrize("step", [12.0, 13.5])
@pytest.mark.parametrize("up", [False, True])
def test_a_line_on_a_level_rule_belongs_to_the_lines_that_it_goes_on(step: float, up: bool) -> None:
    sheet = Sheet()
    sheet.rules([80, 120, 400], [700, 650, 600])
    first = 648 if up else 645 + 3 * step
    for k, character in enumerate("馆藏整理"):
        sheet.text(84, first - k * step, character, 10)
    if not up:
        sheet.text(84, 622, "阅览", 10)
    else:
        sheet.text(84, 680, "阅览", 10)
    for y, text in ((680, "清点库房"), (630, "修缮书架")):
        sheet.text(124, y, text, 10)
    (table,) = tables(sheet.read())
    column = [row[0].replace("\n", "") for row in grid(table) if row[0]]
    assert sorted(column) == sorted(["馆藏整理", "阅览"])


def test_a_line_that_lies_on_the_first_one_of_the_next_cell_belongs_to_the_cell_above() -> None:
    sheet = Sheet()
    sheet.rules([80, 120, 400], [700, 650, 600])
    for k, character in enumerate("馆藏整理室"):
        sheet.text(84, 640 + (4 - k) * 12, character, 10)
    sheet.text(84, 635, "阅览", 10)
    (table,) = tables(sheet.read())
    assert [row[0].replace("\n", "") for row in grid(table)] == ["馆藏整理室", "阅览"]


HEADINGS = ["类别", "序号", "事项", "牵头科室", "时限"]
OPEN_XS, OPEN_YS = [60, 110, 150, 330, 430, 520], [700, 670, 640, 610, 580]


def open_table(rows: list[list[str]], headings: list[str] = HEADINGS) -> Sheet:
    """Headings in a full grid, rows beneath with level rules alone, but for the upright behind the first column."""
    sheet = Sheet()
    for y in OPEN_YS:
        sheet.canvas.line(OPEN_XS[0], y, OPEN_XS[-1], y)
    for x in OPEN_XS:
        sheet.canvas.line(x, OPEN_YS[0], x, OPEN_YS[1])
    sheet.canvas.line(OPEN_XS[1], OPEN_YS[1], OPEN_XS[1], OPEN_YS[-1])
    sheet.cells(OPEN_XS, OPEN_YS, [headings, *rows])
    return sheet


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["一季度", "1", "清查闸口台账", "水情科", "2月底前"],
            ["二季度", "2", "检修泵站", "设备科\n水情科", "5月15日前"],
            ["", "3", "汛前演练", "办公室", "6月"],
        ],
        [
            ["甲组", "1", "清查闸口台账", "水情科", "2月底前"],
            ["", "2", "检修泵站", "", ""],
            ["乙组", "3", "汛前演练", "办公室", "全年"],
        ],
    ],
)
def test_rows_without_uprights_are_parted_as_their_headings_are(rows: list[list[str]]) -> None:
    (table,) = tables(open_table(rows).read())
    assert grid(table) == [HEADINGS, *rows]


def test_a_text_across_a_row_without_uprights_stays_one() -> None:
    across = "二、防汛准备与物资储备，由设备科会同水情科按清单逐项落实到位"
    rows = [["甲", "1", "清查闸口台账", "水情科", "2月"], ["", across], ["乙", "2", "汛前演练", "办公室", "6月"]]
    (table,) = tables(open_table(rows).read())
    assert grid(table)[1:] == [rows[0], ["", across, None, None, None], rows[2]]


def test_prose_beneath_headings_is_not_parted() -> None:
    line = "本表所列事项由各科室分头落实，完成情况按季度报送办公室汇总。"
    rows = [["甲", line], ["乙", line + "\n报送人：　　　　　　　日期："], ["丙", line]]
    (table,) = tables(open_table(rows).read())
    assert all(cells[2:] == [None, None, None] for cells in grid(table)[1:])
